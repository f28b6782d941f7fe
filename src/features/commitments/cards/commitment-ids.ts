/** The ids that buttons of commitments carry. Who keeps a commitment does not learn of which case it is. */
import type { SealedIds } from '../../../platform/sealed-ids.js';

const KIND = 'commitment';
const NAME = /^([0-9a-f-]{36}):(\d{1,6})$/;

export interface CommitmentPlace {
  caseId: string;
  /** The event that made it. */
  seq: number;
}

export class CommitmentIds {
  constructor(private readonly sealedIds: SealedIds) {}

  of({ caseId, seq }: CommitmentPlace): string {
    return this.sealedIds.seal(KIND, `${caseId}:${seq}`);
  }

  /** Undefined for any other text. Older cards carry the name itself. */
  placeOf(id: string): CommitmentPlace | undefined {
    const [, caseId, seq] = NAME.exec(this.sealedIds.open(KIND, id) ?? id) ?? [];
    return caseId === undefined ? undefined : { caseId, seq: Number(seq) };
  }
}
