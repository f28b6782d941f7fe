/**
 * A case, computed from its events. No clock, no storage, no text. The possible next steps are in
 * `commands.ts`.
 */
import type { Evidence } from '../../../platform/cleaning/evidence.js';
import { higher, type Level } from '../../../platform/impact/assessment.js';
import { type Cycle, NOWHERE } from '../../../platform/impact/cycle.js';
import { type Agreement, begun, type Commitment } from './commitment.js';
import {
  type Assignment,
  type CaseEvent,
  type Due,
  type EventBody,
  type Priority,
  type ReceivingRole,
  UNDOABLE,
  type Undoable,
} from './event.js';
import { mayBeHigh, type Report } from './report.js';

export const STATES = ['reported', 'accepted', 'rejected', 'withdrawn', 'closed'] as const;
export type State = (typeof STATES)[number];

export interface Case extends Assignment {
  id: string;
  number: string;
  state: State;
  /** The number of events. A command names the revision that it is based on. */
  revision: number;
  report: Report;
  level: Level;
  /** True while the assignee must still confirm the level. */
  unconfirmed: boolean;
  /** Until when they are to confirm it. ISO 8601, UTC; undefined in cases of before. */
  confirmBy?: string;
  /** Others were told that nobody confirmed it in time. */
  isToldUnconfirmed?: boolean;
  /** How often the level was lowered. */
  lowered: number;
  /** Undefined for a case that was taken in from another channel. */
  reporterId?: string;
  /** Who took it in from another channel; they hear when it is not accepted. */
  takenInBy?: string;
  /** Where the reporter works; for a case that was taken in, where it happened. */
  area: string;
  /** People who must never be assigned the case, such as an involved superior. */
  excludedIds: string[];
  /** Former assignees, oldest first. */
  formerIds: string[];
  reportedAt: string;
  closedAt?: string | undefined;
  /** Counts the deadlines. Work queued for an earlier step is void. */
  step: number;
  stepStartedAt: string;
  /** Both undefined once nothing is due. */
  dueAt?: string | undefined;
  remindAt?: string | undefined;
  /** The open question to the reporter. */
  question?: string | undefined;
  /** On legal hold: kept beyond the retention period. */
  held: boolean;
  /** Members of the humanization team who revealed the reporter of a confidential report. */
  identifiedBy: string[];
  /** Where and when it happened. */
  cycle: Cycle;
  /** Who attends to it said so; until then, it is what the narrative says. */
  isPlaced?: boolean;
  /** It is a claim about health, to be resolved until `dueAt`. ISO 8601, UTC. */
  health?: { priority: Exclude<Priority, 'none'>; dueAt: string; remindAt?: string | undefined } | undefined;
  evidence: Evidence[];
  /** Oldest first. */
  commitments: Commitment[];
  /** People who could not be notified. */
  unreachableIds: string[];
  /** Undefined for a case that is not protected. */
  protectedBy?: ReceivingRole;
  /** What the last event can be taken back to; undefined once anything else has happened. */
  undo?: Undo;
  /** A later version of the bot wrote the report in a way that does not tell this one who of the team may read it. */
  isClosedToTeam?: boolean;
}

export interface Undo {
  of: Undoable;
  actorId: string;
  /** When it was done. ISO 8601, UTC. */
  at: string;
  before: Case;
}

/** Applies an event. The first event is `reported`, and no other is. */
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
      ...(body.confirmBy && { confirmBy: body.confirmBy }),
      lowered: 0,
      ...(body.isTakenIn ? { takenInBy: event.actorId } : { reporterId: event.actorId }),
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
      cycle: report.cycle ?? NOWHERE,
      evidence: body.evidence,
      commitments: [],
      unreachableIds: [],
      ...(body.protectedBy && { protectedBy: body.protectedBy }),
    };
  }
  if (!before) throw new TypeError('a case begins with its report');
  if (body.type === 'undone') return undone(before, event);
  const { undo: _, ...subject } = before;
  const next = { ...subject, revision: event.seq };
  const undo = isUndoable(body.type) && {
    undo: { of: body.type, actorId: event.actorId, at, before: subject },
  };
  return { ...changed(next, event, body), ...undo };
}

/** The case right after an event, as its history tells. */
export function caseAt(events: readonly CaseEvent[], seq: number): Case | undefined {
  return events
    .filter((event) => event.seq <= seq)
    .reduce<Case | undefined>((before, event) => evolve(before, event), undefined);
}

