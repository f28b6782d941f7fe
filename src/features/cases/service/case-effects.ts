/** The handlers of case effects: what the dispatcher sends or does for each. */
import type { FeatureContext } from '../../../feature.js';
import type { EffectHandler } from '../../../platform/delivery/carrier.js';
import type { Message } from '../../../platform/delivery/message.js';
import { NoticeEffects, type RenderNotice } from '../../../platform/delivery/notice-effects.js';
import { type Person, stranger } from '../../../platform/people/person.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import type { News } from '../../../platform/text/es/cases.js';
import type { CaseCards } from '../cards/case-card.js';
import { dueInWords } from '../cards/due.js';
import type { Case } from '../domain/case.js';
import { EFFECTS, HANDED_OVER, isUnreceived } from '../domain/effects.js';
import type { EventType } from '../domain/event.js';
import { mayView, rolesIn } from '../domain/permissions.js';
import type { CaseIndex } from '../store/case-index.js';
import type { CaseStore, LoadedCase } from '../store/case-store.js';
import { scheduleDeadlines } from './deadline-work.js';
import { unlessAhead } from './later-version.js';
import { projectCase } from './projection.js';

export interface CaseEffectParts
  extends Pick<FeatureContext, 'settings' | 'directory' | 'work' | 'clock' | 'log' | 'notices' | 'tables'> {
  store: CaseStore;
  index: CaseIndex;
  cards: CaseCards;
}

/** The handlers of the case effects, by kind. */
export function caseEffects(parts: CaseEffectParts): Record<string, EffectHandler> {
  const { store } = parts;
  const effects = new NoticeEffects(parts.notices, parts.tables, 'Cases');
  return {
    [EFFECTS.card]: unlessAhead(store, (item, loaded) => effects.card(renderCard(parts, loaded))(item)),
    [EFFECTS.news]: unlessAhead(store, (item, loaded) =>
      effects.announcement(renderNews(parts, loaded))(item),
    ),
    [EFFECTS.index]: unlessAhead(store, async (_item, loaded) => {
      await projectCase(parts, loaded);
      return [];
    }),
    [EFFECTS.deadline]: scheduleDeadlines(parts),
    [EFFECTS.unattended]: unattended(effects, parts.log),
  };
}

/** Administrators may not see cases. The line says that one exists, without its content. */
function unattended(effects: NoticeEffects, log: FeatureContext['log']): EffectHandler {
  const tell = effects.announcement(async (_item, language) => ({ text: textIn(language).cases.unattended }));
  return async (item) => {
    if (item.target) return tell(item);
    log.error({ case: item.partitionKey }, 'nobody of the humanization team can attend to a case');
    return [];
  };
}

/** The card as its reader may see it now. A former assignee is only told that the case moved on. */
function renderCard({ directory, cards, clock }: CaseEffectParts, loaded: LoadedCase): RenderNotice {
  return async (item, language, hasCard) => {
    const reader = (await directory.find(item.target)) ?? stranger(item.target);
    const { subject } = loaded;
    const { number, level, state } = subject;
    const { summary, level: levels } = textIn(language).cases;
    if (!mayView(subject, reader)) {
      const knowsOfIt = hasCard && rolesIn(subject, reader).includes('former');
      return knowsOfIt
        ? { card: cards.goneOn(subject, language), summary: summary.updated(number) }
        : undefined;
    }
    return {
      card: await cards.render(loaded, { viewer: reader, language, now: clock() }),
      summary: state === 'reported' ? summary.new(number, levels[level]) : summary.updated(number),
    };
  };
}

function renderNews({ settings, directory, clock }: CaseEffectParts, loaded: LoadedCase): RenderNotice {
  return async (item, language) => {
    const event = loaded.events.find((candidate) => seqOf(item.rowKey) === candidate.seq);
    if (!event) return undefined;
    const reader = (await directory.find(item.target)) ?? stranger(item.target);
    if (!mayView(loaded.subject, reader)) return undefined;
    const what = { type: event.body.type, reader, others: others(settings, language) };
    return newsOf(loaded.subject, what, language, clock());
  };
}

/** Undefined if the event has no line for this reader, or the line is outdated. */
function newsOf(
  subject: Case,
  { type, reader, others }: { type: EventType; reader: Person; others: string },
  language: Language,
  now: Date,
): Message | undefined {
  const text = textIn(language).cases;
  const news: News = {
    number: subject.number,
    level: text.level[subject.level],
    role: text.role[subject.assigneeRole],
    due: dueInWords(subject.dueAt, now, language),
  };
  const isReporter = reader.id === subject.reporterId;
  if (isUnreceived(subject, type))
    return { text: text.protected.unreceived[isReporter ? 'reporter' : 'receiver'](news, others) };
  // It was received meanwhile.
  if (type === 'lapsed' && isReporter) return undefined;
  const isToHolder = HANDED_OVER.has(type) && !isReporter;
  if (isToHolder && !rolesIn(subject, reader).includes('assignee')) return undefined;
  const lines = isToHolder ? text.newsToHolder : text.news;
  const tell = Object.entries(lines).find(([name]) => name === type)?.[1];
  return tell && { text: tell(news) };
}

/** Whom else people can turn to. */
function others(
  { contacts, helplines }: Pick<FeatureContext['settings'], 'contacts' | 'helplines'>,
  language: Language,
): string {
  const { violence, emergency } = textIn(language).cases.protected.others;
  const own = contacts.map(({ name, value }) => `${name} (${value})`);
  return [...own, violence(helplines.violence), emergency(helplines.emergency)].join('; ');
}

/** `outbox:000002:001` belongs to event 2. */
const seqOf = (rowKey: string) => Number(rowKey.split(':')[1]);
