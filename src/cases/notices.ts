/** What the effects of a case say and do when the dispatcher comes to them. */

import type { Clock } from '../clock.js';
import type { EffectHandler } from '../delivery/dispatcher.js';
import type { Notices, RenderNotice } from '../delivery/notices.js';
import type { Directory, Person } from '../people/person.js';
import { textIn } from '../text/catalogue.js';
import type { CaseCards } from './case-card.js';
import type { CaseIndex } from './case-index.js';
import { mayView } from './permissions.js';
import { EFFECTS } from './service.js';
import type { CaseStore, StoredCase } from './store.js';

export interface CaseNoticeParts {
  store: CaseStore;
  index: CaseIndex;
  directory: Directory;
  cards: CaseCards;
  clock: Clock;
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
  };
}

/** The card as its reader may see it now; nobody who has lost sight of the case is sent one. */
function renderCard({ store, directory, cards, clock }: CaseNoticeParts): RenderNotice {
  return async (item, language) => {
    const loaded = await store.load(item.partitionKey);
    const viewer = await directory.find(item.target);
    const reader = viewer ?? unknownPerson(item.target);
    if (!loaded || !mayView(loaded.subject, reader)) return undefined;
    const { number, level, state } = loaded.subject;
    const text = textIn(language).cases;
    return {
      card: await cards.render(loaded, { viewer: reader, language, now: clock() }),
      summary:
        state === 'reported' ? text.summary.new(number, text.level[level]) : text.summary.updated(number),
    };
  };
}

function renderNews({ store }: CaseNoticeParts): RenderNotice {
  return async (item, language) => {
    const loaded = await store.load(item.partitionKey);
    const event = loaded?.events.find((candidate) => seqOf(item.rowKey) === candidate.seq);
    if (!loaded || !event || event.body.type === 'reported') return undefined;
    return { text: textIn(language).cases.news[event.body.type](loaded.subject.number) };
  };
}

async function projectIndex({ store, index }: CaseNoticeParts, caseId: string): Promise<void> {
  let projected = -1;
  let loaded: StoredCase | undefined = await store.load(caseId);
  // Again when the case moved on meanwhile, so that the last to write is never out of date.
  while (loaded && loaded.subject.revision !== projected) {
    await index.project(loaded.events);
    projected = loaded.subject.revision;
    loaded = await store.load(caseId);
  }
}

/** `outbox:000002:001` belongs to event 2. */
const seqOf = (rowKey: string) => Number(rowKey.split(':')[1]);

/** Somebody whom the directory does not know may still have reported. */
function unknownPerson(id: string): Person {
  return { id, name: '', email: '', roles: [], area: '' };
}
