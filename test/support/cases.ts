import { randomUUID } from 'node:crypto';
import { CaseCards } from '../../src/features/cases/cards/case-card.js';
import type { Case, Report } from '../../src/features/cases/domain/case.js';
import { createDeadlines } from '../../src/features/cases/domain/deadlines.js';
import { EFFECTS } from '../../src/features/cases/domain/effects.js';
import { caseEffects } from '../../src/features/cases/service/case-effects.js';
import {
  CaseService,
  type CommandResult,
  type Request,
} from '../../src/features/cases/service/case-service.js';
import { CaseDeadlines } from '../../src/features/cases/service/deadline-work.js';
import { onUndelivered } from '../../src/features/cases/service/undelivered.js';
import { CaseIndex } from '../../src/features/cases/store/case-index.js';
import { CaseStore, type LoadedCase } from '../../src/features/cases/store/case-store.js';
import { Background } from '../../src/platform/background.js';
import { Renderer } from '../../src/platform/cards/renderer.js';
import type { Clock } from '../../src/platform/clock.js';
import type { Channel } from '../../src/platform/delivery/channel.js';
import { Dispatcher } from '../../src/platform/delivery/dispatcher.js';
import { Notices } from '../../src/platform/delivery/notices.js';
import type { OutboxItem } from '../../src/platform/delivery/outbox.js';
import { RateLimiter } from '../../src/platform/delivery/rates.js';
import { WorkQueue } from '../../src/platform/delivery/work.js';
import { Absences, withAbsences } from '../../src/platform/people/absences.js';
import { Contacts } from '../../src/platform/people/contacts.js';
import { Names } from '../../src/platform/people/names.js';
import type { Person } from '../../src/platform/people/person.js';
import { TableDirectory } from '../../src/platform/people/table-directory.js';
import type { Queue } from '../../src/platform/storage/queue.js';
import type { Tables } from '../../src/platform/storage/tables.js';
import type { Message } from '../../src/turn.js';
import { aReport } from './fixtures.js';
import { memoryLog } from './log.js';
import { MemoryQueue } from './memory-queue.js';
import { MemoryTables } from './memory-tables.js';
import { HELPLINES } from './world.js';

export interface Posted {
  personId: string;
  message: Message;
}

export interface CasesOptions {
  clock: Clock;
  people: readonly Person[];
  tables?: Tables;
  queue?: Queue;
  /** Called in the place of cards and news, where a test does not want them made. */
  deliver?: (item: OutboxItem) => Promise<void>;
  /** Called before a message goes out; may throw DeliveryError. */
  onPost?: (posted: Posted) => void;
}

/** The life of cases with everything that is real but Teams: service, store, index, deadlines, dispatcher. */
export class Cases {
  static async open(options: CasesOptions): Promise<Cases> {
    const cases = new Cases(options);
    await cases.people.save(options.people);
    return cases;
  }

  readonly tables: Tables;
  readonly queue: Queue;
  readonly poison = new MemoryQueue();
  readonly people: TableDirectory;
  readonly absences: Absences;
  readonly store: CaseStore;
  readonly index: CaseIndex;
  readonly service: CaseService;
  readonly deadlines: CaseDeadlines;
  readonly dispatcher: Dispatcher;
  readonly work: WorkQueue;
  readonly background: Background;
  readonly logLines: string[];
  readonly posted: Posted[] = [];
  readonly clock: Clock;
  #people: ReadonlyMap<string, Person>;
  #commands = 0;

