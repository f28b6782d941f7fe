/** The leader of who committed: who is told with them, and may say that it is done. */
import { lineAbove } from '../../../../platform/people/line.js';
import { type Directory, findActive } from '../../../../platform/people/person.js';
import type { Case } from '../../domain/case.js';
import type { Commitment } from '../../domain/commitment.js';

type Subject = Pick<Case, 'assignee' | 'reporterId' | 'excludedIds'>;

/**
 * The nearest superior as the directory has it now, without the reporter and those who are involved; else who attends to
 * the case. Undefined when there is neither: then it is those who watch over the case.
 */
export async function leaderOf(
  directory: Directory,
  { assignee, reporterId, excludedIds }: Subject,
  { personId }: Pick<Commitment, 'personId'>,
): Promise<string | undefined> {
  const line = await lineAbove(directory, await directory.find(personId));
  const hidden = [reporterId, personId, ...excludedIds];
  const superior = line.find(({ id, isDisabled }) => !isDisabled && !hidden.includes(id));
  if (superior) return superior.id;
  if (assignee.kind !== 'person' || assignee.id === personId) return undefined;
  return (await findActive(directory, assignee.id))?.id;
}

/** The leader of each commitment, by its number. */
export async function leadersOf(
  directory: Directory,
  subject: Subject & Pick<Case, 'commitments'>,
): Promise<ReadonlyMap<number, string>> {
  const leaders = new Map<number, string>();
  for (const commitment of subject.commitments) {
    const leader = await leaderOf(directory, subject, commitment);
    if (leader) leaders.set(commitment.seq, leader);
  }
  return leaders;
}
