/** The targets that said that they are gone, in the table `Operations`. Another address is another target. */
import { createHash } from 'node:crypto';
import type { WebhookTarget } from '../../../platform/outside/targets.js';
import { insertNew } from '../../../platform/storage/conditional.js';
import type { Tables } from '../../../platform/storage/tables.js';

const PARTITION = 'webhook';

export class StoppedTargets {
  constructor(private readonly tables: Tables) {}

  async has(target: WebhookTarget): Promise<boolean> {
    return (await this.tables.get('Operations', PARTITION, keyOf(target))) !== undefined;
  }

  /** Returns false when it is known already. */
  add(target: WebhookTarget, at: Date): Promise<boolean> {
    const row = { partitionKey: PARTITION, rowKey: keyOf(target), at: at.toISOString() };
    return insertNew(this.tables, 'Operations', row);
  }
}

const keyOf = ({ name, url }: WebhookTarget): string =>
  `${name}:${createHash('sha256').update(url).digest('base64url')}`;
