/** Telephone numbers for help, as people dial them. */
export type Helplines = Record<'emergency' | 'emotional' | 'violence' | 'child' | 'prosecutor', string>;

/** The help to offer for what a person wrote. */
export interface Help {
  /** The person may be about to harm themselves: the bot answers with nothing else. */
  isFirst: boolean;
  blocks: { title: string; lines: readonly string[] }[];
}
