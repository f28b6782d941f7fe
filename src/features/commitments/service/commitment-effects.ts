/** The handlers of the effects of commitments: what the dispatcher of cases sends or does for each. */
import type { FeatureContext } from '../../../feature.js';
import type { EffectHandler } from '../../../platform/delivery/carrier.js';
import { NoticeEffects, type RenderNotice } from '../../../platform/delivery/notice-effects.js';
import { type Directory, stranger } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import {
  type CaseStore,
  commitmentOf,
  EFFECTS,
  eventOf,
  isUndone,
  keepingRoles,
  type LoadedCase,
  leaderOf,
  rolesIn,
  unlessAhead,
} from '../../cases/index.js';
import type { CommitmentCards } from '../cards/commitment-card.js';
import { scheduleFollowUp } from './follow-ups.js';

export interface CommitmentEffectParts
  extends Pick<FeatureContext, 'actors' | 'work' | 'clock' | 'notices' | 'tables'> {
  directory: Directory;
  store: CaseStore;
  cards: CommitmentCards;
}

/** The handlers, by kind. */
export function commitmentEffects(parts: CommitmentEffectParts): Record<string, EffectHandler> {
  const { store } = parts;
  const effects = new NoticeEffects(parts.notices, parts.tables, 'Cases');
  return {
    [EFFECTS.commitment]: unlessAhead(store, (item, loaded) =>
      effects.announcement(renderCommitment(parts, loaded))(item),
    ),
    [EFFECTS.followUp]: scheduleFollowUp(parts),
  };
}

/** For the person who committed and the people following it now. They need not see the case. */
function renderCommitment(
  { actors, directory, cards }: CommitmentEffectParts,
  { subject, events }: LoadedCase,
): RenderNotice {
  return async (item, language) => {
    const event = eventOf(item, events);
    const commitment = event && commitmentOf(event, subject);
    if (!event || !commitment || isUndone(events, event)) return undefined;
    const isOver = commitment.state === 'done' && event.body.type === 'commitment-reminded';
    const reader = (await actors.find(item.target)) ?? stranger(item.target);
    const leaderId = await leaderOf(directory, subject, commitment);
    const roles = [...rolesIn(subject, reader), ...keepingRoles(subject, reader, { commitment, leaderId })];
    const keeps = roles.some((role) => role === 'assignee' || role === 'committed');
    if (isOver || !keeps) return undefined;
    const card = await cards.notice({ caseId: subject.id, commitment, event, reader, language });
    return card && { card, summary: textIn(language).cases.commitments.list.title };
  };
}
