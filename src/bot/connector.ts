/**
 * Client of the Bot Connector's REST API. It replaces the SDK's client for three reasons: the SDK retries a
 * POST when the response is lost, so a message may appear several times; it has no time-out; and it drops
 * unknown properties of entities, citations among them.
 */
import { z } from 'zod';
import {
  type Address,
  type Channel,
  DeliveryError,
  type DeliveryFailure,
  type Retraction,
} from '../platform/delivery/channel.js';
import type { Message } from '../platform/delivery/message.js';
import type { Member, Roster, TeamChannel } from '../platform/delivery/roster.js';
import type { Answered, Method, Send } from './connections.js';
import { toActivity } from './messages.js';
import type { ConnectorToken } from './sdk.js';

/** Network errors that prove that nothing was sent. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

const resource = z.object({ id: z.string().min(1) });
/** The largest page of members that Teams returns. */
const MEMBERS_PAGE = 500;
/** No team in Teams is that large; stops a connector that always names a next page. */
const MAX_PAGES = 200;
const member = z
  .object({ aadObjectId: z.guid().optional(), objectId: z.guid().optional(), name: z.string().nullish() })
  .transform(({ aadObjectId, objectId, name }) => ({
    id: (aadObjectId ?? objectId ?? '').toLowerCase(),
    name: name ?? '',
  }));
const membersPage = z.object({ members: z.array(member), continuationToken: z.string().nullish() });
const channelList = z.object({
  conversations: z.array(z.object({ id: z.string().min(1), name: z.string().nullish() })),
});

/** Somebody in a conversation, by the id that Teams gave them there. */
export interface Recipient {
  id: string;
  name?: string | undefined;
}

export class BotConnector implements Channel, Roster, Retraction {
  constructor(
    private readonly token: ConnectorToken,
    private readonly bot: { id: string; tenantId: string },
    private readonly send: Send,
  ) {}

