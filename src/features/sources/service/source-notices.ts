/** The notices about rows of other channels: the card of a file, rows that cannot wait, and what each leader was given. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { Dispatcher } from '../../../platform/delivery/dispatcher.js';
import { NoticeEffects } from '../../../platform/delivery/notice-effects.js';
import { NoticeGate } from '../../../platform/delivery/notice-gate.js';
import { type WorkKinds, workKind } from '../../../platform/delivery/work.js';
import { digestCard } from '../cards/digest-card.js';
import { alertCard, batchCard } from '../cards/import-cards.js';
import { ALERT, ALERTS, type Alerts } from '../store/alerts.js';
import { BATCH_CARD, type Batches } from '../store/batches.js';
import { DIGEST, type Digests } from '../store/digests.js';
import type { SourceRows } from '../store/source-rows.js';
import { textIn } from '../text/catalogue.js';

const DISPATCH = 'sources-dispatch';
const dispatchWork = z.object({ kind: z.literal(DISPATCH), partitionKey: z.string().min(1) });

interface NoticeParts
  extends Pick<
    FeatureContext,
    | 'tables'
    | 'contacts'
    | 'notices'
    | 'clock'
    | 'log'
    | 'instances'
    | 'handover'
    | 'rates'
    | 'renderer'
    | 'directory'
    | 'work'
    | 'background'
  > {
  rows: SourceRows;
  batches: Batches;
  digests: Digests;
  alerts: Alerts;
  /** A leader could not be told of a case. */
  untold: (caseId: string, leaderId: string) => Promise<void>;
}

export class SourceNotices {
  readonly #dispatcher: Dispatcher;

  constructor(private readonly parts: NoticeParts) {
    const { notices, tables, handover, renderer, batches, digests, rows } = parts;
    const leave = (to: string, partitionKey: string) => handover.give(to, { kind: DISPATCH, partitionKey });
    const gate = new NoticeGate({ ...parts, leave, priority: 'other' });
    const effects = new NoticeEffects(notices, tables, 'Sources');
    this.#dispatcher = new Dispatcher({
      ...parts,
      table: 'Sources',
      handlers: {
        [BATCH_CARD]: effects.card(async ({ partitionKey }, language) => {
          const found = await batches.find(partitionKey.slice(partitionKey.indexOf(':') + 1));
          return found && { card: batchCard(renderer, found.batch, language), summary: found.batch.fileName };
        }),
        [ALERT]: effects.announcement(async (_item, language) => {
          const { urgent } = await rows.count();
          const { title } = textIn(language).sources.alert;
          return urgent === 0
            ? undefined
            : { card: alertCard(renderer, urgent, language), summary: title(urgent) };
        }),
        [DIGEST]: effects.announcement(async (item, language) => {
          const lines = await digests.sent(item);
          return {
            card: digestCard(renderer, lines, language),
            summary: textIn(language).sources.digest.title(lines.length),
          };
        }),
      },
      permit: (item) => gate.permit(item),
      leave,
      onGivenUp: async (item) => {
        if (item.kind !== DIGEST) return;
        for (const { caseId } of await digests.sent(item)) await parts.untold(caseId, item.target);
      },
    });
  }

  get work(): WorkKinds {
    return {
      [DISPATCH]: workKind(dispatchWork, ({ partitionKey }) => this.#dispatcher.dispatch(partitionKey)),
    };
  }

  dispatch(partitionKey: string): Promise<number | undefined> {
    return this.#dispatcher.dispatch(partitionKey);
  }

  /** Commits with a message in the queue as the safety net of its notices. */
  async carry<Result>(partitionKey: string, commit: () => Promise<Result>): Promise<Result> {
    const { work, background } = this.parts;
    const net = await work.prepare({ kind: DISPATCH, partitionKey });
    const result = await commit();
    background.run('dispatch', () => work.carry(net, () => this.dispatch(partitionKey)));
    return result;
  }

  /** Tells the team, once for each file, that there are rows that cannot wait. */
  async alert(fileId: string): Promise<void> {
    const team = await this.parts.directory.withRole('humanization');
    await this.carry(ALERTS, () => this.parts.alerts.add(fileId, team));
  }
}
