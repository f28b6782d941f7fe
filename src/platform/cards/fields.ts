/*
 * The kinds of data that templates take, as the renderer checks them. Three kinds of strings:
 * - `plain`: ours, from the text catalogue or the policy; may stand in a TextBlock.
 * - `written`: by people; may stand only in a TextRun, which knows no Markdown, or as an input's value.
 * - `id`: what an action sends back.
 */
import { z } from 'zod';
import { makeVisible } from '../text/visible.js';

export const plain = z.string();
export const written = z.string().transform(makeVisible);
export const id = z.string().regex(/^[\w:.-]*$/);
/** The words of an input, as they were typed. */
export const typed = z.string();
export const verb = z.string().regex(/^[a-z]+(\.[a-zA-Z]+)?$/);

export const level = z.enum(['low', 'medium', 'high']);
export const style = z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']);
/** Some clients show no more actions than this in one set. */
export const MAX_ACTIONS = 5;
export const webLink = z.object({ title: plain, url: z.url() });
/** A button that comes from data. */
export const link = z.object({ title: plain, verb, id });
/** An option of an Input.ChoiceSet. */
export const choice = z.object({ title: plain, value: id });
/** The value of an Input.ChoiceSet that takes several. */
export const several = z.string().regex(/^[a-z,-]*$/);
export const fact = z.object({ label: plain, value: written });
/** A piece of what a person wrote; the marked ones are highlighted. */
export const run = z.object({ text: written, marked: z.boolean() });
/** Whom to call, before anything else. */
export const care = z.array(z.object({ title: plain, lines: z.array(plain).readonly() }));
/** The value of an Input.Date. */
export const day = z.union([z.literal(''), z.iso.date()]);
