import type { Context } from '../../src/context.js';
import type { Feature } from '../../src/feature.js';
import { createRecognitions, type Recognitions } from '../../src/features/recognitions/index.js';
import { type Arrived, keyOf } from '../../src/features/sources/domain/arrived.js';
import type { SourceRow } from '../../src/features/sources/domain/source-row.js';
import { createSources, Importing, SourceRows, type Sources } from '../../src/features/sources/index.js';
import type { Intake } from '../../src/features/sources/service/receiving.js';
import { type Clock, randomId } from '../../src/platform/clock.js';
import type { Message } from '../../src/platform/delivery/message.js';
import { createOffensiveIn } from '../../src/platform/impact/offence.js';
import { readRules } from '../../src/platform/impact/rules.js';
import { type Person, stranger } from '../../src/platform/people/person.js';
import type { Tables } from '../../src/platform/storage/tables.js';
import type { Reply, Turn } from '../../src/turn.js';
import { type CaseFeatures, createCaseFeatures } from './case-features.js';
import { memoryContext, memoryHost } from './host.js';
import { memoryLog } from './log.js';
import { MemoryQueue } from './memory-queue.js';
import { MemoryTables } from './memory-tables.js';

export interface Posted {
  personId: string;
  message: Message;
}

/** Cases and other channels with everything real except Teams; the queue goes by the test's clock. */
export class SourcesRig {
  readonly posted: Posted[] = [];
  readonly tables: Tables;
  readonly queue: MemoryQueue;
  readonly context: Context;
  readonly intake: Intake;
  readonly reporting: CaseFeatures;
  readonly recognitions: Recognitions;
  readonly sources: Sources;
  readonly rows: SourceRows;
  readonly logLines: string[];
  #activities = 0;

  constructor(
    private readonly options: {
      clock: Clock;
      people: readonly Person[];
      tables?: Tables;
      queue?: MemoryQueue;
      /** The people no message reaches. */
      onPost?: (posted: Posted) => void;
    },
  ) {
    const { clock } = options;
    const { log, lines } = memoryLog();
    this.logLines = lines;
    this.tables = options.tables ?? new MemoryTables();
    this.queue = options.queue ?? new MemoryQueue(() => clock().getTime());
    const host = memoryHost({ tables: this.tables, queue: this.queue, clock, log });
    const take = (personId: string, message: Message) => {
      options.onPost?.({ personId, message });
      this.posted.push({ personId, message });
    };
    this.context = memoryContext(host, {
      open: async (personId) => personId,
      post: async ({ conversationId }, message) => {
        take(conversationId, message);
        return `message:${this.posted.length}`;
      },
      update: async ({ conversationId }, _messageId, message) => take(conversationId, message),
    });
    this.reporting = createCaseFeatures(this.context);
    this.intake = { ...this.reporting.reports.intake, ...this.reporting.cases.intake };
    this.recognitions = createRecognitions(this.context, {
      isGuest: async () => false,
      offensiveIn: createOffensiveIn(readRules()),
      sectionsFor: () => [],
    });
    this.sources = createSources(this.context, this.intake, this.recognitions.thanks);
    this.rows = new SourceRows(this.tables, randomId);
  }

  get #features(): Feature[] {
    return [this.sources, this.recognitions, ...Object.values<Feature>({ ...this.reporting })];
  }

  async open(): Promise<this> {
    await this.context.people.save([...this.options.people]);
    return this;
  }

  /** Keeps rows, as a file does. */
  async keeps(arrived: readonly Arrived[], fileId = 'file'): Promise<number> {
    const importing = new Importing({
      clock: this.options.clock,
      everyone: this.context.everyone,
      rows: this.rows,
      opinionOn: this.intake.propose,
      alert: async () => undefined,
    });
    return importing.keep(fileId, await importing.assess(arrived), async () => undefined);
  }

  /** The row as it is kept. */
  async row({ channel, ownId }: Pick<Arrived, 'channel' | 'ownId'>): Promise<SourceRow> {
    const found = await this.rows.find({ channel, key: keyOf(ownId) });
    if (!found) throw new Error(`no row ${ownId}`);
    return found.row;
  }

  async idOf(row: Pick<Arrived, 'channel' | 'ownId'>): Promise<string> {
    return (await this.row(row)).id;
  }

  /** Sends the verb of a card, as this person. */
  async does(personId: string, verb: string, input: Record<string, unknown> = {}): Promise<Reply> {
    const route = this.#features.flatMap(({ verbs }) => verbs).find((each) => each.verb === verb);
    const person = (await this.context.directory.find(personId)) ?? stranger(personId);
    if (!route) throw new Error(`no verb ${verb}`);
    const turn = {
      actor: { id: personId, name: person.name },
      person: async () => person,
      reader: async () => person,
      language: 'es',
      activityId: `activity:${++this.#activities}`,
      files: [],
      text: '',
      input,
      now: this.options.clock(),
    };
    return route.handle(turn as unknown as Turn);
  }

  /** Runs all work that is due. */
  async settle(): Promise<void> {
    await this.context.background.drain();
    for (let round = 0; this.queue.visible > 0 && round < 100; round++) {
      this.context.work.start(Object.assign({}, ...this.#features.map(({ work }) => work)));
      await this.context.work.stop();
      await this.context.background.drain();
    }
  }
}
