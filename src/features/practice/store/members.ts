/** Who receives the practice of the day: a row for each person, in the table `Practice`, partition `member`. */
import { z } from 'zod';
import { changeRow } from '../../../platform/storage/change-row.js';
import { isFailure } from '../../../platform/storage/errors.js';
import { MAX_OPERATIONS } from '../../../platform/storage/limits.js';
import { removeRows } from '../../../platform/storage/removal.js';
import type { Operation, PageRequest, Row, StoredRow, Tables } from '../../../platform/storage/tables.js';
import { type Member, STATES } from '../domain/member.js';
import { JOBS } from '../domain/practice.js';

const TABLE = 'Practice';
const MEMBER = 'member';
const PAGE_SIZE = 1_000;

const given = z.object({
  day: z.iso.date(),
  hour: z.string(),
  practice: z.string(),
  failed: z.boolean().optional(),
});
const memberRow = z
  .object({
    rowKey: z.string(),
    state: z.enum(STATES),
    hour: z.string(),
    /** A job of an earlier version is none. */
    job: z.enum(JOBS).or(z.literal('')).catch(''),
    since: z.string(),
    given: z
      .string()
      .transform((json): unknown => JSON.parse(json))
      .pipe(z.array(given)),
  })
  .transform(({ rowKey, ...columns }): Member => ({ personId: rowKey, ...columns }));

export interface StoredMember {
  member: Member;
  etag: string;
}

export class Members {
  constructor(private readonly tables: Tables) {}

  async find(personId: string): Promise<Member | undefined> {
    const stored = await this.tables.get(TABLE, MEMBER, personId);
    return stored && toMember(stored).member;
  }

  /** @param decide returns undefined to leave the member as it is. */
  change(personId: string, decide: (before?: Member) => Member | undefined): Promise<Member | undefined> {
    return changeRow(this.tables, TABLE, { partitionKey: MEMBER, rowKey: personId }, (row) => {
      const before = row && memberRow.parse(row);
      const after = decide(before);
      return { row: after && toRow(after), result: after ?? before };
    });
  }

  /** All who receive it at an hour: one query, in pages of 1,000. */
  at(hour: string): Promise<StoredMember[]> {
    return this.#all({ state: 'on', hour });
  }

  /** All who do not receive it any more. */
  async gone(): Promise<Member[]> {
    return (await this.#all({ state: 'off' })).map(({ member }) => member);
  }

  /**
   * Changes many members, a hundred in a request. Decides again where others change one at the same moment.
   * @param decide returns undefined to leave a member as it is.
   * @returns all of them as they are then; without those who are gone.
   */
  async changeAll(
    stored: readonly StoredMember[],
    decide: (before: Member) => Member | undefined,
  ): Promise<Member[]> {
    const members: Member[] = [];
    for (let from = 0; from < stored.length; from += MAX_OPERATIONS) {
      members.push(...(await this.#changeTogether(stored.slice(from, from + MAX_OPERATIONS), decide)));
    }
    return members;
  }

  remove(members: readonly Member[]): Promise<void> {
    return removeRows(this.tables, TABLE, members.map(toRow));
  }

  async #changeTogether(
    stored: readonly StoredMember[],
    decide: (before: Member) => Member | undefined,
  ): Promise<Member[]> {
    const changed = stored.map(({ member, etag }) => ({ member, etag, after: decide(member) }));
    const operations = changed.flatMap(({ etag, after }): Operation[] =>
      after ? [{ kind: 'replace', row: toRow(after), etag }] : [],
    );
    if (operations.length === 0) return changed.map(({ member }) => member);
    try {
      await this.tables.commit(TABLE, operations);
      return changed.map(({ member, after }) => after ?? member);
    } catch (error) {
      if (!isFailure(error, 'stale', 'refused')) throw error;
    }
    const anew = await Promise.all(
      stored.map(({ member: { personId } }) => this.change(personId, (before) => before && decide(before))),
    );
    return anew.filter((member) => member !== undefined);
  }

  async #all(where: PageRequest['where']): Promise<StoredMember[]> {
    const members: StoredMember[] = [];
    let token: string | undefined;
    do {
      const page = await this.tables.page(TABLE, { partitionKey: MEMBER, where, size: PAGE_SIZE, token });
      members.push(...page.rows.map(toMember));
      token = page.next;
    } while (token !== undefined);
    return members;
  }
}

const toMember = ({ row, etag }: StoredRow): StoredMember => ({ member: memberRow.parse(row), etag });

function toRow({ personId, given: list, ...columns }: Member): Row {
  return { partitionKey: MEMBER, rowKey: personId, ...columns, given: JSON.stringify(list) };
}
