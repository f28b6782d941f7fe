/** The message on whose menu somebody chose a command of the app. */
import { z } from 'zod';
import { textOfHtml } from '../platform/text/html-text.js';
import { makeVisible } from '../platform/text/visible.js';
import type { Quoted } from '../turn.js';
import type { InboundActivity } from './activity.js';

/** More than Teams takes in a message. */
const MOST_CHARACTERS = 100_000;

/** As Microsoft's documentation of action commands shows `value.messagePayload`. */
const quoting = z.object({
  messagePayload: z.object({
    body: z
      .object({
        contentType: z.string().catch('text'),
        content: z.string().transform((content) => content.slice(0, MOST_CHARACTERS)),
      })
      .catch({ contentType: 'text', content: '' }),
    from: z
      .object({
        user: z.object({ id: z.guid().transform((id) => id.toLowerCase()) }),
      })
      .optional()
      // Apps write messages too.
      .catch(undefined),
  }),
});

/** Returns undefined when no message came along. */
export function quotedIn({ name, value }: Pick<InboundActivity, 'name' | 'value'>): Quoted | undefined {
  if (name !== 'composeExtension/fetchTask') return undefined;
  const parsed = quoting.safeParse(value);
  if (!parsed.success) return undefined;
  const { body, from } = parsed.data.messagePayload;
  const text = body.contentType.toLowerCase() === 'html' ? textOfHtml(body.content) : body.content.trim();
  return { text: makeVisible(text), authorId: from?.user.id };
}
