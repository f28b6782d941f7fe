/** What stands in braces in content: figures that the settings say. */
import { z } from 'zod';

export const PLACEHOLDERS = [
  'accept.high',
  'accept.medium',
  'accept.low',
  'close.high',
  'close.medium',
  'close.low',
  'hours',
  'confirm',
  'reopen',
  'undo',
  'voice',
  'files',
  'megabytes',
  'receivers',
  'kept.cases',
  'kept.drafts',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
/** The words for each, in one language. */
export type FigureWords = Readonly<Record<Placeholder, string>>;

const BRACES = /\{([^{}]*)\}/g;
const isPlaceholder = (name: string | undefined): name is Placeholder =>
  PLACEHOLDERS.some((known) => known === name);

/** A text whose braces are all known. */
export const textWithFigures = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .superRefine((text, { addIssue }) => {
      for (const [braces, name] of text.matchAll(BRACES)) {
        if (!isPlaceholder(name)) addIssue({ code: 'custom', message: `nothing is filled in for ${braces}` });
      }
    });

/** The text with the words in the place of the braces. */
export const filledIn = (text: string, figures: FigureWords): string =>
  text.replace(BRACES, (braces, name: string) => (isPlaceholder(name) ? figures[name] : braces));
