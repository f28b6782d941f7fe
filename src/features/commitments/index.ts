/** Commitments agreed in a case: the list, progress and reminders. */
import type { Feature, FeatureContext } from '../../feature.js';
import type { EffectHandler } from '../../platform/delivery/carrier.js';
import type { OutboxItem } from '../../platform/delivery/outbox.js';
import { workKind } from '../../platform/delivery/work.js';
import type { CaseEngine } from '../cases/index.js';
import { CommitmentCards } from './cards/commitment-card.js';
import { CommitmentIds } from './cards/commitment-ids.js';
import { CommitmentsHandler } from './handlers/commitments-handler.js';
import { commitmentSection } from './pages/commitment-section.js';
import { waitingCommitments } from './pages/waiting-commitments.js';
import { commitmentEffects } from './service/commitment-effects.js';
import { CommitmentFollowUps, FOLLOW, followWork } from './service/follow-ups.js';
import { onLost } from './service/lost-notices.js';
import { commitmentData } from './service/personal-data.js';
import { CommitmentList } from './store/commitment-list.js';

export interface Commitments extends Feature {
  /** The handlers of its rows in the outbox of cases, by kind. */
  effects: Readonly<Record<string, EffectHandler>>;
  /** Called when the notice of a row is given up. */
  lost: (item: OutboxItem) => Promise<void>;
}

/** The audit rounds, which redo lost work. */
const AUDIT_MS = 10 * 60_000;

/** Wires up commitments, on the cases in which they were made. */
export function createCommitments(
  context: FeatureContext,
  { store, service }: Pick<CaseEngine, 'store' | 'service'>,
): Commitments {
  const { background } = context;
  const ids = new CommitmentIds(context.sealedIds);
  const cards = new CommitmentCards({ ...context, ids });
  const commitments = new CommitmentList(context.tables);
  const followUps = new CommitmentFollowUps({ ...context, service, commitments });
  const handler = new CommitmentsHandler({ ...context, service, commitments, cards, ids });
  return {
    verbs: handler.routes(),
    texts: [{ purpose: 'commitments.mine', scope: 'personal', handle: (turn) => handler.mine(turn) }],
    tab: [commitmentSection({ ...context, commitments })],
    waits: waitingCommitments(commitments),
    work: { [FOLLOW]: workKind(followWork, (item) => followUps.run(item)) },
    personalData: [commitmentData(commitments)],
    start: () => {
      background.every(AUDIT_MS, 'commitment audit', async () => void (await followUps.audit()));
    },

    effects: commitmentEffects({ ...context, store, cards }),
    lost: onLost(context),
  };
}
