import { LOCAL_INTEGRITY_KEYS } from '../../src/environment.js';
import {
  CHANNEL_ID,
  type ChatMessage,
  type Chats,
  type Conversation,
  MEETING_ID,
} from '../../src/local/chats.js';
import type { ActionOutcome, Client, DialogOutcome } from '../../src/local/client.js';
import { memoryJournal } from '../../src/local/journal.js';
import { serveLocal } from '../../src/local/local.js';
import type { Stores } from '../../src/local/stores.js';
import { DEFAULT_CONFIRM_HOURS, DEFAULT_STEP_TIMES } from '../../src/platform/calendar/step-times.js';
import type { Clock, NewId } from '../../src/platform/clock.js';
import { DELIVERY_TIMES } from '../../src/platform/delivery/times.js';
import { GraphClient } from '../../src/platform/people/graph/client.js';
import type { Person } from '../../src/platform/people/person.js';
import { DEFAULT_COLOURS } from '../../src/platform/pictures/colours.js';
import { LOCAL_TENANT, type LocalSettings } from '../../src/settings.js';
import { buttons, type CardButton, dialogButtons, inputIds, inputValues, parts, textOf } from './cards.js';
import type { GraphDouble } from './graph-double.js';
import { HELPLINES, LINKS, PRIVACY } from './host.js';
import { memoryLog } from './log.js';
import { unhurriedRates } from './rates.js';
import { soon } from './soon.js';
import { freshStores, rawRows } from './storage.js';

const PATIENCE_MS = 10_000;
/** What a test brings is taken at once, and a second world soon joins the first. */
const TIMES = { ...DELIVERY_TIMES, idleMs: 20, heartbeatMs: 250 };

/** The bot in local mode on its own storage, and the demo people, who write and tap. */
export class World {
  static async open(
    options: {
      clock?: Clock;
      newId?: NewId;
      /** In place of empty ones: those of another world, or of an emulator. */
      stores?: Stores | undefined;
      model?: LocalSettings['model'];
      deadlines?: LocalSettings['deadlines'];
      confirmLevelHours?: number;
      healthHours?: LocalSettings['healthHours'];
      privacy?: LocalSettings['privacy'];
      fieldKeys?: LocalSettings['fieldKeys'];
      contacts?: LocalSettings['contacts'];
      helplines?: LocalSettings['helplines'];
      protectedRoute?: boolean;
      meetingAttendance?: boolean;
      /** The personal tab. */
      tab?: LocalSettings['tab'];
      /** Microsoft Graph as the directory; without it, the table is the directory. */
      graph?: GraphDouble;
      /** The mailbox from which Graph sends. */
      mailFrom?: string;
      webhooks?: LocalSettings['webhooks'];
    } = {},
  ): Promise<World> {
    const { log, lines, until } = memoryLog();
    const stores = options.stores ?? (await freshStores());
    const clock = options.clock ?? (() => new Date());
    const running = await serveLocal({
      settings: {
        port: 0,
        links: LINKS,
        helplines: options.helplines ?? HELPLINES,
        deadlines: options.deadlines ?? DEFAULT_STEP_TIMES,
        confirmLevelHours: options.confirmLevelHours ?? DEFAULT_CONFIRM_HOURS,
        healthHours: options.healthHours,
        fileHosts: [],
        contacts: options.contacts ?? [],
        protectedRoute: options.protectedRoute ?? true,
        meetingAttendance: options.meetingAttendance ?? true,
        tenants: [LOCAL_TENANT],
        webhooks: options.webhooks ?? [],
        tab: options.tab,
        model: options.model,
        privacy: options.privacy ?? PRIVACY,
        colours: DEFAULT_COLOURS,
        fieldKeys: options.fieldKeys,
        integrityKeys: LOCAL_INTEGRITY_KEYS,
      },
      log,
      stores,
      journal: memoryJournal(),
      clock,
      newId: options.newId,
      rates: unhurriedRates(),
      times: TIMES,
      graph: options.graph && {
        client: new GraphClient({ endpoint: options.graph.endpoint, token: async () => 'token', clock }),
        directory: true,
        outOfOffice: false,
        mailFrom: options.mailFrom,
      },
    });
    return new World(running, stores, clock, lines, until);
  }

  #closed: Promise<void> | undefined;

  private constructor(
    private readonly running: { address: string; chats: Chats; client: Client; stop(): Promise<void> },
    readonly stores: Stores,
    private readonly clock: Clock,
    readonly logLines: string[],
    /** Waits for a log line that matches. */
    readonly logged: (pattern: RegExp) => Promise<string>,
  ) {}

  get address(): string {
    return this.running.address;
  }

  get chats(): Chats {
    return this.running.chats;
  }

