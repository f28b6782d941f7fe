/** Puts on record who opened or exported what: behind the answer, and through the queue when storage fails. */
import { z } from 'zod';
import type { FeatureContext } from '../../../../feature.js';
import { type WorkKinds, workKind } from '../../../../platform/delivery/work.js';
import { type Access, access } from '../../domain/access.js';
import type { Case } from '../../domain/case.js';
import type { Accesses } from '../../store/accesses.js';

const ACCESS = 'access';
const AGAIN_MS = 60_000;
const accessWork = access.extend({ kind: z.literal(ACCESS) });

export interface AccessRecordParts extends Pick<FeatureContext, 'background' | 'work' | 'clock' | 'log'> {
  accesses: Accesses;
}

/** What somebody opened. Each is noted once an hour for each person. */
type Opened = Pick<Access, 'what'> & { detail?: string };

export class AccessRecord {
  constructor(private readonly parts: AccessRecordParts) {}

  get work(): WorkKinds {
    return {
      [ACCESS]: workKind(accessWork, async ({ kind: _kind, ...entry }) => {
        await this.parts.accesses.add(entry);
        return undefined;
      }),
    };
  }

  /** Reporters who read their own case are not noted: the record would tell who they are. */
  opened(
    { id: caseId, reporterId }: Pick<Case, 'id' | 'reporterId'>,
    personId: string,
    { what, detail = '' }: Opened,
  ): void {
    if (personId !== reporterId) this.#note({ what, personId, caseId, detail });
  }

  /** @param filter of the exported cases. */
  exported(personId: string, filter: object): void {
    this.#note({ what: 'export', personId, caseId: '', detail: JSON.stringify(filter) });
  }

  /** @param caseId empty for the list of all. */
  reviewed(personId: string, caseId: string): void {
    this.#note({ what: 'review', personId, caseId, detail: '' });
  }

  #note(noted: Omit<Access, 'at'>): void {
    const { background, accesses, work, clock, log } = this.parts;
    const entry = { ...noted, at: clock().toISOString() };
    background.run('access', async () => {
      try {
        await accesses.add(entry);
      } catch (error) {
        log.warn({ case: entry.caseId, err: error }, 'an access is not on record yet');
        await work.later({ kind: ACCESS, ...entry }, AGAIN_MS);
      }
    });
  }
}
