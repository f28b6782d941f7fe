/** How the values of a card's inputs arrive, for the schemas that read them. */
import { z } from 'zod';
import { makeVisible } from '../text/visible.js';

/** Toggles arrive as the strings "true" and "false". */
export const toggle = z.union([
  z.boolean(),
  z.enum(['true', 'false']).transform((value) => value === 'true'),
]);

/** A choice of several arrives as one string, separated by commas. What is not among `values` is left out. */
export const severalOf = <T extends string>(values: readonly [T, ...T[]]) =>
  z.string().transform((value) => values.filter((item) => value.split(',').includes(item)));

/** One line of words; longer than the card lets people write is cut, not refused. */
export const lineOf = (most: number) =>
  z
    .string()
    .catch('')
    .transform((value) => makeVisible(value).replace(/\s+/g, ' ').trim().slice(0, most));

/** A month, `YYYY-MM`. */
export const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

/** The `next` of a page before; an empty one is none. */
export const pageToken = z
  .string()
  .max(2_000)
  .optional()
  .catch(undefined)
  .transform((value) => value || undefined);
