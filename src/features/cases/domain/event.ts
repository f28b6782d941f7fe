/** The events of a case, in their stored form. */
import { z } from 'zod';
import { evidence } from '../../../platform/cleaning/evidence.js';
import { LEVELS } from '../../../platform/impact/assessment.js';
import { cycle } from '../../../platform/impact/cycle.js';
import { agreement, REMINDERS } from './commitment.js';
import { report } from './report.js';

/** Measures taken: policy section `gestion-consecuencias`. */
export const OUTCOMES = [
  'conversation',
  'standard',
  'development-plan',
  'process',
  'voice-heard',
  'referred',
  'not-a-failure',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Who must act: a person, any member of the humanization team, or anybody who receives a protected case. */
const assignee = z.union([
  z.object({ kind: z.literal('person'), id: z.string() }),
  z.object({ kind: z.literal('humanization') }),
  z.object({ kind: z.literal('protected') }),
]);
export type Assignee = z.output<typeof assignee>;

/** The relation of the assignee to the reporter. */
const ASSIGNEE_ROLES = [
  'superior',
  'deputy',
  'next-superior',
  'assigned',
  'humanization',
  'protected',
] as const;

const assignment = z.object({ assignee, assigneeRole: z.enum(ASSIGNEE_ROLES) });
export type Assignment = z.output<typeof assignment>;

/** When the current step is due, and when the assignee is reminded. ISO 8601, UTC. */
const due = z.object({ dueAt: z.string(), remindAt: z.string() });
export type Due = z.output<typeof due>;

/** The roles that can receive a protected case. */
export const RECEIVING_ROLES = ['protected', 'humanization'] as const;
export type ReceivingRole = (typeof RECEIVING_ROLES)[number];

/** The events that who caused them may take back for a short while. */
export const UNDOABLE = ['accepted', 'rejected', 'reclassified', 'closed'] as const;
export type Undoable = (typeof UNDOABLE)[number];

/** How urgent a claim about health is, after Supersalud's Circular 2023151000000010-5; `none`: it is no such claim. */
export const PRIORITIES = ['vital', 'prioritised', 'simple', 'none'] as const;
export type Priority = (typeof PRIORITIES)[number];

const reason = { reason: z.string() };
const level = z.enum(LEVELS);
/** The number of the event that made the commitment. */
const of = { of: z.number().int() };

export const reported = z.object({
  type: z.literal('reported'),
  caseId: z.string(),
  number: z.string(),
  report,
  area: z.string(),
  excludedIds: z.array(z.string()),
  evidence: z.array(evidence),
  /** The case is protected: only people with this role receive it, and it stands in no list of others. */
  protectedBy: z.enum(RECEIVING_ROLES).optional(),
  /** Until when its level is to be confirmed, ISO 8601, UTC; undefined if it need not be. */
  confirmBy: z.string().optional(),
  /** It went to the team because the reporter had sent many in an hour. */
  isBurst: z.boolean().optional(),
  /** It came through another channel: who took it in has not reported it, and nobody here has. */
  isTakenIn: z.boolean().optional(),
  ...assignment.shape,
  ...due.shape,
});

export const eventBody = z.discriminatedUnion('type', [
  reported,
  z.object({ type: z.literal('accepted'), note: z.string(), ...due.shape }),
  z.object({ type: z.literal('rejected'), ...reason }),
  z.object({ type: z.literal('asked'), question: z.string() }),
  z.object({ type: z.literal('replied'), answer: z.string() }),
  z.object({ type: z.literal('added'), words: z.string() }),
  /** `isOpened`: it was there, closed to others; its reporter lets them open it as it was sent. */
  z.object({ type: z.literal('attached'), evidence, isOpened: z.boolean().optional() }),
  z.object({ type: z.literal('reclassified'), level, ...reason, ...due.shape }),
  z.object({ type: z.literal('escalated'), ...reason, ...assignment.shape, ...due.shape }),
  z.object({ type: z.literal('reassigned'), ...reason, ...assignment.shape, ...due.shape }),
  /** Nobody acted in time; the case moved one step up the line. */
  z.object({ type: z.literal('climbed'), ...assignment.shape, ...due.shape }),
  z.object({ type: z.literal('reminded') }),
  /** Nobody acted in time, and nobody is above the assignee. */
  z.object({ type: z.literal('lapsed'), ...due.shape }),
  z.object({
    type: z.literal('closed'),
    outcomes: z.array(z.enum(OUTCOMES)),
    summary: z.string(),
    /** The commitment that was agreed with it. */
    agreed: agreement.optional(),
  }),
  z.object({ type: z.literal('withdrawn'), ...reason }),
  z.object({
    type: z.literal('contested'),
    ...reason,
    ...assignment.shape,
    ...due.shape,
    confirmBy: z.string().optional(),
  }),
  z.object({ type: z.literal('reopened'), ...reason, ...due.shape }),
  z.object({ type: z.literal('held'), ...reason }),
  z.object({ type: z.literal('released'), ...reason }),
  z.object({ type: z.literal('identified'), ...reason }),
  /** Who attends to it said where and when it happened. */
  z.object({ type: z.literal('placed'), ...cycle.shape }),
  /** It is a health claim, with a deadline of its own; or, with `none`, it is not. */
  z.object({ type: z.literal('health'), priority: z.enum(PRIORITIES), ...due.partial().shape }),
  z.object({ type: z.literal('health-reminded') }),
  /** Nobody confirmed the level in time; `aboveId` is the next one up, who is told with those who watch over the case. */
  z.object({ type: z.literal('unconfirmed'), aboveId: z.string().optional() }),
  z.object({ type: z.literal('committed'), agreed: agreement }),
  z.object({ type: z.literal('commitment-reminded'), ...of, reminder: z.enum(REMINDERS) }),
  z.object({ type: z.literal('commitment-done'), ...of, note: z.string() }),
  z.object({ type: z.literal('commitment-extended'), ...of, until: z.iso.date(), ...reason }),
  /** Its day has passed, or who committed has left. */
  z.object({ type: z.literal('commitment-lapsed'), ...of, hasLeft: z.boolean() }),
  /** Who did the step before took it back. */
  z.object({ type: z.literal('undone'), of: z.enum(UNDOABLE) }),
  /** A person could not be notified. */
  z.object({ type: z.literal('undelivered'), personId: z.string() }),
]);
export type EventBody = z.output<typeof eventBody>;
export type EventType = EventBody['type'];

/** Reads a stored body; undefined when this version does not know it. */
export function readEvent(json: string): EventBody | undefined {
  return eventBody.safeParse(parsed(json)).data;
}

/** Undefined when it is not JSON. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** What happened, with its actor, time and command. */
export interface CaseEvent {
  seq: number;
  actorId: string;
  /** ISO 8601, UTC. */
  at: string;
  commandId: string;
  body: EventBody;
}

/** The events that nobody took back. */
export function standing(events: readonly CaseEvent[]): CaseEvent[] {
  return events.filter(({ body }, at) => body.type !== 'undone' && events[at + 1]?.body.type !== 'undone');
}

/** A command is known by who gave it and its id: an id that somebody else sent before says nothing. */
export function isSameCommand(
  one: Pick<CaseEvent, 'actorId' | 'commandId'>,
  other: Pick<CaseEvent, 'actorId' | 'commandId'>,
): boolean {
  return one.actorId === other.actorId && one.commandId === other.commandId;
}
