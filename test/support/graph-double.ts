import type { RequestListener } from 'node:http';
import type { Certificate } from './certificate.js';
import { answer, bodyOf, type Loopback, serve } from './loopback.js';

export interface GraphUser {
  id: string;
  displayName: string;
  mail?: string | null;
  department?: string | null;
  manager?: string | undefined;
  accountEnabled?: boolean;
  userType?: string;
  automaticReplies?: unknown;
}

export interface SentMail {
  subject: string;
  body: { contentType: string; content: string };
  toRecipients: { emailAddress: { address: string } }[];
}

interface Failure {
  status: number;
  retryAfter?: string;
  /** When set, only requests with this in their path fail. It applies to `broken` alone. */
  at?: string;
}

/** How many levels Graph is assumed to expand in a circular line of managers. */
const LEVELS = 30;

/** Microsoft Graph on the loopback: users with managers, mailbox settings, installed apps. */
export class GraphDouble {
  readonly users = new Map<string, GraphUser>();
  /** The ids of the catalogue apps of each person, in order of installation. */
  readonly installed = new Map<string, string[]>();
  /** The mail that was sent, by the mailbox that sent it. */
  readonly mail: { from: string; message: SentMail }[] = [];
  readonly requests: { method: string; path: string; authorization: string }[] = [];
  /** Failures for the next requests, one each. */
  readonly failures: Failure[] = [];
  /** While set, every request fails with this. */
  broken: Failure | undefined;
  /** While true, requests are held until `release`. */
  hangs = false;
  #server: Loopback | undefined;
  #held: (() => void)[] = [];

  static async start(certificate?: Certificate): Promise<GraphDouble> {
    const double = new GraphDouble();
    double.#server = await serve(double.handle, certificate);
    return double;
  }

  get endpoint(): string {
    return `${this.#server?.url}/v1.0/`;
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  release(): void {
    this.hangs = false;
    for (const go of this.#held.splice(0)) go();
  }

  add(...users: GraphUser[]): void {
    for (const user of users) this.users.set(user.id, user);
  }

  readonly handle: RequestListener = async (request, response) => {
    const { method = '', url = '', headers } = request;
    const body = await bodyOf(request);
    this.requests.push({ method, path: url, authorization: headers.authorization ?? '' });
    if (this.hangs) await new Promise<void>((resolve) => this.#held.push(resolve));
    const broken = this.broken && url.includes(this.broken.at ?? '') ? this.broken : undefined;
    const failure = this.failures.shift() ?? broken;
    if (failure) {
      const { status, retryAfter } = failure;
      answer(
        response,
        status,
        { error: { code: 'x' } },
        retryAfter === undefined ? {} : { 'retry-after': retryAfter },
      );
      return;
    }
    const { status, json } = this.#answer(method, new URL(url, this.endpoint), body, headers);
    answer(response, status, json);
  };

  #answer(
    method: string,
    url: URL,
    body: unknown,
    headers: Record<string, string | string[] | undefined>,
  ): { status: number; json?: unknown } {
    const [, id = '', what = ''] = /^\/v1\.0\/users\/([^/]+)\/?(.*)$/.exec(url.pathname) ?? [];
    if (method === 'POST' && what === 'sendMail') {
      const { message } = body as { message: SentMail };
      this.mail.push({ from: decodeURIComponent(id), message });
      return { status: 202 };
    }
    const user = this.users.get(id);
    if (!user) return { status: 404, json: { error: { code: 'Request_ResourceNotFound' } } };
    if (what === 'teamwork/installedApps') return this.#apps(method, url, id, body);
    const chat = /^teamwork\/installedApps\/([^/]+)\/chat$/.exec(what);
    if (chat) return { status: 200, json: { id: `19:${id}_${chat[1]}@unq.gbl.spaces` } };
    if (what === 'mailboxSettings/automaticRepliesSetting') {
      return { status: 200, json: user.automaticReplies ?? { status: 'disabled' } };
    }
    const levels = url.searchParams.get('$expand')?.includes('$levels=max');
    // Without the header and the count, Graph answers `$levels` with 400.
    if (levels && (headers.consistencylevel !== 'eventual' || url.searchParams.get('$count') !== 'true')) {
      return { status: 400 };
    }
    return { status: 200, json: this.#expanded(user, 0) };
  }

  #expanded(user: GraphUser, level: number): Record<string, unknown> {
    const { manager, automaticReplies: _, ...facts } = user;
    const superior = manager === undefined || level === LEVELS ? undefined : this.users.get(manager);
    return { ...facts, ...(superior && { manager: this.#expanded(superior, level + 1) }) };
  }

  #apps(method: string, url: URL, id: string, body: unknown): { status: number; json?: unknown } {
    const apps = this.installed.get(id) ?? [];
    if (method === 'POST') {
      const app =
        String((body as Record<string, unknown>)['teamsApp@odata.bind'])
          .split('/')
          .at(-1) ?? '';
      if (apps.includes(app)) return { status: 409 };
      this.installed.set(id, [...apps, app]);
      return { status: 201 };
    }
    const wanted = /teamsApp\/id eq '([^']+)'/.exec(url.searchParams.get('$filter') ?? '')?.[1];
    const found = apps
      .map((app, at) => ({ app, id: `installation-${at}` }))
      .filter(({ app }) => app === wanted);
    // Graph may send empty pages with a link to the next one.
    const next = new URL(url);
    next.searchParams.set('$skiptoken', '1');
    const isFirst = !url.searchParams.has('$skiptoken');
    return {
      status: 200,
      json: {
        value: isFirst ? [] : found.map((one) => ({ id: one.id })),
        ...(isFirst && { '@odata.nextLink': next.href }),
      },
    };
  }
}
