import { z } from 'zod';
import { AppError } from '../../../platform/errors.js';
import { isFailure } from '../../../platform/storage/errors.js';
import { type Operation, type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import { type Attendee, MEANS } from '../domain/attendee.js';
import { Seats } from './seats.js';

const ATTENDEE = 'attendee:';
const SEAT = 'seat:';
const CORRECTION = 'correction:';
/** How often another seat is tried when somebody else was faster. */
const SEAT_ROUNDS = 20;
/** After so many lost ones the seats are read again: another instance may have filled them row by row. */
const READ_AGAIN_AFTER = 4;
const NO_SEAT = -1;

const attendeeRow = z.object({
  rowKey: z.string(),
  verified: z.boolean(),
  name: z.string(),
  area: z.string(),
  contact: z.string(),
  at: z.string(),
  means: z.enum(MEANS),
  rotating: z.boolean(),
  device: z.string(),
  authorisation: z.string(),
  seat: z.number().int(),
});
const correctionRow = z.object({
  at: z.string(),
  /** `added-over`: although all seats were taken. */
  kind: z.enum(['added', 'added-over', 'removed']),
  attendeeKey: z.string(),
  name: z.string(),
  byId: z.string(),
  byName: z.string(),
  reason: z.string(),
});

/** What a trainer changed by hand, and why. Never deleted. */
export type Correction = z.output<typeof correctionRow>;

export type TakeResult = { kind: 'done' } | { kind: 'exists'; attendee: Attendee } | { kind: 'full' };

/**
 * Who was at a training: rows `attendee:…` in its partition, each inserted once, so that a repeat is refused by
 * the store itself. Where seats are limited, each attendee takes one of the rows `seat:…` in the same
 * transaction, so that never more register than there are seats, however many come at once, and nobody waits for a
 * counter. Only the trainer can write somebody down beyond them, without a seat.
 */
export class AttendanceStore {
  readonly #seats = new Seats((trainingId) => this.#takenSeats(trainingId));

  constructor(private readonly tables: Tables) {}

  async find(trainingId: string, key: string): Promise<Attendee | undefined> {
    const stored = await this.tables.get('Trainings', trainingId, `${ATTENDEE}${key}`);
    return stored && fromRow(stored.row);
  }

  async all(trainingId: string): Promise<Attendee[]> {
    const attendees: Attendee[] = [];
    for await (const { row } of rowsOf(this.tables, 'Trainings', trainingId, ATTENDEE)) {
      attendees.push(fromRow(row));
    }
    return attendees;
  }

  /** How many there are, so that it can be shown while it grows. */
  async count(trainingId: string): Promise<number> {
    let count = 0;
    for await (const _ of rowsOf(this.tables, 'Trainings', trainingId, ATTENDEE)) count++;
    return count;
  }

  /**
   * Writes somebody down, once.
   * @throws AppError `storage-conflict` when others were faster with every seat that was tried.
   * @param capacity 0 for no limit.
   * @param extra rows to keep with it, as who wrote it down.
   */
  async take(
    trainingId: string,
    attendee: Attendee,
    capacity: number,
    extra: readonly Row[] = [],
  ): Promise<TakeResult> {
    let isChecked = false;
    for (let round = 0; round < SEAT_ROUNDS; round++) {
      const seat = capacity > 0 ? await this.#seats.hold(trainingId, capacity) : NO_SEAT;
      if (seat !== undefined && (await this.#insert(trainingId, { ...attendee, seat }, extra))) {
        return { kind: 'done' };
      }
      const existing = await this.find(trainingId, attendee.key);
      if (existing) {
        if (seat !== undefined) await this.#seats.release(trainingId, seat);
        return { kind: 'exists', attendee: existing };
      }
      if (seat !== undefined) {
        if (round % READ_AGAIN_AFTER === READ_AGAIN_AFTER - 1) this.#seats.forget(trainingId);
        continue;
      }
      if (isChecked) return { kind: 'full' };
      // Only the store knows whether all seats are taken.
      this.#seats.forget(trainingId);
      isChecked = true;
    }
    this.#seats.forget(trainingId);
    throw new AppError('storage-conflict', { detail: 'seat' });
  }

  /** Strikes somebody off and frees the seat, with the record of it. */
  async remove(trainingId: string, attendee: Attendee, correction: Row): Promise<void> {
    const operations: Operation[] = [
      { kind: 'delete', partitionKey: trainingId, rowKey: `${ATTENDEE}${attendee.key}` },
      ...(attendee.seat >= 0
        ? [{ kind: 'delete', partitionKey: trainingId, rowKey: seatKey(attendee.seat) } as const]
        : []),
      { kind: 'insert', row: correction },
    ];
    await this.tables.commit('Trainings', operations);
    this.#seats.forget(trainingId);
  }

  async corrections(trainingId: string): Promise<Correction[]> {
    const corrections: Correction[] = [];
    for await (const { row } of rowsOf(this.tables, 'Trainings', trainingId, CORRECTION)) {
      corrections.push(correctionRow.parse(row));
    }
    return corrections;
  }

  /** True when somebody may be reminded, and false ever after: nobody is reminded twice of the same. */
  async markReminded(trainingId: string, personId: string, occasion: string): Promise<boolean> {
    const row = { partitionKey: trainingId, rowKey: reminderKey(occasion, personId) };
    try {
      await this.tables.write('Trainings', { kind: 'insert', row });
      return true;
    } catch (error) {
      if (isFailure(error, 'exists')) return false;
      throw error;
    }
  }

  /** Takes the mark of a reminder back that certainly never went out. */
  async unmarkReminded(trainingId: string, personId: string, occasion: string): Promise<void> {
    const rowKey = reminderKey(occasion, personId);
    await this.tables.write('Trainings', { kind: 'delete', partitionKey: trainingId, rowKey });
  }

  /** The ids of the people who have been reminded on an occasion. */
  async reminded(trainingId: string, occasion: string): Promise<Set<string>> {
    const ids = new Set<string>();
    const prefix = reminderKey(occasion, '');
    for await (const { row } of rowsOf(this.tables, 'Trainings', trainingId, prefix)) {
      ids.add(row.rowKey.slice(prefix.length));
    }
    return ids;
  }

  async #insert(trainingId: string, attendee: Attendee, extra: readonly Row[]): Promise<boolean> {
    const rows: Row[] = [toRow(trainingId, attendee), ...extra];
    if (attendee.seat >= 0) rows.push({ partitionKey: trainingId, rowKey: seatKey(attendee.seat) });
    try {
      const [only] = rows;
      if (rows.length === 1 && only) await this.tables.write('Trainings', { kind: 'insert', row: only });
      else
        await this.tables.commit(
          'Trainings',
          rows.map((row): Operation => ({ kind: 'insert', row })),
        );
      return true;
    } catch (error) {
      if (isFailure(error, 'exists')) return false;
      // It may have been taken all the same; the store is asked.
      this.#seats.forget(trainingId);
      throw error;
    }
  }

  async #takenSeats(trainingId: string): Promise<Set<number>> {
    const taken = new Set<number>();
    for await (const { row } of rowsOf(this.tables, 'Trainings', trainingId, SEAT)) {
      taken.add(Number(row.rowKey.slice(SEAT.length)));
    }
    return taken;
  }
}

/** The row of a correction; sorted by time. */
export function toCorrectionRow(trainingId: string, id: string, correction: Correction): Row {
  return { partitionKey: trainingId, rowKey: `${CORRECTION}${correction.at}:${id}`, ...correction };
}

const reminderKey = (occasion: string, personId: string) => `reminder:${occasion}:${personId}`;
const seatKey = (seat: number) => `${SEAT}${String(seat).padStart(6, '0')}`;

function toRow(trainingId: string, { key, ...columns }: Attendee): Row {
  return { partitionKey: trainingId, rowKey: `${ATTENDEE}${key}`, ...columns };
}

function fromRow(row: Row): Attendee {
  const { rowKey, ...columns } = attendeeRow.parse(row);
  return { key: rowKey.slice(ATTENDEE.length), ...columns };
}
