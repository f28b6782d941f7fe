/**
 * A case and what has happened to it. `evolve` says what an event makes of a case; what may happen next is in
 * `commands.ts`. No clock, no storage, no text.
 */
import type { Care, DiscountedSignal, Level, ReviewReason, Signal } from './assessment.js';

export const STATES = ['reported', 'accepted', 'rejected', 'withdrawn', 'closed'] as const;
export type State = (typeof STATES)[number];
export const TOPICS = ['information', 'behaviour'] as const;
export type Topic = (typeof TOPICS)[number];
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
export const ASSIGNEE_ROLES = ['superior', 'deputy', 'next-superior', 'assigned', 'humanization'] as const;
export type AssigneeRole = (typeof ASSIGNEE_ROLES)[number];

export interface Assignment {
  assignee: Assignee;
  assigneeRole: AssigneeRole;
}

/** When the present step has to be done, and when whoever has it is reminded. ISO 8601, UTC. */
export interface Due {
  dueAt: string;
  remindAt: string;
}

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
  /** Why a leader has to confirm the level first; empty where it is clear. */
  reviews: ReviewReason[];
  /** The gravest level in question; the deadline goes by it until the level is confirmed. */
  candidate: Level;
  signals: Signal[];
  /** Words that would speak for a level and do not count where they stand. */
  discounted: DiscountedSignal[];
  cares: Care[];
  /** Sections of the policy that it touches. */
  touches: string[];
}

/** A file or picture that belongs to a case. */
export interface Evidence {
  id: string;
  name: string;
  /** Media type, found out from the content. */
  type: string;
  /** In bytes. */
  size: number;
}

export interface Case extends Assignment {
  id: string;
  number: string;
  state: State;
  /** The number of its events; a command must name the revision that it saw. */
  revision: number;
  report: Report;
  level: Level;
  /** Whether whoever attends to it has still to confirm the level. */
  unconfirmed: boolean;
  reporterId: string;
  /** Where the reporter works. */
  area: string;
  /** People who must never have it: a superior who is involved. */
  excludedIds: string[];
  /** Those who had it before, the last one last. */
  formerIds: string[];
  reportedAt: string;
  closedAt?: string;
  /** Counts the deadlines; what was set for an earlier one no longer holds. */
  step: number;
  stepStartedAt: string;
  /** Both undefined once nothing is due. */
  dueAt?: string;
  remindAt?: string;
  /** What the reporter has been asked and has not answered. */
  question?: string;
  /** On legal hold: kept, whatever the retention says. */
  held: boolean;
  /** Who of the humanization team has opened the identity behind a confidential report. */
  identifiedBy: string[];
  evidence: Evidence[];
  /** People whom a notice could not reach. */
  unreachableIds: string[];
}

export type EventBody =
  | ({
      type: 'reported';
      caseId: string;
      number: string;
      report: Report;
      area: string;
      excludedIds: string[];
      evidence: Evidence[];
    } & Assignment &
      Due)
  | ({ type: 'accepted'; note: string } & Due)
  | { type: 'rejected'; reason: string }
  | { type: 'asked'; question: string }
  | { type: 'replied'; answer: string }
  | { type: 'added'; words: string }
  | { type: 'attached'; evidence: Evidence }
  | ({ type: 'reclassified'; level: Level; reason: string } & Due)
  | ({ type: 'escalated'; reason: string } & Assignment & Due)
  | ({ type: 'reassigned'; reason: string } & Assignment & Due)
  /** Nobody acted in time; it went one step up. */
  | ({ type: 'climbed' } & Assignment & Due)
  | { type: 'reminded' }
  /** Nobody acted in time, and there is nobody above. */
  | ({ type: 'lapsed' } & Due)
  | { type: 'closed'; outcomes: Outcome[]; summary: string }
  | { type: 'withdrawn'; reason: string }
  | ({ type: 'contested'; reason: string } & Assignment & Due)
  | ({ type: 'reopened'; reason: string } & Due)
  | { type: 'held'; reason: string }
  | { type: 'released'; reason: string }
  | { type: 'identified'; reason: string }
  /** A notice could not reach somebody. */
  | { type: 'undelivered'; personId: string };

/** What happened, by whom and when, and which command asked for it. */
export interface CaseEvent {
  seq: number;
  actorId: string;
  /** ISO 8601, UTC. */
  at: string;
  commandId: string;
  body: EventBody;
}

/** The case after an event. The first event is `reported`, and only the first. */
export function evolve(before: Case | undefined, event: CaseEvent): Case {
  const { body, at } = event;
  if (body.type === 'reported') {
    if (before) throw new TypeError('a case is reported once');
    const { report } = body;
    return {
      id: body.caseId,
      number: body.number,
      state: 'reported',
      revision: event.seq,
      report,
      level: report.level,
      unconfirmed: report.reviews.length > 0,
      reporterId: event.actorId,
      area: body.area,
      assignee: body.assignee,
      assigneeRole: body.assigneeRole,
      excludedIds: body.excludedIds,
      formerIds: [],
      reportedAt: at,
      step: 1,
      stepStartedAt: at,
      dueAt: body.dueAt,
      remindAt: body.remindAt,
      held: false,
      identifiedBy: [],
      evidence: body.evidence,
      unreachableIds: [],
    };
  }
  if (!before) throw new TypeError('a case begins with its report');
  const next = { ...before, revision: event.seq };
  switch (body.type) {
    case 'accepted':
      return { ...due(next, body, at), state: 'accepted' };
    case 'rejected':
      return { ...settled(next), state: 'rejected' };
    case 'asked':
      return { ...next, question: body.question };
    case 'replied':
      return { ...next, question: undefined };
    case 'added':
      return next;
    case 'undelivered':
      return { ...next, unreachableIds: [...before.unreachableIds, body.personId] };
    case 'attached':
      return { ...next, evidence: [...before.evidence, body.evidence] };
    case 'reclassified':
      return { ...due(next, body, before.stepStartedAt), level: body.level, unconfirmed: false };
    case 'escalated':
    case 'reassigned':
    case 'climbed':
      return due(assigned(next, body), body, at);
    case 'contested':
      return { ...due(assigned(next, body), body, at), state: 'reported' };
    case 'reminded':
      return { ...next, remindAt: undefined };
    case 'lapsed':
      return due(next, body, at);
    case 'closed':
      return { ...settled(next), state: 'closed', closedAt: at };
    case 'withdrawn':
      return { ...settled(next), state: 'withdrawn' };
    case 'reopened':
      return { ...due(next, body, at), state: 'accepted', closedAt: undefined };
    case 'held':
      return { ...next, held: true };
    case 'released':
      return { ...next, held: false };
    case 'identified':
      return { ...next, identifiedBy: [...before.identifiedBy, event.actorId] };
  }
}

function due(subject: Case, { dueAt, remindAt }: Due, startedAt: string): Case {
  return { ...subject, step: subject.step + 1, stepStartedAt: startedAt, dueAt, remindAt };
}

function assigned(subject: Case, { assignee, assigneeRole }: Assignment): Case {
  const former = subject.assignee.kind === 'person' ? [subject.assignee.id] : [];
  return { ...subject, assignee, assigneeRole, formerIds: [...subject.formerIds, ...former] };
}

function settled(subject: Case): Case {
  return { ...subject, dueAt: undefined, remindAt: undefined, question: undefined };
}
