/**
 * The state machine of a case: the table of transitions, and `decide`, which turns a command into an event.
 * Who may give which command is in `permissions.ts`.
 */

import { closedIn, type Evidence } from '../../../platform/cleaning/evidence.js';
import { higher, type Level } from '../../../platform/impact/assessment.js';
import { type Cycle, isNowhere } from '../../../platform/impact/cycle.js';
import { type Case, confirmationDue, isHighAsked, STATES, type State } from './case.js';
import type { Agreement } from './commitment.js';
import {
  type CommitmentCommand,
  type CommitmentRefusal,
  decideOnCommitment,
  refusalOfClosing,
} from './commitment-commands.js';
import type { Deadlines } from './deadlines.js';
import type { Assignment, Due, EventBody, Outcome, Priority } from './event.js';
import { firstLevelOf } from './report.js';

/** Commands with `to` hand the case over: up the reporting line or, with `reassign`, to a chosen person. */
export type Command =
  | { type: 'accept'; note: string }
  | { type: 'reject'; reason: string }
  | { type: 'ask'; question: string }
  | { type: 'reply'; answer: string }
  | { type: 'add'; words: string }
  | { type: 'attach'; evidence: Evidence }
  | { type: 'reclassify'; level: Level; reason: string }
  | { type: 'escalate'; reason: string; to: Assignment }
  | { type: 'reassign'; reason: string; to: Assignment }
  | { type: 'climb'; to: Assignment }
  | { type: 'remind' }
  | { type: 'place'; cycle: Cycle }
  | { type: 'health'; priority: Priority }
  | { type: 'remind-health' }
  | { type: 'note-unconfirmed'; aboveId?: string | undefined }
  | { type: 'close'; outcomes: Outcome[]; summary: string; agreed?: Agreement }
  | CommitmentCommand
  | { type: 'withdraw'; reason: string }
  | { type: 'contest'; reason: string; to: Assignment }
  | { type: 'reopen'; reason: string }
  | { type: 'hold'; reason: string }
  | { type: 'release'; reason: string }
  | { type: 'identify'; reason: string }
  | { type: 'note-undelivered'; personId: string };

export type CommandType = Command['type'];

const OPEN = { reported: 'reported', accepted: 'accepted' } as const;
/** The states of a case in which there may be commitments. */
const AGREED = { accepted: 'accepted', closed: 'closed', withdrawn: 'withdrawn' } as const;
const ANY = Object.fromEntries(STATES.map((state) => [state, state])) as Record<State, State>;

/** All transitions: by command, from state, to state. */
export const TRANSITIONS: Readonly<Record<CommandType, Partial<Record<State, State>>>> = {
  accept: { reported: 'accepted' },
  reject: { reported: 'rejected' },
  ask: OPEN,
  reply: OPEN,
  add: OPEN,
  attach: OPEN,
  reclassify: OPEN,
  escalate: OPEN,
  reassign: OPEN,
  climb: OPEN,
  remind: OPEN,
  place: OPEN,
  health: OPEN,
  'remind-health': OPEN,
  'note-unconfirmed': OPEN,
  close: { accepted: 'closed' },
  withdraw: { reported: 'withdrawn', accepted: 'withdrawn' },
  contest: { rejected: 'reported' },
  reopen: { closed: 'accepted' },
  hold: ANY,
  release: ANY,
  identify: ANY,
  commit: { accepted: 'accepted', closed: 'closed' },
  fulfil: AGREED,
  extend: AGREED,
  'follow-up': AGREED,
  'note-undelivered': ANY,
};

/** Maximum number of files per case that others can open. */
export const MAX_EVIDENCE = 5;

/** Returns true when the state machine has this transition. `permissions.ts` says who may make it. */
export function allows(state: State, command: CommandType): boolean {
  return TRANSITIONS[command][state] !== undefined;
}

export type Refusal =
  | 'not-in-this-state'
  | 'missing-reason'
  | 'missing-words'
  | 'missing-outcome'
  | 'missing-summary'
  | 'same-level'
  | 'unconfirmed'
  | 'missing-place'
  | 'same-priority'
  | 'health-off'
  | 'no-question'
  | 'too-late'
  | 'too-many-files'
  | 'same-assignee'
  | CommitmentRefusal;

