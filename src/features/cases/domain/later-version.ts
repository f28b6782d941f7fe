/**
 * Reads a report that a later version of the bot wrote, as far as this one understands it, so that the case can still
 * be read. What is not understood gets the most careful value.
 */
import { z } from 'zod';
import { type EventBody, parsed, reported } from './event.js';
import { type Report, report } from './report.js';

type Reported = Extract<EventBody, { type: 'reported' }>;

const CAREFUL: Report = {
  narrative: '',
  topic: 'behaviour',
  source: 'moment-of-truth',
  place: '',
  occurredOn: '',
  efforts: [],
  confidential: true,
  superiorInvolved: false,
  safety: { threat: false, physical: false, harm: false },
  level: 'high',
  proposedLevel: 'high',
  reviews: [],
  candidate: 'high',
  urgent: true,
  signals: [],
  discounted: [],
  cares: [],
  touches: [],
};

/** Nobody has this id. */
const NOBODY = { kind: 'person', id: '' } as const;

/**
 * @param known what stands elsewhere.
 * @returns the event, and whether it says who besides the reporter may read the case.
 */
export function readLaterReport(
  json: string,
  known: { caseId: string; number: string; at: string },
): { body: Reported; saysReaders: boolean } {
  const stored = asRecord(parsed(json));
  const { caseId, number, at } = known;
  const body = asFarAsKnown(reported.omit({ report: true }), stored, {
    type: 'reported',
    caseId,
    number,
    area: '',
    excludedIds: [],
    evidence: [],
    assignee: NOBODY,
    assigneeRole: 'humanization',
    dueAt: at,
    remindAt: at,
    protectedBy: 'protected',
  });
  const saysReaders = reported
    .pick({ assignee: true, excludedIds: true, protectedBy: true })
    .safeParse(stored).success;
  return { body: { ...body, report: asFarAsKnown(report, asRecord(stored.report), CAREFUL) }, saysReaders };
}

/** Each field as stored if the schema knows its value, else as in `careful`. */
function asFarAsKnown<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  stored: Record<string, unknown>,
  careful: z.output<z.ZodObject<Shape>>,
): z.output<z.ZodObject<Shape>> {
  const fields = Object.keys(schema.shape).map((name) => {
    const field = schema.shape[name] as unknown as z.ZodType;
    const read = field.safeParse(stored[name]);
    return [name, read.success ? read.data : careful[name as keyof typeof careful]];
  });
  return Object.fromEntries(fields) as z.output<z.ZodObject<Shape>>;
}

const asRecord = (value: unknown) => z.record(z.string(), z.unknown()).catch({}).parse(value);
