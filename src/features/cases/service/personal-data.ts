/** The data about a person in cases: those that they reported, and those that they attended to. */

import { fileName } from '../../../platform/cleaning/evidence.js';
import type { Clock } from '../../../platform/clock.js';
import type { DataProvider } from '../../../platform/people/data-provider.js';
import { type Case, evolve } from '../domain/case.js';
import { KEPT_FROM_REPORTER } from '../domain/commitment-effects.js';
import type { CaseEvent } from '../domain/event.js';
import { SYSTEM, watchingRole } from '../domain/permissions.js';
import type { CaseIndex } from '../store/case-index.js';
import type { CaseStore, LoadedCase } from '../store/case-store.js';
import type { ReportedCases } from './lists/reported-cases.js';

export function caseData(parts: {
  index: CaseIndex;
  reported: ReportedCases;
  store: CaseStore;
  clock: Clock;
}): DataProvider[] {
  const { index, reported, store, clock } = parts;
  return [
    {
      name: 'cases',
      countOf: async (personId) => (await reported.all(personId, clock())).length,
      dataOf: async (personId) => {
        const cases: object[] = [];
        for (const { id } of await reported.all(personId, clock())) {
          const loaded = await store.load(id);
          if (loaded?.subject.reporterId === personId) cases.push(asReported(loaded));
        }
        return cases;
      },
    },
    {
      name: 'attended',
      dataOf: async (personId) => {
        const cases: object[] = [];
        for await (const { number, level, state, reportedAt, dueAt, assigneeId } of index.attendedBy(
          personId,
        )) {
          // A former assignee may not know how the case went on.
          const own = assigneeId === personId ? { level, state, dueAt } : {};
          cases.push({ number, reportedAt, ...own });
        }
        return cases;
      },
    },
  ];
}

/** The whole case as its reporter may see it: all texts, and other people only by role. */
function asReported({ subject, events, isAhead }: LoadedCase): object {
  const { report } = subject;
  return {
    number: subject.number,
    state: subject.state,
    level: subject.level,
    reportedAt: subject.reportedAt,
    dueAt: subject.dueAt,
    held: subject.held,
    ...(isAhead && { isAhead }),
    narrative: report.narrative,
    topic: report.topic,
    source: report.source,
    place: report.place,
    occurredOn: report.occurredOn,
    efforts: report.efforts,
    confidential: report.confidential,
    superiorInvolved: report.superiorInvolved,
    ...(subject.protectedBy && { protected: true }),
    threat: report.safety.threat,
    physical: report.safety.physical,
    harm: report.safety.harm,
    proposedLevel: report.proposedLevel,
    serviceCycle: subject.cycle,
    ...(subject.health && { healthClaim: subject.health.priority }),
    reasons: report.signals.map(({ text }) => text),
    files: subject.evidence.map((file) => ({
      name: fileName(subject.evidence, file),
      type: file.type,
      size: file.size,
    })),
    ...(subject.commitments.length > 0 && { hasCommitments: true }),
    events: happenings(events),
  };
}

function happenings(events: readonly CaseEvent[]): object[] {
  let subject: Case | undefined;
  return events.flatMap((event) => {
    const { body, at } = event;
    const who = roleOf(event, subject);
    subject = evolve(subject, event);
    // How a commitment goes is told to those who keep it.
    if (KEPT_FROM_REPORTER.includes(body.type)) return [];
    return [{ at, event: body.type, who, ...saidIn(body, subject) }];
  });
}

/** The content of an event, without names. */
function saidIn(body: CaseEvent['body'], { evidence }: Case): object {
  switch (body.type) {
    case 'reported':
    case 'reminded':
    case 'lapsed':
    case 'unconfirmed':
    case 'health-reminded':
    case 'undelivered':
    case 'undone':
    case 'committed':
    case 'commitment-reminded':
    case 'commitment-done':
    case 'commitment-extended':
    case 'commitment-lapsed':
      return {};
    case 'placed': {
      const { type: _, ...cycle } = body;
      return { place: cycle };
    }
    case 'health':
      return { priority: body.priority };
    case 'accepted':
      return { words: body.note };
    case 'asked':
      return { words: body.question };
    case 'replied':
      return { words: body.answer };
    case 'added':
      return { words: body.words };
    case 'attached':
      return { words: fileName(evidence, body.evidence) };
    case 'reclassified':
      return { level: body.level, words: body.reason };
    case 'climbed':
      return { to: body.assigneeRole };
    case 'escalated':
    case 'reassigned':
    case 'contested':
      return { to: body.assigneeRole, words: body.reason };
    case 'closed':
      return { outcomes: body.outcomes, words: body.summary };
    case 'rejected':
    case 'withdrawn':
    case 'reopened':
    case 'held':
    case 'released':
    case 'identified':
      return { words: body.reason };
  }
}

/** The role of the actor when they acted, never who they are. */
function roleOf({ actorId }: CaseEvent, before: Case | undefined): string {
  if (actorId === SYSTEM.id) return 'system';
  if (!before || actorId === before.reporterId) return 'you';
  const hasIt = before.assignee.kind === 'person' && before.assignee.id === actorId;
  return hasIt ? before.assigneeRole : watchingRole(before);
}
