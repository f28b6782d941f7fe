/** Whom the question who is involved is about: the recipient, the immediate superior as well, or anybody of the line. */
export type Involvement = 'superior' | 'other' | 'line';
