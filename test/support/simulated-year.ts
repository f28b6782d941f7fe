/** A year of cases as the bot would have written them: 40 leaders, 12 areas, and whatever happens to cases. */
import { type Case, evolve } from '../../src/features/cases/domain/case.js';
import { type Command, decide } from '../../src/features/cases/domain/commands.js';
import { createDeadlines } from '../../src/features/cases/domain/deadlines.js';
import type { CaseEvent, EventBody } from '../../src/features/cases/domain/event.js';
import type { Report } from '../../src/features/cases/domain/report.js';
import { businessCalendar } from '../../src/platform/calendar/business-time.js';
import { DEFAULT_STEP_TIMES } from '../../src/platform/calendar/step-times.js';
import type { Level } from '../../src/platform/impact/assessment.js';
import type { Person } from '../../src/platform/people/person.js';
import { aPerson, aReport, bogota } from './fixtures.js';
import { seeded } from './random.js';

const AREAS = 12;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const YEAR_START = bogota('2026-01-01 00:00').getTime();
const YEAR_HOURS = 365 * 24;
const MOST_ACTS = 14;

/** A head, four directors, 35 leaders, ten people of each, and the team. */
export const ORGANISATION: readonly Person[] = [
  aPerson('head', { area: 'area 0', roles: ['leader'] }),
  ...Array.from({ length: 4 }, (_, at) =>
    aPerson(`director${at}`, { superiorId: 'head', area: `area ${at}`, roles: ['leader'] }),
  ),
  ...Array.from({ length: 35 }, (_, at) =>
    aPerson(`leader${at}`, {
      superiorId: `director${at % 4}`,
      area: `area ${at % AREAS}`,
      roles: ['leader'],
    }),
  ),
  ...Array.from({ length: 350 }, (_, at) =>
    aPerson(`c${at}`, { superiorId: `leader${at % 35}`, area: `area ${(at % 35) % AREAS}` }),
  ),
  aPerson('team', { roles: ['humanization'] }),
];
export const LEADERS = ORGANISATION.filter(({ roles }) => roles.includes('leader'));
export const AREA_NAMES = Array.from({ length: AREAS }, (_, at) => `area ${at}`);

const deadlines = createDeadlines(DEFAULT_STEP_TIMES, businessCalendar(), { confirmLevelHours: 4 });
const byId = new Map(ORGANISATION.map((person) => [person.id, person]));

export interface SimulatedCase {
  events: CaseEvent[];
  /** The answer of the reporter after the last closing. */
  voice?: { at: string; satisfied: 'yes' | 'partly' | 'no'; retaliation: boolean };
}

export function* simulatedYear(cases: number, seed: number): Generator<SimulatedCase> {
  const random = seeded(seed);
  for (let at = 1; at <= cases; at++) yield new Life(random, at).live();
}

class Life {
  readonly #events: CaseEvent[] = [];
  #subject!: Case;
  #now: number;

  constructor(
    private readonly random: () => number,
    private readonly number: number,
  ) {
    this.#now = YEAR_START + Math.floor(random() * YEAR_HOURS * 60) * MINUTE_MS;
  }

