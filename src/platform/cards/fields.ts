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

export const level = z.enum(['low', 'medium', 'high']);
export const style = z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']);
/** Some clients show no more actions than this in one set. */
export const MAX_ACTIONS = 5;
export const webLink = z.object({ title: plain, url: z.url() });
