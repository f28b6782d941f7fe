import { z } from 'zod';
import { FIRST_MONTH } from '../../../platform/clock.js';
import { AppError } from '../../../platform/errors.js';
import { isFailure } from '../../../platform/storage/errors.js';
import { removeRows } from '../../../platform/storage/removal.js';
import { type Row, rowsOf, type StoredRow, type Tables } from '../../../platform/storage/tables.js';
import { bogotaMonth, monthsBetween } from '../../../platform/text/dates.js';
import { GRACE_MS, type Training } from '../domain/training.js';

const ROW = 'training';
const OPEN = 'open';
/** What is that old and was never closed is no longer looked for by code. */
const FORGOTTEN_MS = GRACE_MS + 86_400_000;
/** How often a change is tried when others change the same training. */
const ROUNDS = 5;
/** Later than any moment there is, to sort the newest first. */
const FAR_FUTURE = 9_999_999_999_999;

const trainingRow = z.object({
  partitionKey: z.string(),
  title: z.string(),
  trainerId: z.string(),
  trainerName: z.string(),
  createdBy: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  capacity: z.number().int(),
  requiresCode: z.boolean(),
  state: z.enum(['open', 'closed']),
  closedAt: z.string(),
  secret: z.string(),
  screenKeyHash: z.string(),
  serviceUrl: z.string(),
  conversationId: z.string(),
  messageId: z.string(),
  checkMessageId: z.string(),
});
const indexRow = z.object({ rowKey: z.string() });

export interface TrainingPage {
  trainings: Training[];
  next?: string;
}

/**
 * Trainings in the table `Trainings`: the row `training` of the training's own partition, and index rows in the
 * partitions `open`, `trainer:…` and `month:…`, which hold ids and nothing to be trusted.
 */
export class TrainingStore {
  constructor(private readonly tables: Tables) {}

