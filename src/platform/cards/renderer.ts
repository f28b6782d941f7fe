import type { z } from 'zod';
import { AppError } from '../errors.js';
import { type Language, textIn } from '../text/catalogue.js';
import { finishActions } from './actions.js';
import { markSensitive } from './sensitivity.js';
import type { CardTemplate } from './template.js';

export interface Card {
  type: 'AdaptiveCard';
  [property: string]: unknown;
}

/** Teams accepts 100 KB for a whole message; this leaves a margin for the rest of it. */
export const MAX_CARD_BYTES = 80_000;

// Replaces `${` in people's words while the template is expanded, so that any `${` left over is the
// template's.
const GUARD = '\ue000{';

/** Renders a template with validated data and the catalogue's texts. */
export class Renderer {
  /**
   * @param data what the template's schema requires; people's words as they wrote them.
   * @throws AppError `unexpected` when the data does not match or a binding is left over; `too-large` above
   * 80 KB.
   */
  render<Schema extends z.ZodType>(
    template: CardTemplate<Schema>,
    data: z.input<Schema>,
    language: Language,
  ): Card {
    const { name, schema, compiled, isConfidential } = template;
    const checked = schema.safeParse(data);
    if (!checked.success) {
      const fields = checked.error.issues.map((issue) => issue.path.join('.'));
      throw new AppError('unexpected', { detail: `data of card ${name}: ${fields.join(', ')}` });
    }
    const { chat } = textIn(language);
    const text = template.textIn(language).cards[name];
    const expanded = compiled.expand({ $root: guard({ ...(checked.data as object), text }) }) as object;
    const card = { ...(finishActions(expanded) as Card), lang: language, fallbackText: chat.cardFallback };
    const json = JSON.stringify(card);
    if (json.includes('${')) throw new AppError('unexpected', { detail: `unbound in card ${name}` });
    const finished = json.replaceAll(GUARD, '${');
    if (Buffer.byteLength(finished) > MAX_CARD_BYTES) throw new AppError('too-large', { detail: name });
    // A binding to nothing leaves a null, which no property of a card may be.
    const rendered = JSON.parse(finished, (_key, value: unknown) => value ?? undefined) as Card;
    return isConfidential ? markSensitive(rendered, chat.confidential) : rendered;
  }
}

function guard(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(GUARD, '{').replaceAll('${', GUARD);
  if (Array.isArray(value)) return value.map(guard);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, guard(item)]));
  }
  return value;
}
