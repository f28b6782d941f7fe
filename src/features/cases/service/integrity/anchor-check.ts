/** Compares a case with the anchors, for its verification. */
import type { Row } from '../../../../platform/storage/tables.js';
import { type Anchored, type Anchors, type CheckedAnchor, digestOf } from '../../store/anchors.js';
import { OVERLAP_MS } from './anchoring.js';

/** What a part of a verification found. */
export interface Checked {
  /** What one should know, and no fault. */
  facts?: string[];
  /** What is not as the bot wrote it. */
  faults?: string[];
}

interface AnchoredCase {
  ends: (Anchored & { day: string })[];
  /** What is wrong with the anchors themselves. */
  faults: string[];
  /** The last anchor. */
  last?: { day: string; at: string };
  hasOmitted: boolean;
}

/** What is not as the bot wrote it in an anchor, whatever it holds. */
export function anchorFaults({
  day,
  verdict,
  follows,
}: Pick<CheckedAnchor, 'day' | 'verdict' | 'follows'>): string[] {
  const faults: string[] = [];
  if (verdict === 'wrong') faults.push(`The anchor of ${day} is not as it was signed.`);
  if (verdict === 'unknown-key') {
    faults.push(`The anchor of ${day} cannot be verified: its key is not in INTEGRITY_KEYS.`);
  }
  if (!follows) faults.push(`The anchor of ${day} does not follow on the one before it.`);
  return faults;
}

export async function anchorsOf(anchors: Anchors, id: string): Promise<AnchoredCase> {
  const found: AnchoredCase = { ends: [], faults: [], hasOmitted: false };
  for await (const anchor of anchors.all()) {
    const { day, at, cases, omitted } = anchor;
    found.faults.push(...anchorFaults(anchor));
    found.ends.push(...cases.filter(({ caseId }) => caseId === id).map((end) => ({ ...end, day })));
    found.hasOmitted ||= omitted > 0;
    found.last = { day, at };
  }
  return found;
}

/** Each anchored end has to be in the history, and an end that is older than the last anchor has to be anchored. */
export function checkAnchors(
  events: readonly Row[],
  { ends, faults: found, last, hasOmitted }: AnchoredCase,
): Checked {
  const faults = [...found];
  for (const { day, revision, digest } of ends) {
    const event = events[revision - 1];
    if (!event) faults.push(`It had ${revision} events on ${day}, and has ${events.length} now.`);
    else if (digestOf(String(event.hash)) !== digest) {
      faults.push(`Event ${revision} is not the one of ${day}: the history was written anew.`);
    }
  }
  if (!last) return { faults, facts: ['There are no anchors yet.'] };
  const end = events.at(-1);
  const isAnchored = ends.some(({ revision }) => revision === events.length);
  const isDue = Date.parse(String(end?.at)) + OVERLAP_MS < Date.parse(last.at);
  if (!isAnchored && isDue && !hasOmitted) {
    faults.push(`Its last event is from ${end?.at}, and no anchor until ${last.day} knows it.`);
  }
  return { faults, facts: [`The last anchor is of ${last.day}.`] };
}
