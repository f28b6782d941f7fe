/** Completes what somebody asks for: to whom the case goes next, and whether whoever was chosen is there. */
import type { FeatureContext } from '../../../../feature.js';
import { bogotaDay } from '../../../../platform/calendar/days.js';
import { findActive } from '../../../../platform/people/person.js';
import type { Case } from '../../domain/case.js';
import type { Command } from '../../domain/commands.js';
import { mayBeAssigned } from '../../domain/permissions.js';
import { routeUp } from '../people/next-up.js';

type Routed = 'escalate' | 'contest' | 'climb';

/** What an actor asks for. If the command hands the case over, the next assignee is still to be found. */
export type Request =
  | Exclude<Command, { to: unknown }>
  | { type: 'escalate' | 'contest'; reason: string }
  | { type: 'climb' }
  | { type: 'note-unconfirmed' }
  | { type: 'undo' }
  | { type: 'reassign'; reason: string; personId: string };

/** Returns the command; undefined if the chosen person is unknown, gone or not allowed. */
export async function completed(
  subject: Case,
  request: Exclude<Request, { type: 'undo' }>,
  { directory, clock }: Pick<FeatureContext, 'directory' | 'clock'>,
): Promise<Command | undefined> {
  if (isRouted(request)) {
    const { assignee, assigneeRole } = await routeUp(directory, subject, bogotaDay(clock()));
    return { ...request, to: { assignee, assigneeRole } };
  }
  if (request.type === 'note-unconfirmed') {
    const { person } = await routeUp(directory, subject, bogotaDay(clock()));
    return { ...request, aboveId: person?.id };
  }
  if (request.type === 'commit' || request.type === 'close') {
    const { agreed } = request;
    const isThere = !agreed?.personId || (await findActive(directory, agreed.personId)) !== undefined;
    return isThere ? request : undefined;
  }
  if (request.type !== 'reassign') return request;
  const { reason, personId } = request;
  const person = await findActive(directory, personId);
  if (!person || !mayBeAssigned(subject, person)) return undefined;
  const to = { assignee: { kind: 'person', id: person.id }, assigneeRole: 'assigned' } as const;
  return { type: 'reassign', reason, to };
}

function isRouted(request: Request): request is Extract<Request, { type: Routed }> {
  return request.type === 'escalate' || request.type === 'contest' || request.type === 'climb';
}
