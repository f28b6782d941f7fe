/** Acts as a Teams client: sends what people write, and carries out card actions. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Person } from '../platform/people/person.js';
import { LOCAL_TENANT } from '../settings.js';
import { BOT, type ChatMessage, type Chats, type Conversation, channelId, GUEST, TEAM } from './chats.js';
import { CONNECTOR_PATH } from './connector-double.js';
import { purposeOf, type Wire } from './wire.js';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGES = '/api/messages';
const SENTENCE = 'application/vnd.microsoft.activity.message';

/** The result of an action for the person; `card` has replaced the clicked card. */
export type ActionOutcome = { kind: 'card' } | { kind: 'sentence'; text: string } | { kind: 'failed' };

export interface CardAction {
  kind: 'execute' | 'submit';
  verb: string;
  title: string;
  data: Record<string, unknown>;
  /** Tells whether the person clicked or the client refreshed the card. */
  trigger: 'manual' | 'automatic';
}

/** The content of a dialog over the message box; `closed` when there is nothing more to show. */
export type DialogOutcome =
  | { kind: 'card'; title: string; card: object }
  | { kind: 'sentence'; text: string }
  | { kind: 'closed' | 'failed' };

const dialogResponse = z.object({
  task: z
    .discriminatedUnion('type', [
      z.object({
        type: z.literal('continue'),
        value: z.object({ title: z.string(), card: z.object({ content: z.looseObject({}) }) }),
      }),
      z.object({ type: z.literal('message'), value: z.string() }),
    ])
    .optional(),
});
const searchResponse = z.object({
  composeExtension: z.object({
    text: z.string().optional(),
    attachments: z
      .array(
        z.object({
          content: z.looseObject({}),
          preview: z.object({ content: z.object({ title: z.string(), text: z.string() }) }),
        }),
      )
      .optional(),
  }),
});
const invokeResponse = z.object({ type: z.string(), value: z.unknown().optional() });

export class Client {
  /** @param address of the bot: `http://127.0.0.1:3978`. */
  constructor(
    private readonly chats: Chats,
    private readonly address: () => string,
    private readonly wire: Wire,
  ) {}

  /** Installs the bot for everybody and in the channel, as an administrator would. */
  async install(): Promise<void> {
    for (const conversation of this.chats.conversations.values()) {
      const [first] = conversation.members;
      const person = this.chats.people.find(({ id }) => id === first);
      if (!person) continue;
      await this.#send(conversation, person, { type: 'installationUpdate', action: 'add' });
    }
  }