  private constructor({ clock, people, tables, queue, deliver, onPost }: CasesOptions) {
    const { log, lines } = memoryLog();
    this.clock = clock;
    this.logLines = lines;
    this.tables = tables ?? new MemoryTables();
    this.queue = queue ?? new MemoryQueue(() => clock().getTime());
    this.#people = new Map(people.map((person) => [person.id, person]));
    this.people = new TableDirectory(this.tables);
    this.absences = new Absences(this.tables);
    this.store = new CaseStore(this.tables);
    this.index = new CaseIndex(this.tables);
    this.background = new Background(log);
    this.work = new WorkQueue(this.queue, this.poison, log);
    this.dispatcher = new Dispatcher(this.tables, clock, log);
    const directory = withAbsences(this.people, this.absences, clock);
    const { store, index, work, background, dispatcher } = this;
    this.service = new CaseService({
      store,
      directory,
      deadlines: createDeadlines(),
      dispatcher,
      work,
      background,
      clock,
    });
    this.deadlines = new CaseDeadlines({ store, service: this.service, index, work, clock, log });
    const cards = new CaseCards({
      names: new Names(directory, clock),
      renderer: new Renderer(),
      links: {},
      helplines: HELPLINES,
      titleOf: (id) => id,
    });
    const notices = new Notices({
      tables: this.tables,
      contacts: new Contacts(this.tables),
      channel: this.#channel(onPost),
      rates: new RateLimiter(alwaysLater()),
      defaultServiceUrl: () => 'https://teams.example/',
    });
    const handlers = caseEffects(notices, {
      store,
      index,
      directory,
      cards,
      deadlines: this.deadlines,
      clock,
      log,
    });
    const light = async (item: OutboxItem) => {
      await deliver?.(item);
      return [];
    };
    dispatcher.handle(
      deliver ? { ...handlers, [EFFECTS.card]: light, [EFFECTS.news]: light } : handlers,
      onUndelivered(this.service),
    );
  }

  person(id: string): Person {
    const person = this.#people.get(id);
    if (!person) throw new Error(`nobody is called ${id}`);
    return person;
  }

  async report(reporterId: string, more: Partial<Report> = {}, caseId: string = randomUUID()): Promise<Case> {
    const number = await this.service.nextNumber();
    const commandId = `report:${caseId}`;
    const submission = { caseId, number, report: aReport(more), evidence: [], commandId };
    return (await this.service.submit(this.person(reporterId), submission)).subject;
  }

  /** Carries out a command on the case as it is now, unless a revision is given. */
  async does(actorId: string, caseId: string, request: Request, revision?: number): Promise<CommandResult> {
    const seen = revision ?? (await this.load(caseId)).subject.revision;
    const commandId = `command:${++this.#commands}`;
    return this.service.execute(caseId, this.person(actorId), request, { revision: seen, commandId });
  }

  async load(caseId: string): Promise<LoadedCase> {
    const loaded = await this.store.load(caseId);
    if (!loaded) throw new Error(`there is no case ${caseId}`);
    return loaded;
  }

  /** Does all that can be done now: what goes on behind the answers, and what the queue holds. */
  async settle(): Promise<void> {
    await this.background.drain();
    while (this.queue instanceof MemoryQueue && this.queue.visible > 0) {
      // A batch; the loop ends with it, since it has been told to stop.
      this.work.start((item) =>
        item.kind === 'dispatch'
          ? this.dispatcher.dispatch(item.partitionKey)
          : item.kind === 'deadline'
            ? this.deadlines.run(item)
            : Promise.resolve(undefined),
      );
      await this.work.stop();
      await this.background.drain();
    }
  }

  #channel(onPost: CasesOptions['onPost']): Channel {
    const take = (personId: string, message: Message) => {
      onPost?.({ personId, message });
      this.posted.push({ personId, message });
    };
    return {
      open: async (personId) => personId,
      post: async ({ conversationId }, message) => {
        take(conversationId, message);
        return `message:${this.posted.length}`;
      },
      update: async ({ conversationId }, _messageId, message) => take(conversationId, message),
    };
  }
}

/** A clock on which every sending is an hour after the one before, so that no rate makes a test wait. */
function alwaysLater(): Clock {
  let hours = 0;
  return () => {
    hours += 1;
    return new Date(hours * 3_600_000);
  };
}
