/** What can happen to a case, as it is stored and read again. */
import { z } from 'zod';
import { LEVELS } from './assessment.js';
import { evidence, report } from './report.js';

/** What was done about it: policy section `gestion-consecuencias`. */
export const OUTCOMES = [
  'conversation',
  'standard',
  'development-plan',
  'process',
  'referred',
  'not-a-failure',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Who has to act: a leader, or anybody of the humanization team. */
const assignee = z.union([
  z.object({ kind: z.literal('person'), id: z.string() }),
  z.object({ kind: z.literal('humanization') }),
]);
export type Assignee = z.output<typeof assignee>;

/** What the assignee is to the reporter. */
const ASSIGNEE_ROLES = ['superior', 'deputy', 'next-superior', 'assigned', 'humanization'] as const;

const assignment = z.object({ assignee, assigneeRole: z.enum(ASSIGNEE_ROLES) });
export type Assignment = z.output<typeof assignment>;

/** When the present step has to be done, and when the assignee is reminded. ISO 8601, UTC. */
const due = z.object({ dueAt: z.string(), remindAt: z.string() });
export type Due = z.output<typeof due>;

const reason = { reason: z.string() };
const level = z.enum(LEVELS);

export const eventBody = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('reported'),
    caseId: z.string(),
    number: z.string(),
    report,
    area: z.string(),
    excludedIds: z.array(z.string()),
    evidence: z.array(evidence),
    ...assignment.shape,
    ...due.shape,
  }),
  z.object({ type: z.literal('accepted'), note: z.string(), ...due.shape }),
  z.object({ type: z.literal('rejected'), ...reason }),
  z.object({ type: z.literal('asked'), question: z.string() }),
  z.object({ type: z.literal('replied'), answer: z.string() }),
  z.object({ type: z.literal('added'), words: z.string() }),
  z.object({ type: z.literal('attached'), evidence }),
  z.object({ type: z.literal('reclassified'), level, ...reason, ...due.shape }),
  z.object({ type: z.literal('escalated'), ...reason, ...assignment.shape, ...due.shape }),
  z.object({ type: z.literal('reassigned'), ...reason, ...assignment.shape, ...due.shape }),
  /** Nobody acted in time; it went one step up. */
  z.object({ type: z.literal('climbed'), ...assignment.shape, ...due.shape }),
  z.object({ type: z.literal('reminded') }),
  /** Nobody acted in time, and there is nobody above. */
  z.object({ type: z.literal('lapsed'), ...due.shape }),
  z.object({ type: z.literal('closed'), outcomes: z.array(z.enum(OUTCOMES)), summary: z.string() }),
  z.object({ type: z.literal('withdrawn'), ...reason }),
  z.object({ type: z.literal('contested'), ...reason, ...assignment.shape, ...due.shape }),
  z.object({ type: z.literal('reopened'), ...reason, ...due.shape }),
  z.object({ type: z.literal('held'), ...reason }),
  z.object({ type: z.literal('released'), ...reason }),
  z.object({ type: z.literal('identified'), ...reason }),
  /** A notice could not reach somebody. */
  z.object({ type: z.literal('undelivered'), personId: z.string() }),
]);
export type EventBody = z.output<typeof eventBody>;
export type EventType = EventBody['type'];

/** What happened, by whom and when, and which command asked for it. */
export interface CaseEvent {
  seq: number;
  actorId: string;
  /** ISO 8601, UTC. */
  at: string;
  commandId: string;
  body: EventBody;
}
