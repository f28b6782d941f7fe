/** Keeps rows that were deleted after the copy from being restored. */
import type { Row, TableName } from '../storage/tables.js';

const ID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{32}/gi;

/** The numbers and ids in rows of the table `Deletions`; nights are no deletions. */
export function deletedIn(rows: readonly Row[]): string[] {
  return rows.flatMap(({ number }) => (typeof number === 'string' && number !== '' ? [number] : []));
}

/** Finds the rows of deleted items, by an id in their keys or by the column that refers to it. */
export class Deleted {
  readonly #ids: Set<string>;
  /** How many things were deleted. */
  readonly count: number;

  constructor(deleted: Iterable<string>) {
    this.#ids = new Set(deleted);
    this.count = this.#ids.size;
  }

  /** Cases are deleted by number, and most of their rows have only their id: call it for all rows before `has`. */
  learn(table: TableName, { number, partitionKey, caseId }: Row): void {
    if (typeof number !== 'string' || !this.#ids.has(number)) return;
    for (const id of idsIn(table === 'Cases' ? partitionKey : caseId)) this.#ids.add(id);
  }

  has({ number, partitionKey, rowKey, caseId }: Row): boolean {
    if (typeof number === 'string' && this.#ids.has(number)) return true;
    return [partitionKey, rowKey, caseId].some((key) => idsIn(key).some((id) => this.#ids.has(id)));
  }
}

const idsIn = (key: unknown): string[] => (typeof key === 'string' ? (key.match(ID) ?? []) : []);
