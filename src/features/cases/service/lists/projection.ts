/** Keeps the lists of cases up to date. */
import { lineAbove } from '../../../../platform/people/line.js';
import type { Directory } from '../../../../platform/people/person.js';
import type { Case } from '../../domain/case.js';
import { type AxisOf, factsOf } from '../../domain/facts.js';
import type { CaseIndex } from '../../store/case-index.js';
import type { CaseStore, LoadedCase } from '../../store/case-store.js';
import { countedByMonth } from '../../store/fact-rows.js';
import { leadersOf } from '../people/commitment-leaders.js';

export interface ProjectionParts {
  store: CaseStore;
  index: CaseIndex;
  directory: Directory;
  axisOf: AxisOf;
  /** Counts the cases of these months anew, soon. */
  recount: (months: Iterable<string>) => Promise<void>;
}

/** Writes the list entries of a case in its current state, and what of it counts. */
export async function projectCase(parts: ProjectionParts, loaded: LoadedCase): Promise<void> {
  const { store, index, directory, axisOf, recount } = parts;
  const { subject, events } = loaded;
  const line = await lineOf(directory, subject);
  const facts = factsOf(events, axisOf);
  await index.project(subject, line, await leadersOf(directory, subject), facts);
  await recount(countedByMonth(subject, line, facts).keys());
  // Repeats when the case changed meanwhile, so that the last write is never outdated.
  const now = await store.load(subject.id);
  if (now && !now.isAhead && now.subject.revision !== subject.revision) {
    await projectCase(parts, now);
  }
}

/**
 * The ids of the leaders who see a case in the list of their people: the assignee and those above, without the
 * reporter and excluded people. Nobody of a line sees a protected case.
 */
export async function lineOf(directory: Directory, subject: Case): Promise<string[]> {
  if (subject.protectedBy || subject.assignee.kind !== 'person') return [];
  const assignee = await directory.find(subject.assignee.id);
  const line = [...(assignee ? [assignee] : []), ...(await lineAbove(directory, assignee))];
  const hidden = new Set([subject.reporterId, ...subject.excludedIds]);
  return line.map(({ id }) => id).filter((id) => !hidden.has(id));
}
