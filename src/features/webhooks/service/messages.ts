/** What other systems are told of a case, version 1. docs/webhooks.md shows it. */
import { z } from 'zod';
import { LEVELS } from '../../../platform/impact/assessment.js';
import { TOPICS } from '../../../platform/impact/failure.js';
import { type Case, type CaseEvent, type EventType, STATES } from '../../cases/index.js';

/** The name of each event that is told. A step up the line, by whatever way, is one kind. */
const NAMES = {
  reported: 'case.reported',
  accepted: 'case.accepted',
  rejected: 'case.rejected',
  reclassified: 'case.reclassified',
  escalated: 'case.handed-over',
  reassigned: 'case.handed-over',
  climbed: 'case.handed-over',
  contested: 'case.contested',
  closed: 'case.closed',
  reopened: 'case.reopened',
  withdrawn: 'case.withdrawn',
} as const satisfies Partial<Record<EventType, string>>;

export const EVENT_NAMES = [...new Set(Object.values(NAMES))];
type EventName = (typeof EVENT_NAMES)[number];

export const message = z.strictObject({
  type: z.enum(EVENT_NAMES),
  version: z.literal(1),
  /** When it happened. */
  timestamp: z.iso.datetime(),
  data: z.strictObject({
    number: z.string(),
    /** Goes up with each event of the case; some are not told. */
    revision: z.number().int(),
    state: z.enum(STATES),
    level: z.enum(LEVELS),
    /** Whether somebody has confirmed the level. */
    isLevelConfirmed: z.boolean(),
    topic: z.enum(TOPICS),
    /** Ids of `content/service-cycle.yaml`; empty where it is not known. */
    service: z.string(),
    site: z.string(),
    stage: z.string(),
    reportedAt: z.iso.datetime(),
    dueAt: z.iso.datetime().optional(),
    /** The name of who is to act, for targets that may know it. */
    assignee: z.string().optional(),
  }),
});
export type WebhookMessage = z.output<typeof message>;

/** Undefined for an event that is not told. */
export function nameOf({ body }: CaseEvent): EventName | undefined {
  return body.type in NAMES ? NAMES[body.type as keyof typeof NAMES] : undefined;
}

/** Whether a case may be told to other systems at all: nothing that was told in confidence is. */
export function mayBeTold({ protectedBy, assignee, report }: Case): boolean {
  const isInConfidence = report.confidential || report.inConfidence === true || report.superiorInvolved;
  return protectedBy === undefined && assignee.kind !== 'protected' && !isInConfidence;
}

/** @param subject the case right after the event. */
export function messageOf(
  type: EventName,
  { at }: CaseEvent,
  subject: Case,
  assignee: string | undefined,
): WebhookMessage {
  const { number, revision, state, level, unconfirmed, report, cycle, reportedAt, dueAt } = subject;
  const { service, site, stage } = cycle;
  return {
    type,
    version: 1,
    timestamp: at,
    data: {
      number,
      revision,
      state,
      level,
      isLevelConfirmed: !unconfirmed,
      topic: report.topic,
      service,
      site,
      stage,
      reportedAt,
      ...(dueAt !== undefined && { dueAt }),
      ...(assignee !== undefined && { assignee }),
    },
  };
}
