/** Sentences of ours that name people: their names are emphasised, and shown without Markdown. */
import { z } from 'zod';
import { written } from './fields.js';

export const rich = z.array(z.object({ text: written, weight: z.enum(['Default', 'Bolder']) }));
export type Rich = z.input<typeof rich>;

/** @param text in which `**` begins and ends what is emphasised. */
export function richOf(text: string): Rich {
  return text
    .split('**')
    .map((part, at) => ({ text: part, weight: at % 2 === 1 ? ('Bolder' as const) : ('Default' as const) }))
    .filter((run) => run.text !== '');
}
