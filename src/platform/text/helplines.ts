/** Telephone numbers to call for help, as people dial them. */
export type Helplines = Record<'emergency' | 'emotional' | 'violence' | 'child' | 'prosecutor', string>;

/** Whom to call, for what somebody wrote. */
export interface Help {
  /** Somebody may be about to harm themselves: nothing else is the answer. */
  isFirst: boolean;
  blocks: { title: string; lines: readonly string[] }[];
}
