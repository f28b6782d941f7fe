import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { addMilliseconds, type Clock } from '../../../platform/clock.js';
import { removeRows } from '../../../platform/storage/removal.js';
import { type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import { type MeetingReport, meetingReportSchema } from '../domain/meeting-report.js';

/** As long as a trainer may take to look at the preview. */
const LIFETIME_MS = 24 * 3_600_000;
/** Under the service's limit of a property, also when it is encrypted. */
const PIECE_UNITS = 20_000;

const piece = z.object({
  personId: z.string(),
  trainingId: z.string(),
  expiresAt: z.string(),
  content: z.string(),
});

/** The report that a trainer sent and has not said yes to. */
export interface PendingReport {
  /** As the dates in it may be read, the likelier reading first. */
  readings: MeetingReport[];
  /** The training that was chosen; empty for none. */
  trainingId: string;
}

/**
 * Reports between the file and the yes: rows of the table `Tickets`, one partition for each report, encrypted and
 * in pieces. The nightly sweep deletes what nobody said yes or no to.
 */
export class PendingReports {
  constructor(
    private readonly tables: Tables,
    private readonly clock: Clock,
  ) {}

  async keep(id: string, personId: string, { readings, trainingId }: PendingReport): Promise<void> {
    const expiresAt = addMilliseconds(this.clock(), LIFETIME_MS).toISOString();
    // Compressed as a whole: all pieces go in one transaction, also those of a meeting of thousands.
    const content = deflateRawSync(JSON.stringify(readings)).toString('base64');
    const rows = Array.from({ length: Math.ceil(content.length / PIECE_UNITS) }, (_, at): Row => {
      const part = content.slice(at * PIECE_UNITS, (at + 1) * PIECE_UNITS);
      return { ...keyOf(id, at), personId, trainingId, expiresAt, content: part };
    });
    await this.tables.commit(
      'Tickets',
      rows.map((row) => ({ kind: 'upsert', row })),
    );
  }

  /** The report that this person sent; undefined when it is kept, expired or of somebody else. */
  async find(id: string, personId: string): Promise<PendingReport | undefined> {
    const pieces: z.output<typeof piece>[] = [];
    for await (const { row } of rowsOf(this.tables, 'Tickets', partitionOf(id)))
      pieces.push(piece.parse(row));
    const [first] = pieces;
    if (first?.personId !== personId || Date.parse(first.expiresAt) <= this.clock().getTime())
      return undefined;
    const packed = Buffer.from(pieces.map(({ content }) => content).join(''), 'base64');
    const readings = z.array(meetingReportSchema).parse(JSON.parse(inflateRawSync(packed).toString()));
    return { readings, trainingId: first.trainingId };
  }

  async drop(id: string): Promise<void> {
    const rows: Row[] = [];
    for await (const { row } of rowsOf(this.tables, 'Tickets', partitionOf(id))) rows.push(row);
    await removeRows(this.tables, 'Tickets', rows);
  }
}

const partitionOf = (id: string) => `report:${id}`;
const keyOf = (id: string, at: number) => ({
  partitionKey: partitionOf(id),
  rowKey: String(at).padStart(6, '0'),
});