type Decision = { body: EventBody } | { refusal: Refusal };

/** Turns a command into an event or says why it is refused. The caller has checked permissions. */
export function decide(before: Case, command: Command, now: Date, deadlines: Deadlines): Decision {
  if (!allows(before.state, command.type)) return refuse('not-in-this-state');
  switch (command.type) {
    case 'accept':
      return happens({ type: 'accepted', note: command.note, ...deadlines.close(graveOf(before), now) });
    case 'reject':
      return withReason(command, { type: 'rejected', reason: command.reason });
    case 'ask':
      return command.question
        ? happens({ type: 'asked', question: command.question })
        : refuse('missing-words');
    case 'reply':
      if (before.question === undefined) return refuse('no-question');
      return command.answer ? happens({ type: 'replied', answer: command.answer }) : refuse('missing-words');
    case 'add':
      return command.words ? happens({ type: 'added', words: command.words }) : refuse('missing-words');
    case 'attach':
      return attach(before, command.evidence);
    case 'reclassify':
      return reclassify(before, command, now, deadlines);
    case 'escalate':
      if (sameAssignee(before, command.to)) return refuse('same-assignee');
      return withReason(command, {
        type: 'escalated',
        reason: command.reason,
        ...command.to,
        ...step(before, now, deadlines),
      });
    case 'reassign':
      if (sameAssignee(before, command.to)) return refuse('same-assignee');
      return withReason(command, {
        type: 'reassigned',
        reason: command.reason,
        ...command.to,
        ...step(before, now, deadlines),
      });
    case 'climb':
      return sameAssignee(before, command.to)
        ? happens({ type: 'lapsed', ...deadlines.again(now) })
        : happens({ type: 'climbed', ...command.to, ...step(before, now, deadlines) });
    case 'remind':
      return happens({ type: 'reminded' });
    case 'place':
      return isNowhere(command.cycle)
        ? refuse('missing-place')
        : happens({ type: 'placed', ...command.cycle });
    case 'health':
      return health(before, command.priority, now, deadlines);
    case 'remind-health':
      return before.health?.remindAt ? happens({ type: 'health-reminded' }) : refuse('not-in-this-state');
    case 'note-unconfirmed':
      return confirmationDue(before) === undefined
        ? refuse('not-in-this-state')
        : happens({ type: 'unconfirmed', ...(command.aboveId && { aboveId: command.aboveId }) });
    case 'close':
      if (before.unconfirmed) return refuse('unconfirmed');
      if (command.outcomes.length === 0) return refuse('missing-outcome');
      if (!command.summary) return refuse('missing-summary');
      return close(before, command, now);
    case 'withdraw':
      return happens({ type: 'withdrawn', reason: command.reason });
    case 'contest':
      return withReason(command, {
        type: 'contested',
        reason: command.reason,
        ...command.to,
        ...deadlines.accept(graveOf(before), now),
        // Somebody else has to confirm the level now.
        ...(before.unconfirmed && !before.isToldUnconfirmed && { confirmBy: deadlines.confirm(now) }),
      });
    case 'reopen':
      if (now > deadlines.reopenBy(new Date(before.closedAt ?? 0))) return refuse('too-late');
      return withReason(command, {
        type: 'reopened',
        reason: command.reason,
        ...deadlines.close(graveOf(before), now),
      });
    case 'hold':
      return before.held
        ? refuse('not-in-this-state')
        : withReason(command, { type: 'held', reason: command.reason });
    case 'release':
      return before.held
        ? withReason(command, { type: 'released', reason: command.reason })
        : refuse('not-in-this-state');
    case 'identify':
      return withReason(command, { type: 'identified', reason: command.reason });
    case 'note-undelivered':
      return happens({ type: 'undelivered', personId: command.personId });
    case 'commit':
    case 'fulfil':
    case 'extend':
    case 'follow-up':
      return decideOnCommitment(before, command, now);
  }
}