  async find(id: string): Promise<Training | undefined> {
    return (await this.#load(id))?.training;
  }

  /** Stores a training; false where one with its id is there already. The index is written either way. */
  async insert(training: Training): Promise<boolean> {
    let isNew = true;
    try {
      await this.tables.write('Trainings', { kind: 'insert', row: toRow(training) });
    } catch (error) {
      if (!isFailure(error, 'exists')) throw error;
      isNew = false;
    }
    const stored = isNew ? training : await this.find(training.id);
    if (stored) await this.#index(stored);
    return isNew;
  }

  /**
   * Changes a training as it is at the moment of the change. Where it is to be found elsewhere now, the new entries of
   * the index are written before, and the old ones deleted behind it, so that it can always be found.
   * @throws AppError `not-found`; `storage-conflict` when others were faster five times.
   */
  async change(id: string, change: (training: Training) => Training): Promise<Training> {
    for (let round = 0; round < ROUNDS; round++) {
      const loaded = await this.#load(id);
      if (!loaded) throw new AppError('not-found');
      const training = change(loaded.training);
      const [before, after] = [entriesOf(loaded.training), entriesOf(training)];
      await this.#add(without(after, before));
      try {
        await this.tables.write('Trainings', { kind: 'replace', row: toRow(training), etag: loaded.etag });
        await this.#drop(without(before, after));
        if (training.state === 'closed') await this.#drop([openEntry(id)]);
        return training;
      } catch (error) {
        if (!isFailure(error, 'stale')) throw error;
      }
    }
    throw new AppError('storage-conflict', { detail: 'training' });
  }

  /** The trainings that are not closed, to find one by its code; those long over are dropped from the index. */
  async open(now: Date): Promise<Training[]> {
    const trainings = await this.#listed(OPEN);
    const isOver = ({ endsAt }: Training) => Date.parse(endsAt) + FORGOTTEN_MS < now.getTime();
    await Promise.all(trainings.filter(isOver).map(({ id }) => this.#drop([openEntry(id)])));
    return trainings.filter((training) => !isOver(training) && training.state === 'open');
  }

  /** The trainings that somebody gives or has announced, the latest first. */
  async ofTrainer(personId: string, size: number, token?: string): Promise<TrainingPage> {
    const page = await this.tables.page('Trainings', { partitionKey: `trainer:${personId}`, size, token });
    const ids = page.rows.map(({ row }) => row.rowKey.slice(row.rowKey.indexOf(':') + 1));
    return { trainings: await this.#all(ids), next: page.next };
  }

  /** The trainings that began in a month of Bogotá, `YYYY-MM`. */
  async ofMonth(month: string): Promise<Training[]> {
    return this.#listed(`month:${month}`);
  }

  /** Every training that began by the end of the month of a moment, month by month. */
  async *until(moment: Date): AsyncGenerator<Training> {
    for (const month of monthsBetween(FIRST_MONTH, bogotaMonth(moment))) yield* await this.ofMonth(month);
  }

  /**
   * Deletes a training with everything of its partition. It stays to be found until all else is gone, so that what
   * was cut short can be done again.
   */
  async remove(training: Training): Promise<void> {
    const { id } = training;
    const rows: Row[] = [];
    for await (const { row } of rowsOf(this.tables, 'Trainings', id)) if (row.rowKey !== ROW) rows.push(row);
    await removeRows(this.tables, 'Trainings', rows);
    const month = monthEntry(training);
    await this.#drop([openEntry(id), ...without(entriesOf(training), [month])]);
    await this.#drop([{ partitionKey: id, rowKey: ROW }, month]);
  }

  async #listed(partitionKey: string): Promise<Training[]> {
    const ids: string[] = [];
    for await (const { row } of rowsOf(this.tables, 'Trainings', partitionKey)) {
      ids.push(indexRow.parse(row).rowKey);
    }
    return this.#all(ids);
  }

  async #all(ids: readonly string[]): Promise<Training[]> {
    const found = await Promise.all(ids.map((id) => this.find(id)));
    return found.filter((training) => training !== undefined);
  }

  async #load(id: string): Promise<{ training: Training; etag: string } | undefined> {
    const stored = await this.tables.get('Trainings', id, ROW);
    return stored && { training: fromRow(stored), etag: stored.etag };
  }

  async #index(training: Training): Promise<void> {
    const open = training.state === 'open' ? [openEntry(training.id)] : [];
    await this.#add([...entriesOf(training), ...open]);
  }

  async #add(rows: readonly Row[]): Promise<void> {
    for (const row of rows) await this.tables.write('Trainings', { kind: 'upsert', row });
  }

  async #drop(rows: readonly Row[]): Promise<void> {
    for (const { partitionKey, rowKey } of rows) {
      await this.tables.write('Trainings', { kind: 'delete', partitionKey, rowKey });
    }
  }
}

const openEntry = (id: string): Row => ({ partitionKey: OPEN, rowKey: id });
/** For the trainer, and for whoever announced it on their behalf. */
const trainerEntries = ({ id, trainerId, createdBy, startsAt }: Training): Row[] =>
  [...new Set([trainerId, createdBy])].map((personId) => ({
    partitionKey: `trainer:${personId}`,
    rowKey: `${FAR_FUTURE - Date.parse(startsAt)}:${id}`,
  }));
const monthEntry = ({ id, startsAt }: Training): Row => ({
  partitionKey: `month:${bogotaMonth(new Date(startsAt))}`,
  rowKey: id,
});
/** The index rows of a training that stay as long as it is kept. */
const entriesOf = (training: Training): Row[] => [...trainerEntries(training), monthEntry(training)];

/** The rows that are not among the others. */
function without(rows: readonly Row[], others: readonly Row[]): Row[] {
  const isSame = (one: Row) => (other: Row) =>
    other.partitionKey === one.partitionKey && other.rowKey === one.rowKey;
  return rows.filter((row) => !others.some(isSame(row)));
}

function toRow({ id, ...columns }: Training): Row {
  return { partitionKey: id, rowKey: ROW, ...columns };
}

function fromRow({ row }: StoredRow): Training {
  const { partitionKey: id, ...columns } = trainingRow.parse(row);
  return { id, ...columns };
}
