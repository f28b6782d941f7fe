/** Stores a change with its effects, queues a message as their safety net, and starts the dispatcher. */
import type { FeatureContext } from '../../../feature.js';
import type { SendingChange, Sendings } from '../store/sendings.js';

/** The kind of queue work that dispatches the outbox of a sending. */
export const DISPATCH = 'recognition';

export interface CommitParts extends Pick<FeatureContext, 'work' | 'background'> {
  sendings: Sendings;
  /** Dispatches the outbox of a sending. Returns the milliseconds until its pending work, if any. */
  dispatch: (sendingId: string) => Promise<number | undefined>;
}

export class Commits {
  constructor(private readonly parts: CommitParts) {}

  /** @returns false if the sending is no longer as it was read. */
  async commit(change: SendingChange): Promise<boolean> {
    const { sendings, work, background, dispatch } = this.parts;
    const { id } = change.sending;
    const net = await work.prepare({ kind: DISPATCH, partitionKey: id });
    const isDone = await sendings.commit(change);
    background.run('dispatch of a recognition', () => work.carry(net, () => dispatch(id)));
    return isDone;
  }
}
