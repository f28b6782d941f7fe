import { z } from 'zod';
import type { Row, Tables } from '../../../platform/storage/tables.js';

/** In the partition of the training, so that a deleted training takes its certificates along. */
const CERTIFICATE = 'certificate:';

const found = z.object({ trainingId: z.string(), attendeeKey: z.string() });
export type Certified = z.output<typeof found>;

/** Certificates by the hash of their code. They hold ids only: the list decides whether one is good. */
export class CertificateStore {
  constructor(private readonly tables: Tables) {}

  /** Idempotent. */
  async keep(hash: string, { trainingId, attendeeKey }: Certified): Promise<void> {
    const inTraining: Row = { partitionKey: trainingId, rowKey: CERTIFICATE + hash };
    await this.tables.write('Trainings', { kind: 'upsert', row: inTraining });
    const row: Row = { ...certificateKey(hash), trainingId, attendeeKey };
    await this.tables.write('Trainings', { kind: 'upsert', row });
  }

  async find(hash: string): Promise<Certified | undefined> {
    const { partitionKey, rowKey } = certificateKey(hash);
    const stored = await this.tables.get('Trainings', partitionKey, rowKey);
    return stored && found.parse(stored.row);
  }
}

const certificateKey = (hash: string) => ({ partitionKey: CERTIFICATE + hash, rowKey: 'certificate' });

/** The key of the certificate that a row in the partition of a training stands for; undefined for other rows. */
export const certificateOfRow = (rowKey: string) =>
  rowKey.startsWith(CERTIFICATE) ? certificateKey(rowKey.slice(CERTIFICATE.length)) : undefined;
