import type { FeatureContext } from '../../../feature.js';
import type { Person } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { type Reply, show, type Turn } from '../../../turn.js';
import type { CaseCards } from '../cards/case-card.js';
import type { AccessRecord } from '../service/accesses/access-record.js';
import { leftCase } from '../service/left-open.js';
import type { LoadedCase } from '../store/case-store.js';

/** Shows a case as the reply to a turn. @param viewedBy whoever wrote, if they were looked up before. */
export type ShowCase = (turn: Turn, loaded: LoadedCase, viewedBy?: Person) => Promise<Reply>;

export function createShowCase({
  cards,
  record,
  things,
}: Pick<FeatureContext, 'things'> & {
  cards: CaseCards;
  record: Pick<AccessRecord, 'opened'>;
}): ShowCase {
  return async (turn, loaded, viewedBy) => {
    const { language, now } = turn;
    const viewer = viewedBy ?? (await turn.person());
    record.opened(loaded.subject, viewer.id, { what: 'card' });
    things.note(viewer.id, [leftCase(loaded.subject, viewer)], now);
    const summary = textIn(language).cases.summary.updated(loaded.subject.number);
    return show(await cards.render(loaded, { viewer, language, now }), summary);
  };
}