  /**
   * Shows what a person wrote and sends it; in the channel, with the mention that Teams requires.
   * @param key given by the page; what comes again with the same key has arrived already.
   */
  async write(person: Person, conversation: Conversation, text: string, key?: string): Promise<void> {
    const id = this.#show(person, conversation, text, key);
    if (!id) return;
    const mention = `<at>${BOT.name}</at>`;
    await this.#send(conversation, person, {
      type: 'message',
      id,
      text: conversation.kind === 'personal' ? text : `${mention} ${text}`,
      textFormat: 'plain',
      ...(conversation.kind !== 'personal' && {
        entities: [{ type: 'mention', text: mention, mentioned: BOT }],
      }),
    });
  }

  /** Lets somebody join a meeting or leave it. @param person undefined for the guest, who has no account. */
  async attend(conversation: Conversation, person: Person | undefined, isIn: boolean): Promise<void> {
    const { id, name } = person ?? GUEST;
    this.chats.record({ kind: 'presence', conversationId: conversation.id, id, isIn });
    const account = { id: channelId(id), name, ...(person && { aadObjectId: id, tenantId: LOCAL_TENANT }) };
    await this.#send(conversation, person ?? GUEST, {
      type: 'event',
      name: `application/vnd.microsoft.meetingParticipant${isIn ? 'Join' : 'Leave'}`,
      timestamp: this.chats.clock().toISOString(),
      from: account,
      value: { members: [{ user: account, meeting: { inMeeting: isIn, role: 'Attendee' } }] },
    });
  }

  /** Sends a file by its address, like one picked from OneDrive. */
  async sendFile(
    person: Person,
    conversation: Conversation,
    { name, url, key }: { name: string; url: string; key?: string | undefined },
  ): Promise<void> {
    const id = this.#show(person, conversation, `Archivo: ${name}`, key);
    if (!id) return;
    const contentType = 'application/vnd.microsoft.teams.file.download.info';
    const attachment = { contentType, contentUrl: url, name, content: { downloadUrl: url } };
    await this.#send(conversation, person, { type: 'message', id, attachments: [attachment] });
  }

  /** Adds a person's message to the chat. Returns its id; undefined when it is there already. */
  #show(person: Person, conversation: Conversation, text: string, key?: string): string | undefined {
    if (key && this.chats.messages.some((message) => message.key === key)) return undefined;
    const id = this.chats.nextId();
    const message: ChatMessage = {
      id,
      conversationId: conversation.id,
      from: person.id,
      at: this.chats.clock().toISOString(),
      text,
      views: {},
      edited: false,
      ...(key && { key }),
    };
    this.chats.record({ kind: 'posted', message });
    return id;
  }

  async act(person: Person, message: ChatMessage, action: CardAction): Promise<ActionOutcome> {
    const conversation = this.chats.conversations.get(message.conversationId);
    if (!conversation) return { kind: 'failed' };
    const { kind, verb, title, data, trigger } = action;
    if (kind === 'submit') {
      const sent = await this.#send(conversation, person, {
        type: 'message',
        replyToId: message.id,
        value: data,
      });
      return sent.ok ? { kind: 'card' } : { kind: 'failed' };
    }
    const response = await this.#send(conversation, person, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: message.id,
      value: { action: { type: 'Action.Execute', verb, title, data }, trigger },
    });
    const body = invokeResponse.safeParse(response.body);
    if (!response.ok || !body.success) return { kind: 'failed' };
    if (body.data.type === SENTENCE) return { kind: 'sentence', text: String(body.data.value) };
    if (body.data.type !== CARD) return { kind: 'failed' };
    const current = this.chats.find(message.conversationId, message.id) ?? message;
    const views = { ...current.views, [person.id]: body.data.value as object };
    this.chats.record({ kind: 'updated', message: { ...current, views } });
    return { kind: 'card' };
  }

  /** Opens the dialog of a message box command. */
  openDialog(person: Person, conversation: Conversation, commandId: string): Promise<DialogOutcome> {
    return this.#dialog(person, conversation, 'composeExtension/fetchTask', { commandId });
  }

  /** Opens the dialog of a command in the menu of a message. */
  openDialogOn(person: Person, message: ChatMessage, commandId: string): Promise<DialogOutcome> {
    const conversation = this.chats.conversations.get(message.conversationId);
    if (!conversation) return Promise.resolve({ kind: 'failed' });
    const author = this.chats.people.find(({ id }) => id === message.from);
    return this.#dialog(person, conversation, 'composeExtension/fetchTask', {
      commandId,
      commandContext: 'message',
      messagePayload: payloadOf(message, author),
    });
  }

  /** Searches over the message box. */
  async search(
    person: Person,
    conversation: Conversation,
    { commandId, text, skip, count }: { commandId: string; text: string; skip: number; count: number },
  ): Promise<{ rows: { title: string; text: string; card: object }[]; text: string }> {
    const typed = text === '' ? { name: 'initialRun', value: 'true' } : { name: 'text', value: text };
    const response = await this.#send(conversation, person, {
      type: 'invoke',
      name: 'composeExtension/query',
      value: { commandId, parameters: [typed], queryOptions: { skip, count } },
    });
    const { attachments = [], text: said = '' } = searchResponse.parse(response.body).composeExtension;
    const rows = attachments.map(({ content, preview }) => ({ ...preview.content, card: content }));
    return { rows, text: said };
  }

  /** Puts the card of a search into the chat. In Teams too, the bot does not hear of it. */
  share(person: Person, conversation: Conversation, card: object): void {
    const { chats } = this;
    const id = chats.nextId();
    const at = chats.clock().toISOString();
    const message = {
      id,
      conversationId: conversation.id,
      from: person.id,
      at,
      card,
      views: {},
      edited: false,
    };
    chats.record({ kind: 'posted', message });
  }

  /** Submits the dialog of a command. */
  submitDialog(
    person: Person,
    conversation: Conversation,
    commandId: string,
    data: Record<string, unknown>,
  ): Promise<DialogOutcome> {
    return this.#dialog(person, conversation, 'composeExtension/submitAction', { commandId, data });
  }

  /** Opens the dialog of a card's button, or submits it. */
  task(
    person: Person,
    message: ChatMessage,
    phase: 'fetch' | 'submit',
    data: Record<string, unknown>,
  ): Promise<DialogOutcome> {
    const conversation = this.chats.conversations.get(message.conversationId);
    if (!conversation) return Promise.resolve({ kind: 'failed' });
    // Teams says which message it was only when the dialog opens.
    const replyToId = phase === 'fetch' ? message.id : undefined;
    return this.#dialog(person, conversation, `task/${phase}`, { data }, replyToId);
  }

  async #dialog(
    person: Person,
    conversation: Conversation,
    name: string,
    value: object,
    replyToId?: string,
  ): Promise<DialogOutcome> {
    const response = await this.#send(conversation, person, {
      type: 'invoke',
      name,
      ...(replyToId && { replyToId }),
      value: { commandContext: 'compose', context: { theme: 'default' }, ...value },
    });
    const body = dialogResponse.safeParse(response.body ?? {});
    if (!response.ok || !body.success) return { kind: 'failed' };
    const { task } = body.data;
    if (!task) return { kind: 'closed' };
    return task.type === 'message'
      ? { kind: 'sentence', text: task.value }
      : { kind: 'card', title: task.value.title, card: task.value.card.content };
  }

  async #send(
    conversation: Conversation,
    person: Pick<Person, 'id' | 'name'>,
    activity: Record<string, unknown>,
  ): Promise<{ ok: boolean; body: unknown }> {
    const body = {
      id: `f:${randomUUID()}`,
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: `${this.address()}${CONNECTOR_PATH}/`,
      from: { id: channelId(person.id), aadObjectId: person.id, name: person.name },
      recipient: BOT,
      conversation: {
        id: conversation.id,
        conversationType: conversation.kind,
        tenantId: LOCAL_TENANT,
      },
      channelData: {
        tenant: { id: LOCAL_TENANT },
        ...(conversation.kind === 'channel' && { team: TEAM, channel: { id: conversation.id } }),
      },
      locale: 'es-CO',
      localTimezone: 'America/Bogota',
      ...activity,
    };
    const sentAt = performance.now();
    const response = await fetch(`${this.address()}${MESSAGES}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    const answer = text === '' ? undefined : (JSON.parse(text) as unknown);
    this.wire.note({
      direction: 'in',
      who: person.name,
      method: 'POST',
      path: MESSAGES,
      purpose: purposeOf(body),
      status: response.status,
      ms: Math.round(performance.now() - sentAt),
      request: body,
      response: answer,
    });
    return { ok: response.ok, body: answer };
  }
}

/** The message as Teams passes it to a command in its menu. */
function payloadOf({ id, at, text = '' }: ChatMessage, author: Person | undefined): object {
  const user = author && { userIdentityType: 'aadUser', id: author.id, displayName: author.name };
  const application = author ? null : { applicationIdentityType: 'bot', id: BOT.id, displayName: BOT.name };
  const escaped = text.replace(/[&<>]/g, (character) => `&#${character.codePointAt(0)};`);
  return {
    id,
    replyToId: null,
    createdDateTime: at,
    lastModifiedDateTime: null,
    deleted: false,
    importance: 'normal',
    locale: 'es-co',
    body: { contentType: 'html', content: `<div>${escaped.replaceAll('\n', '<br>')}</div>` },
    from: { device: null, conversation: null, user: user ?? null, application },
    reactions: [],
    mentions: [],
    attachments: [],
  };
}