  live(): SimulatedCase {
    this.#report();
    for (let act = 0; act < MOST_ACTS && this.random() < 0.93; act++) {
      this.#wait(this.random() < 0.3 ? this.random() * 0.9 : this.random() * 60);
      this.#act();
    }
    const closing = this.#subject.state === 'closed' ? this.#events.at(-1) : undefined;
    if (closing?.body.type !== 'closed' || this.random() < 0.4) return { events: this.#events };
    const at = new Date(this.#now + this.random() * 30 * 24 * HOUR_MS).toISOString();
    const satisfied = this.#pick(['yes', 'yes', 'yes', 'partly', 'no'] as const);
    return { events: this.#events, voice: { at, satisfied, retaliation: this.random() < 0.05 } };
  }

  #report(): void {
    const reporter = this.#pick(ORGANISATION.filter(({ superiorId }) => superiorId));
    const level = this.#pick<Level>(['low', 'medium', 'medium', 'high']);
    const isProtected = this.random() < 0.03;
    const report: Report = aReport({
      level,
      candidate: level,
      reviews: this.random() < 0.3 ? ['unclear'] : [],
      touches: this.#some(['trato-amable', 'trato-digno', 'etica-respeto', 'indiferencia']),
      efforts: this.#some(['emotional', 'cognitive', 'time'] as const),
      source: this.#pick(['pqrs', 'leader', 'moment-of-truth'] as const),
      topic: this.#pick(['information', 'behaviour'] as const),
      confidential: this.random() < 0.2,
      cycle: {
        service: this.#pick(['', 'salud', 'vivienda', 'recreacion']),
        site: this.#pick(['', 'suba', 'kennedy']),
        stage: this.#pick(['', 'before', 'attention'] as const),
      },
    });
    const superiorId = reporter.superiorId ?? '';
    const isInvolved = this.random() < 0.05;
    const receiverId = isInvolved ? byId.get(superiorId)?.superiorId : superiorId;
    this.#happens(reporter.id, {
      type: 'reported',
      caseId: `00000000-0000-4000-8000-${String(this.number).padStart(12, '0')}`,
      number: `HUM-2026-${String(this.number).padStart(6, '0')}`,
      report,
      area: reporter.area,
      excludedIds: isInvolved ? [superiorId] : [],
      evidence: [],
      ...(isProtected
        ? { protectedBy: 'protected', assignee: { kind: 'protected' }, assigneeRole: 'protected' }
        : receiverId
          ? { assignee: { kind: 'person', id: receiverId }, assigneeRole: 'superior' }
          : { assignee: { kind: 'humanization' }, assigneeRole: 'humanization' }),
      ...deadlines.accept(level, new Date(this.#now)),
    });
  }

  /** Hours pass. Deadlines on the way are missed. */
  #wait(hours: number): void {
    const until = this.#now + Math.ceil((hours * HOUR_MS) / MINUTE_MS) * MINUTE_MS;
    for (let due = this.#dueAt(); due < until && this.#events.length < 30; due = this.#dueAt()) {
      this.#now = due + MINUTE_MS;
      const { assignee } = this.#subject;
      const aboveId = assignee.kind === 'person' ? byId.get(assignee.id)?.superiorId : undefined;
      this.#tries('system', {
        type: 'climb',
        to: aboveId
          ? { assignee: { kind: 'person', id: aboveId }, assigneeRole: 'next-superior' }
          : { assignee: { kind: 'humanization' }, assigneeRole: 'humanization' },
      });
    }
    this.#now = Math.max(this.#now, until);
  }

  #dueAt(): number {
    const { dueAt, protectedBy } = this.#subject;
    return dueAt === undefined || protectedBy ? Number.POSITIVE_INFINITY : Date.parse(dueAt);
  }

  #act(): void {
    // Each was reported by somebody.
    const { assignee, reporterId = '', commitments, unconfirmed, state } = this.#subject;
    const holder = assignee.kind === 'person' ? assignee.id : 'team';
    const reason = 'so it is';
    const until = new Date(this.#now + this.random() * 90 * 24 * HOUR_MS).toISOString().slice(0, 10);
    const agreed = {
      personId: 'c1',
      what: 'to greet',
      until,
      kind: this.#pick(['pid', 'standard'] as const),
    };
    const of = commitments.length > 0 ? this.#pick(commitments).seq : 0;
    const last = this.#events.at(-1);
    const [actor, command] = this.#pick<[string, Command]>([
      [holder, { type: 'accept', note: '' }],
      [holder, { type: 'accept', note: '' }],
      [holder, unconfirmed ? { type: 'reclassify', level: this.#subject.level, reason } : { type: 'remind' }],
      [holder, { type: 'reclassify', level: this.#pick<Level>(['low', 'medium', 'high']), reason }],
      [holder, { type: 'reject', reason }],
      [holder, { type: 'ask', question: 'where?' }],
      [holder, { type: 'place', cycle: { service: 'salud', site: 'suba', stage: 'after' } }],
      [holder, { type: 'close', outcomes: ['process', 'conversation'], summary: 'done' }],
      [holder, { type: 'close', outcomes: ['standard'], summary: 'done', agreed }],
      [holder, { type: 'commit', agreed }],
      [holder, { type: 'fulfil', of, note: '' }],
      [holder, { type: 'extend', of, until, reason }],
      ['system', { type: 'follow-up', of, phase: 'lapse', hasLeft: this.random() < 0.1 }],
      [
        reporterId,
        { type: 'contest', reason, to: { assignee: { kind: 'humanization' }, assigneeRole: 'humanization' } },
      ],
      [reporterId, { type: 'reopen', reason }],
      [
        reporterId,
        state === 'reported' && this.random() < 0.8 ? { type: 'remind' } : { type: 'withdraw', reason },
      ],
      [holder, { type: 'remind' }],
    ]);
    this.#tries(actor, command);
    const done = this.#events.at(-1);
    if (done && done !== last && this.#subject.undo && this.random() < 0.15) {
      this.#now += MINUTE_MS;
      this.#happens(done.actorId, { type: 'undone', of: this.#subject.undo.of });
    }
  }

  #tries(actorId: string, command: Command): void {
    const decision = decide(this.#subject, command, new Date(this.#now), deadlines);
    if ('body' in decision) this.#happens(actorId, decision.body);
  }

  #happens(actorId: string, body: EventBody): void {
    const seq = this.#events.length + 1;
    const at = new Date(this.#now).toISOString();
    const event = { seq, actorId, at, commandId: `${this.number}:${seq}`, body };
    this.#subject = evolve(this.#events.length > 0 ? this.#subject : undefined, event);
    this.#events.push(event);
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  #some<T>(list: readonly T[]): T[] {
    return list.filter(() => this.random() < 0.4);
  }
}
