/** Teams as the bot sees it: takes messages into chats, and records every request. */
import { z } from 'zod';
import { textOf } from '../support/cards.js';
import { type FaultKind, oneOf, REFUSALS } from './faults.js';
import { CHANNEL, conversationOf, type Entry, personIn, type Sent, type Shown } from './history.js';
import { ORGANISATION } from './organisation.js';
import type { ChatCard } from './player.js';

const CARD = 'application/vnd.microsoft.card.adaptive';

const activity = z.looseObject({
  type: z.string(),
  text: z.string().default(''),
  summary: z.string().default(''),
  attachments: z
    .array(z.looseObject({ contentType: z.string(), content: z.looseObject({}).optional() }))
    .default([]),
});
const creation = z.object({ members: z.array(z.object({ id: z.string() })).min(1) });

/** A request of one instance to the connector. */
export interface TeamsRequest {
  instance: number;
  method: string;
  path: string;
  body?: unknown;
  /** When it left the bot. */
  leftAt: number;
}

/** An answer; without a status the connection breaks instead. */
export interface TeamsAnswer {
  status?: number | undefined;
  headers: Record<string, string>;
  json?: unknown;
  /** Only the beginning of the answer arrives. */
  isPartial: boolean;
}

/** The longest time that Teams asks a caller to wait. */
const MOST_SECONDS = 15;

export class Teams {
  readonly #chats = new Map<string, ChatCard[]>();
  readonly #gone = new Set<string>();
  #last = 0;
  #impossible: unknown;

  /**
   * @param record takes what was seen.
   * @param now the true time, in milliseconds.
   */
  constructor(
    private readonly record: (entry: Entry) => void,
    private readonly now: () => number,
    private readonly dice: () => number,
  ) {}

  /** The messages of the bot in a person's chat, as they stand there now. */
  chatOf(personId: string): readonly ChatCard[] {
    return this.messagesIn(conversationOf(personId));
  }

  messagesIn(conversation: string): readonly ChatCard[] {
    return this.#chats.get(conversation) ?? [];
  }

  /** Shows the answer to a click in place of the clicked card. */
  show(personId: string, messageId: string, card: object): void {
    const message = this.chatOf(personId).find(({ id }) => id === messageId);
    if (message) message.card = card;
  }

  /** The person's chat takes no more messages. */
  leave(personId: string): void {
    this.#gone.add(personId);
    this.record({ at: this.now(), kind: 'left', person: personId });
  }

  /** @throws what the bot sent that Teams does not know, which the bot takes for an error of the network. */
  assertPossible(): void {
    if (this.#impossible !== undefined) throw this.#impossible;
  }

  /** Takes a request that meets this fault. */
  receive(request: TeamsRequest, fault: FaultKind | 'pass'): TeamsAnswer {
    const seen = this.#read(request);
    const entry = (more: Pick<Sent, 'arrived' | 'message'> & Partial<Sent>): void =>
      this.record({
        at: this.now(),
        kind: 'sent',
        instance: request.instance,
        leftAt: request.leftAt,
        ...seen.told,
        ...more,
      });
    if (fault === 'cut') {
      entry({ arrived: false, message: '' });
      return { headers: {}, isPartial: false };
    }
    if (fault === 'refuse' || fault === 'throttle' || fault === 'throttle-silent') {
      const seconds = 1 + Math.floor(this.dice() * MOST_SECONDS);
      const isTold = fault === 'throttle';
      const status = fault === 'refuse' ? oneOf(this.dice, REFUSALS) : 429;
      entry({
        arrived: false,
        message: '',
        status,
        ...(isTold && { notBefore: this.now() + seconds * 1_000 }),
      });
      return { status, headers: isTold ? { 'retry-after': String(seconds) } : {}, isPartial: false };
    }
    const done = this.#carryOut(seen);
    // An answer that breaks off has its status: that of a refusal says all.
    const isAnswered = fault === 'pass' || fault === 'slow' || (fault === 'partial' && done.status >= 400);
    const status = fault === 'fail' ? 500 : isAnswered ? done.status : undefined;
    entry({ arrived: done.status < 300, message: done.id, status });
    return {
      status: fault === 'partial' ? done.status : status,
      headers: {},
      json: done.json ?? { id: done.id },
      isPartial: fault === 'partial',
    };
  }

  #read(request: TeamsRequest): SeenRequest {
    try {
      return readRequest(request);
    } catch (error) {
      this.#impossible ??= error;
      throw error;
    }
  }