/** Adds a file, or lets others open one that is closed to them: the one with the same id, as the reporter agrees. */
function attach(before: Case, evidence: Evidence): Decision {
  const closed = closedIn(before);
  const known = before.evidence.find(({ id }) => id === evidence.id);
  if (known)
    return closed.includes(known) && evidence.cleans === false
      ? happens({ type: 'attached', evidence: { ...known, cleans: false }, isOpened: true })
      : refuse('not-in-this-state');
  // What others cannot open may be sent again in another form.
  return before.evidence.length - closed.length < MAX_EVIDENCE
    ? happens({ type: 'attached', evidence })
    : refuse('too-many-files');
}

function close(
  before: Case,
  { outcomes, summary, agreed }: { outcomes: Outcome[]; summary: string; agreed?: Agreement },
  now: Date,
): Decision {
  const refusal = refusalOfClosing(before, { outcomes, agreed }, now);
  if (refusal) return refuse(refusal);
  return happens({ type: 'closed', outcomes, summary, ...(agreed && { agreed }) });
}

/** The level that sets the deadlines: until it is confirmed, an urgent case is grave. A protected case is always grave. */
export function graveOf({ level, unconfirmed, report, protectedBy }: Case): Level {
  if (protectedBy) return 'high';
  return unconfirmed ? higher(level, firstLevelOf(report)) : level;
}

/** Marks a claim about health, or takes the mark away. */
function health(before: Case, priority: Priority, now: Date, deadlines: Deadlines): Decision {
  if (!deadlines.health) return refuse('health-off');
  if (priority === (before.health?.priority ?? 'none')) return refuse('same-priority');
  if (priority === 'none') return happens({ type: 'health', priority });
  const due = deadlines.health(priority, new Date(before.reportedAt), now);
  // Marked when its time was over, it is only shown as overdue.
  const isLate = Date.parse(due.dueAt) <= now.getTime();
  return happens({ type: 'health', priority, dueAt: due.dueAt, ...(!isLate && { remindAt: due.remindAt }) });
}

/** Confirms an unconfirmed level, or changes the level. Where it may be high, only a no needs a reason. */
function reclassify(
  before: Case,
  { level, reason }: { level: Level; reason: string },
  now: Date,
  deadlines: Deadlines,
): Decision {
  const changes = level !== before.level;
  if (!changes && !before.unconfirmed) return refuse('same-level');
  const isExplained = isHighAsked(before) ? level === 'high' : !changes;
  if (!isExplained && !reason) return refuse('missing-reason');
  return happens({
    type: 'reclassified',
    level,
    reason,
    ...dueFor(before, graveOf({ ...before, level, unconfirmed: false }), now, deadlines),
  });
}

/**
 * The deadline of the current step under a new level, counted from the start of the step. A graver level
 * shortens the step, a lesser one lengthens it. If that deadline has passed already, the old deadline or the
 * full time from now applies, whichever is earlier.
 */
function dueFor(before: Case, level: Level, now: Date, deadlines: Deadlines): Due {
  const of = before.state === 'accepted' ? deadlines.close : deadlines.accept;
  const fromStart = of(level, new Date(before.stepStartedAt));
  const fromNow = of(level, now);
  if (before.dueAt === undefined || Date.parse(fromStart.dueAt) > now.getTime()) return fromStart;
  return Date.parse(before.dueAt) < Date.parse(fromNow.dueAt)
    ? { dueAt: before.dueAt, remindAt: before.remindAt ?? before.dueAt }
    : fromNow;
}

/** A fresh deadline for the next assignee. */
function step(before: Case, now: Date, deadlines: Deadlines): Due {
  return before.state === 'accepted'
    ? deadlines.close(graveOf(before), now)
    : deadlines.accept(graveOf(before), now);
}

function sameAssignee({ assignee }: Case, to: Assignment): boolean {
  return assignee.kind === 'person'
    ? to.assignee.kind === 'person' && to.assignee.id === assignee.id
    : to.assignee.kind === assignee.kind;
}

function withReason(command: { reason: string }, body: EventBody): Decision {
  return command.reason ? happens(body) : refuse('missing-reason');
}

const happens = (body: EventBody): Decision => ({ body });
const refuse = (refusal: Refusal): Decision => ({ refusal });
