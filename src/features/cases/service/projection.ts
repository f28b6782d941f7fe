/** Keeps the lists of cases up to date. */
import type { Directory } from '../../../platform/people/person.js';
import type { Case } from '../domain/case.js';
import type { CaseIndex } from '../store/case-index.js';
import type { CaseStore, LoadedCase } from '../store/case-store.js';
import { leadersOf } from './commitment-leaders.js';
import { lineAbove } from './routing.js';

export interface ProjectionParts {
  store: CaseStore;
  index: CaseIndex;
  directory: Directory;
}

/** Writes the list entries of a case in its current state. */
export async function projectCase(
  { store, index, directory }: ProjectionParts,
  loaded: LoadedCase,
): Promise<void> {
  const { subject } = loaded;
  await index.project(subject, await lineOf(directory, subject), await leadersOf(directory, subject));
  // Repeats when the case changed meanwhile, so that the last write is never outdated.
  const now = await store.load(subject.id);
  if (now && !now.isAhead && now.subject.revision !== subject.revision) {
    await projectCase({ store, index, directory }, now);
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
