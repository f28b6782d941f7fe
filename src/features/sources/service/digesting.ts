/** Tells each leader of all cases of a round together, once the team pauses. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { type WorkKinds, workKind } from '../../../platform/delivery/work.js';
import { type DigestLine, type Digests, partitionOf } from '../store/digests.js';
import type { SourceNotices } from './source-notices.js';

const DIGEST_WORK = 'sources-digest';
const digestWork = z.object({ kind: z.literal(DIGEST_WORK), leaderId: z.string().min(1) });

/** The team pauses: the round is over. */
const QUIET_MS = 5 * 60_000;
/** A leader waits no longer, however long the round is. */
const LONGEST_MS = 30 * 60_000;

interface DigestingParts extends Pick<FeatureContext, 'work' | 'clock'> {
  digests: Digests;
  notices: Pick<SourceNotices, 'dispatch'>;
}

export class Digesting {
  constructor(private readonly parts: DigestingParts) {}

  get work(): WorkKinds {
    return { [DIGEST_WORK]: workKind(digestWork, ({ leaderId }) => this.#run(leaderId)) };
  }

  /** Idempotent until it is sent. The message comes first, so that no line is without one. */
  async add(leaderId: string, line: DigestLine): Promise<void> {
    await this.parts.work.later({ kind: DIGEST_WORK, leaderId }, QUIET_MS);
    await this.parts.digests.add(leaderId, line);
  }

  async #run(leaderId: string): Promise<number | undefined> {
    const { digests, notices, clock } = this.parts;
    const lines = await digests.pending(leaderId);
    const moments = lines.map(({ at }) => Date.parse(at));
    const due = Math.min(Math.max(...moments) + QUIET_MS, Math.min(...moments) + LONGEST_MS);
    const now = clock();
    if (lines.length > 0 && due > now.getTime()) return due - now.getTime();
    if (lines.length > 0) await digests.close(leaderId, lines, now.toISOString());
    return notices.dispatch(partitionOf(leaderId));
  }
}