/** Whether its level is still the proposed one and may be high: whoever attends to it says yes, or why not. */
export const isHighAsked = ({ unconfirmed, level, report }: Pick<Case, 'unconfirmed' | 'level' | 'report'>) =>
  unconfirmed && level === report.level && mayBeHigh(report);

type Change = Exclude<EventBody, { type: 'reported' | 'undone' }>;

function changed(next: Case, event: CaseEvent, body: Change): Case {
  const { at } = event;
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
      return { ...next, unreachableIds: [...next.unreachableIds, body.personId] };
    case 'attached':
      return { ...next, evidence: withFile(next.evidence, body.evidence) };
    case 'reclassified':
      return {
        ...due(next, body, next.stepStartedAt),
        level: body.level,
        unconfirmed: false,
        lowered: next.lowered + (isLower(body.level, next.level) ? 1 : 0),
      };
    case 'placed': {
      const { type: _, ...cycle } = body;
      return { ...next, cycle, isPlaced: true };
    }
    case 'health': {
      const { priority, dueAt, remindAt } = body;
      return { ...next, health: priority === 'none' || !dueAt ? undefined : { priority, dueAt, remindAt } };
    }
    case 'health-reminded':
      return { ...next, health: next.health && { ...next.health, remindAt: undefined } };
    case 'unconfirmed':
      return { ...next, isToldUnconfirmed: true };
    case 'escalated':
    case 'reassigned':
    case 'climbed':
      return due(assigned(next, body), body, at);
    case 'contested':
      return {
        ...due(assigned(next, body), body, at),
        state: 'reported',
        ...(body.confirmBy && { confirmBy: body.confirmBy }),
      };
    case 'reminded':
      return { ...next, remindAt: undefined };
    case 'lapsed':
      return due(next, body, at);
    case 'closed':
      return {
        ...settled(body.agreed ? committed(next, body.agreed, event) : next),
        state: 'closed',
        closedAt: at,
      };
    case 'withdrawn':
      return { ...settled(next), state: 'withdrawn' };
    case 'reopened':
      return { ...due(next, body, at), state: 'accepted', closedAt: undefined };
    case 'held':
      return { ...next, held: true };
    case 'released':
      return { ...next, held: false };
    case 'committed':
      return committed(next, body.agreed, event);
    case 'commitment-reminded':
      return followed(next, body.of, { reminded: body.reminder });
    case 'commitment-done':
      return followed(next, body.of, { state: 'done' });
    case 'commitment-extended':
      return followed(next, body.of, {
        state: 'open',
        until: body.until,
        since: at,
        reminded: undefined,
        lapses: 0,
        hasLeft: false,
      });
    case 'commitment-lapsed':
      return followed(next, body.of, ({ lapses }) => ({
        state: 'lapsed',
        lapses: lapses + 1,
        hasLeft: body.hasLeft,
      }));
    case 'identified':
      return { ...next, identifiedBy: [...next.identifiedBy, event.actorId] };
  }
}

/** A file that was opened to others stays in its place, and keeps its name. */
function withFile(files: readonly Evidence[], file: Evidence): Evidence[] {
  const isThere = files.some(({ id }) => id === file.id);
  return isThere ? files.map((each) => (each.id === file.id ? file : each)) : [...files, file];
}

const isLower = (level: Level, than: Level): boolean => level !== than && higher(level, than) === than;

/** When somebody is to be told that the level waits, ISO 8601, UTC; undefined if nobody is. */
export function confirmationDue(subject: Case): string | undefined {
  const { unconfirmed, isToldUnconfirmed, dueAt, confirmBy } = subject;
  return unconfirmed && !isToldUnconfirmed && dueAt !== undefined ? confirmBy : undefined;
}

function committed(subject: Case, agreed: Agreement, event: CaseEvent): Case {
  return { ...subject, commitments: [...subject.commitments, begun(agreed, event)] };
}

type Followed = Partial<Commitment> | ((before: Commitment) => Partial<Commitment>);

function followed(subject: Case, of: number, change: Followed): Case {
  const commitments = subject.commitments.map((one) => {
    if (one.seq !== of) return one;
    return { ...one, ...(typeof change === 'function' ? change(one) : change) };
  });
  return { ...subject, commitments };
}

function isUndoable(type: EventBody['type']): type is Undoable {
  return UNDOABLE.some((undoable) => undoable === type);
}

/** The case as it was, in a step of its own: what was queued for the step that is taken back is void. */
function undone({ undo, ...now }: Case, event: CaseEvent): Case {
  const before = undo?.before ?? now;
  return { ...before, revision: event.seq, step: now.step + 1 };
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
