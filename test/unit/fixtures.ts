/** Small values that several unit tests start from. */
import type { InboundActivity } from '../../src/bot/activity.js';
import type { Case, EventBody, Report } from '../../src/cases/case.js';
import type { Deadlines } from '../../src/cases/deadlines.js';
import type { Person } from '../../src/people/person.js';

export const REPORTER = 'reporter';
export const LEADER = 'leader';

/** A moment on the clock of Bogotá, given as `2026-11-24 09:30`. */
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
    reportedAt: '2026-11-24T14:00:00.000Z',
    dueAt: '2026-11-25T14:00:00.000Z',
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
    dueAt: '2026-11-25T14:00:00.000Z',
    ...more,
  };
}

/** Closing is due so many days after as the level has letters: enough to see which level was asked for. */
export const letterDeadlines: Deadlines = {
  acceptBy: (_, from) => from,
  closeBy: (level, from) => new Date(from.getTime() + level.length * 86_400_000),
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
  return { ...ACTIVITY_BODY, ...more };
}
