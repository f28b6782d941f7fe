import { AppError } from '../../../platform/errors.js';
import { isFailure } from '../../../platform/storage/errors.js';
import { type Operation, type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
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

/** How often another seat is tried when somebody else was faster. */
const SEAT_ROUNDS = 20;
/** After so many lost seats they are read again: another instance may have filled them one after the other. */
const READ_AGAIN_AFTER = 4;
const NO_SEAT = -1;

export type TakeResult = { kind: 'done' } | { kind: 'exists'; attendee: Attendee } | { kind: 'full' };

/**
 * Who was at a training: rows `attendee:…` in its partition, each inserted once, so that the store itself refuses a
 * repeat. Where seats are limited, each attendee takes one of the rows `seat:…` in the same transaction: there are
 * never more attendees than seats, however many register at once, and nobody waits for a counter. Only the trainer can
 * add somebody beyond them, without a seat.
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
    for await (const _ of rowsOf(this.tables, 'Trainings', trainingId, ATTENDEE)) count++;
    return count;
  }

  /**
   * Puts somebody on the list, once.
   * @param capacity 0 for no limit.
   * @param correction is stored with it, where a trainer does it by hand.
   * @throws AppError `storage-conflict` when others were faster with every seat that was tried.
   */
  async take(
    trainingId: string,
    attendee: Attendee,
    capacity: number,
    correction?: NewCorrection,
  ): Promise<TakeResult> {
    let isChecked = false;
    for (let round = 0; round < SEAT_ROUNDS; round++) {
      const seat = capacity > 0 ? await this.#seats.hold(trainingId, capacity) : NO_SEAT;
      if (seat !== undefined && (await this.#insert(trainingId, { ...attendee, seat }, correction))) {
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

  /** Takes somebody off the list and frees the seat, with the record of it. */
  async remove(trainingId: string, attendee: Attendee, correction: NewCorrection): Promise<void> {
    const rowKeys = [attendeeKey(attendee.key)];
    if (attendee.seat >= 0) rowKeys.push(seatKey(attendee.seat));
    await this.tables.commit('Trainings', [
      ...rowKeys.map((rowKey): Operation => ({ kind: 'delete', partitionKey: trainingId, rowKey })),
      { kind: 'insert', row: correctionRow(trainingId, correction) },
    ]);
    this.#seats.forget(trainingId);
  }

  /** The earliest first. They stay as long as the training is kept. */
  async corrections(trainingId: string): Promise<Correction[]> {
    const corrections: Correction[] = [];
    for await (const { row } of rowsOf(this.tables, 'Trainings', trainingId, CORRECTION)) {
      corrections.push(correctionOf(row));
    }
    return corrections;
  }

  /** False where the attendee, or the seat, is there already. */
  async #insert(trainingId: string, attendee: Attendee, correction?: NewCorrection): Promise<boolean> {
    const row = attendeeRow(trainingId, attendee);
    const others: Row[] = [];
    if (correction) others.push(correctionRow(trainingId, correction));
    if (attendee.seat >= 0) others.push({ partitionKey: trainingId, rowKey: seatKey(attendee.seat) });
    const inserts = [row, ...others].map((each): Operation => ({ kind: 'insert', row: each }));
    try {
      if (others.length === 0) await this.tables.write('Trainings', { kind: 'insert', row });
      else await this.tables.commit('Trainings', inserts);
      return true;
    } catch (error) {
      if (isFailure(error, 'exists')) return false;
      // The seat may have been taken all the same; the store is asked again.
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
