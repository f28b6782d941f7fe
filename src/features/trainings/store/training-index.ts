import { bogotaMonth, FIRST_MONTH, monthsBetween } from '../../../platform/calendar/days.js';
import { keyOf, type Row, rowKeysOf, type Tables } from '../../../platform/storage/tables.js';
import type { Training } from '../domain/training.js';

const OPEN = 'open';
/** A moment later than any start; subtracting from it sorts the latest first. */
const FAR_FUTURE = 9_999_999_999_999;

/**
 * The index of trainings: rows in the partitions `open`, `trainer:…`, `month:…` and `meeting:…` of the table `Trainings`.
 * They hold ids only; the row of the training itself is authoritative.
 */
export class TrainingIndex {
  constructor(private readonly tables: Tables) {}

  open(): Promise<string[]> {
    return this.#idsIn(OPEN);
  }

  /** Trainings that began in a month, `YYYY-MM` in Bogotá. */
  ofMonth(month: string): Promise<string[]> {
    return this.#idsIn(monthPartition(month));
  }

  /** Trainings that are tied to the meeting with this chat. */
  ofMeeting(conversationId: string): Promise<string[]> {
    return this.#idsIn(meetingPartition(conversationId));
  }

  /** All months that may have trainings, up to the month of a moment. */
  monthsUntil(moment: Date): string[] {
    return monthsBetween(FIRST_MONTH, bogotaMonth(moment));
  }

  /** Trainings that a person gives or announced, the latest first. */
  async ofTrainer(
    personId: string,
    size: number,
    token?: string,
  ): Promise<{ ids: string[]; next?: string | undefined }> {
    const partitionKey = trainerPartition(personId);
    const { rows, next } = await this.tables.page('Trainings', { partitionKey, size, token });
    return { ids: rows.map(({ row }) => row.rowKey.slice(row.rowKey.indexOf(':') + 1)), next };
  }

  async add(training: Training): Promise<void> {
    await this.#write(allEntriesOf(training));
  }

  /** Writes the entries that a change adds. */
  async extend(before: Training, after: Training): Promise<void> {
    await this.#write(without(allEntriesOf(after), allEntriesOf(before)));
  }

  /** Deletes the entries that a change makes obsolete. */
  async trim(before: Training, after: Training): Promise<void> {
    await this.#delete(without(entriesOf(before), entriesOf(after)));
    if (after.state === 'closed') await this.dropOpen(after.id);
  }

  /** Removes a training from the search by code. */
  async dropOpen(id: string): Promise<void> {
    await this.#delete([openEntry(id)]);
  }

  /** Deletes every entry but the month's, which lets an interrupted deletion find the training again. */
  async dropAllButMonth(training: Training): Promise<void> {
    await this.#delete([openEntry(training.id), ...trainerEntries(training), ...meetingEntries(training)]);
  }

  async dropFromMonth(month: string, id: string): Promise<void> {
    await this.#delete([monthEntry(month, id)]);
  }

  async #idsIn(partitionKey: string): Promise<string[]> {
    const ids: string[] = [];
    for await (const rowKey of rowKeysOf(this.tables, 'Trainings', partitionKey)) ids.push(rowKey);
    return ids;
  }

  async #write(rows: readonly Row[]): Promise<void> {
    for (const row of rows) await this.tables.write('Trainings', { kind: 'upsert', row });
  }

  async #delete(rows: readonly Row[]): Promise<void> {
    for (const { partitionKey, rowKey } of rows) {
      await this.tables.write('Trainings', { kind: 'delete', partitionKey, rowKey });
    }
  }
}

const trainerPartition = (personId: string) => `trainer:${personId}`;
const meetingPartition = (conversationId: string) => `meeting:${keyOf(conversationId)}`;
const monthPartition = (month: string) => `month:${month}`;

const openEntry = (id: string): Row => ({ partitionKey: OPEN, rowKey: id });

/** One entry for the trainer, and one for the person who announced it on the trainer's behalf. */
const trainerEntries = ({ id, trainerId, createdBy, startsAt }: Training): Row[] =>
  [...new Set([trainerId, createdBy])].map((personId) => ({
    partitionKey: trainerPartition(personId),
    rowKey: `${FAR_FUTURE - Date.parse(startsAt)}:${id}`,
  }));

/** One for the meeting that is tied to it, if there is one. */
const meetingEntries = ({ id, meetingId }: Training): Row[] =>
  meetingId === '' ? [] : [{ partitionKey: meetingPartition(meetingId), rowKey: id }];

/** The month in which a training begins, `YYYY-MM` in Bogotá. */
export const monthOf = ({ startsAt }: Training): string => bogotaMonth(new Date(startsAt));

const monthEntry = (month: string, id: string): Row => ({ partitionKey: monthPartition(month), rowKey: id });

/** The entries that are kept as long as the training. */
const entriesOf = (training: Training): Row[] => [
  ...trainerEntries(training),
  ...meetingEntries(training),
  monthEntry(monthOf(training), training.id),
];

const allEntriesOf = (training: Training): Row[] =>
  training.state === 'open' ? [...entriesOf(training), openEntry(training.id)] : entriesOf(training);

function without(rows: readonly Row[], others: readonly Row[]): Row[] {
  const isSame = (one: Row) => (other: Row) =>
    other.partitionKey === one.partitionKey && other.rowKey === one.rowKey;
  return rows.filter((row) => !others.some(isSame(row)));
}
