/** The bot of local mode, in memory, on a stage: storage can be shut, the queue lost, time passed, and the bot started again. */
import { setTimeout as pause } from 'node:timers/promises';
import { addMilliseconds, systemClock } from '../../platform/clock.js';
import type { Logger } from '../../platform/log.js';
import { type Round, type RoundName, Rounds } from '../../platform/rounds.js';
import { AzureTables } from '../../platform/storage/azure-tables.js';
import { AzureQueue } from '../../platform/storage/queue.js';
import type { LocalSettings } from '../../settings.js';
import { TABLE_NAMES } from '../../tables.js';
import { startAzurite } from '../azurite.js';
import type { ChatMessage } from '../chats.js';
import { memoryJournal } from '../journal.js';
import { serveLocal } from '../local.js';
import { StorageGate } from '../storage-gate.js';
import { emulatorStores } from '../stores.js';
import { buttonOf, wordsIn } from './reading.js';

const PATIENCE_MS = 60_000;
const LOOK_MS = 250;

type Bot = Awaited<ReturnType<typeof serveLocal>>;

export class Stage {
  static async open(settings: LocalSettings, log: Logger): Promise<Stage> {
    const storage = await startAzurite();
    const gate = await StorageGate.before(storage.connectionString);
    const stage = new Stage(gate, settings, log, () => storage.stop());
    await stage.#start();
    return stage;
  }

  readonly #journal = memoryJournal<never>();
  #bot: Bot | undefined;
  /** The first start chooses it. The chats know the bot by its address, so it stays. */
  #port = 0;
  /** Milliseconds that the clock of the bot is ahead. */
  #ahead = 0;
  #startedAt = new Date(0);

  private constructor(
    readonly gate: StorageGate,
    private readonly settings: LocalSettings,
    private readonly log: Logger,
    private readonly stopStorage: () => Promise<void>,
  ) {}

  async close(): Promise<void> {
    this.gate.state = 'open';
    await this.#bot?.stop();
    this.gate.close();
    await this.stopStorage();
  }

  /** One of the bot's queues. */
  queue(name: 'work' | 'work-poison'): AzureQueue {
    return new AzureQueue({ connectionString: this.gate.connectionString }, name);
  }

  /** Lets time pass; what the bot does every so often happens when it is started again. */
  passes(ms: number): void {
    this.#ahead += ms;
  }

  now(): Date {
    return addMilliseconds(systemClock(), this.#ahead);
  }

  /** Stops the bot, does something meanwhile, and starts it again on the same storage, with the same chats. */
  async restarts(meanwhile: () => Promise<void> = async () => undefined): Promise<void> {
    await this.#running.stop();
    this.#bot = undefined;
    await meanwhile();
    await this.#start();
  }

  async readyzIs(status: number): Promise<string> {
    let said = '';
    await until(`readyz does not become ${status}`, async () => {
      const response = await fetch(`${this.#running.address}/readyz`);
      said = await response.text();
      return response.status === status;
    });
    return said;
  }

  /** What the bot says to a text. */
  async answers(firstName: string, text: string): Promise<string> {
    const { person, conversation, heard } = this.#chatOf(firstName);
    const before = heard().length;
    await this.#running.client.write(person, conversation, text);
    await until('no answer', async () => heard().length > before);
    return saidIn(heard().at(-1));
  }

  /** Waits for the first round of this kind since the bot was started. */
  async round(name: RoundName): Promise<Round> {
    const rounds = new Rounds(
      new AzureTables({ connectionString: this.gate.connectionString }, TABLE_NAMES),
      systemClock,
    );
    let found: Round | undefined;
    await until(`no round of ${name}`, async () => {
      const last = (await rounds.last())[name];
      found = last && last.at >= this.#startedAt ? last : undefined;
      return found !== undefined;
    });
    return found as Round;
  }

  /** Waits until a person has a message that matches, and returns it. */
  async sees(firstName: string, pattern: RegExp): Promise<string> {
    const { heard } = this.#chatOf(firstName);
    let found: string | undefined;
    await until(`${firstName} does not see ${pattern}`, async () => {
      found = heard()
        .map(saidIn)
        .findLast((said) => pattern.test(said));
      return found !== undefined;
    });
    return found ?? '';
  }

  /** Taps a button of the last card of a person, with its inputs as they stand but for these. */
  async taps(firstName: string, verb: string, inputs: Record<string, string> = {}): Promise<void> {
    const { person, heard } = this.#chatOf(firstName);
    const message = heard().at(-1);
    const button = message && buttonOf(message.views[person.id] ?? message.card, verb);
    if (!message || !button) throw new Error(`${firstName} has no button ${verb}`);
    const { title, data } = button;
    const action = { kind: 'execute', verb, title, data: { ...data, ...inputs }, trigger: 'manual' } as const;
    const { kind } = await this.#running.client.act(person, message, action);
    if (kind === 'failed') throw new Error(`the button ${verb} failed`);
  }

  get #running(): Bot {
    if (!this.#bot) throw new Error('the bot does not run');
    return this.#bot;
  }

  async #start(): Promise<void> {
    this.#startedAt = this.now();
    this.#bot = await serveLocal({
      settings: { ...this.settings, port: this.#port },
      log: this.log,
      stores: await emulatorStores(this.gate.connectionString),
      journal: this.#journal,
      clock: () => this.now(),
    });
    this.#port = Number(new URL(this.#bot.address).port);
  }

  #chatOf(firstName: string) {
    const { chats } = this.#running;
    const person = chats.people.find(({ name }) => name.startsWith(`${firstName} `));
    const conversation = person && chats.personalOf(person.id);
    if (!person || !conversation) throw new Error(`nobody is called ${firstName}`);
    const heard = (): ChatMessage[] =>
      chats.messages.filter((one) => one.conversationId === conversation.id && one.from.startsWith('28:'));
    return { person, conversation, heard };
  }
}

/** The words of a message; for a card, those that it shows. */
const saidIn = (message?: ChatMessage) => message?.text || wordsIn(message?.card).join(' | ');

export async function until(complaint: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(complaint);
    await pause(LOOK_MS);
  }
}
