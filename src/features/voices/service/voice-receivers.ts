/**
 * Those who read what a reporter says of trouble for having reported: nobody who leads the reporter, had the case,
 * committed in it, or is named in what the reporter wrote.
 */
import { lineAbove } from '../../../platform/people/line.js';
import { namedIn } from '../../../platform/people/named.js';
import type { Directory, Person } from '../../../platform/people/person.js';
import { activeReceivers, LEAST_RECEIVERS } from '../../../platform/people/receivers.js';
import type { LoadedCase, ReceivingRole } from '../../cases/index.js';

export interface VoiceReceivers {
  people: Person[];
  role: ReceivingRole;
}

/**
 * Two people at least with the role `protected`, else the humanization team; of a protected case, who is left of those
 * who receive it, be it one: nobody else ever had it.
 * @param comment what the reporter writes now.
 */
export async function voiceReceivers(
  directory: Directory,
  { subject, events }: Pick<LoadedCase, 'subject' | 'events'>,
  comment = '',
): Promise<VoiceReceivers> {
  const { reporterId, assignee, formerIds, excludedIds, protectedBy, commitments, report } = subject;
  if (reporterId === undefined) return { people: [], role: protectedBy ?? 'humanization' };
  const [line, ...readers] = await Promise.all([
    directory.find(reporterId).then((reporter) => lineAbove(directory, reporter)),
    directory.withRole('protected'),
    directory.withRole('humanization'),
  ]);
  const named = namedIn(`${report.narrative} ${comment}`, readers.flat());
  const had = [
    ...formerIds,
    ...(assignee.kind === 'person' ? [assignee.id] : []),
    ...events.map(({ actorId }) => actorId),
  ];
  const hidden = [
    ...[reporterId, ...excludedIds, ...had],
    ...[...line, ...named].map(({ id }) => id),
    ...commitments.map(({ personId }) => personId),
  ];
  const [protectors, team] = await Promise.all([
    activeReceivers(directory, 'protected', hidden),
    activeReceivers(directory, 'humanization', hidden),
  ]);
  const role = protectedBy ?? (protectors.length >= LEAST_RECEIVERS ? 'protected' : 'humanization');
  return { people: role === 'protected' ? protectors : team, role };
}
