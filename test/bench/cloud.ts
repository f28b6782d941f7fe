/** What a bot in production talks to, on the loopback: keys, identity and the Bot Connector, the same for it and its peers. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loopbackCertificate } from '../support/certificate.js';
import { answer, type Loopback, serve } from '../support/loopback.js';
import { signingKey, tokenOf } from '../support/tokens.js';

const APP_ID = '11111111-1111-4111-8111-111111111111';
export const TENANT = '22222222-2222-4222-8222-222222222222';
export const FIELD_KEY = Buffer.alloc(32, 7);
const TOKENS = 20;

/** A message that a bot has sent. */
export interface Posted {
  conversationId: string;
  at: number;
}

export class Cloud {
  readonly posted: Posted[] = [];
  readonly tokens: string[];
  readonly #key = signingKey('key-1');
  readonly #folder = mkdtempSync(join(tmpdir(), 'humanizacion-bench-'));
  readonly #certificate = loopbackCertificate();
  #connector!: Loopback;
  #identity!: Loopback;

  static async open(): Promise<Cloud> {
    const cloud = new Cloud();
    cloud.#connector = await serve(cloud.#connect, cloud.#certificate);
    cloud.#identity = await serve(cloud.#identify);
    writeFileSync(join(cloud.#folder, 'cert.pem'), cloud.#certificate.cert);
    cloud.tokens.push(...Array.from({ length: TOKENS }, () => cloud.#token()));
    return cloud;
  }

  private constructor() {
    this.tokens = [];
  }

  get serviceUrl(): string {
    return `${this.#connector.url}/connector/`;
  }

  /** The environment of a bot; `storage`: a connection string. */
  environment(storage: string): Record<string, string> {
    const { PATH = '', HOME = '' } = process.env;
    return {
      PATH,
      HOME,
      NODE_ENV: 'production',
      NODE_EXTRA_CA_CERTS: join(this.#folder, 'cert.pem'),
      PORT: '0',
      PUBLIC_URL: 'https://bot.example/',
      MICROSOFT_APP_ID: APP_ID,
      MICROSOFT_APP_TENANT_ID: TENANT,
      TABLES_ENDPOINT: 'https://unused.example/',
      QUEUES_ENDPOINT: 'https://unused.example/',
      BLOBS_ENDPOINT: 'https://unused.example/',
      FIELD_KEYS: `k1:${FIELD_KEY.toString('base64')}`,
      INTEGRITY_KEYS: `i1:${Buffer.alloc(32, 9).toString('base64')}`,
      SERVICE_URL_HOSTS: '127.0.0.1',
      TEAMS_SERVICE_URL: this.serviceUrl,
      BOT_OPENID_METADATA_URL: `${this.#connector.url}/openid/configuration`,
      IDENTITY_ENDPOINT: `${this.#identity.url}/msi/token`,
      IDENTITY_HEADER: 'secret',
      BENCH_STORAGE: storage,
    };
  }

  /** An activity of a person's private chat, as Teams sends it. */
  activity(personId: string, changes: Record<string, unknown>): Record<string, unknown> {
    return {
      id: `f:${randomUUID()}`,
      channelId: 'msteams',
      serviceUrl: this.serviceUrl,
      from: { id: `29:${personId}`, aadObjectId: personId, name: `Persona ${personId.slice(-4)}` },
      recipient: { id: `28:${APP_ID}`, name: 'Humanización' },
      conversation: { id: `a:${personId}`, conversationType: 'personal', tenantId: TENANT },
      channelData: { tenant: { id: TENANT } },
      ...changes,
    };
  }

  click(personId: string, verb: string, data: Record<string, unknown>): Record<string, unknown> {
    const value = { action: { type: 'Action.Execute', verb, data: { verb, ...data } }, trigger: 'manual' };
    return this.activity(personId, { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: 'card' });
  }

  async close(): Promise<void> {
    await Promise.all([this.#connector.close(), this.#identity.close()]);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #token(): string {
    const now = Math.floor(Date.now() / 1_000);
    return tokenOf(this.#key, {
      iss: 'https://api.botframework.com',
      aud: APP_ID,
      serviceurl: this.serviceUrl,
      nbf: now - 60,
      exp: now + 7_200,
      jti: randomUUID(),
    });
  }

  readonly #connect: Parameters<typeof serve>[0] = (incoming, response) => {
    const { url: path = '' } = incoming;
    if (path === '/openid/configuration') {
      return answer(response, 200, { jwks_uri: `${this.#connector.url}/openid/keys` });
    }
    if (path === '/openid/keys') return answer(response, 200, { keys: [this.#key.jwk] });
    incoming.resume().on('end', () => {
      const [, conversation = ''] = /conversations\/([^/]+)/.exec(path) ?? [];
      this.posted.push({ conversationId: decodeURIComponent(conversation), at: performance.now() });
      answer(response, 201, { id: `sent-${this.posted.length}` });
    });
  };

  readonly #identify: Parameters<typeof serve>[0] = (incoming, response) => {
    const resource = new URL(incoming.url ?? '', 'http://x').searchParams.get('resource') ?? '';
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iss: 'https://sts.example/', aud: resource, iat: now, nbf: now, exp: now + 7_200 };
    answer(response, 200, {
      access_token: tokenOf(this.#key, claims),
      expires_on: String(now + 7_200),
      resource,
      token_type: 'Bearer',
    });
  };
}
