/**
 * The voices of reporters, each in a partition of its own in the table `Cases`, with its own outbox: a case has no row
 * that tells of them. What was answered is encrypted. Beside them, for each leader and quarter and for each month, what counts.
 */
import { z } from 'zod';
import { BoundedCache } from '../../../platform/bounded-cache.js';
import { bogotaMonth } from '../../../platform/calendar/days.js';
import { steadyClock } from '../../../platform/clock.js';
import { type Effect, toOutboxRows } from '../../../platform/delivery/outbox.js';
import { isFailure } from '../../../platform/storage/errors.js';
import { removeRows } from '../../../platform/storage/removal.js';
import { type Operation, type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import type { Counted } from '../domain/satisfaction.js';
import { SATISFACTION, type VoiceAnswer, voiceAnswer } from '../domain/voice.js';

const PREFIX = 'voice:';
const ROW = 'voice';

export const voiceKey = (caseId: string): string => PREFIX + caseId;
export const caseOfVoice = (partitionKey: string): string => partitionKey.slice(PREFIX.length);

const voiceRow = z.object({
  /** ISO 8601, UTC; empty for not yet. */
  askedAt: z.string(),
  remindedAt: z.string(),
  answeredAt: z.string(),
  /** The leader the answer counts for; empty for none. */
  leaderId: z.string(),
  /** As in `quarterOf`. */
  quarter: z.string(),
  body: z.string(),
});

export interface Voice extends Omit<z.output<typeof voiceRow>, 'body'> {
  answer?: VoiceAnswer | undefined;
}

export interface StoredVoice extends Voice {
  etag: string;
}

const countedRow = z
  .object({ body: z.string(), answeredAt: z.string() })
  .transform(({ body, answeredAt }) => ({
    ...z.object({ reporterId: z.string(), satisfied: z.enum(SATISFACTION) }).parse(JSON.parse(body)),
    answeredAt,
  }));

/** An answer, as it counts in the figures of the month in which it was given. */
const heard = z.object({
  satisfied: z.enum(SATISFACTION),
  retaliation: z.boolean(),
  area: z.string(),
  /** The leader who closed the case, and those above. */
  line: z.array(z.string()),
  isProtected: z.boolean(),
});
export type Heard = z.output<typeof heard>;
const heardRow = z.object({ body: z.string().transform((body) => heard.parse(JSON.parse(body))) });

/** Where a voice counts. */
export type CountedIn = Pick<Voice, 'leaderId' | 'quarter'>;

const countedFor = (leaderId: string) => `satisfaction:${leaderId}`;
const countedKey = (quarter: string, caseId: string) => `${quarter}:${caseId}`;

const heardIn = (month: string) => `heard:${month}`;
export const monthOfVoice = ({ answeredAt }: Pick<Voice, 'answeredAt'>) => bogotaMonth(new Date(answeredAt));

/** Another instance shows a leader an answer that counts within this time. */
const COUNTED_FOR = { entries: 500, ms: 600_000 };

/** The steps of a voice, in the order of its outbox. */
const SEQ = { asked: 1, reminded: 2, answered: 3 } as const;

export class Voices {
  readonly #counted = new BoundedCache<ReadonlyMap<string, Counted[]>>(steadyClock, COUNTED_FOR);

  constructor(private readonly tables: Tables) {}

  async find(caseId: string): Promise<StoredVoice | undefined> {
    const stored = await this.tables.get('Cases', voiceKey(caseId), ROW);
    if (!stored) return undefined;
    const { body, ...voice } = voiceRow.parse(stored.row);
    const answer = body ? voiceAnswer.parse(JSON.parse(body)) : undefined;
    return { ...voice, etag: stored.etag, ...(answer && { answer }) };
  }

  /** Notes the question and its notice; false if it was asked before. */
  ask(caseId: string, at: Date, effects: readonly Effect[]): Promise<boolean> {
    const asked = { askedAt: at.toISOString(), remindedAt: '', answeredAt: '', leaderId: '', quarter: '' };
    return this.#commit(caseId, { kind: 'insert', row: rowOf(caseId, asked) }, [SEQ.asked, effects]);
  }

  /** Notes the one reminder; false if another writer was faster. */
  remind(
    caseId: string,
    { etag, ...voice }: StoredVoice,
    at: Date,
    effects: readonly Effect[],
  ): Promise<boolean> {
    const row = rowOf(caseId, { ...voice, remindedAt: at.toISOString() });
    return this.#commit(caseId, { kind: 'replace', row, etag }, [SEQ.reminded, effects]);
  }

  /** Keeps the answer; false if there is one already. */
  answer(
    caseId: string,
    { etag, ...voice }: StoredVoice,
    answered: Required<Pick<Voice, 'answer' | 'answeredAt' | 'leaderId' | 'quarter'>>,
    effects: readonly Effect[],
  ): Promise<boolean> {
    const row = rowOf(caseId, { ...voice, ...answered });
    return this.#commit(caseId, { kind: 'replace', row, etag }, [SEQ.answered, effects]);
  }

  /** Counts an answer. Idempotent. */
  async count(
    caseId: string,
    { leaderId, quarter }: CountedIn,
    { answeredAt, ...counted }: Counted,
  ): Promise<void> {
    const key = { partitionKey: countedFor(leaderId), rowKey: countedKey(quarter, caseId) };
    const row = { ...key, answeredAt, body: JSON.stringify(counted) };
    await this.tables.write('Cases', { kind: 'upsert', row });
    this.#counted.forget(leaderId);
  }

  /** Counts an answer in its month. Idempotent. */
  async hear(caseId: string, voice: Pick<Voice, 'answeredAt'>, answer: Heard): Promise<void> {
    const key = { partitionKey: heardIn(monthOfVoice(voice)), rowKey: caseId };
    await this.tables.write('Cases', { kind: 'upsert', row: { ...key, body: JSON.stringify(answer) } });
  }

  /** The answers that count in a month, by the id of the case. */
  async heardByCase(month: string): Promise<ReadonlyMap<string, Heard>> {
    const found = new Map<string, Heard>();
    for await (const { row } of rowsOf(this.tables, 'Cases', heardIn(month))) {
      found.set(row.rowKey, heardRow.parse(row).body);
    }
    return found;
  }

  /** What counts for a leader, by quarter, as it was some minutes ago. */
  countedFor(leaderId: string): Promise<ReadonlyMap<string, Counted[]>> {
    return this.#counted.get(leaderId, () => this.#countedFor(leaderId));
  }

  async #countedFor(leaderId: string): Promise<ReadonlyMap<string, Counted[]>> {
    const found = new Map<string, Counted[]>();
    for await (const { row } of rowsOf(this.tables, 'Cases', countedFor(leaderId))) {
      const [quarter = ''] = row.rowKey.split(':');
      found.set(quarter, [...(found.get(quarter) ?? []), countedRow.parse(row)]);
    }
    return found;
  }

  /** Deletes the voice on a case that is erased, and what it counts for. */
  async forget(caseId: string): Promise<void> {
    const voice = await this.find(caseId);
    if (voice?.leaderId) {
      const key = { partitionKey: countedFor(voice.leaderId), rowKey: countedKey(voice.quarter, caseId) };
      await this.tables.write('Cases', { kind: 'delete', ...key });
      this.#counted.forget(voice.leaderId);
    }
    if (voice?.answeredAt) {
      const key = { partitionKey: heardIn(monthOfVoice(voice)), rowKey: caseId };
      await this.tables.write('Cases', { kind: 'delete', ...key });
    }
    const rows: Row[] = [];
    for await (const { row } of rowsOf(this.tables, 'Cases', voiceKey(caseId))) rows.push(row);
    await removeRows(this.tables, 'Cases', rows);
  }

  async #commit(
    caseId: string,
    operation: Operation,
    [seq, effects]: [number, readonly Effect[]],
  ): Promise<boolean> {
    const outbox = toOutboxRows(voiceKey(caseId), seq, effects);
    try {
      await this.tables.commit('Cases', [
        operation,
        ...outbox.map((row): Operation => ({ kind: 'insert', row })),
      ]);
      return true;
    } catch (error) {
      if (isFailure(error, 'exists', 'stale')) return false;
      throw error;
    }
  }
}

function rowOf(caseId: string, { answer, ...columns }: Voice): Row {
  return {
    partitionKey: voiceKey(caseId),
    rowKey: ROW,
    ...columns,
    body: answer ? JSON.stringify(answer) : '',
  };
}
