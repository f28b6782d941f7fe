import { randomUUID } from 'node:crypto';
import type { Context } from '../../src/context.js';
import { CaseCards } from '../../src/features/cases/cards/case-card.js';
import { CommitmentCards } from '../../src/features/cases/cards/commitment-card.js';
import { CommitmentIds } from '../../src/features/cases/cards/commitment-ids.js';
import { NewsCards } from '../../src/features/cases/cards/news-card.js';
import { VoiceCards } from '../../src/features/cases/cards/voice-card.js';
import type { Case } from '../../src/features/cases/domain/case.js';
import { EFFECTS } from '../../src/features/cases/domain/effects.js';
import type { Report } from '../../src/features/cases/domain/report.js';
import { DISPATCH } from '../../src/features/cases/service/case-commits.js';
import { caseEffects } from '../../src/features/cases/service/case-effects.js';
import type { CommandResult } from '../../src/features/cases/service/case-service.js';
import type { Request } from '../../src/features/cases/service/completing-commands.js';
import { type CaseEngine, createCaseEngine } from '../../src/features/cases/service/engine.js';
import { type ReportRoute, routeReport } from '../../src/features/cases/service/routing.js';
import type { LoadedCase } from '../../src/features/cases/store/case-store.js';
import { bogotaDay } from '../../src/platform/calendar/days.js';
import type { Clock } from '../../src/platform/clock.js';
import type { Channel } from '../../src/platform/delivery/channel.js';
import type { Message } from '../../src/platform/delivery/message.js';
import type { OutboxItem } from '../../src/platform/delivery/outbox.js';
import { readServiceCycle } from '../../src/platform/impact/service-cycle.js';
import type { Person } from '../../src/platform/people/person.js';
import type { Queue } from '../../src/platform/storage/queue.js';
import type { Tables } from '../../src/platform/storage/tables.js';
import { aReport } from './fixtures.js';
import { HELPLINES, memoryContext, memoryHost } from './host.js';
import { memoryLog } from './log.js';
import { MemoryQueue } from './memory-queue.js';
import { MemoryTables } from './memory-tables.js';

export interface Posted {
  personId: string;
  message: Message;
}

export interface CasesOptions {
  clock: Clock;
  people: readonly Person[];
  tables?: Tables;
  queue?: Queue;
  /** Called instead of building cards and news, for tests that do not need them. */
  deliver?: (item: OutboxItem) => Promise<void>;
  /** Called before a message goes out; may throw DeliveryError. */
  onPost?: (posted: Posted) => void;
  /** Counts for the indicators too. */
  counts?: boolean;
}

const COMPLETING = { places: readServiceCycle() };

/** The case engine with everything real except Teams: service, store, index, deadlines, dispatcher. */
export class Cases {
  static async open(options: CasesOptions): Promise<Cases> {
    const cases = new Cases(options);
    await cases.people.save(options.people);
    return cases;
  }

  readonly tables: Tables;
  readonly queue: Queue;
  readonly poison = new MemoryQueue();
  readonly logLines: string[];
  readonly posted: Posted[] = [];
  readonly clock: Clock;
  readonly #context: Context;
  readonly #engine: CaseEngine;
  #people: ReadonlyMap<string, Person>;
  #commands = 0;

  private constructor({ clock, people, tables, queue, deliver, onPost, counts }: CasesOptions) {
    const { log, lines } = memoryLog();
    this.clock = clock;
    this.logLines = lines;
    this.tables = tables ?? new MemoryTables();
    this.queue = queue ?? new MemoryQueue(() => clock().getTime());
    this.#people = new Map(people.map((person) => [person.id, person]));
    const host = memoryHost({ tables: this.tables, queue: this.queue, poison: this.poison, clock, log });
    const channel = this.#channel(onPost);
    this.#context = memoryContext(host, channel);
    const { names, renderer } = this.#context;
    const cards = new CaseCards({
      names,
      renderer,
      links: {},
      helplines: HELPLINES,
      helpFor: () => [],
      titleOf: (id) => id,
      completing: COMPLETING,
    });
    const news = new NewsCards({ names, renderer });
    const light = async (item: OutboxItem) => {
      await deliver?.(item);
      return [];
    };
    const commitments = new CommitmentCards({
      names,
      renderer,
      ids: new CommitmentIds(this.#context.sealedIds),
    });
    const voiceCards = new VoiceCards({ renderer });
    this.#engine = createCaseEngine(this.#context, { cards, news, commitments, voiceCards }, (parts) => ({
      ...caseEffects(parts),
      ...(deliver && { [EFFECTS.card]: light, [EFFECTS.news]: light, [EFFECTS.commitment]: light }),
    }));
    if (counts) this.#context.figures.offer([this.#engine.figures]);
  }

  get figures() {
    return this.#context.figures;
  }

  /** What brings the lists of a case up to date. */
  get projection() {
    const { store, index, directory, axisOf, recount } = this.#engine;
    return { store, index, directory, axisOf, recount };
  }

  get people() {
    return this.#context.people;
  }

  get directory() {
    return this.#context.directory;
  }

  get absences() {
    return this.#context.absences;
  }

  get background() {
    return this.#context.background;
  }

  get work() {
    return this.#context.work;
  }

  get store() {
    return this.#engine.store;
  }

  get index() {
    return this.#engine.index;
  }

  get service() {
    return this.#engine.service;
  }

  get deadlines() {
    return this.#engine.deadlines;
  }

  get commitments() {
    return this.#engine.commitments;
  }

  get voices() {
    return this.#engine.voices;
  }

  get voice() {
    return this.#engine.voice;
  }

  get voiceAudit() {
    return this.#engine.voiceAudit;
  }

  get followUps() {
    return this.#engine.followUps;
  }

  person(id: string): Person {
    const person = this.#people.get(id);
    if (!person) throw new Error(`nobody is called ${id}`);
    return person;
  }

  async report(reporterId: string, more: Partial<Report> = {}, caseId: string = randomUUID()): Promise<Case> {
    const number = await this.service.nextNumber();
    const reporter = this.person(reporterId);
    const report = aReport(more);
    const route = await this.route(reporterId, report);
    const commandId = `report:${caseId}`;
    return (await this.service.submit(reporter, { caseId, number, report, route, evidence: [], commandId }))
      .subject;
  }

  /** Resolves the recipient of this person's report. */
  route(reporterId: string, { narrative, superiorInvolved }: Report): Promise<ReportRoute> {
    const today = bogotaDay(this.clock());
    return routeReport(this.#context.directory, this.person(reporterId), {
      narrative,
      superiorInvolved,
      isBurst: false,
      today,
    });
  }

  /** Executes a command on the given revision of the case, by default the current one. */
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

  /** Carries out what is due of a case, as its message in the queue does. */
  async dispatch(caseId: string): Promise<void> {
    await this.#engine.work[DISPATCH]?.run({ kind: DISPATCH, partitionKey: caseId });
  }

  /** A case of Ana's that Luis has asked about and accepted: three events, all carried out. Returns its id. */
  async askedAndAccepted(): Promise<string> {
    const { id } = await this.report('ana');
    await this.does('luis', id, { type: 'ask', question: 'where?' });
    await this.does('luis', id, { type: 'accept', note: '' });
    await this.background.drain();
    return id;
  }

  /** Runs all pending work: background tasks and the visible messages of the queue. */
  async settle(): Promise<void> {
    await this.background.drain();
    while (this.queue instanceof MemoryQueue && this.queue.visible > 0) {
      // Exactly one batch: `stop` ends the loop after the batch in hand.
      this.work.start({ ...this.#engine.work, ...this.figures.work });
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
