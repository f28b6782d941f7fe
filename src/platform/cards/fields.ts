/*
 * The kinds of data that templates take; the renderer validates them. There are three kinds of strings:
 * - `plain`: ours, from the text catalogue or the policy; allowed in a TextBlock.
 * - `written`: people's words; allowed only in a TextRun, which has no Markdown, or as an input's value.
 * - `id`: what an action sends back.
 */
import { z } from 'zod';
import { makeVisible } from '../text/visible.js';

export const plain = z.string();
export const written = z.string().transform(makeVisible);
export const id = z.string().regex(/^[\w:.-]*$/);
/** The text of an input, as it was typed. */
export const typed = z.string();
export const verb = z.string().regex(/^[a-z]+(\.[a-zA-Z]+)?$/);

export const level = z.enum(['low', 'medium', 'high']);
export const style = z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']);
/** Some clients show at most this many actions in one set. */
export const MAX_ACTIONS = 5;
export const webLink = z.object({ title: plain, url: z.url() });
/** A button whose verb comes from data. */
export const link = z.object({ title: plain, verb, id });
/** An option of an Input.ChoiceSet. */
export const choice = z.object({ title: plain, value: id });
/** People's words in the title of an option, without Markdown, which some clients render there. */
export const choiceTitle = z
  .string()
  .transform((value) => makeVisible(value).replace(/[[\]()*_`~#!<>]/g, ''));
/** The value of an Input.ChoiceSet with several choices. */
export const several = z.string().regex(/^[a-z,-]*$/);
export const fact = z.object({ label: plain, value: written });
/** A part of what a person wrote; marked parts are highlighted. */
export const run = z.object({ text: written, marked: z.boolean() });
/** Telephone numbers for help, shown first. */
export const care = z.array(z.object({ title: plain, lines: z.array(plain).readonly() }));
/** The value of an Input.Date. */
export const day = z.union([z.literal(''), z.iso.date()]);
