/**
 * A case as its events make it. What may happen next is in `commands.ts`. No clock, no storage, no text.
 */
import type { Level } from './assessment.js';
import type { Assignment, CaseEvent, Due } from './event.js';
import type { Evidence, Report } from './report.js';

export const STATES = ['reported', 'accepted', 'rejected', 'withdrawn', 'closed'] as const;
export type State = (typeof STATES)[number];

export interface Case extends Assignment {
  id: string;
  number: string;
  state: State;
  /** The number of its events; a command must name the revision that it saw. */
  revision: number;
  report: Report;
  level: Level;
  /** The assignee has still to confirm the level. */
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
