/** The card of a training: in the channel, where people register, and in reminders. */
import { z } from 'zod';
import { fact, id, MAX_ACTIONS, plain, style, webLink, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { type DataOf, defineTemplate } from '../../../platform/cards/template.js';
import { cardCode } from '../domain/codes.js';
import type { Training } from '../domain/training.js';
import { type Language, textIn } from '../text/catalogue.js';
import type { TrainingLinks } from './links.js';
import { inOneLine, type Told } from './outcome-words.js';
import { countOf, factsOf } from './training-words.js';

export const trainingTemplate = defineTemplate(
  'trainings/training',
  z.object({
    id,
    banner: plain,
    bannerStyle: style,
    /** The words of a reminder are shown again when the card refreshes itself. */
    reminder: z.boolean(),
    title: written,
    state: plain,
    facts: z.array(fact),
    /** The address of a picture; empty for none. */
    qr: z.union([z.literal(''), z.url()]),
    qrAlt: plain,
    code: id,
    requiresCode: z.boolean(),
    canRegister: z.boolean(),
    count: plain,
    webLinks: z.array(webLink).max(MAX_ACTIONS - 1),
  }),
  { textIn },
);

/** Stands for the number of people while the rest of a card is drawn. */
const COUNT = '\ue001';
/** Cards of some trainings, in both languages, for each minute in which people register. */
const MOST_DRAWN = 100;

interface How {
  told?: Told | undefined;
  reminder: boolean;
}

export class TrainingCards {
  readonly #drawn = new Map<string, Card>();

  constructor(private readonly parts: { renderer: Renderer; links: TrainingLinks }) {}

  /** @param told the banner: the result of the reader's registration. */
  render(training: Training, count: number, language: Language, told?: Told): Card {
    return this.#render(training, count, language, { told, reminder: false });
  }

  /** A reminder: it asks to register, or tells that the list was closed without the reader. */
  remind(training: Training, count: number, language: Language): Card {
    const { state } = training;
    const told = { style: 'warning', heading: textIn(language).trainings.reminder[state], body: '' } as const;
    return this.#render(training, count, language, { told, reminder: true });
  }

  /** However many register, a card is drawn once a minute: all but the number of people is the same for everybody. */
  #render(training: Training, count: number, language: Language, how: How): Card {
    const key = JSON.stringify([training, language, how]);
    const drawn = this.#drawn.get(key) ?? this.#draw(training, language, how);
    this.#drawn.set(key, drawn);
    const [oldest] = this.#drawn.keys();
    if (this.#drawn.size > MOST_DRAWN && oldest !== undefined) this.#drawn.delete(oldest);
    const text = countOf(training, count, language);
    const body = (drawn.body as { text?: string }[]).map((item) =>
      item.text === COUNT ? { ...item, text } : item,
    );
    return { ...drawn, body };
  }

  #draw(training: Training, language: Language, { told, reminder }: How): Card {
    const { renderer, links } = this.parts;
    const text = textIn(language).trainings;
    const isOpen = training.state === 'open';
    const showsCode = isOpen && !training.requiresCode;
    const code = showsCode ? cardCode(training.secret) : '';
    const data = {
      id: training.id,
      banner: told ? inOneLine(told) : '',
      bannerStyle: told?.style ?? 'default',
      reminder,
      title: training.title,
      state: text.state[training.state],
      facts: factsOf(training, language),
      qr: showsCode ? links.qr(training.id, code) : '',
      qrAlt: text.qrAlt,
      code,
      requiresCode: training.requiresCode,
      canRegister: isOpen,
      count: COUNT,
      webLinks: this.#webLinks(training, code, language),
    };
    return renderer.render(trainingTemplate, data, language);
  }

  #webLinks(
    training: Training,
    code: string,
    language: Language,
  ): DataOf<typeof trainingTemplate>['webLinks'] {
    const text = textIn(language).trainings;
    const form = { title: text.withoutTeams, url: this.parts.links.form(training.id, code) };
    return [
      ...(isMeeting(training.place) ? [{ title: text.joinMeeting, url: training.place }] : []),
      ...(training.state === 'open' ? [form] : []),
    ];
  }
}

const isMeeting = (place: string): boolean => /^https:\/\/\S+$/.test(place) && URL.canParse(place);
