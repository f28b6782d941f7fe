import { AppError } from '../../../platform/errors.js';
import { changeRow } from '../../../platform/storage/change-row.js';
import { insertNew } from '../../../platform/storage/conditional.js';
import { removeRows } from '../../../platform/storage/removal.js';
import { type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import { GRACE_MS, type Training, trainingSchema } from '../domain/training.js';
import { TrainingIndex } from './training-index.js';

const ROW = 'training';
/** A training that is over this long and was never closed is no longer looked for by its code. */
const FORGOTTEN_MS = GRACE_MS + 86_400_000;

export interface TrainingPage {
  trainings: Training[];
  next?: string;
}

/** Trainings in the table `Trainings`: the row `training` in a partition for each. */
export class TrainingStore {
  readonly #index: TrainingIndex;

  constructor(private readonly tables: Tables) {
    this.#index = new TrainingIndex(tables);
  }

  async find(id: string): Promise<Training | undefined> {
    const stored = await this.tables.get('Trainings', id, ROW);
    return stored && fromRow(stored.row);
  }

  /** Stores a training; false where one with its id is there already. The index is written either way. */
  async insert(training: Training): Promise<boolean> {
    const isNew = await insertNew(this.tables, 'Trainings', toRow(training));
    const stored = isNew ? training : await this.find(training.id);
    if (stored) await this.#index.add(stored);
    return isNew;
  }

  /**
   * Changes a training as it is at the moment of the change. New entries of the index are written before, and old ones
   * deleted afterwards, so that it can always be found.
   * @throws AppError `not-found`; `storage-conflict` when others keep being faster.
   */
  async change(id: string, change: (training: Training) => Training): Promise<Training> {
    const key = { partitionKey: id, rowKey: ROW };
    const changed = await changeRow(this.tables, 'Trainings', key, async (row) => {
      if (!row) throw new AppError('not-found');
      const before = fromRow(row);
      const after = change(before);
      await this.#index.extend(before, after);
      return { row: toRow(after), result: { before, after } };
    });
    await this.#index.trim(changed.before, changed.after);
    return changed.after;
  }

  /** The trainings that are not closed, to find one by its code. Those long over are dropped from the index. */
  async open(now: Date): Promise<Training[]> {
    const trainings = await this.#all(await this.#index.open());
    const isOver = ({ endsAt }: Training) => Date.parse(endsAt) + FORGOTTEN_MS < now.getTime();
    await Promise.all(trainings.filter(isOver).map(({ id }) => this.#index.dropOpen(id)));
    return trainings.filter((training) => !isOver(training) && training.state === 'open');
  }

  /** The trainings that a person gives or has announced, the latest first. */
  async ofTrainer(personId: string, size: number, token?: string): Promise<TrainingPage> {
    const { ids, next } = await this.#index.ofTrainer(personId, size, token);
    return { trainings: await this.#all(ids), next };
  }

  /** The trainings that began in a month of Bogotá, `YYYY-MM`. */
  async ofMonth(month: string): Promise<Training[]> {
    return this.#all(await this.#index.ofMonth(month));
  }

  /** Every training that began by the end of the month of a moment, month by month. */
  async *until(moment: Date): AsyncGenerator<Training> {
    for (const month of this.#index.monthsUntil(moment)) yield* await this.ofMonth(month);
  }

  /**
   * Deletes a training with everything in its partition. It can be found until all else is gone, so that a deletion
   * that is cut short can be repeated.
   */
  async remove(training: Training): Promise<void> {
    const { id } = training;
    const rows: Row[] = [];
    for await (const { row } of rowsOf(this.tables, 'Trainings', id)) if (row.rowKey !== ROW) rows.push(row);
    await removeRows(this.tables, 'Trainings', rows);
    await this.#index.dropAllButMonth(training);
    await this.tables.write('Trainings', { kind: 'delete', partitionKey: id, rowKey: ROW });
    await this.#index.dropMonth(training);
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
