/** Those who read what a reporter says of trouble for having reported: nobody who leads the reporter or had the case. */
import type { Directory, Person } from '../../../platform/people/person.js';
import type { ReceivingRole } from '../domain/event.js';
import type { LoadedCase } from '../store/case-store.js';
import { activeReceivers, LEAST_RECEIVERS } from './protecting.js';
import { lineAbove } from './routing.js';

export interface VoiceReceivers {
  people: Person[];
  role: ReceivingRole;
}

/** Two people at least with the role `protected`, else the humanization team; of a protected case, those who have it. */
export async function voiceReceivers(
  directory: Directory,
  { subject, events }: Pick<LoadedCase, 'subject' | 'events'>,
): Promise<VoiceReceivers> {
  const { reporterId, assignee, formerIds, excludedIds, protectedBy } = subject;
  const line = await lineAbove(directory, await directory.find(reporterId));
  const had = [
    ...formerIds,
    ...(assignee.kind === 'person' ? [assignee.id] : []),
    ...events.map(({ actorId }) => actorId),
  ];
  const hidden = [reporterId, ...excludedIds, ...line.map(({ id }) => id), ...(protectedBy ? [] : had)];
  const [protectors, team] = await Promise.all([
    activeReceivers(directory, 'protected', hidden),
    activeReceivers(directory, 'humanization', hidden),
  ]);
  return protectors.length >= LEAST_RECEIVERS
    ? { people: protectors, role: 'protected' }
    : { people: team, role: 'humanization' };
}
