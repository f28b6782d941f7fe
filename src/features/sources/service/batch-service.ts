/** A file that a member of the team sent: shown first, and kept after a yes. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { type WorkKinds, workKind } from '../../../platform/delivery/work.js';
import type { Arrived } from '../domain/arrived.js';
import { type Batch, type Batches, partitionOf, type StoredBatch } from '../store/batches.js';
import type { Importing } from './importing.js';
import type { SourceNotices } from './source-notices.js';

const KEEP = 'sources-keep';
const keepWork = z.object({ kind: z.literal(KEEP), id: z.string().min(1) });

interface BatchParts extends Pick<FeatureContext, 'clock' | 'work' | 'background'> {
  batches: Batches;
  importing: Importing;
  notices: Pick<SourceNotices, 'carry'>;
}

export class BatchService {
  constructor(private readonly parts: BatchParts) {}

  get work(): WorkKinds {
    return { [KEEP]: workKind(keepWork, ({ id }) => this.#keep(id)) };
  }

  /** Reads the rows of a file and shows what they are, in a card of its own. */
  async show(id: string, personId: string, fileName: string, arrived: readonly Arrived[]): Promise<void> {
    const { importing, batches, notices, clock } = this.parts;
    const rows = await importing.assess(arrived);
    const counts = await importing.count(rows);
    const batch: Batch = {
      id,
      personId,
      fileName,
      state: 'ready',
      at: clock().toISOString(),
      done: 0,
      counts,
      seq: 1,
    };
    await notices.carry(partitionOf(id), () => batches.add(batch, rows));
  }

  /** The file, if this person sent it. */
  async find(id: string, personId: string): Promise<StoredBatch | undefined> {
    const found = await this.parts.batches.find(id);
    return found?.batch.personId === personId ? found : undefined;
  }

  /** Keeps the rows behind the answer, and goes on after a crash. @returns false when it is too late. */
  async keep(found: StoredBatch): Promise<boolean> {
    const { batches, work, background } = this.parts;
    const { id, state } = found.batch;
    if (state !== 'ready' || !(await batches.rowsOf(id))) return false;
    const net = await work.prepare({ kind: KEEP, id });
    if (!(await batches.change(found, { state: 'keeping' }))) return false;
    background.run('keep rows', () => work.carry(net, () => this.#keep(id)));
    return true;
  }

  async discard(found: StoredBatch): Promise<boolean> {
    if (found.batch.state !== 'ready') return false;
    if (!(await this.parts.batches.change(found, { state: 'discarded' }))) return false;
    await this.parts.batches.dropRows(found.batch.id);
    return true;
  }

  async #keep(id: string): Promise<undefined> {
    const { batches, importing } = this.parts;
    const rows = (await this.#isKeeping(id)) ? await batches.rowsOf(id) : undefined;
    if (!rows) return undefined;
    await importing.keep(id, rows, (done) => this.#note(id, { done }));
    await this.#note(id, { done: rows.length, state: 'kept' });
    await batches.dropRows(id);
    return undefined;
  }

  async #isKeeping(id: string): Promise<boolean> {
    return (await this.parts.batches.find(id))?.batch.state === 'keeping';
  }

  /** The card follows. Another instance may be at the same file: then its word stands. */
  async #note(id: string, change: Partial<Batch>): Promise<void> {
    const { batches, notices } = this.parts;
    const found = await batches.find(id);
    if (found?.batch.state !== 'keeping') return;
    await notices.carry(partitionOf(id), () => batches.change(found, change));
  }
}
