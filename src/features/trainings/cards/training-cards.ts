/** Trainings as cards. */
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import type { TemplateData } from '../../../platform/cards/templates.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { moment, timeOfDay, weekday } from '../../../platform/text/dates.js';
import type { Attendee } from '../domain/attendee.js';
import { cardCode } from '../domain/codes.js';
import type { TrainingLinks } from '../domain/links.js';
import { GRACE_MS, type Training } from '../domain/training.js';
import type { Registration } from '../service/attendance.js';
import { qrPicture } from './qr.js';

type Style = TemplateData<'attendance'>['style'];

/** What became of an attempt to register, in words. */
export interface Told {
  style: Style;
  heading: string;
  body: string;
}

export class TrainingCards {
  constructor(private readonly parts: { renderer: Renderer; links: TrainingLinks }) {}

  /**
   * The card in the channel.
   * @param told what whoever looks has just done, or had done before.
   */
  async channel(training: Training, count: number, language: Language, told?: Told): Promise<Card> {
    const { renderer, links } = this.parts;
    const text = textIn(language).trainings;
    const isOpen = training.state === 'open';
    const showsCode = isOpen && !training.requiresCode;
    const code = cardCode(training.secret);
    return renderer.render(
      'training',
      {
        id: training.id,
        banner: told ? `${told.heading}. ${told.body}` : '',
        bannerStyle: told?.style ?? 'default',
        title: training.title,
        state: text.state[training.state],
        facts: this.facts(training, language),
        qr: showsCode ? await qrPicture(links.chat(code)) : '',
        qrAlt: text.qrAlt,
        code: showsCode ? code : '',
        requiresCode: training.requiresCode,
        canRegister: isOpen,
        count: countOf(training, count, language),
        webLinks: [
          ...(isMeeting(training.place) ? [{ title: text.joinMeeting, url: training.place }] : []),
          ...(isOpen
            ? [{ title: text.withoutTeams, url: links.form(training.id, showsCode ? code : '') }]
            : []),
        ],
      },
      language,
    );
  }

  /** The answer to a code that somebody sent in their chat. */
  receipt(outcome: Registration, language: Language): Card {
    const training = 'training' in outcome ? outcome.training : undefined;
    return this.parts.renderer.render(
      'attendance',
      {
        ...tell(outcome, language),
        title: training?.title ?? '',
        facts: training ? this.facts(training, language) : [],
      },
      language,
    );
  }

  /** When, who, where. */
  facts(training: Training, language: Language): { label: string; value: string }[] {
    const text = textIn(language).trainings;
    const { fact } = text;
    const startsAt = new Date(training.startsAt);
    const endsAt = new Date(training.endsAt);
    return [
      {
        label: fact.when,
        value: text.when(
          weekday(startsAt, language),
          timeOfDay(startsAt, language),
          timeOfDay(endsAt, language),
        ),
      },
      { label: fact.trainer, value: training.trainerName },
      ...(training.place ? [{ label: fact.place, value: training.place }] : []),
    ];
  }
}

/** What became of an attempt, in words; times are those of Bogotá. */
export function tell(outcome: Registration, language: Language): Told {
  const text = textIn(language).trainings.outcome;
  switch (outcome.kind) {
    case 'registered': {
      const at = timeOfDay(new Date(outcome.attendee.at), language);
      return { style: 'good', heading: text.registered, body: text.registeredAt(at) };
    }
    case 'already': {
      const at = timeOfDay(new Date(outcome.attendee.at), language);
      return { style: 'good', heading: text.already, body: text.alreadyAt(at) };
    }
    case 'early': {
      const when = moment(new Date(outcome.training.startsAt), language);
      return { style: 'warning', heading: text.early, body: text.earlyUntil(when) };
    }
    case 'late': {
      const when = moment(new Date(Date.parse(outcome.training.endsAt) + GRACE_MS), language);
      return { style: 'warning', heading: text.late, body: text.lateSince(when) };
    }
    case 'not-found':
      return { style: 'warning', heading: textIn(language).trainings.notFound, body: '' };
    default:
      return { style: 'warning', heading: text[outcome.kind], body: text[`${outcome.kind}Meaning`] };
  }
}

/** How somebody registered, on one line: when, by which means, verified or declared. */
export function howOf(attendee: Attendee, language: Language): string {
  const text = textIn(language).trainings;
  return text.how([
    timeOfDay(new Date(attendee.at), language),
    text.means[attendee.means],
    ...(attendee.means === 'trainer' ? [] : [attendee.rotating ? text.rotating : text.outside]),
    attendee.verified ? text.verified : text.declared,
  ]);
}

export function countOf({ state, capacity }: Training, count: number, language: Language): string {
  const text = textIn(language).trainings;
  if (state === 'closed') return text.finalCount(count);
  return capacity > 0 ? text.countOf(count, capacity) : text.count(count);
}

const isMeeting = (place: string): boolean => /^https:\/\/\S+$/.test(place) && URL.canParse(place);
