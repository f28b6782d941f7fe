/** Anchors the ends of the cases that changed, once a night for all instances. */
import type { FeatureContext } from '../../../../feature.js';
import { addMilliseconds } from '../../../../platform/clock.js';
import { isFailure } from '../../../../platform/storage/errors.js';
import { nextNight } from '../../../../platform/storage/retention.js';
import { type Anchored, type Anchors, digestOf } from '../../store/anchors.js';
import { eventKey } from '../../store/events.js';
import { CASE_ROW, ERASED, verifySeal } from '../../store/snapshot.js';

const DAY_MS = 86_400_000;
/** An event is stored some moments after its time. Cases that changed this long before an anchor are in the next too. */
export const OVERLAP_MS = 3_600_000;

export interface AnchoringParts extends Pick<FeatureContext, 'tables' | 'signer' | 'clock' | 'log'> {
  anchors: Anchors;
}

export class Anchoring {
  constructor(private readonly parts: AnchoringParts) {}

  /** Anchors what changed until the last night, unless that is done. The insert of the row decides between instances. */
  async ensure(): Promise<void> {
    const { anchors, clock, log } = this.parts;
    const now = clock();
    const day = addMilliseconds(nextNight(now), -DAY_MS).toISOString().slice(0, 10);
    const last = await anchors.last();
    if (last && last.day >= day) return;
    const since = last && addMilliseconds(new Date(last.at), -OVERLAP_MS).toISOString();
    const omitted = await anchors.add(
      day,
      now.toISOString(),
      await this.#changedSince(since),
      last?.signature ?? '',
    );
    if (omitted) log.error({ day, omitted }, 'an anchor did not hold all cases');
  }

  /** Reads every case: a list of those that changed could be cut by the hand that this guards against. */
  async #changedSince(since = ''): Promise<Anchored[]> {
    const { tables, log } = this.parts;
    const changed: Anchored[] = [];
    for await (const caseId of tables.partitions('Cases')) {
      try {
        const end = await this.#endOf(caseId);
        if (end && end.changedAt >= since) changed.push(end);
      } catch (error) {
        if (isFailure(error, 'unavailable')) throw error;
        log.error({ case: caseId, err: error }, 'a case was not anchored');
      }
    }
    return changed;
  }

  /** Undefined for a case that is being erased. */
  async #endOf(caseId: string): Promise<(Anchored & { changedAt: string }) | undefined> {
    const { tables, signer, log } = this.parts;
    const row = (await tables.get('Cases', caseId, CASE_ROW))?.row;
    if (!row || row.state === ERASED) return undefined;
    if (verifySeal(row, signer) === 'wrong')
      log.error({ case: caseId }, 'a case was changed by another hand');
    const revision = Number(row.revision);
    // Version 0.1 did not write the end into the row of the case.
    const end =
      row.head === undefined ? (await tables.get('Cases', caseId, eventKey(revision)))?.row : undefined;
    const [head, changedAt] = end ? [end.hash, end.at] : [row.head, row.changedAt];
    return { caseId, revision, digest: digestOf(String(head)), changedAt: String(changedAt) };
  }
}