  /** Waits until the lists have a case. They are written after the answer, and cards do not wait for them. */
  async listed(caseId: string): Promise<void> {
    await this.logged(new RegExp(`"case":"${caseId}".*"kind":"case.index".*"effect carried out"`));
  }

  /** Waits until all is carried out that follows by now from what happened to cases. */
  async settled(): Promise<void> {
    const now = this.clock().toISOString();
    await soon(async () => {
      const pending = await rawRows(this.stores.tables, 'Cases', { status: 'pending' });
      return pending.every(({ notBefore }) => String(notBefore) > now) || undefined;
    });
  }

  /** Puts work into the bot's queue, as it comes once it is due. */
  brings(work: object): Promise<unknown> {
    return this.stores.queue.put(JSON.stringify(work), 0);
  }

  /** Stops the bot after the running work is done. */
  close(): Promise<void> {
    this.#closed ??= this.running.stop();
    return this.#closed;
  }

  /** A person by first name: "Ana" reports, "Luis" is her superior, "Marta" is his. */
  person(firstName: string): Player {
    const person = this.chats.people.find(({ name }) => name.startsWith(`${firstName} `));
    if (!person) throw new Error(`nobody is called ${firstName}`);
    const conversation = this.chats.personalOf(person.id);
    if (!conversation) throw new Error(`${firstName} has no chat`);
    return this.player(person, conversation);
  }

  /** The same person in the channel. */
  inChannel(firstName: string): Player {
    return this.at(CHANNEL_ID, firstName);
  }

  /** The same person in the chat of the meeting. */
  inMeeting(firstName: string): Player {
    return this.at(MEETING_ID, firstName);
  }

  at(conversationId: string, firstName: string): Player {
    const { person } = this.person(firstName);
    const conversation = this.chats.conversations.get(conversationId);
    if (!conversation) throw new Error('there is no such chat');
    return this.player(person, conversation);
  }

  private player(person: Person, conversation: Conversation): Player {
    return new Player(person, conversation, this.running.client, this.chats, () => this.settled());
  }

  /** An unauthenticated POST to the messaging endpoint. */
  post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }
}

/** `form` is the form again, when its dialog has mistakes. */
export type TapOutcome = ActionOutcome & { form?: object };

/** A demo person in one conversation. */
export class Player {
  constructor(
    readonly person: Person,
    readonly conversation: Conversation,
    private readonly client: Client,
    private readonly chats: Chats,
    private readonly settled: () => Promise<void>,
  ) {}

  /** The messages of the bot in this chat. */
  get received(): ChatMessage[] {
    return this.chats.messages.filter(
      ({ conversationId, from, onlyFor = this.person.id }) =>
        conversationId === this.conversation.id && from.startsWith('28:') && onlyFor === this.person.id,
    );
  }

  get last(): ChatMessage {
    const message = this.received.at(-1);
    if (!message) throw new Error('nothing received');
    return message;
  }

  /** The card of a message as this person sees it. */
  cardOf(message: ChatMessage): object {
    const current = this.chats.find(message.conversationId, message.id) ?? message;
    const card = current.views[this.person.id] ?? current.card;
    if (!card) throw new Error('the message has no card');
    return card;
  }

  get card(): object {
    return this.cardOf(this.last);
  }

  /** Sends a message and waits until the bot has taken it. */
  sendsText(text: string): Promise<void> {
    return this.client.write(this.person, this.conversation, text);
  }

  /** Writes a message and returns the answer. */
  async writes(text: string): Promise<ChatMessage> {
    const before = this.received.length;
    await this.client.write(this.person, this.conversation, text);
    return this.until(() => (this.received.length > before ? this.last : undefined));
  }

  /**
   * Taps the button with this verb on the card of a message, by default the last one. `inputs` override the
   * values on the card. A button that opens a form is tapped, and the form filled in and sent.
   * @throws when the card has no such button or input.
   */
  async taps(
    verb: string,
    inputs: Record<string, string> = {},
    options: { message?: ChatMessage; with?: Record<string, unknown> } = {},
  ): Promise<TapOutcome> {
    const message = options.message ?? this.last;
    const card = this.cardOf(message);
    const matches = (data: Record<string, unknown>) =>
      Object.entries(options.with ?? {}).every(([key, value]) => data[key] === value);
    const button = buttons(card).find((candidate) => candidate.verb === verb && matches(candidate.data));
    const lacks = Object.keys(inputs).some((id) => !inputIds(card).includes(id));
    const hasForm = dialogButtons(card).some((candidate) => candidate.verb === verb);
    if (!button || (lacks && hasForm)) {
      const form = await this.opensForm(verb, message);
      const sent = await this.submitsForm(message, form, inputs);
      // The card of a case changes by itself, behind its form.
      if (sent.kind === 'closed' && 'refresh' in card) await this.settled();
      if (sent.kind === 'sentence' || sent.kind === 'failed') return sent as TapOutcome;
      return { kind: 'card', ...(sent.kind === 'card' && { form: sent.card }) };
    }
    const unknown = Object.keys(inputs).filter((id) => !inputIds(card).includes(id));
    if (unknown.length > 0) throw new Error(`the card has no input ${unknown.join(', ')}`);
    const filledIn = button.sendsInputs ? { ...inputValues(card), ...button.data, ...inputs } : button.data;
    return this.sends(message, verb, filledIn);
  }

