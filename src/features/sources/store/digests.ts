/**
 * What a leader was given and is still to be told of, in the table `Sources`: a partition `digest:…` for each leader, with
 * a row `line:…` for each case. They go together into a row `sent:…` with its notice, and leave a row `told:…` each.
 */
import { z } from 'zod';
import { OUTBOX_PREFIX, type OutboxItem, toOutboxRows } from '../../../platform/delivery/outbox.js';
import { insertNew } from '../../../platform/storage/conditional.js';
import { type Operation, type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';

/** The kind of the outbox rows that tell a leader of several cases at once. */
export const DIGEST = 'sources.digest';
const LINE = 'line:';
const SENT = 'sent:';
const TOLD = 'told:';
/** With the row and its notice, under the service's limit of a transaction. */
const MOST_LINES = 45;

const line = z.object({
  caseId: z.string(),
  number: z.string(),
  level: z.enum(['low', 'medium', 'high']),
  channel: z.enum(['pqrs', 'mystery-shopper', 'development-platform']),
  /** The first words of it. */
  words: z.string(),
  /** When it was taken in. ISO 8601, UTC. */
  at: z.string(),
});
export type DigestLine = z.output<typeof line>;

export class Digests {
  constructor(private readonly tables: Tables) {}

  /** Idempotent, and nothing once it was sent. */
  async add(leaderId: string, added: DigestLine): Promise<void> {
    const partitionKey = partitionOf(leaderId);
    if (await this.tables.get('Sources', partitionKey, `${TOLD}${added.caseId}`)) return;
    const row = { partitionKey, rowKey: `${LINE}${added.caseId}`, at: added.at };
    await insertNew(this.tables, 'Sources', { ...row, content: JSON.stringify(added) });
  }

  /** The oldest come first. */
  async pending(leaderId: string): Promise<DigestLine[]> {
    const lines: DigestLine[] = [];
    for await (const { row } of rowsOf(this.tables, 'Sources', partitionOf(leaderId), LINE))
      lines.push(line.parse(JSON.parse(String(row.content))));
    return lines.sort((one, other) => (one.at < other.at ? -1 : 1)).slice(0, MOST_LINES);
  }

  /** Makes one notice of these lines, in one transaction. @param at ISO 8601. */
  async close(leaderId: string, lines: readonly DigestLine[], at: string): Promise<void> {
    const partitionKey = partitionOf(leaderId);
    const sent: Row = { partitionKey, rowKey: `${SENT}${at}`, at, content: JSON.stringify(lines) };
    const notices = toOutboxRows(partitionKey, 0, [{ kind: DIGEST, target: leaderId, urgent: false }]);
    await this.tables.commit('Sources', [
      { kind: 'insert', row: sent },
      ...notices.map(
        (row): Operation => ({ kind: 'insert', row: { ...row, rowKey: `${OUTBOX_PREFIX}${at}` } }),
      ),
      ...lines.flatMap(({ caseId }): Operation[] => [
        { kind: 'delete', partitionKey, rowKey: `${LINE}${caseId}` },
        { kind: 'upsert', row: { partitionKey, rowKey: `${TOLD}${caseId}`, at } },
      ]),
    ]);
  }

  /** The lines of a notice. */
  async sent({ partitionKey, rowKey }: Pick<OutboxItem, 'partitionKey' | 'rowKey'>): Promise<DigestLine[]> {
    const key = `${SENT}${rowKey.slice(OUTBOX_PREFIX.length)}`;
    const stored = await this.tables.get('Sources', partitionKey, key);
    return stored ? z.array(line).parse(JSON.parse(String(stored.row.content))) : [];
  }
}

export const partitionOf = (leaderId: string): string => `digest:${leaderId}`;