  #carryOut({ told, id, card, roster }: SeenRequest): { status: number; id: string; json?: object } {
    if (roster) return { status: 200, id: '', json: roster };
    if (this.#gone.has(personIn(told.conversation))) return { status: 403, id: '' };
    if (told.method === 'open') return { status: 201, id: told.conversation };
    if (told.method === 'typing') return { status: 201, id: this.#nextId() };
    const chat = this.#chats.get(told.conversation) ?? [];
    this.#chats.set(told.conversation, chat);
    if (told.method === 'post') {
      const message = { id: this.#nextId(), card };
      chat.push(message);
      return { status: 201, id: message.id };
    }
    const message = chat.find((one) => one.id === id);
    if (!message) return { status: 404, id: '' };
    if (told.method === 'remove') chat.splice(chat.indexOf(message), 1);
    message.card = card;
    return { status: 200, id: message.id };
  }

  #nextId(): string {
    this.#last += 1;
    return `m${this.#last}`;
  }
}

interface SeenRequest {
  told: Pick<Sent, 'method' | 'conversation' | 'shown'>;
  /** Of the message to change. */
  id: string;
  card?: object | undefined;
  /** The answer to a question about the team. */
  roster?: object;
}

/** @throws Error for a request that the bot does not send in these schedules. */
function readRequest({ method, path, body, leftAt }: TeamsRequest): SeenRequest {
  if (!Number.isFinite(leftAt)) throw new Error(`${method} ${path} does not say when it left`);
  const roster = method === 'GET' ? rosterFor(path) : undefined;
  if (roster) return { told: { method: 'read', conversation: CHANNEL }, id: '', roster };
  const [, conversation = '', id = ''] =
    /\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]*))?$/.exec(path) ?? [];
  if (conversation === '' && method === 'POST' && path.endsWith('/v3/conversations')) {
    const [member] = creation.parse(body).members;
    const personId = (member?.id ?? '').replace(/^29:/, '');
    return { told: { method: 'open', conversation: conversationOf(personId) }, id: '' };
  }
  if (conversation === '') throw new Error(`Teams was asked for ${method} ${path}`);
  if (method === 'DELETE')
    return {
      told: { method: 'remove', conversation: decodeURIComponent(conversation) },
      id: decodeURIComponent(id),
    };
  const read = activity.parse(body);
  const card = read.attachments.find(({ contentType }) => contentType === CARD)?.content;
  const isTyping = read.type === 'typing';
  return {
    told: {
      method: isTyping ? 'typing' : method === 'PUT' ? 'update' : 'post',
      conversation: decodeURIComponent(conversation),
      ...(!isTyping && { shown: shownOf(read, card) }),
    },
    id: decodeURIComponent(id),
    card,
  };
}

/** The team has one channel, whose name Teams does not tell, and everybody is its member. */
function rosterFor(path: string): object | undefined {
  const [, member] = /\/v3\/conversations\/[^/]+\/members\/([^/]+)$/.exec(path) ?? [];
  const members = ORGANISATION.map(({ id, name }) => ({ id: `29:${id}`, aadObjectId: id, name }));
  if (path.endsWith('/pagedmembers')) return { members };
  if (/\/v3\/teams\/[^/]+\/conversations$/.test(path)) return { conversations: [{ id: CHANNEL }] };
  return members.find(({ aadObjectId }) => aadObjectId === member);
}

function shownOf({ text, summary }: z.output<typeof activity>, card: object | undefined): Shown {
  return { text: `${text}\n${card ? textOf(card) : ''}`.trim(), summary, isCard: card !== undefined };
}
