/**
 * The lists of recognitions, in the table `Recognitions`: what a person got (`got:PERSON`), what they gave
 * (`by:PERSON`), what the people of a leader got in a quarter (`team:LEADER:2026-Q4`), and all of a quarter
 * (`in:2026-Q4`). The newest come first. Each row has the whole recognition, so that a list is one query.
 */
import { bogotaMonth, monthsBetween, shiftedMonth } from '../../../platform/calendar/days.js';
import { type Operation, type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import type { Recognition } from '../domain/recognition.js';
import { fromRecognitionRow, toRecognitionRow } from './rows.js';

const TABLE = 'Recognitions';
const PREFIX = 'r:';
/** Later moments have smaller keys. */
const LAST_MS = 9_999_999_999_999;
/** No recognition is older than the bot. */
const FIRST_QUARTER = '2026-Q1';
/** A leader looks back a year. */
const LATEST_QUARTERS = 5;

export interface RecognitionPage {
  recognitions: Recognition[];
  next?: string | undefined;
}

/** The quarter of a moment in Bogotá: "2026-Q4". */
export function quarterOf(at: Date): string {
  const month = bogotaMonth(at);
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

/** The latest quarters, the present one first. */
export function quartersTo(now: Date): string[] {
  const month = bogotaMonth(now);
  return Array.from({ length: LATEST_QUARTERS }, (_, at) =>
    quarterOf(new Date(`${shiftedMonth(month, -3 * at)}-15T12:00:00Z`)),
  );
}

export class RecognitionLists {
  constructor(private readonly tables: Tables) {}

  /**
   * Puts a recognition into the lists, or takes it out: those of the sender, and those of everybody else, unless these are
   * left as they are.
   */
  async project(recognition: Recognition, { given, got }: { given: boolean; got?: boolean }): Promise<void> {
    const rowKey = keyOf(recognition);
    const { senderId } = recognition;
    const places = [
      ...(senderId === '' ? [] : [{ partitionKey: givenBy(senderId), isListed: given }]),
      ...(got === undefined ? [] : othersOf(recognition)).map((partitionKey) => ({
        partitionKey,
        isListed: got === true,
      })),
    ];
    await Promise.all(
      places.map(({ partitionKey, isListed }) => {
        const key = { partitionKey, rowKey };
        const operation: Operation = isListed
          ? { kind: 'upsert', row: toRecognitionRow(key, recognition) }
          : { kind: 'delete', ...key };
        return this.tables.write(TABLE, operation);
      }),
    );
  }

  got(personId: string, size: number, token?: string): Promise<RecognitionPage> {
    return this.#page(gotBy(personId), size, token);
  }

  given(senderId: string, size: number, token?: string): Promise<RecognitionPage> {
    return this.#page(givenBy(senderId), size, token);
  }

  /** @param quarter "2026-Q4" */
  ofTeam(leaderId: string, quarter: string, size: number, token?: string): Promise<RecognitionPage> {
    return this.#page(teamOf(leaderId, quarter), size, token);
  }

  /** Everything that a person got. */
  allGot(personId: string): AsyncGenerator<Recognition> {
    return this.#rows(gotBy(personId));
  }

  /** Everything that a person gave. */
  allGiven(senderId: string): AsyncGenerator<Recognition> {
    return this.#rows(givenBy(senderId));
  }

  /** Everything from a moment on and before another one, the newest first: one query for each quarter. */
  async *between(from: Date, to: Date): AsyncGenerator<Recognition> {
    for (const quarter of quartersBetween(from, to).reverse()) {
      for await (const one of this.#rows(allIn(quarter))) {
        if (one.at >= to.toISOString()) continue;
        if (one.at < from.toISOString()) break;
        yield one;
      }
    }
  }

  /** Everything before a moment. */
  before(moment: Date): AsyncGenerator<Recognition> {
    return this.between(new Date(`${FIRST_QUARTER.slice(0, 4)}-01-01T05:00:00Z`), moment);
  }

  async #page(partitionKey: string, size: number, token?: string): Promise<RecognitionPage> {
    const { rows, next } = await this.tables.page(TABLE, { partitionKey, rowKeyPrefix: PREFIX, size, token });
    return { recognitions: rows.map(({ row }) => fromRecognitionRow(row)), next };
  }

  async *#rows(partitionKey: string): AsyncGenerator<Recognition> {
    for await (const { row } of rowsOf(this.tables, TABLE, partitionKey, PREFIX))
      yield fromRecognitionRow(row);
  }
}

const gotBy = (personId: string) => `got:${personId}`;
/** The partition in which the limits of a sender are, too. */
export const givenBy = (senderId: string) => `by:${senderId}`;
const teamOf = (leaderId: string, quarter: string) => `team:${leaderId}:${quarter}`;
const allIn = (quarter: string) => `in:${quarter}`;

function othersOf({ personId, superiorId, at }: Recognition): string[] {
  const quarter = quarterOf(new Date(at));
  return [gotBy(personId), ...(superiorId === '' ? [] : [teamOf(superiorId, quarter)]), allIn(quarter)];
}

function keyOf({ at, sendingId, personId }: Recognition): Row['rowKey'] {
  const age = String(LAST_MS - Date.parse(at)).padStart(13, '0');
  return `${PREFIX}${age}:${sendingId}:${personId}`;
}

function quartersBetween(from: Date, to: Date): string[] {
  const first = quarterOf(from) < FIRST_QUARTER ? '2026-01' : bogotaMonth(from);
  const months = monthsBetween(first, bogotaMonth(to));
  return [...new Set(months.map((month) => quarterOf(new Date(`${month}-15T12:00:00Z`))))];
}
