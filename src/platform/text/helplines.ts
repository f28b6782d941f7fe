export const HELPLINES = ['emergency', 'emotional', 'violence', 'child', 'prosecutor'] as const;
export type Helpline = (typeof HELPLINES)[number];

/** Telephone numbers for help, as people dial them. */
export type Helplines = Record<Helpline, string>;

/** A title and lines that say whom to call. */
export interface HelpBlock {
  title: string;
  lines: readonly string[];
}
