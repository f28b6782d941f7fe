/** The card of a case. What it shows depends on the reader. */
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import type { DataOf } from '../../../platform/cards/template.js';
import type { Names } from '../../../platform/people/names.js';
import type { Person } from '../../../platform/people/person.js';
import { type Catalogue, type Language, textIn } from '../../../platform/text/catalogue.js';
import { calendarDay } from '../../../platform/text/dates.js';
import type { Helplines } from '../../../platform/text/helplines.js';
import { LEVELS, type Level } from '../domain/assessment.js';
import type { Case } from '../domain/case.js';
import { markSignals } from '../domain/narrative.js';
import { may, maySeeReporter, rolesIn } from '../domain/permissions.js';
import { protectionsOf } from '../domain/protection.js';
import type { LoadedCase } from '../store/case-store.js';
import { dueInWords } from './due.js';
import { rightsOf } from './recipient-words.js';
import { CaseNames, storyOf } from './story.js';
import { CASE_ACTIONS, caseTemplate } from './templates.js';

export const LEVEL_STYLES = { low: 'good', medium: 'warning', high: 'attention' } as const satisfies Record<
  Level,
  string
>;

export interface Viewing {
  viewer: Person;
  language: Language;
  now: Date;
}

type CardData = DataOf<typeof caseTemplate>;

export class CaseCards {
  constructor(
    private readonly parts: {
      names: Names;
      renderer: Renderer;
      /** The other reporting channels of the policy: section `canales-reporte`. */
      links: { intranet?: string; landing?: string };
      helplines: Helplines;
      titleOf: (sectionId: string) => string;
    },
  ) {}

  /** @param options.banner a line above the card, instead of the usual one. */
  async render(
    loaded: LoadedCase,
    viewing: Viewing,
    options: { banner?: string; back?: CardData['back'] } = {},
  ): Promise<Card> {
    const { subject, events, isAhead } = loaded;
    const { viewer, language, now } = viewing;
    const text = textIn(language).cases;
    const names = new CaseNames(subject, this.parts.names, language, maySeeReporter(subject, viewer));
    const can = Object.fromEntries(
      CASE_ACTIONS.map((command) => [command, !isAhead && may(subject, viewer, command)]),
    ) as CardData['can'];
    const data: CardData = {
      id: subject.id,
      revision: subject.revision,
      number: subject.number,
      level: subject.level,
      levels: LEVELS.map((level) => ({ title: text.levelChoice[level], value: level })),
      levelStyle: LEVEL_STYLES[subject.level],
      levelTitle: subject.unconfirmed ? text.unconfirmedLevel[subject.level] : text.levelTitle[subject.level],
      state: text.state[subject.state],
      due: isAhead ? '' : dueInWords(subject.dueAt, now, language),
      banner:
        options.banner ?? (isAhead ? text.problem['later-version'] : bannerFor(subject, viewer, can, text)),
      care: subject.dueAt === undefined ? [] : this.#care(subject, language),
      review: can.reclassify && subject.unconfirmed ? reviewLines(subject, text) : [],
      doubted: subject.report.discounted.map(({ text: words }) => words),
      evidence: subject.evidence.length,
      question: can.reply ? (subject.question ?? '') : '',
      facts: await this.#facts(subject, names, language),
      narrative: markSignals(subject.report.narrative, subject.report.signals),
      story: await storyOf(events, names, language),
      can,
      webLinks: subject.reporterId === viewer.id ? this.#webLinks(subject, text) : [],
      back: options.back ?? '',
    };
    return this.parts.renderer.render(caseTemplate, data, language);
  }

  /** The card of a former assignee: it says only that the case moved on. */
  goneOn(subject: Case, language: Language): Card {
    const text = textIn(language).cases;
    const { title, body } = text.goneOn(subject.number, text.roleOfAssignee[subject.assigneeRole]);
    return noticeCard(this.parts.renderer, { title, body }, language);
  }

  #care({ report, protectedBy }: Case, language: Language): CardData['care'] {
    const { helplines } = this.parts;
    const text = textIn(language).cases;
    const rights = protectedBy ? rightsOf(protectionsOf(report), helplines, language) : [];
    return [...report.cares.map((care) => text.care[care](helplines)), ...rights];
  }

  async #facts(
    { report, ...subject }: Case,
    names: CaseNames,
    language: Language,
  ): Promise<CardData['facts']> {
    const text = textIn(language).cases;
    const safety = (['threat', 'physical', 'harm'] as const).filter((key) => report.safety[key]);
    const facts = [
      { label: text.fact.reporter, value: await names.reporter() },
      { label: text.fact.assignee, value: await names.assignee(subject) },
      { label: text.fact.topic, value: text.topic[report.topic] },
      { label: text.fact.place, value: report.place },
      {
        label: text.fact.occurredOn,
        value: report.occurredOn && calendarDay(report.occurredOn, language),
      },
      { label: text.fact.source, value: text.source[report.source] },
      { label: text.fact.efforts, value: report.efforts.map((effort) => text.effort[effort]).join(', ') },
      { label: text.fact.touches, value: report.touches.map(this.parts.titleOf).join(', ') },
      { label: text.fact.safety, value: safety.map((key) => text.safety[key]).join('; ') },
      { label: text.fact.hold, value: subject.held ? text.onHold : '' },
    ];
    return facts.filter((fact) => fact.value !== '');
  }

  /** Nobody is asked to tell twice what needs protection. */
  #webLinks({ report, protectedBy }: Case, text: Catalogue['cases']): CardData['webLinks'] {
    if (protectedBy) return [];
    const { intranet, landing } = this.parts.links;
    if (report.topic === 'information') return intranet ? [{ title: text.openIntranet, url: intranet }] : [];
    return landing ? [{ title: text.openLanding, url: landing }] : [];
  }
}

/** What the reader needs to know first: the pending decision, the receipt, or why the team sees the case. */
function bannerFor(subject: Case, viewer: Person, can: CardData['can'], text: Catalogue['cases']): string {
  const duty = subject.protectedBy ? ` ${text.protected.duty}` : '';
  if (can.accept) return `${text.toDecide}${duty}`;
  if (can.close) return `${text.toClose}${duty}`;
  if (subject.reporterId === viewer.id && subject.state === 'reported') {
    if (subject.protectedBy) return text.protected.receipt(subject.number, text.role[subject.assigneeRole]);
    const told = text.receipt(subject.number, text.role[subject.assigneeRole]);
    return `${told} ${text.receiptChannel[subject.report.topic]}`;
  }
  const isWatching = rolesIn(subject, viewer).includes('humanization') && subject.dueAt !== undefined;
  return isWatching && subject.level === 'high' ? text.watching : '';
}

/** Why the level must be confirmed first. */
function reviewLines({ report }: Case, text: Catalogue['cases']): string[] {
  return [text.confirmFirst, ...report.reviews.map((reason) => text.reviewReason[reason])];
}
