/** A case as one person may see it. */
import type { Card, Renderer } from '../cards/renderer.js';
import type { TemplateData } from '../cards/templates.js';
import type { Directory, Person } from '../people/person.js';
import { type Language, textIn } from '../text/catalogue.js';
import { calendarDay, moment } from '../text/dates.js';
import type { Case, CaseEvent } from './case.js';
import { dueInWords } from './due.js';
import type { Level } from './impact/assessment.js';
import { markSignals } from './narrative.js';
import { may, maySeeReporter } from './permissions.js';
import type { LoadedCase } from './store.js';

export const LEVEL_STYLES = { low: 'good', medium: 'warning', high: 'attention' } as const satisfies Record<
  Level,
  string
>;

export interface Viewing {
  viewer: Person;
  language: Language;
  now: Date;
}

type CardData = TemplateData<'case'>;

/** Cards of cases, each for one reader. */
export class CaseCards {
  constructor(
    private readonly parts: {
      directory: Directory;
      renderer: Renderer;
      /** Where else the policy wants failures reported: section `canales-reporte`. */
      links: { intranet?: string; landing?: string };
    },
  ) {}

  /** @param banner a line above the card, where it is not the usual one. */
  async render(
    loaded: LoadedCase,
    viewing: Viewing,
    options: { banner?: string; back?: CardData['back'] } = {},
  ): Promise<Card> {
    const { subject, events } = loaded;
    const { viewer, language, now } = viewing;
    const text = textIn(language).cases;
    const names = new Names(subject, viewing, this.parts.directory);
    const can = {
      accept: may(subject, viewer, 'accept'),
      reject: may(subject, viewer, 'reject'),
      close: may(subject, viewer, 'close'),
    };
    const data: CardData = {
      id: subject.id,
      revision: subject.revision,
      number: subject.number,
      levelStyle: LEVEL_STYLES[subject.level],
      levelTitle: text.levelTitle[subject.level],
      state: text.state[subject.state],
      due: dueInWords(subject.dueAt, now, language),
      banner: options.banner ?? bannerFor(subject, viewer, can.accept, language),
      facts: await factsOf(subject, names, language),
      narrative: markSignals(subject.report.narrative, subject.report.signals),
      story: await Promise.all(events.map((event) => storyLine(event, names, language))),
      can,
      webLinks: subject.reporterId === viewer.id ? this.#webLinks(subject, language) : [],
      back: options.back ?? '',
    };
    return this.parts.renderer.render('case', data, language);
  }

  #webLinks({ report }: Case, language: Language): CardData['webLinks'] {
    const text = textIn(language).cases;
    const { intranet, landing } = this.parts.links;
    if (report.topic === 'information') return intranet ? [{ title: text.openIntranet, url: intranet }] : [];
    return landing ? [{ title: text.openLanding, url: landing }] : [];
  }
}

/** What the reader has to know first: the receipt, what is to be done, or why they are told at all. */
function bannerFor(subject: Case, viewer: Person, mayDecide: boolean, language: Language): string {
  const text = textIn(language).cases;
  if (mayDecide) return text.toDecide;
  if (subject.state !== 'reported') return '';
  if (subject.reporterId === viewer.id) {
    const told = text.receipt(subject.number, text.role[subject.assigneeRole]);
    return `${told} ${text.receiptChannel[subject.report.topic]}`;
  }
  return subject.level === 'high' ? text.watching : '';
}

async function factsOf(subject: Case, names: Names, language: Language): Promise<CardData['facts']> {
  const text = textIn(language).cases;
  const { report } = subject;
  const safety = (['threat', 'physical', 'harm'] as const).filter((key) => report.safety[key]);
  const facts = [
    { label: text.fact.reporter, value: await names.reporter() },
    { label: text.fact.assignee, value: await names.assignee() },
    { label: text.fact.topic, value: text.topic[report.topic] },
    { label: text.fact.place, value: report.place },
    {
      label: text.fact.occurredOn,
      value: report.occurredOn && calendarDay(report.occurredOn, language),
    },
    { label: text.fact.source, value: text.source[report.source] },
    { label: text.fact.efforts, value: report.efforts.map((effort) => text.effort[effort]).join(', ') },
    { label: text.fact.safety, value: safety.map((key) => text.safety[key]).join('; ') },
  ];
  return facts.filter((fact) => fact.value !== '');
}

async function storyLine(
  event: CaseEvent,
  names: Names,
  language: Language,
): Promise<CardData['story'][number]> {
  const text = textIn(language).cases;
  const when = moment(new Date(event.at), language);
  const { body } = event;
  switch (body.type) {
    case 'reported':
      return { when, what: text.event.reported, who: await names.reporter(), words: '' };
    case 'accepted':
      return { when, what: text.event.accepted, who: await names.of(event.actorId), words: body.note };
    case 'rejected':
      return { when, what: text.event.rejected, who: await names.of(event.actorId), words: body.reason };
    case 'closed': {
      const outcomes = body.outcomes.map((outcome) => text.outcome[outcome]).join(', ');
      const who = await names.of(event.actorId);
      return { when, what: text.event.closed(outcomes), who, words: body.summary };
    }
  }
}

/** The names on a card: the reporter's only for whoever may know it. */
class Names {
  constructor(
    private readonly subject: Case,
    private readonly viewing: Viewing,
    private readonly directory: Directory,
  ) {}

  async of(personId: string): Promise<string> {
    return (await this.directory.find(personId))?.name ?? '—';
  }

  async reporter(): Promise<string> {
    return maySeeReporter(this.subject, this.viewing.viewer)
      ? this.of(this.subject.reporterId)
      : textIn(this.viewing.language).cases.confidentialReporter;
  }

  async assignee(): Promise<string> {
    const { assignee } = this.subject;
    return assignee.kind === 'person' ? this.of(assignee.id) : textIn(this.viewing.language).cases.team;
  }
}
