/** The card of a case. What it shows depends on the reader. */
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { richOf } from '../../../platform/cards/rich.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import type { DataOf } from '../../../platform/cards/template.js';
import type { Level, Reason, ReviewReason } from '../../../platform/impact/assessment.js';
import { SAFETY_QUESTIONS } from '../../../platform/impact/failure.js';
import type { Names } from '../../../platform/people/names.js';
import type { Person } from '../../../platform/people/person.js';
import { type Catalogue, type Language, textIn } from '../../../platform/text/catalogue.js';
import { calendarDay } from '../../../platform/text/dates.js';
import type { HelpBlock, Helplines } from '../../../platform/text/helplines.js';
import { type Case, isHighAsked } from '../domain/case.js';
import { KEPT_FROM_REPORTER } from '../domain/commitment-effects.js';
import type { CaseEvent, EventType } from '../domain/event.js';
import { lastWordsOf } from '../domain/event-words.js';
import { may, maySeeIdentifying, maySeeReporter, rolesIn } from '../domain/permissions.js';
import { protectionsOf } from '../domain/protection.js';
import { mayBeHigh, type Report } from '../domain/report.js';
import type { LoadedCase } from '../store/case-store.js';
import { buttonsOf, openLevelOf } from './case-buttons.js';
import { stateOf } from './commitment-words.js';
import { type Completing, cycleWords, healthDueOf, nudgeOf } from './completing.js';
import { dueOf, whenDue } from './due.js';
import { type HelpFor, helpBlocks } from './help-blocks.js';
import { progressOf } from './progress.js';
import { receiptOf } from './receipt.js';
import { rightsOf } from './rights.js';
import { CaseNames, storyOf } from './story.js';
import { isCut, storyParts } from './story-parts.js';
import { CASE_ACTIONS, type CaseAction, caseTemplate } from './templates.js';
import { afterwards, undoButtons } from './undo-buttons.js';

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
      links: { intranet?: string | undefined; landing?: string | undefined };
      helplines: Helplines;
      helpFor: HelpFor;
      titleOf: (sectionId: string) => string;
      completing: Completing;
    },
  ) {}

  /** @param options.banner a line above the card, instead of the usual one. */
  async render(
    loaded: LoadedCase,
    viewing: Viewing,
    options: { banner?: string; back?: CardData['back'] | undefined } = {},
  ): Promise<Card> {
    const { subject, events, isAhead } = loaded;
    const { viewer, language, now } = viewing;
    const text = textIn(language).cases;
    const names = new CaseNames(subject, this.parts.names, language, maySeeReporter(subject, viewer));
    const { completing } = this.parts;
    // Nobody who was hurt is asked about for the place.
    const isOffered = (command: CaseAction) =>
      (command !== 'health' || completing.healthHours !== undefined) &&
      (command !== 'place' || !subject.protectedBy);
    const can = Object.fromEntries(
      CASE_ACTIONS.map((command) => [
        command,
        !isAhead && isOffered(command) && may(subject, viewer, command),
      ]),
    ) as Record<CaseAction, boolean>;
    const undo = isAhead ? [] : undoButtons(subject, viewer, { now, language });
    const { signals, narrative } = subject.report;
    // The receipt says until when there is an answer.
    const isReporter = subject.reporterId === viewer.id;
    const isWaiting = isReporter && subject.state === 'reported';
    // Whoever was hurt reads no deadline of somebody else's.
    const isDueHidden = isAhead || isWaiting || (isReporter && subject.protectedBy !== undefined);
    const isLevelOpen = can.reclassify && subject.unconfirmed;
    const data: CardData = {
      id: subject.id,
      revision: subject.revision,
      number: subject.number,
      ...levelShown(subject, text),
      why: isReporter ? [] : whyOf(subject, text),
      progress: progressOf(subject.state, text),
      due: isDueHidden ? '' : dueOf(subject, now, language),
      healthDue: isReporter ? '' : healthDueOf(subject, now, language),
      // One thing at a time: the level comes first.
      nudge: can.place && !isLevelOpen ? nudgeOf(subject, language) : '',
      banner: options.banner ?? bannerFor(loaded, viewer, { canUndo: undo.length > 0, text }),
      undo,
      receipt: await receiptOf(subject, viewer, { names, now, language }),
      who: await whoOf(subject, viewer, names, text),
      care: subject.dueAt === undefined ? [] : this.#care(loaded, viewer, language),
      review: isLevelOpen ? reviewLines(subject, { now, language }) : [],
      doubted: doubtedIn(subject.report),
      evidence: subject.evidence.length,
      question: can.reply ? (subject.question ?? '') : '',
      facts: [...this.#facts(subject, language), ...(await commitmentFacts(subject, viewer, names, text))],
      ...storyParts(narrative, signals),
      story: await storyOf(eventsFor(subject, viewer, events), names, language),
      ...buttonsOf(can, isLevelOpen ? openLevelOf(subject) : undefined, text),
      webLinks: isReporter ? this.#webLinks(subject, text) : [],
      recognises: mayThank(subject, viewer),
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

  /** Whom to call for what the reporter has written last to the case; for the reporter alone. */
  helpForWords({ subject, events }: LoadedCase, viewer: Person, language: Language): HelpBlock[] {
    const { reporterId } = subject;
    return viewer.id === reporterId ? this.parts.helpFor(lastWordsOf(reporterId, events), language) : [];
  }

  /** Whom to call, for the latest words first. Whoever reported something grave reads it, whatever the words. */
  #care(loaded: LoadedCase, viewer: Person, language: Language): CardData['care'] {
    const { helplines } = this.parts;
    const { report, protectedBy, level, reporterId } = loaded.subject;
    const isGrave = level === 'high' && reporterId === viewer.id;
    const rights = protectedBy ? rightsOf(protectionsOf(report), helplines, language) : [];
    const forReport = helpBlocks({ cares: report.cares, isGrave }, helplines, language);
    const forWords = this.helpForWords(loaded, viewer, language);
    const isNew = ({ title }: HelpBlock) => forWords.every((block) => block.title !== title);
    return [...forWords, ...forReport.filter(isNew), ...rights];
  }

  #facts(whole: Case, language: Language): CardData['facts'] {
    const { report, ...subject } = whole;
    const text = textIn(language).cases;
    const safety = (['threat', 'physical', 'harm'] as const).filter((key) => report.safety[key]);
    const facts = [
      { label: text.fact.topic, value: text.topic[report.topic] },
      { label: text.fact.place, value: report.place },
      { label: text.fact.cycle, value: cycleWords(whole, this.parts.completing.places, language) },
      {
        label: text.fact.occurredOn,
        value: report.occurredOn && calendarDay(report.occurredOn, language),
      },
      // Of a case that was taken in, the first line says it.
      { label: text.fact.source, value: whole.reporterId ? text.source[report.source] : '' },
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

/** What stands above the case for its level: one that may be high is not called low. */
function levelShown(subject: Case, text: Catalogue['cases']): Pick<CardData, 'levelStyle' | 'levelTitle'> {
  if (isHighAsked(subject)) return { levelStyle: 'warning', levelTitle: text.perhapsHigh };
  const titles = subject.unconfirmed ? text.unconfirmedLevel : text.levelTitle;
  return { levelStyle: LEVEL_STYLES[subject.level], levelTitle: titles[subject.level] };
}

/** Why the proposed level is medium or high: the clause of the policy, and the sentence unless all of the story is read above. */
function whyOf({ level, report }: Case, { why, clause, safety }: Catalogue['cases']): CardData['why'] {
  if (level === 'low' || level !== report.level) return [];
  if (report.level !== report.proposedLevel) {
    const ticked = SAFETY_QUESTIONS.filter((question) => report.safety[question]);
    return richOf(
      ticked.length > 0 ? why.ticked(ticked.map((question) => safety[question]).join('; ')) : why.raised,
    );
  }
  const [signal] = report.signals.filter((one) => one.level === level);
  if (!signal) return richOf(why.whole);
  const quote = isCut(report.narrative) ? [{ text: ` «${signal.text}»`, weight: 'Default' as const }] : [];
  if (!signal.isUnsure) return [...richOf(why.clause(clause[signal.rule])), ...quote];
  return quote.length > 0 ? [...richOf(why.sentence), ...quote] : richOf(why.whole);
}

/** Who attended to a case has seen who helped; a protected case leads nowhere else. */
function mayThank({ state, reporterId, protectedBy }: Case, { id }: Person): boolean {
  return state === 'closed' && reporterId !== id && !protectedBy;
}

/** Nobody reads about themselves. */
async function whoOf(
  subject: Case,
  viewer: Person,
  names: CaseNames,
  text: Catalogue['cases'],
): Promise<CardData['who']> {
  const { reporterId, assignee, state } = subject;
  const isReporter = reporterId === viewer.id;
  const isAssignee = assignee.kind === 'person' && assignee.id === viewer.id;
  const isInReceipt = isReporter && state === 'reported';
  const facts = [
    ...(isReporter ? [] : [await originOf(names, text)]),
    ...(isAssignee || isInReceipt ? [] : [`${text.fact.assignee}: **${await names.assignee()}**`]),
  ];
  return richOf(facts.join(' · '));
}

/** Who reported, or by which channel it came. */
async function originOf(names: CaseNames, text: Catalogue['cases']): Promise<string> {
  const channel = names.channel();
  return channel === undefined
    ? `${text.fact.reporter}: **${await names.reporter()}**`
    : `${text.fact.channel}: **${channel}**`;
}

function eventsFor(subject: Case, viewer: Person, events: readonly CaseEvent[]): readonly CaseEvent[] {
  const hidden: EventType[] = [
    'commitment-reminded',
    ...(maySeeIdentifying(subject, viewer) ? [] : (['identified'] as const)),
    ...(subject.reporterId === viewer.id ? (['committed', ...KEPT_FROM_REPORTER] as const) : []),
  ];
  return events.filter(({ body }) => !hidden.includes(body.type));
}

/** The reporter reads that there are some, and no name. */
async function commitmentFacts(
  { commitments, reporterId }: Case,
  viewer: Person,
  names: CaseNames,
  text: Catalogue['cases'],
): Promise<CardData['facts']> {
  const words = text.commitments;
  if (reporterId === viewer.id)
    return commitments.length > 0 ? [{ label: words.facts, value: words.someShort }] : [];
  const lines = commitments.map(async (commitment) => ({
    label: words.fact,
    value: words.line(await names.committed(commitment), commitment.what, stateOf(commitment, words)),
  }));
  return Promise.all(lines);
}

/**
 * What the reader needs to know first: that the case can only be read, what comes after their decision, the duty of a
 * protected case, or why they see one of somebody else.
 */
function bannerFor(
  { subject, events, isAhead }: LoadedCase,
  viewer: Person,
  { canUndo, text }: { canUndo: boolean; text: Catalogue['cases'] },
): string {
  if (isAhead) return text.problem['later-version'];
  if (canUndo) return afterwards(subject, events, text);
  const roles = rolesIn(subject, viewer);
  if (subject.dueAt === undefined) return '';
  if (roles.includes('assignee') && subject.protectedBy) return receivingWords(subject, text);
  if (roles.includes('assignee')) return subject.reporterId === undefined ? text.takenIn.banner : '';
  return roles.includes('humanization') && subject.level === 'high' ? text.watching : '';
}

/** What whoever receives a protected case owes, and does in the first hour. */
function receivingWords({ report }: Case, { protected: { duty, firstHour } }: Catalogue['cases']): string {
  const [protection] = protectionsOf(report);
  return [duty, protection && firstHour[protection]].filter(Boolean).join(' ');
}

/** The reason that quotes words of the narrative. */
const QUOTING: ReviewReason = 'discounted';

/** Why the level must be confirmed first, and until when. */
function reviewLines(
  { report, confirmBy }: Case,
  { now, language }: Pick<Viewing, 'now' | 'language'>,
): string[] {
  const text = textIn(language).cases;
  const isLate = confirmBy !== undefined && Date.parse(confirmBy) <= now.getTime();
  const until =
    confirmBy && !isLate ? text.confirmUntil(whenDue(confirmBy, now, language)) : text.confirmFirst;
  // The words that are quoted stand right below the reason that speaks of them.
  const reasons = [...report.reviews].sort(
    (one, other) => Number(one === QUOTING) - Number(other === QUOTING),
  );
  const [suspect] = suspectsIn(report);
  const lines = reasons.map((reason) => {
    const worded = wordedAs(reason, report);
    return worded === 'perhapsHigh' && suspect && !reasons.includes(QUOTING)
      ? text.perhapsHighBy(suspect.isUnsure ? '' : text.clause[suspect.rule], isPart(suspect, report))
      : text.reviewReason[worded];
  });
  return [isLate ? text.confirmLate : until, ...lines];
}

/** The words that are denied or supposed, where they are a reason for the review. */
const doubtedIn = (report: Report): string[] =>
  (report.reviews.includes(QUOTING)
    ? report.discounted
    : suspectsIn(report).filter((suspect) => isPart(suspect, report))
  ).map(({ text }) => text);

/** All of a short story stands above already. */
const isPart = ({ text }: Reason, { narrative }: Report): boolean => text !== narrative.trim();

/** The sentence that may make it high, where it is proposed lower. */
const suspectsIn = (report: Report): Reason[] =>
  mayBeHigh(report) ? report.signals.filter(({ level }) => level === 'high') : [];

/** A level is unclear because it may be high, or because nothing in the account tells it. */
function wordedAs(
  reason: ReviewReason,
  report: Pick<Report, 'level' | 'candidate' | 'reviews'>,
): ReviewReason | 'perhapsHigh' {
  return reason === 'unclear' && mayBeHigh(report) ? 'perhapsHigh' : reason;
}
