import { AppError } from '../../../platform/errors.js';
import { isFailure } from '../../../platform/storage/errors.js';
import {
  type Operation,
  type Row,
  rowKeysOf,
  rowsOf,
  type Tables,
} from '../../../platform/storage/tables.js';
import type { Attendee } from '../domain/attendee.js';
import type { Correction } from '../domain/correction.js';
import {
  ATTENDEE,
  attendeeKey,
  attendeeOf,
  attendeeRow,
  CORRECTION,
  correctionOf,
  correctionRow,
  type NewCorrection,
  SEAT,
  seatKey,
} from './attendance-rows.js';
import { Seats } from './seats.js';

/** Attempts to take a seat when other people are faster. */
const SEAT_ROUNDS = 20;
/** Lost seats before the taken ones are read again: another instance may be filling them in order. */
const READ_AGAIN_AFTER = 4;
const NO_SEAT = -1;

/** `used`: the row that was to be stored with the attendee exists already. */
export type TakeResult = { kind: 'done' | 'full' | 'used' } | { kind: 'exists'; attendee: Attendee };

/**
 * The attendees of a training: rows `attendee:…` in its partition, written by insert, so that the store
 * itself refuses duplicates. When seats are limited, the same transaction inserts a row `seat:…`: there are
 * never more attendees than seats, however many register at once, and no counter becomes a bottleneck. Only
 * the trainer can add an attendee beyond the limit, without a seat.
 */
export class AttendanceStore {
  readonly #seats = new Seats((trainingId) => this.#takenSeats(trainingId));

  constructor(private readonly tables: Tables) {}

  async find(trainingId: string, key: string): Promise<Attendee | undefined> {
    const stored = await this.tables.get('Trainings', trainingId, attendeeKey(key));
    return stored && attendeeOf(stored.row);
  }

  async all(trainingId: string): Promise<Attendee[]> {
    const attendees: Attendee[] = [];
    for await (const { row } of rowsOf(this.tables, 'Trainings', trainingId, ATTENDEE)) {
      attendees.push(attendeeOf(row));
    }
    return attendees;
  }

  async count(trainingId: string): Promise<number> {
    let count = 0;
    for await (const _ of rowKeysOf(this.tables, 'Trainings', trainingId, ATTENDEE)) count++;
    return count;
  }

  /**
   * Puts a person on the list. Idempotent.
   * @param capacity 0 for no limit.
   * @param also a row that is stored in the same transaction.
   * @throws AppError `storage-conflict` when every attempted seat was lost to somebody else.
   */
  async take(trainingId: string, attendee: Attendee, capacity: number, also?: Row): Promise<TakeResult> {
    for (let round = 1; round <= SEAT_ROUNDS; round++) {
      const seat = capacity > 0 ? await this.#hold(trainingId, capacity) : NO_SEAT;
      if (seat !== undefined && (await this.#insert(trainingId, { ...attendee, seat }, also))) {
        return { kind: 'done' };
      }
      const existing = await this.find(trainingId, attendee.key);
      const isUsed = also !== undefined && (await this.#exists(also));
      if (existing || isUsed) {
        if (seat !== undefined) await this.#seats.release(trainingId, seat);
        return existing ? { kind: 'exists', attendee: existing } : { kind: 'used' };
      }
      if (seat === undefined) return { kind: 'full' };
      if (round % READ_AGAIN_AFTER === 0) this.#seats.forget(trainingId);
    }
    this.#seats.forget(trainingId);
    throw new AppError('storage-conflict', { detail: 'seat' });
  }

  /** @param capacity 0 for no limit. */
  async isFull(trainingId: string, capacity: number): Promise<boolean> {
    if (capacity === 0) return false;
    const seat = await this.#hold(trainingId, capacity);
    if (seat === undefined) return true;
    await this.#seats.release(trainingId, seat);
    return false;
  }

  /** Removes a person from the list, frees the seat and stores the correction, in one transaction. */
  async remove(trainingId: string, attendee: Attendee, correction: NewCorrection): Promise<void> {
    const rowKeys = [attendeeKey(attendee.key)];
    if (attendee.seat >= 0) rowKeys.push(seatKey(attendee.seat));
    await this.tables.commit('Trainings', [
      ...rowKeys.map((rowKey): Operation => ({ kind: 'delete', partitionKey: trainingId, rowKey })),
      { kind: 'insert', row: correctionRow(trainingId, correction) },
    ]);
    this.#seats.forget(trainingId);
  }

  /** The earliest first. They are kept as long as the training. */
  async corrections(trainingId: string): Promise<Correction[]> {
    const corrections: Correction[] = [];
    for await (const { row } of rowsOf(this.tables, 'Trainings', trainingId, CORRECTION)) {
      corrections.push(correctionOf(row));
    }
    return corrections;
  }

  /** Holds a seat; undefined if all are taken, which only the store knows. */
  async #hold(trainingId: string, capacity: number): Promise<number | undefined> {
    const seat = await this.#seats.hold(trainingId, capacity);
    if (seat !== undefined) return seat;
    this.#seats.forget(trainingId);
    return this.#seats.hold(trainingId, capacity);
  }

  async #exists({ partitionKey, rowKey }: Row): Promise<boolean> {
    return (await this.tables.get('Trainings', partitionKey, rowKey)) !== undefined;
  }

  /** Returns false when one of the rows already exists. */
  async #insert(trainingId: string, attendee: Attendee, also?: Row): Promise<boolean> {
    const row = attendeeRow(trainingId, attendee);
    const others: Row[] = [];
    if (also) others.push(also);
    if (attendee.seat >= 0) others.push({ partitionKey: trainingId, rowKey: seatKey(attendee.seat) });
    const inserts = [row, ...others].map((each): Operation => ({ kind: 'insert', row: each }));
    try {
      if (others.length === 0) await this.tables.write('Trainings', { kind: 'insert', row });
      else await this.tables.commit('Trainings', inserts);
      return true;
    } catch (error) {
      if (isFailure(error, 'exists')) return false;
      // The write may have succeeded in spite of the error, so the seats are read again.
      this.#seats.forget(trainingId);
      throw error;
    }
  }

  async #takenSeats(trainingId: string): Promise<Set<number>> {
    const taken = new Set<number>();
    for await (const rowKey of rowKeysOf(this.tables, 'Trainings', trainingId, SEAT)) {
      taken.add(Number(rowKey.slice(SEAT.length)));
    }
    return taken;
  }
}
