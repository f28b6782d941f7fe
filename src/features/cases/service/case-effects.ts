/** What the effects of a case say and do when the dispatcher comes to them. */
import type { Clock } from '../../../platform/clock.js';
import type { EffectHandler } from '../../../platform/delivery/dispatcher.js';
import type { Notices, RenderNotice } from '../../../platform/delivery/notices.js';
import type { Logger } from '../../../platform/log.js';
import type { Directory, Person } from '../../../platform/people/person.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import type { Message } from '../../../turn.js';
import type { CaseCards } from '../cards/case-card.js';
import { dueInWords } from '../cards/due.js';
import type { Case, CaseEvent } from '../domain/case.js';
import { EFFECTS, HANDED_OVER } from '../domain/effects.js';
import { mayView, rolesIn } from '../domain/permissions.js';
import type { CaseIndex } from '../store/case-index.js';
import type { CaseStore } from '../store/case-store.js';
import type { CaseDeadlines } from './deadline-work.js';
import { lineAbove } from './routing.js';

export interface CaseNoticeParts {
  store: CaseStore;
  index: CaseIndex;
  directory: Directory;
  cards: CaseCards;
  deadlines: CaseDeadlines;
  clock: Clock;
  log: Logger;
}

/** The handlers of the case effects, by kind. */
export function caseEffects(notices: Notices, parts: CaseNoticeParts): Record<string, EffectHandler> {
  return {
    [EFFECTS.card]: notices.card(renderCard(parts)),
    [EFFECTS.news]: notices.announcement(renderNews(parts)),
    [EFFECTS.index]: async (item) => {
      await projectIndex(parts, item.partitionKey);
      return [];
    },
    [EFFECTS.deadline]: parts.deadlines.schedule,
    [EFFECTS.unattended]: unattended(notices, parts.log),
  };
}

/** An administrator may see no case: the line says that there is one, and nothing of what is in it. */
function unattended(notices: Notices, log: Logger): EffectHandler {
  const tell = notices.announcement(async (_item, language) => ({ text: textIn(language).cases.unattended }));
  return async (item) => {
    if (item.target) return tell(item);
    log.error({ case: item.partitionKey }, 'nobody of the humanization team can attend to a case');
    return [];
  };
}

/** The card as its reader may see it now. Whoever had it once is only told that it went on. */
function renderCard({ store, directory, cards, clock }: CaseNoticeParts): RenderNotice {
  return async (item, language, hasCard) => {
    const loaded = await store.load(item.partitionKey);
    const reader = (await directory.find(item.target)) ?? unknownPerson(item.target);
    if (!loaded) return undefined;
    const { subject } = loaded;
    const { number, level, state } = subject;
    const text = textIn(language).cases;
    if (!mayView(subject, reader)) {
      const knowsOfIt = hasCard && rolesIn(subject, reader).includes('former');
      return knowsOfIt
        ? { card: cards.goneOn(subject, language), summary: text.summary.updated(number) }
        : undefined;
    }
    return {
      card: await cards.render(loaded, { viewer: reader, language, now: clock() }),
      summary:
        state === 'reported' ? text.summary.new(number, text.level[level]) : text.summary.updated(number),
    };
  };
}

function renderNews({ store, directory, clock }: CaseNoticeParts): RenderNotice {
  return async (item, language) => {
    const loaded = await store.load(item.partitionKey);
    const event = loaded?.events.find((candidate) => seqOf(item.rowKey) === candidate.seq);
    if (!loaded || !event) return undefined;
    const reader = (await directory.find(item.target)) ?? unknownPerson(item.target);
    if (!mayView(loaded.subject, reader)) return undefined;
    return newsOf(loaded.subject, { type: event.body.type, reader }, language, clock());
  };
}

/** None where it says nothing to this reader, or what it says is no longer so. */
function newsOf(
  subject: Case,
  { type, reader }: { type: CaseEvent['body']['type']; reader: Person },
  language: Language,
  now: Date,
): Message | undefined {
  const text = textIn(language).cases;
  const isToHolder = HANDED_OVER.has(type) && reader.id !== subject.reporterId;
  if (isToHolder && !rolesIn(subject, reader).includes('assignee')) return undefined;
  const tell = Object.entries(isToHolder ? text.newsToHolder : text.news).find(
    ([name]) => name === type,
  )?.[1];
  return (
    tell && {
      text: tell({
        number: subject.number,
        level: text.level[subject.level],
        role: text.role[subject.assigneeRole],
        due: dueInWords(subject.dueAt, now, language),
      }),
    }
  );
}

async function projectIndex({ store, index, directory }: CaseNoticeParts, caseId: string): Promise<void> {
  let projected = -1;
  // Again when the case moved on meanwhile, so that the last to write is never out of date.
  for (;;) {
    const loaded = await store.load(caseId);
    if (!loaded || loaded.subject.revision === projected) return;
    const { subject } = loaded;
    await index.project(subject, await lineOf(directory, subject));
    projected = subject.revision;
  }
}

/**
 * The ids of the leaders in whose lists of the line a case stands: those above whoever attends to it,
 * without the reporter and those who must not know of it.
 */
export async function lineOf(directory: Directory, subject: Case): Promise<string[]> {
  if (subject.assignee.kind !== 'person') return [];
  const line = await lineAbove(directory, await directory.find(subject.assignee.id));
  const hidden = new Set([subject.reporterId, ...subject.excludedIds]);
  return line.map(({ id }) => id).filter((id) => !hidden.has(id));
}

/** `outbox:000002:001` belongs to event 2. */
const seqOf = (rowKey: string) => Number(rowKey.split(':')[1]);

/** Somebody whom the directory does not know may still have reported. */
function unknownPerson(id: string): Person {
  return { id, name: '', email: '', roles: [], area: '' };
}
