import { randomUUID } from 'node:crypto';
import type { Context } from '../../src/context.js';
import { CaseCards } from '../../src/features/cases/cards/case-card.js';
import { NewsCards } from '../../src/features/cases/cards/news-card.js';
import type { Case } from '../../src/features/cases/domain/case.js';
import { EFFECTS } from '../../src/features/cases/domain/effects.js';
import type { Report } from '../../src/features/cases/domain/report.js';
import type { ReportRoute } from '../../src/features/cases/domain/route.js';
import { DISPATCH } from '../../src/features/cases/service/commands/case-commits.js';
import type { CommandResult } from '../../src/features/cases/service/commands/case-service.js';
import type { Request } from '../../src/features/cases/service/commands/completing-commands.js';
import { caseFigures } from '../../src/features/cases/service/counting/case-figures.js';
import { type CaseEngine, createCaseEngine } from '../../src/features/cases/service/engine.js';
import { caseEffects } from '../../src/features/cases/service/notices/case-effects.js';
import type { LoadedCase } from '../../src/features/cases/store/case-store.js';
import { CommitmentCards } from '../../src/features/commitments/cards/commitment-card.js';
import { CommitmentIds } from '../../src/features/commitments/cards/commitment-ids.js';
import { commitmentEffects } from '../../src/features/commitments/service/commitment-effects.js';
import {
  CommitmentFollowUps,
  FOLLOW,
  followWork,
} from '../../src/features/commitments/service/follow-ups.js';
import { onLost as tellOfLostCommitment } from '../../src/features/commitments/service/lost-notices.js';
import { CommitmentList } from '../../src/features/commitments/store/commitment-list.js';
import { routeReport } from '../../src/features/reports/service/routing.js';
import { VoiceCards } from '../../src/features/voices/cards/voice-card.js';
import { onLost as tellOfLostVoice } from '../../src/features/voices/service/lost-notices.js';
import { VoiceAudit } from '../../src/features/voices/service/voice-audit.js';
import { voiceEffects } from '../../src/features/voices/service/voice-effects.js';
import { voiceFigures } from '../../src/features/voices/service/voice-figures.js';
import { VOICE, VoiceService, voiceWork } from '../../src/features/voices/service/voice-service.js';
import { Voices } from '../../src/features/voices/store/voices.js';
import { bogotaDay } from '../../src/platform/calendar/days.js';
import type { Clock } from '../../src/platform/clock.js';
import type { Channel } from '../../src/platform/delivery/channel.js';
import type { Message } from '../../src/platform/delivery/message.js';
import type { OutboxItem } from '../../src/platform/delivery/outbox.js';
import { workKind } from '../../src/platform/delivery/work.js';
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
  readonly commitments: CommitmentList;
  readonly followUps: CommitmentFollowUps;
  readonly voices: Voices;
  readonly voice: VoiceService;
  readonly voiceAudit: VoiceAudit;
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
    this.#engine = createCaseEngine(
      this.#context,
      { cards, news },
      {
        effects: () => ({
          ...this.#commitmentEffects(),
          ...this.#voiceEffects(),
          ...(deliver && { [EFFECTS.commitment]: light }),
        }),
        lost: async (item) => {
          await tellOfLostCommitment(this.#context)(item);
          await tellOfLostVoice({ ...this.#context, store: this.store })(item);
        },
      },
      (parts) => ({
        ...caseEffects(parts),
        ...(deliver && { [EFFECTS.card]: light, [EFFECTS.news]: light }),
      }),
    );
    const { store, index, service, moments, dispatch } = this.#engine;
    this.commitments = new CommitmentList(this.tables);
    this.followUps = new CommitmentFollowUps({ ...this.#context, service, commitments: this.commitments });
    this.voices = new Voices(this.tables);
    const voiceParts = { ...this.#context, store, index, voices: this.voices };
    this.voice = new VoiceService({ ...voiceParts, deadlines: moments, dispatch });
    this.voiceAudit = new VoiceAudit({ ...voiceParts, voice: this.voice });
    const figures = caseFigures({ tables: this.tables, voices: voiceFigures(this.voices) });
    if (counts) this.#context.figures.offer([figures]);
  }

  #commitmentEffects() {
    const ids = new CommitmentIds(this.#context.sealedIds);
    const cards = new CommitmentCards({ ...this.#context, ids });
    return commitmentEffects({ ...this.#context, store: this.store, cards });
  }

  #voiceEffects() {
    const { store, moments, recount } = this.#engine;
    return voiceEffects({
      ...this.#context,
      store,
      voices: this.voices,
      voiceCards: new VoiceCards(this.#context),
      deadlines: moments,
      askLater: (caseId, closing) => this.voice.schedule(caseId, closing, 'ask'),
      recount,
    });
  }

  /** All kinds of work on cases, commitments and voices. */
  get #work() {
    return {
      ...this.#engine.work,
      [FOLLOW]: workKind(followWork, (item) => this.followUps.run(item)),
      [VOICE]: workKind(voiceWork, (item) => this.voice.run(item)),
    };
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

  /** Carries out the due work of a case, as its queue message does. */
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
      this.work.start({ ...this.#work, ...this.figures.work });
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
