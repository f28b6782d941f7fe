/**
 * The ends of the cases that changed, one row a day in the table `Anchors`: signed, and chained to the day before. A case
 * that is set back to an earlier state, with the signatures of that state, does not fit the anchors any more.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { insertNew } from '../../../platform/storage/conditional.js';
import { MAX_STRING_UNITS } from '../../../platform/storage/limits.js';
import type { Signable, Signer, Verdict } from '../../../platform/storage/signer.js';
import { type Row, rowKeysOf, rowsOf, type Tables } from '../../../platform/storage/tables.js';

/** The end of a case: its revision, and a digest of the link of its last event. */
export interface Anchored {
  caseId: string;
  revision: number;
  digest: string;
}

export interface Anchor {
  /** `YYYY-MM-DD`. */
  day: string;
  /** When the cases were read. ISO 8601, UTC. */
  at: string;
  cases: Anchored[];
  /** The number of cases that changed and did not fit into the row. */
  omitted: number;
  /** The signature of the anchor before it; empty for the first. */
  previous: string;
  signature: string;
}

export type CheckedAnchor = Anchor & {
  verdict: Verdict;
  /** Tells whether it follows on the anchor before it. */
  follows: boolean;
};

const PARTITION = 'day';
const COLUMN = 'cases';
/** With more columns of this size, the row would be larger than the service allows. */
const MOST_COLUMNS = 15;
const DIGEST_BYTES = 16;

const anchorRow = z.looseObject({
  rowKey: z.string(),
  at: z.string(),
  omitted: z.number().int(),
  columns: z.number().int(),
  previous: z.string(),
  signature: z.string(),
});

export class Anchors {
  constructor(
    private readonly tables: Tables,
    private readonly signer: Signer,
  ) {}

  /** The anchor of the last day. */
  async last(): Promise<Anchor | undefined> {
    let day: string | undefined;
    for await (const key of rowKeysOf(this.tables, 'Anchors', PARTITION)) day = key;
    const stored = day === undefined ? undefined : await this.tables.get('Anchors', PARTITION, day);
    return stored && toAnchor(stored.row);
  }

  /** Anchors the ends of cases. Returns the number that did not fit, or undefined if the day has its anchor already. */
  async add(
    day: string,
    at: string,
    cases: readonly Anchored[],
    previous: string,
  ): Promise<number | undefined> {
    const { columns, fitting } = toColumns(cases);
    const head = { at, omitted: cases.length - fitting, columns: columns.length, previous };
    const signature = this.signer.sign(signed(day, head, columns));
    const named = columns.map((text, at) => [`${COLUMN}${at}`, text]);
    const row: Row = {
      partitionKey: PARTITION,
      rowKey: day,
      ...head,
      signature,
      ...Object.fromEntries(named),
    };
    return (await insertNew(this.tables, 'Anchors', row)) ? head.omitted : undefined;
  }

  /** All anchors, the first day first. */
  async *all(): AsyncGenerator<CheckedAnchor> {
    let previous = '';
    for await (const { row } of rowsOf(this.tables, 'Anchors', PARTITION)) {
      const anchor = toAnchor(row);
      const verdict = this.signer.verify(
        anchor.signature,
        signed(anchor.day, anchorRow.parse(row), columnsOf(row)),
      );
      yield { ...anchor, verdict, follows: anchor.previous === previous };
      previous = anchor.signature;
    }
  }
}

export const digestOf = (link: string): string =>
  createHash('sha256').update(link).digest().subarray(0, DIGEST_BYTES).toString('base64url');

function toColumns(cases: readonly Anchored[]): { columns: string[]; fitting: number } {
  const columns: string[] = [];
  let fitting = 0;
  for (const { caseId, revision, digest } of cases) {
    const entry = `${caseId}:${revision}:${digest} `;
    const last = columns.length - 1;
    const text = columns[last];
    if (text !== undefined && text.length + entry.length <= MAX_STRING_UNITS) columns[last] = text + entry;
    else if (columns.length < MOST_COLUMNS) columns.push(entry);
    else break;
    fitting += 1;
  }
  return { columns, fitting };
}

function toAnchor(row: Row): Anchor {
  const { rowKey: day, at, omitted, previous, signature } = anchorRow.parse(row);
  const entries = columnsOf(row).flatMap((text) => text.split(' ').filter(Boolean));
  const cases = entries.map((entry): Anchored => {
    const [caseId = '', revision = '', digest = ''] = entry.split(':');
    return { caseId, revision: Number(revision), digest };
  });
  return { day, at, cases, omitted, previous, signature };
}

function columnsOf(row: Row): string[] {
  return Array.from({ length: anchorRow.parse(row).columns }, (_, at) => String(row[`${COLUMN}${at}`]));
}

function signed(
  day: string,
  { at, omitted, previous }: { at: string; omitted: number; previous: string },
  columns: readonly string[],
): Signable {
  return ['anchor', day, at, omitted, previous, ...columns];
}
