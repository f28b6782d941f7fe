/** "estado": how the bot is. */
import type { FeatureContext } from '../../../feature.js';
import { onlyFor } from '../../../platform/errors.js';
import { VERSION } from '../../../platform/version.js';
import { type Reply, show, type Turn } from '../../../turn.js';
import { statusCard } from '../cards/status-card.js';
import { maySeeStatus } from '../domain/permissions.js';
import { textIn } from '../text/catalogue.js';

export type StatusParts = Pick<
  FeatureContext,
  'instances' | 'work' | 'rounds' | 'renderer' | 'isDirectoryLive'
>;

export class StatusHandler {
  constructor(private readonly parts: StatusParts) {}

  /** @throws AppError `not-allowed` */
  async show(turn: Turn): Promise<Reply> {
    const { instances, work, rounds, renderer, isDirectoryLive } = this.parts;
    if (!maySeeStatus(await turn.person())) throw onlyFor((language) => textIn(language).operations.onlyFor);
    const [{ queued, setAside }, { audit, parked, backup, people }] = await Promise.all([
      work.depth(),
      rounds.last(),
    ]);
    const status = {
      version: VERSION,
      instances: instances.count,
      queued,
      setAside,
      audit,
      parked,
      backup,
      people: isDirectoryLive ? ('live' as const) : people,
    };
    const card = statusCard(renderer, status, turn.now, turn.language);
    return show(card, textIn(turn.language).operations.title);
  }
}