  async open(personId: string, serviceUrl: string): Promise<string> {
    const { id: botId, tenantId } = this.bot;
    const id = await this.#create(serviceUrl, 'v3/conversations', {
      bot: { id: botId },
      members: [{ id: personId }],
      isGroup: false,
      tenantId,
      channelData: { tenant: { id: tenantId } },
    });
    // The answer broke off, and without the id nothing can be written there. Each person has one chat: opening it again is safe.
    if (id === '') throw new DeliveryError('unavailable');
    return id;
  }

  async post(to: Address, message: Message): Promise<string> {
    return this.#create(to.serviceUrl, activitiesOf(to), toActivity(message));
  }

  /** Posts a message that only the recipient sees; they have to be a member of the conversation. */
  async postTargeted(to: Address, recipient: Recipient, message: Message): Promise<string> {
    const path = `${activitiesOf(to)}?isTargetedActivity=true`;
    return this.#create(to.serviceUrl, path, { ...toActivity(message), recipient });
  }

  async update(to: Address, messageId: string, message: Message): Promise<void> {
    const path = `${activitiesOf(to)}/${encodeURIComponent(messageId)}`;
    await this.#request(to.serviceUrl, 'PUT', path, { ...toActivity(message), id: messageId });
  }

  async remove(from: Address, messageId: string): Promise<void> {
    try {
      await this.#request(
        from.serviceUrl,
        'DELETE',
        `${activitiesOf(from)}/${encodeURIComponent(messageId)}`,
      );
    } catch (error) {
      if (!(error instanceof DeliveryError) || !isGone(error)) throw error;
    }
  }

  async members(at: Address): Promise<Member[]> {
    const members: Member[] = [];
    let token: string | undefined;
    for (let page = 0; page < MAX_PAGES; page++) {
      const query = new URLSearchParams({
        pageSize: String(MEMBERS_PAGE),
        ...(token !== undefined && { continuationToken: token }),
      });
      const found = await this.#read(at.serviceUrl, `${rosterOf(at)}/pagedmembers?${query}`, membersPage);
      members.push(...found.members.filter(({ id }) => id !== ''));
      token = found.continuationToken ?? undefined;
      if (token === undefined) return members;
    }
    throw new DeliveryError('refused');
  }

  async isMember(at: Address, personId: string): Promise<boolean> {
    try {
      await this.#read(at.serviceUrl, `${rosterOf(at)}/members/${encodeURIComponent(personId)}`, member);
      return true;
    } catch (error) {
      if (error instanceof DeliveryError && error.failure === 'unreachable') return false;
      throw error;
    }
  }

  async channels({ serviceUrl, teamId }: { serviceUrl: string; teamId: string }): Promise<TeamChannel[]> {
    const path = `v3/teams/${encodeURIComponent(teamId)}/conversations`;
    const { conversations } = await this.#read(serviceUrl, path, channelList);
    return conversations.map(({ id, name }) => ({ id, name: name ?? '' }));
  }

  /** Shows the typing indicator. */
  async typing(to: Address): Promise<void> {
    await this.#request(to.serviceUrl, 'POST', activitiesOf(to), { type: 'typing' });
  }

  async #create(serviceUrl: string, path: string, body: unknown): Promise<string> {
    const { text } = await this.#request(serviceUrl, 'POST', path, body);
    const created = resource.safeParse(jsonIn(text));
    // The message was accepted; without its id it cannot be updated later.
    return created.success ? created.data.id : '';
  }

  /** @throws DeliveryError `refused` when the response has an unexpected shape. */
  async #read<T>(serviceUrl: string, path: string, schema: z.ZodType<T>): Promise<T> {
    const { text } = await this.#request(serviceUrl, 'GET', path);
    const parsed = schema.safeParse(jsonIn(text));
    if (parsed.success) return parsed.data;
    throw new DeliveryError('refused', undefined, { cause: parsed.error });
  }

  async #request(serviceUrl: string, method: Method, path: string, body?: unknown): Promise<Answered> {
    const answered = await this.#send(serviceUrl, method, path, body);
    const { status } = answered;
    if (status >= 200 && status < 300) return answered;
    throw new DeliveryError(failureOf(status), retryAfterOf(answered), {
      cause: Object.assign(new Error('connector'), { statusCode: status }),
    });
  }

  async #send(serviceUrl: string, method: Method, path: string, body?: unknown): Promise<Answered> {
    let token: string | undefined;
    try {
      token = await this.token();
    } catch (error) {
      throw new DeliveryError('unavailable', undefined, { cause: error });
    }
    const url = new URL(path, serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`);
    try {
      return await this.send(url, {
        method,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body: body === undefined ? '' : JSON.stringify(body),
      });
    } catch (error) {
      throw new DeliveryError(neverConnected(error) ? 'unavailable' : 'ambiguous', undefined, {
        cause: error,
      });
    }
  }
}

/** Undefined when it is no JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const activitiesOf = ({ conversationId }: Address) =>
  `v3/conversations/${encodeURIComponent(conversationId)}/activities`;

/** The members of a channel are requested without the thread id that the conversation id may contain. */
const rosterOf = ({ conversationId }: Address) =>
  `v3/conversations/${encodeURIComponent(conversationId.split(';')[0] ?? '')}`;

/** Statuses after which Microsoft's documentation says to retry. */
const TO_BE_REPEATED: readonly number[] = [412, 502, 503, 504];

/** Decides by the status alone: the bodies that Teams sends are not reliable. */
function failureOf(status: number): DeliveryFailure {
  if (status === 403 || status === 404) return 'unreachable';
  if (status === 429) return 'throttled';
  if (status === 401 || TO_BE_REPEATED.includes(status)) return 'unavailable';
  return status === 408 || status >= 500 ? 'ambiguous' : 'refused';
}

/** The message, or the conversation, is not there: there is nothing to delete. */
const isGone = ({ cause }: DeliveryError) => (cause as { statusCode?: number }).statusCode === 404;

/** Returns `Retry-After` in milliseconds; the header holds seconds or a date. */
function retryAfterOf({ retryAfter }: Answered): number | undefined {
  if (retryAfter === undefined) return undefined;
  const seconds = Number(retryAfter);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(retryAfter) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

function neverConnected(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code !== undefined && NOT_CONNECTED.has(code);
}
