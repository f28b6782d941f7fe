import { z } from 'zod';
import { AppError } from '../../../platform/errors.js';
import { isFailure } from '../../../platform/storage/errors.js';
import type { Operation, Row, StoredRow, Tables } from '../../../platform/storage/tables.js';
import type { Attendee } from '../domain/attendee.js';
import { attendeeKey, attendeeOf, attendeeRow, ticketKey } from './attendance-rows.js';
import type { AttendanceStore } from './attendance-store.js';

/** How often a person may send a form again, to correct name or organisation. */
const MOST_CORRECTIONS = 5;
/** Attempts when others change the same rows. */
const TRIES = 5;

/** The use of a form ticket: for whom, and how often it was sent again. */
const useRow = z.object({ attendeeKey: z.string(), corrections: z.number().int() });

/** `added`: the list is longer by one. `listed`: the person is on it already. `used`: the ticket is used up. */
export type Entered = 'added' | 'listed' | 'full' | 'used';

/**
 * Entries of the web form. A ticket is good for one person: its use is a row `ticket:…` in the partition of
 * the training, stored with the entry. Neither the answer nor the number of requests tells if the person was on
 * the list before, and only the ticket that made an entry may change it.
 */
export class FormEntries {
  constructor(
    private readonly tables: Tables,
    private readonly attendance: AttendanceStore,
  ) {}

  /**
   * @param attendee with the id of the ticket.
   * @param capacity 0 for no limit.
   * @throws AppError `storage-conflict` when others were faster every time.
   */
  async enter(trainingId: string, attendee: Attendee, capacity: number): Promise<Entered> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const [use, known] = await Promise.all([
        this.tables.get('Trainings', trainingId, ticketKey(attendee.ticket)),
        this.tables.get('Trainings', trainingId, attendeeKey(attendee.key)),
      ]);
      const entered = use
        ? await this.#again(attendee, use, known)
        : await this.#first(trainingId, attendee, capacity, known !== undefined);
      if (entered) return entered;
    }
    throw new AppError('storage-conflict', { detail: 'form' });
  }

  /** Returns undefined when somebody else was faster. */
  async #first(
    trainingId: string,
    attendee: Attendee,
    capacity: number,
    isKnown: boolean,
  ): Promise<Entered | undefined> {
    const use: Row = {
      partitionKey: trainingId,
      rowKey: ticketKey(attendee.ticket),
      attendeeKey: attendee.key,
      corrections: 0,
    };
    if (isKnown) {
      if (await this.attendance.isFull(trainingId, capacity)) return 'full';
      return this.#listed([{ kind: 'insert', row: use }]);
    }
    const { kind } = await this.attendance.take(trainingId, attendee, capacity, use);
    if (kind === 'full') return 'full';
    return kind === 'done' ? 'added' : undefined;
  }

  /** A form that is sent again. Returns undefined when somebody else was faster. */
  async #again(
    attendee: Attendee,
    use: StoredRow,
    known: StoredRow | undefined,
  ): Promise<Entered | undefined> {
    const { attendeeKey: of, corrections } = useRow.parse(use.row);
    if (of !== attendee.key || corrections === MOST_CORRECTIONS || !known) return 'used';
    const counted = { ...use.row, corrections: corrections + 1 };
    const operations: Operation[] = [{ kind: 'replace', row: counted, etag: use.etag }];
    const before = attendeeOf(known.row);
    if (before.ticket === attendee.ticket) {
      const { name, area, contact } = attendee;
      const row = attendeeRow(use.row.partitionKey, { ...before, name, area, contact });
      operations.push({ kind: 'replace', row, etag: known.etag });
    }
    return this.#listed(operations);
  }

  /** A transaction for known people too, since it takes as long as the one for new people. */
  async #listed(operations: readonly Operation[]): Promise<Entered | undefined> {
    try {
      await this.tables.commit('Trainings', operations);
      return 'listed';
    } catch (error) {
      if (isFailure(error, 'exists', 'stale')) return undefined;
      throw error;
    }
  }
}
