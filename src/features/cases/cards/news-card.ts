/** News of a case: what happened, the words of who did it, what comes next, and the button for it. */

import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { type Rich, richOf } from '../../../platform/cards/rich.js';
import type { Names } from '../../../platform/people/names.js';
import type { Person } from '../../../platform/people/person.js';
import { type Catalogue, type Language, textIn } from '../../../platform/text/catalogue.js';
import type { News } from '../../../platform/text/es/case-news.js';
import type { Case } from '../domain/case.js';
import type { CommandType } from '../domain/commands.js';
import { HANDED_OVER, isUnreceived } from '../domain/effects.js';
import type { CaseEvent } from '../domain/event.js';
import { wordsOf } from '../domain/event-words.js';
import { may, maySeeReporter, mayView, rolesIn } from '../domain/permissions.js';
import { mayBeHigh } from '../domain/report.js';
import { type Button, confirmButton, formTitle, openLevelOf } from './case-buttons.js';
import { healthDueOf } from './completing.js';
import { whenDue } from './due.js';
import { type FormName, verbOf } from './forms.js';
import { CaseNames } from './story.js';
import { newsTemplate } from './templates.js';

export interface Telling {
  subject: Case;
  event: CaseEvent;
  reader: Person;
  /** Whom else people can turn to. */
  others: string;
  language: Language;
  now: Date;
}

/** The forms that answer each event, for who may give the command; two are shown. */
const ANSWERS: Readonly<Partial<Record<CaseEvent['body']['type'], readonly FormName[]>>> = {
  asked: ['reply'],
  rejected: ['contest'],
  closed: ['reopen'],
  accepted: ['add'],
  unconfirmed: ['reclassify'],
};
const DECIDING: readonly FormName[] = ['close', 'ask'];
/** After these, nothing is due. */
const SETTLING: readonly string[] = ['rejected', 'closed'];
const MOST_FORMS = 2;

export class NewsCards {
  constructor(private readonly parts: { names: Names; renderer: Renderer }) {}

  /** Undefined if the event has no news for this reader, or they are outdated. */
  async render(telling: Telling): Promise<Card | undefined> {
    const { subject, event, reader, language } = telling;
    const told = await this.#told(telling);
    if (!told) return undefined;
    const text = textIn(language).cases;
    const can = (command: CommandType) => may(subject, reader, command);
    const answers = (ANSWERS[event.body.type] ?? DECIDING).filter(can).slice(0, MOST_FORMS);
    const isUnconfirmed = event.body.type === 'unconfirmed';
    const open = openLevelOf(subject);
    const isToDecide = can('accept') && ANSWERS[event.body.type] === undefined;
    const files: Button[] =
      event.body.type === 'attached' ? [{ title: text.seeFiles, verb: 'case.evidence' }] : [];
    const data = {
      id: subject.id,
      revision: subject.revision,
      ...told,
      forms: answers.map((name) => ({ title: formTitle(name, open, text), verb: verbOf(name) })),
      confirm: isUnconfirmed && can('reclassify') ? [confirmButton(open, text)] : [],
      contact: isReceived(telling) ? Object.values(text.protected.contact) : [],
      taps: isToDecide ? [{ title: text.accept, verb: 'case.accept' }] : [],
      links: mayView(subject, reader) ? [...files, { title: text.seeCase, verb: 'case.view' }] : [],
    };
    return this.parts.renderer.render(newsTemplate, data, language);
  }

