/**
 * The Bot Connector's REST interface. The SDK's client is passed by for three reasons: it repeats a POST by
 * itself when the answer is lost, so that a message may show several times; it has no time-out; and it drops
 * the properties of entities that it does not know, citations among them.
 */
import { z } from 'zod';
import {
  type Address,
  type Channel,
  DeliveryError,
  type DeliveryFailure,
} from '../platform/delivery/channel.js';
import type { Message } from '../platform/delivery/message.js';
import type { Member, Roster, TeamChannel } from '../platform/delivery/roster.js';
import type { ConnectorToken } from './authentication.js';
import { toActivity } from './messages.js';

/** A request that has no answer by then counts as lost. */
const TIMEOUT_MS = 10_000;

/** Errors of the network that say for certain that nothing was sent. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

const resource = z.object({ id: z.string().min(1) });
/** What Teams gives at most in one page of members. */
const MEMBERS_PAGE = 500;
/** Teams has no team as large as that; it ends a connector that always names a next page. */
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

export class BotConnector implements Channel, Roster {
  constructor(
    private readonly token: ConnectorToken,
    private readonly bot: { id: string; tenantId: string },
  ) {}

  async open(personId: string, serviceUrl: string): Promise<string> {
    const { id: botId, tenantId } = this.bot;
    return this.#create(serviceUrl, 'v3/conversations', {
      bot: { id: botId },
      members: [{ id: personId }],
      isGroup: false,
      tenantId,
      channelData: { tenant: { id: tenantId } },
    });
  }

  async post(to: Address, message: Message): Promise<string> {
    return this.#create(to.serviceUrl, activitiesOf(to), toActivity(message));
  }

  async update(to: Address, messageId: string, message: Message): Promise<void> {
    const path = `${activitiesOf(to)}/${encodeURIComponent(messageId)}`;
    await this.#request(to.serviceUrl, 'PUT', path, { ...toActivity(message), id: messageId });
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

  /** Shows that an answer is being made. */
  async typing(to: Address): Promise<void> {
    await this.#request(to.serviceUrl, 'POST', activitiesOf(to), { type: 'typing' });
  }

  async #create(serviceUrl: string, path: string, body: unknown): Promise<string> {
    const response = await this.#request(serviceUrl, 'POST', path, body);
    const created = resource.safeParse(await response.json().catch(() => undefined));
    // It was taken; without its id it can only not be changed later.
    return created.success ? created.data.id : '';
  }

  /** @throws DeliveryError `refused` when the answer is not what Teams answers. */
  async #read<T>(serviceUrl: string, path: string, schema: z.ZodType<T>): Promise<T> {
    const response = await this.#request(serviceUrl, 'GET', path);
    const parsed = schema.safeParse(await response.json().catch(() => undefined));
    if (parsed.success) return parsed.data;
    throw new DeliveryError('refused', undefined, { cause: parsed.error });
  }

  async #request(serviceUrl: string, method: string, path: string, body?: unknown): Promise<Response> {
    const response = await this.#send(serviceUrl, method, path, body);
    if (response.ok) return response;
    await response.body?.cancel();
    throw new DeliveryError(failureOf(response.status), retryAfterOf(response), {
      cause: Object.assign(new Error('connector'), { statusCode: response.status }),
    });
  }

  async #send(serviceUrl: string, method: string, path: string, body?: unknown): Promise<Response> {
    let token: string | undefined;
    try {
      token = await this.token();
    } catch (error) {
      throw new DeliveryError('unavailable', undefined, { cause: error });
    }
    try {
      return await fetch(new URL(path, serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`), {
        method,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
        redirect: 'error',
      });
    } catch (error) {
      throw new DeliveryError(neverConnected(error) ? 'unavailable' : 'ambiguous', undefined, {
        cause: error,
      });
    }
  }
}

const activitiesOf = ({ conversationId }: Address) =>
  `v3/conversations/${encodeURIComponent(conversationId)}/activities`;

/** The members of a channel are asked for without the thread that the conversation may name. */
const rosterOf = ({ conversationId }: Address) =>
  `v3/conversations/${encodeURIComponent(conversationId.split(';')[0] ?? '')}`;

/** Answers that Microsoft says to repeat a sending after. */
const TO_BE_REPEATED: readonly number[] = [412, 502, 503, 504];

/** By the status alone: Teams's bodies are not reliable. */
function failureOf(status: number): DeliveryFailure {
  if (status === 403 || status === 404) return 'unreachable';
  if (status === 429) return 'throttled';
  if (status === 401 || TO_BE_REPEATED.includes(status)) return 'unavailable';
  return status === 408 || status >= 500 ? 'ambiguous' : 'refused';
}

/** `Retry-After` in milliseconds; the header holds seconds or a date. */
function retryAfterOf(response: Response): number | undefined {
  const value = response.headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

function neverConnected(error: unknown): boolean {
  const { code } = ((error as Error).cause ?? {}) as { code?: string };
  return code !== undefined && NOT_CONNECTED.has(code);
}
