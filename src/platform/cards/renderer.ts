import { Template } from 'adaptivecards-templating';
import { AppError } from '../errors.js';
import { type Catalogue, type Language, textIn } from '../text/catalogue.js';
import { readTemplate, TEMPLATES, type TemplateData, type TemplateName } from './templates.js';

/** An Adaptive Card, ready to send. */
export interface Card {
  type: 'AdaptiveCard';
  [property: string]: unknown;
}

/** Teams takes 100 KB for a whole message; a card keeps clear of that. */
export const MAX_CARD_BYTES = 80_000;

// Stands for the `${` of a person while the template is expanded, so that one which is left is the template's.
const GUARD = '\ue000{';

/** Renders a template of `cards/` with checked data and the catalogue's words into a card. */
export class Renderer {
  readonly #templates = new Map<TemplateName, Template>();

  constructor() {
    for (const name of Object.keys(TEMPLATES) as TemplateName[]) {
      this.#templates.set(name, new Template(readTemplate(name)));
    }
  }

  /**
   * @param data what the template's schema in `templates.ts` asks for; people's words as they wrote them.
   * @throws AppError `unexpected` when the data does not fit, a binding is left over; `too-large` over 80 KB.
   */
  render<Name extends TemplateName>(name: Name, data: TemplateData<Name>, language: Language): Card {
    const checked = TEMPLATES[name].safeParse(data);
    if (!checked.success) {
      const fields = checked.error.issues.map((issue) => issue.path.join('.'));
      throw new AppError('unexpected', { detail: `data of card ${name}: ${fields.join(', ')}` });
    }
    const text = textIn(language).cards[name as keyof Catalogue['cards']];
    const card = this.#templates.get(name)?.expand({ $root: guard({ ...checked.data, text }) }) as Card;
    const json = JSON.stringify(card);
    if (json.includes('${')) throw new AppError('unexpected', { detail: `unbound in card ${name}` });
    const finished = json.replaceAll(GUARD, '${');
    if (Buffer.byteLength(finished) > MAX_CARD_BYTES) throw new AppError('too-large', { detail: name });
    return JSON.parse(finished) as Card;
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