  async #told({ subject, event, reader, others, language, now }: Telling): Promise<Told | undefined> {
    const { type } = event.body;
    const text = textIn(language).cases;
    const news = await this.#news({ subject, event, reader, language, now });
    const isReporter = reader.id === subject.reporterId;
    if (isUnreceived(subject, type))
      return says(text.protected.unreceived[isReporter ? 'reporter' : 'receiver'](news, others));
    if (event.body.type === 'unconfirmed') {
      // It was confirmed meanwhile, or is over.
      if (!subject.unconfirmed || subject.dueAt === undefined) return undefined;
      const told = await new CaseNames(subject, this.parts.names, language, false).told(event.body);
      return says(text.unconfirmed[unconfirmedFor(subject, event.body, reader)](news, told));
    }
    if (event.body.type === 'reclassified' && !isReporter) {
      const { report } = subject;
      const isLevelKept = mayBeHigh(report) && event.body.level === report.level;
      return { ...says((isLevelKept ? text.notHigh : text.lowered)(news)), words: wordsOf(event) };
    }
    // It was received meanwhile.
    if (type === 'lapsed' && isReporter) return undefined;
    const isToHolder = HANDED_OVER.has(type) && !isReporter;
    if (isToHolder && !rolesIn(subject, reader).includes('assignee')) return undefined;
    const lines: Partial<Record<string, Tell>> = isToHolder ? text.newsToHolder : text.news;
    const isOpened = event.body.type === 'attached' && event.body.isOpened;
    const lead = isOpened ? text.fileOpened : lines[type];
    const after: Partial<Record<string, Tell>> = isToHolder ? text.nextForHolder : text.next;
    if (type === 'rejected' && reader.id === subject.takenInBy)
      return {
        ...says(text.takenIn.rejected(news)),
        words: wordsOf(event),
        next: richOf(text.takenIn.rejectedNext),
      };
    if (isReceived({ subject, event, reader })) {
      const { received, receivedNext } = text.protected;
      return { ...says(received(news)), words: wordsOf(event), next: richOf(receivedNext) };
    }
    const isOutdated = subject.dueAt === undefined && !SETTLING.includes(type);
    const nextWords = isOutdated ? '' : (after[type]?.(news) ?? '');
    const isAgreed = type === 'closed' && subject.commitments.length > 0;
    const next = isAgreed ? `${text.commitments.some} ${nextWords}` : nextWords;
    return lead && { ...says(lead(news)), words: wordsOf(event), next: richOf(next) };
  }

  async #news({ subject, event, reader, language, now }: Omit<Telling, 'others'>): Promise<News> {
    const text = textIn(language).cases;
    const names = new CaseNames(subject, this.parts.names, language, maySeeReporter(subject, reader));
    const isHidden = event.actorId === subject.reporterId && !maySeeReporter(subject, reader);
    const { dueAt } = subject;
    return {
      number: subject.number,
      level: text.level[event.body.type === 'reclassified' ? event.body.level : subject.level],
      by: isHidden ? text.whoReported : await names.of(event.actorId),
      who: await names.holder(),
      health: subject.health ? text.health.priority[subject.health.priority] : '',
      healthDue: healthDueOf(subject, now, language),
      outcomes: event.body.type === 'closed' ? outcomesIn(event.body.outcomes, text) : '',
      due: dueAt && Date.parse(dueAt) > now.getTime() ? whenDue(dueAt, now, language) : text.soon,
    };
  }
}

/** Somebody has taken up what was told in confidence, and whoever told it hears of that: no deadline, but how to be spoken to. */
const isReceived = ({ subject, event, reader }: Pick<Telling, 'subject' | 'event' | 'reader'>): boolean =>
  event.body.type === 'accepted' && subject.protectedBy !== undefined && reader.id === subject.reporterId;

type Tell = (news: News) => string;
interface Told {
  lead: Rich;
  words: string;
  next: Rich;
}

/** Whoever attends to a case can confirm its level; the others only hear of it, and whoever is above not what it tells. */
function unconfirmedFor(
  subject: Case,
  { aboveId }: { aboveId?: string | undefined },
  reader: Person,
): 'holder' | 'group' | 'team' | 'above' {
  if (rolesIn(subject, reader).includes('assignee'))
    return subject.assignee.kind === 'person' && aboveId !== reader.id ? 'holder' : 'group';
  return mayView(subject, reader) ? 'team' : 'above';
}

const says = (lead: string): Told => ({ lead: richOf(lead), words: '', next: [] });

function outcomesIn(outcomes: readonly (keyof Catalogue['cases']['outcome'])[], text: Catalogue['cases']) {
  return outcomes.map((outcome) => text.outcome[outcome]).join(', ');
}