  /** Sends a card action without checking that the card has it. */
  sends(message: ChatMessage, verb: string, data: Record<string, unknown>): Promise<ActionOutcome> {
    const action = { kind: 'execute', verb, title: verb, data, trigger: 'manual' } as const;
    return this.client.act(this.person, message, action);
  }

  /** Fills in and sends a form shown as a separate message. */
  sendsForm(
    message: ChatMessage,
    { title, data }: Pick<CardButton, 'title' | 'data'>,
    inputs: Record<string, string>,
  ): Promise<ActionOutcome> {
    const sent = { ...inputValues(this.cardOf(message)), ...data, ...inputs };
    return this.client.act(this.person, message, {
      kind: 'submit',
      verb: '',
      title,
      data: sent,
      trigger: 'manual',
    });
  }

  /** The form that a button of a card opens in a dialog. @throws when the card has no such button. */
  async opensForm(verb: string, message = this.last): Promise<object> {
    const card = this.cardOf(message);
    const button = dialogButtons(card).find((candidate) => candidate.verb === verb);
    if (!button) throw new Error(`no button ${verb} on the card:\n${textOf(card)}`);
    const opened = await this.client.task(this.person, message, 'fetch', button.data);
    if (opened.kind !== 'card') throw new Error(`no form: ${JSON.stringify(opened)}`);
    return opened.card;
  }

  /** Fills in a form and sends it. @throws when it has no such input. */
  submitsForm(message: ChatMessage, form: object, inputs: Record<string, string>): Promise<DialogOutcome> {
    const unknown = Object.keys(inputs).filter((id) => !inputIds(form).includes(id));
    if (unknown.length > 0) throw new Error(`the form has no input ${unknown.join(', ')}`);
    const submit = parts(form).find(({ type }) => type === 'Action.Submit');
    // Some clients leave out empty inputs.
    const filledIn = Object.entries({ ...inputValues(form), ...inputs }).filter(([, value]) => value !== '');
    const data = { ...Object.fromEntries(filledIn), ...(submit?.data as object) };
    return this.client.task(this.person, message, 'submit', data);
  }

  /** Opens the dialog of a message box command. */
  opensDialog(commandId: string): Promise<DialogOutcome> {
    return this.client.openDialog(this.person, this.conversation, commandId);
  }

  /** Opens the dialog of a command in the menu of a message. */
  opensDialogOn(message: ChatMessage, commandId: string): Promise<DialogOutcome> {
    return this.client.openDialogOn(this.person, message, commandId);
  }

  /** Fills in the dialog's card and sends it. @throws when the card has no such input. */
  submitsDialog(commandId: string, card: object, inputs: Record<string, string>): Promise<DialogOutcome> {
    const unknown = Object.keys(inputs).filter((id) => !inputIds(card).includes(id));
    if (unknown.length > 0) throw new Error(`the dialog has no input ${unknown.join(', ')}`);
    const submit = parts(card).find(({ type }) => type === 'Action.Submit');
    const data = { ...inputValues(card), ...(submit?.data as object), ...inputs };
    return this.client.submitDialog(this.person, this.conversation, commandId, data);
  }

  /** Waits for a message that shows all these words, and returns the newest one. */
  sees(...words: string[]): Promise<ChatMessage> {
    return this.until(
      () =>
        this.received.findLast((message) => {
          const shown = `${message.text ?? ''}\n${message.card ? textOf(this.cardOf(message)) : ''}`;
          return words.every((word) => shown.includes(word));
        }),
      `${this.person.name} does not see: ${words.join(' / ')}`,
    );
  }

  /** Waits until `look` returns a value; looks again after each event in the chats. */
  until<T>(look: () => T | undefined, complaint = 'it did not happen', ms = PATIENCE_MS): Promise<T> {
    const found = look();
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const stop = this.chats.listen(() => {
        const seen = look();
        if (seen === undefined) return;
        clearTimeout(timer);
        stop();
        resolve(seen);
      });
      const timer = setTimeout(() => {
        stop();
        const seen = this.received.map((message) => message.text ?? textOf(this.cardOf(message)));
        reject(new Error(`${complaint}; received:\n${seen.join('\n---\n')}`));
      }, ms);
    });
  }
}
