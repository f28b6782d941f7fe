import type { Feature, FeatureContext } from '../../feature.js';
import { PracticeCards } from './cards/practice-card.js';
import { PracticeHandler } from './handlers/practice-handler.js';
import { readPractices } from './service/content.js';
import { PracticeExpiry } from './service/expiry.js';
import { Membership } from './service/membership.js';
import { practiceData } from './service/personal-data.js';
import { practiceFigures } from './service/practice-figures.js';
import { Rounds } from './service/rounds.js';
import { Sending } from './service/sending.js';
import { SentCounts } from './store/counts.js';
import { Members } from './store/members.js';
import { PracticeOutbox } from './store/practice-outbox.js';
import { Ticks } from './store/ticks.js';

// Used by the commands in `cli/`.
export { readPractices } from './service/content.js';
export { practiceFigures } from './service/practice-figures.js';

/** How soon an hour that has come is seen. Looking costs no request. */
const LOOK_MS = 20_000;

/** @param helpers.isGuest of the tenant, as far as the directory knows. */
export function createPractice(
  context: FeatureContext,
  { isGuest }: { isGuest: (personId: string) => Promise<boolean> },
): Feature {
  const { tables, background, policy, settings } = context;
  const stored = {
    ...context,
    keptFor: settings.privacy.retention.practice,
    practices: readPractices(policy),
    members: new Members(tables),
    ticks: new Ticks(tables),
    counts: new SentCounts(tables),
    outbox: new PracticeOutbox(tables),
    cards: new PracticeCards(context),
  };
  const sending = new Sending(stored);
  const rounds = new Rounds({ ...stored, isGuest, send: (day, personIds) => sending.send(day, personIds) });
  const handler = new PracticeHandler({ ...stored, membership: new Membership(stored) });
  return {
    verbs: handler.routes(),
    texts: [{ purpose: 'practice', scope: 'personal', handle: (turn) => handler.view(turn) }],
    work: { ...rounds.work, ...sending.work },
    personalData: practiceData(stored),
    figures: [practiceFigures(context)],
    sweeps: [new PracticeExpiry(stored)],
    start: () => background.every(LOOK_MS, 'practice', () => rounds.look()),
  };
}
