/** Small values shared by several unit tests. */
import type { InboundActivity } from '../../src/bot/activity.js';
import type { Case } from '../../src/features/cases/domain/case.js';
import type { Deadlines } from '../../src/features/cases/domain/deadlines.js';
import type { Due, EventBody } from '../../src/features/cases/domain/event.js';
import type { Report } from '../../src/features/cases/domain/report.js';
import { NOWHERE } from '../../src/platform/impact/cycle.js';
import type { Person } from '../../src/platform/people/person.js';

export const REPORTER = 'reporter';
export const LEADER = 'leader';

/** The instant of a time in Bogotá, written as `2026-11-24 09:30`. */
export const bogota = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00-05:00`);

export function aPerson(id: string, more: Partial<Person> = {}): Person {
  return { id, name: `Name of ${id}`, email: `${id}@demo.example`, roles: [], area: 'Area', ...more };
}

export function aReport(more: Partial<Report> = {}): Report {
  return {
    narrative: 'Le gritó a un usuario en la ventanilla.',
    topic: 'behaviour',
    source: 'moment-of-truth',
    place: 'Sede Suba',
    occurredOn: '2026-11-23',
    efforts: ['emotional', 'time'],
    confidential: false,
    superiorInvolved: false,
    safety: { threat: false, physical: false, harm: false },
    level: 'medium',
    proposedLevel: 'low',
    reviews: [],
    candidate: 'medium',
    discounted: [],
    cares: [],
    touches: [],
    signals: [{ text: 'gritó', start: 3, end: 8, level: 'medium', rule: 'agresion_verbal' }],
    ...more,
  };
}

export function aCase(more: Partial<Case> = {}): Case {
  return {
    id: '5f0c7a52-0000-4000-8000-000000000001',
    number: 'HUM-2026-000001',
    state: 'reported',
    revision: 1,
    report: aReport(),
    level: 'medium',
    reporterId: REPORTER,
    assignee: { kind: 'person', id: LEADER },
    assigneeRole: 'superior',
    unconfirmed: false,
    lowered: 0,
    area: 'Area',
    excludedIds: [],
    formerIds: [],
    reportedAt: '2026-11-24T14:00:00.000Z',
    step: 1,
    stepStartedAt: '2026-11-24T14:00:00.000Z',
    dueAt: '2026-11-25T14:00:00.000Z',
    remindAt: '2026-11-25T02:00:00.000Z',
    held: false,
    identifiedBy: [],
    cycle: NOWHERE,
    evidence: [],
    unreachableIds: [],
    commitments: [],
    ...more,
  };
}

export function reportedBody(more: Partial<Extract<EventBody, { type: 'reported' }>> = {}): EventBody {
  const { id, number, report, assignee, assigneeRole } = aCase();
  return {
    type: 'reported',
    caseId: id,
    number,
    report,
    assignee,
    assigneeRole,
    area: 'Area',
    excludedIds: [],
    evidence: [],
    dueAt: '2026-11-25T14:00:00.000Z',
    remindAt: '2026-11-25T02:00:00.000Z',
    ...more,
  };
}

const DAY_MS = 86_400_000;
const inDays = (from: Date, days: number): Due => ({
  dueAt: new Date(from.getTime() + days * DAY_MS).toISOString(),
  remindAt: new Date(from.getTime() + (days * DAY_MS) / 2).toISOString(),
});
const HEALTH_DAYS = { vital: 1, prioritised: 2, simple: 3 } as const;
const GRAVITY = { high: 1, medium: 2, low: 3 } as const;

/**
 * Accepting is due in 1, 2 or 3 days for high, medium or low, closing in ten times as many, so that a test
 * can tell which deadline was used.
 */
export const plainDeadlines: Deadlines = {
  accept: (level, from) => inDays(from, GRAVITY[level]),
  close: (level, from) => inDays(from, 10 * GRAVITY[level]),
  health: (priority, reportedAt) => inDays(reportedAt, HEALTH_DAYS[priority]),
  confirm: (from) => inDays(from, 1).remindAt,
  again: (from) => inDays(from, 5),
  reopenBy: (closedAt) => new Date(closedAt.getTime() + 15 * DAY_MS),
};

export const ACTIVITY_BODY = {
  type: 'message',
  id: 'activity-1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/amer/',
  from: { id: '29:ana', name: 'Ana', aadObjectId: '00000000-0000-4000-8000-00000000000A' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:conversation', conversationType: 'personal' },
  text: 'hola',
} as const;

export function anActivity(more: Partial<InboundActivity> = {}): InboundActivity {
  return { ...ACTIVITY_BODY, receivedAt: performance.now(), ...more };
}
