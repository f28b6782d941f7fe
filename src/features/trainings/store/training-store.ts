import { BoundedCache } from '../../../platform/bounded-cache.js';
import { steadyClock } from '../../../platform/clock.js';
import { AppError } from '../../../platform/errors.js';
import { changeRow } from '../../../platform/storage/change-row.js';
import { insertNew } from '../../../platform/storage/conditional.js';
import { removeRows } from '../../../platform/storage/removal.js';
import { type Row, rowKeysOf, type Tables } from '../../../platform/storage/tables.js';
import { GRACE_MS, type Training, trainingSchema } from '../domain/training.js';
import { certificateOfRow } from './certificate-store.js';
import { monthOf, TrainingIndex } from './training-index.js';

const ROW = 'training';
/** A training that was never closed leaves the search by code this long after its end. */
const FORGOTTEN_MS = GRACE_MS + 86_400_000;
/** Whoever registers learns within this time of what the trainer did on another instance. */
const KNOWN_FOR = { entries: 500, ms: 5_000 };

export interface TrainingPage {
  trainings: Training[];
  next?: string | undefined;
}

/** Trainings in the table `Trainings`: one partition for each, with the row `training`. */
export class TrainingStore {
  readonly #index: TrainingIndex;
  readonly #lately = new BoundedCache<Training | undefined>(steadyClock, KNOWN_FOR);

  constructor(private readonly tables: Tables) {
    this.#index = new TrainingIndex(tables);
  }

  async find(id: string): Promise<Training | undefined> {
    const stored = await this.tables.get('Trainings', id, ROW);
    return stored && fromRow(stored.row);
  }

  /** The training as it was some seconds ago: to admit people by, never to turn them away. */
  findLately(id: string): Promise<Training | undefined> {
    return this.#lately.get(id, () => this.find(id));
  }

  /** Stores a training; returns false if the id already exists. Writes the index either way. */
  async insert(training: Training): Promise<boolean> {
    const isNew = await insertNew(this.tables, 'Trainings', toRow(training));
    const stored = isNew ? training : await this.find(training.id);
    this.#lately.set(training.id, stored);
    if (stored) await this.#index.add(stored);
    return isNew;
  }

  /**
   * Changes a training with optimistic concurrency. New index entries are written before the change and
   * obsolete ones deleted after it, so that the training can always be found. Nothing is written where `change` returns the
   * training itself.
   * @throws AppError `not-found`; `storage-conflict` when every retry meets another change.
   */
  async change(id: string, change: (training: Training) => Training): Promise<Training> {
    const key = { partitionKey: id, rowKey: ROW };
    const changed = await changeRow(this.tables, 'Trainings', key, async (row) => {
      if (!row) throw new AppError('not-found');
      const before = fromRow(row);
      const after = change(before);
      if (after === before) return { result: { before, after } };
      await this.#index.extend(before, after);
      return { row: toRow(after), result: { before, after } };
    });
    this.#lately.set(id, changed.after);
    await this.#index.trim(changed.before, changed.after);
    return changed.after;
  }

  /** Open trainings, for the search by code. Drops trainings that ended long ago from the index. */
  async open(now: Date): Promise<Training[]> {
    const trainings = await this.#all(await this.#index.open());
    const isOver = ({ endsAt }: Training) => Date.parse(endsAt) + FORGOTTEN_MS < now.getTime();
    await Promise.all(trainings.filter(isOver).map(({ id }) => this.#index.dropOpen(id)));
    return trainings.filter((training) => !isOver(training) && training.state === 'open');
  }

  /** Trainings that a person gives or announced, the latest first. */
  async ofTrainer(personId: string, size: number, token?: string): Promise<TrainingPage> {
    const { ids, next } = await this.#index.ofTrainer(personId, size, token);
    return { trainings: await this.#all(ids), next };
  }

  /** Trainings that are tied to the meeting with this chat. */
  async ofMeeting(conversationId: string): Promise<Training[]> {
    const trainings = await this.#all(await this.#index.ofMeeting(conversationId));
    // The entries of the index are written first and taken out last; the training itself tells.
    return trainings.filter(({ meetingId }) => meetingId === conversationId);
  }

  /** Trainings that began in a month, `YYYY-MM` in Bogotá. */
  async ofMonth(month: string): Promise<Training[]> {
    return this.#all(await this.#index.ofMonth(month));
  }

  /**
   * All trainings up to the end of the month of a moment, month by month. Drops entries without a training,
   * which an interrupted deletion leaves behind: a training is written before its entries.
   */
  async *until(moment: Date): AsyncGenerator<Training> {
    for (const month of this.#index.monthsUntil(moment)) {
      const ids = await this.#index.ofMonth(month);
      const trainings = await this.#all(ids);
      const left = new Set(trainings.map(({ id }) => id));
      for (const id of ids) if (!left.has(id)) await this.#index.dropFromMonth(month, id);
      yield* trainings;
    }
  }

  /**
   * Deletes a training with everything in its partition. The month entry goes last, so that an interrupted
   * deletion can be repeated.
   */
  async remove(training: Training): Promise<void> {
    const { id } = training;
    const rows: Row[] = [];
    for await (const rowKey of rowKeysOf(this.tables, 'Trainings', id)) {
      if (rowKey !== ROW) rows.push({ partitionKey: id, rowKey });
      const certificate = certificateOfRow(rowKey);
      if (certificate) await this.tables.write('Trainings', { kind: 'delete', ...certificate });
    }
    await removeRows(this.tables, 'Trainings', rows);
    await this.#index.dropAllButMonth(training);
    await this.tables.write('Trainings', { kind: 'delete', partitionKey: id, rowKey: ROW });
    this.#lately.set(id, undefined);
    await this.#index.dropFromMonth(monthOf(training), id);
  }

  async #all(ids: readonly string[]): Promise<Training[]> {
    const found = await Promise.all(ids.map((id) => this.find(id)));
    return found.filter((training) => training !== undefined);
  }
}

function toRow({ id, ...columns }: Training): Row {
  return { partitionKey: id, rowKey: ROW, ...columns };
}

function fromRow(row: Row): Training {
  return trainingSchema.parse({ ...row, id: row.partitionKey });
}
