/** Schemas for the values of a card's inputs. */
import { z } from 'zod';
import { makeVisible } from '../text/visible.js';

/** Toggles arrive as the strings "true" and "false". */
export const toggle = z.union([
  z.boolean(),
  z.enum(['true', 'false']).transform((value) => value === 'true'),
]);

/** Several choices arrive as one comma-separated string. Drops values that are not in `values`. */
export const severalOf = <T extends string>(values: readonly [T, ...T[]]) =>
  z.string().transform((value) => values.filter((item) => value.split(',').includes(item)));

/** A single line of text; text longer than the card allows is cut, not refused. */
export const lineOf = (most: number) =>
  z
    .string()
    .catch('')
    .transform((value) => makeVisible(value).replace(/\s+/g, ' ').trim().slice(0, most));

/** A month, `YYYY-MM`. */
export const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

/** The `next` of the previous page; an empty string means none. */
export const pageToken = z
  .string()
  .max(2_000)
  .optional()
  .catch(undefined)
  .transform((value) => value || undefined);

/** Free text. Text longer than the card allows is cut, not refused. */
export const written = z
  .string()
  .catch('')
  .transform((value) => value.trim().slice(0, 2_000));

/** A day, or nothing. */
export const day = z.iso.date().catch('');
