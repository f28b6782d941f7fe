/** Telephone numbers to call for help, as people dial them. */
export type Helplines = Record<'emergency' | 'emotional' | 'violence' | 'child' | 'prosecutor', string>;
