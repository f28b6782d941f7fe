/**
 * The life of a case as a pure state machine: `decide` says what happens, `evolve` what that makes of the
 * case. No clock, no storage, no text.
 */
import type { Deadlines } from './deadlines.js';
import type { Level, Signal } from './impact/assessment.js';

export type State = 'reported' | 'accepted' | 'rejected' | 'closed';
export type Topic = 'information' | 'behaviour';
/** How the failure became known: policy section `consecuencias-incentivos`. */
export const SOURCES = [
  'moment-of-truth',
  'pqrs',
  'mystery-shopper',
  'landing',
  'indicator',
  'leader',
] as const;
export type Source = (typeof SOURCES)[number];
/** What it cost the user: policy section `esfuerzos-usuario`. */
export const EFFORTS = ['emotional', 'cognitive', 'time'] as const;
export type Effort = (typeof EFFORTS)[number];
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

/** Who has to act: a leader, or whoever of the humanization team. */
export type Assignee = { kind: 'person'; id: string } | { kind: 'humanization' };
/** What the assignee is to the reporter. */
export type AssigneeRole = 'superior' | 'next-superior' | 'humanization';

export interface Safety {
  threat: boolean;
  physical: boolean;
  harm: boolean;
}

/** What the reporter told. */
export interface Report {
  narrative: string;
  topic: Topic;
  source: Source;
  place: string;
  /** `YYYY-MM-DD`, or empty. */
  occurredOn: string;
  efforts: Effort[];
  confidential: boolean;
  superiorInvolved: boolean;
  safety: Safety;
  level: Level;
  proposedLevel: Level;
  signals: Signal[];
}

export interface Case {
  id: string;
  number: string;
  state: State;
  /** The number of its events; a command must name the revision that it saw. */
  revision: number;
  report: Report;
  level: Level;
  reporterId: string;
  assignee: Assignee;
  assigneeRole: AssigneeRole;
  reportedAt: string;
  /** When the present step is due; undefined once nothing is. */
  dueAt?: string;
}

export type Command =
  | { type: 'accept'; note: string }
  | { type: 'reject'; reason: string }
  | { type: 'close'; outcomes: Outcome[]; summary: string };

export type EventBody =
  | {
      type: 'reported';
      caseId: string;
      number: string;
      report: Report;
      assignee: Assignee;
      assigneeRole: AssigneeRole;
      dueAt: string;
    }
  | { type: 'accepted'; note: string; dueAt: string }
  | { type: 'rejected'; reason: string }
  | { type: 'closed'; outcomes: Outcome[]; summary: string };

/** What happened, by whom and when, and which command asked for it. */
export interface CaseEvent {
  seq: number;
  actorId: string;
  /** ISO 8601, UTC. */
  at: string;
  commandId: string;
  body: EventBody;
}

export type Refusal = 'not-in-this-state' | 'missing-reason' | 'missing-outcome' | 'missing-summary';

/** The only moves there are: from a state, by a command, to a state. */
export const TRANSITIONS: Record<State, Partial<Record<Command['type'], State>>> = {
  reported: { accept: 'accepted', reject: 'rejected' },
  accepted: { close: 'closed' },
  rejected: {},
  closed: {},
};

/** Whether the state machine has such a move; who may make it is a matter of `permissions`. */
export function allows(state: State, command: Command['type']): boolean {
  return TRANSITIONS[state][command] !== undefined;
}

/** What a command does to a case, or why it does nothing. Whether the actor may is checked before. */
export function decide(
  before: Case,
  command: Command,
  now: Date,
  deadlines: Deadlines,
): { body: EventBody } | { refusal: Refusal } {
  if (!allows(before.state, command.type)) return { refusal: 'not-in-this-state' };
  switch (command.type) {
    case 'accept':
      return {
        body: {
          type: 'accepted',
          note: command.note,
          dueAt: deadlines.closeBy(before.level, now).toISOString(),
        },
      };
    case 'reject':
      if (!command.reason) return { refusal: 'missing-reason' };
      return { body: { type: 'rejected', reason: command.reason } };
    case 'close':
      if (command.outcomes.length === 0) return { refusal: 'missing-outcome' };
      if (!command.summary) return { refusal: 'missing-summary' };
      return { body: { type: 'closed', outcomes: command.outcomes, summary: command.summary } };
  }
}

/** The case after an event. The first event is `reported`, and only the first. */
export function evolve(before: Case | undefined, event: CaseEvent): Case {
  const { body } = event;
  if (body.type === 'reported') {
    if (before) throw new TypeError('a case is reported once');
    return {
      id: body.caseId,
      number: body.number,
      state: 'reported',
      revision: event.seq,
      report: body.report,
      level: body.report.level,
      reporterId: event.actorId,
      assignee: body.assignee,
      assigneeRole: body.assigneeRole,
      reportedAt: event.at,
      dueAt: body.dueAt,
    };
  }
  if (!before) throw new TypeError('a case begins with its report');
  const next = { ...before, revision: event.seq };
  switch (body.type) {
    case 'accepted':
      return { ...next, state: 'accepted', dueAt: body.dueAt };
    case 'rejected':
      return { ...next, state: 'rejected', dueAt: undefined };
    case 'closed':
      return { ...next, state: 'closed', dueAt: undefined };
  }
}
