/**
 * The real process in production mode, with loopback doubles of all that it calls: the signing keys of Azure
 * Bot Service, the Bot Connector, Microsoft Graph, the managed identity's endpoint, and a storage emulator that
 * takes tokens instead of keys.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type LocalStorage, startAzurite } from '../../src/local/azurite.js';
import { builtCommand, builtServer } from './built.js';
import { type Certificate, loopbackCertificate } from './certificate.js';
import { offerAccounts } from './emulator.js';
import { GraphDouble } from './graph-double.js';
import { answer, bodyOf, type Loopback, serve } from './loopback.js';
import { type SigningKey, signingKey, tokenOf } from './tokens.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const APP_ID = '11111111-1111-4111-8111-111111111111';
export const TENANT = '22222222-2222-4222-8222-222222222222';
export const CATALOG_APP = '33333333-3333-4333-8333-333333333333';
export const ISSUER = 'https://api.botframework.com';
/** A secret that the process must send to the managed identity's endpoint only. */
export const IDENTITY_SECRET = 'secret-of-the-identity-endpoint';
const PATIENCE_MS = 15_000;
/** One of the accounts that every emulator of the tests has. */
const ACCOUNT = 'test0';

export interface Sent {
  method: string;
  path: string;
  authorization: string;
  body: { text?: string; attachments?: { content: unknown }[]; members?: { id: string }[] };
}

export class Production {
  readonly sent: Sent[] = [];
  /** Resources for which the managed identity was asked for a token, in order. */
  readonly asked: string[] = [];
  /** The output of the process, stdout and stderr. */
  output = '';
  /** While true, the key server answers 500. */
  keysAreDown = false;
  /** While true, the managed identity gets no tokens, as before its role assignments take effect. */
  identityIsDown = false;
  /** The connector's status for a request to open a chat. */
  openStatus = 201;
  /** Ids of conversations that refuse messages with 403. */
  readonly gone = new Set<string>();
  readonly key = signingKey('key-1');
  readonly otherKey = signingKey('key-2');
  address = '';
  child!: ChildProcess;
  graph!: GraphDouble;
  readonly #folder = mkdtempSync(join(tmpdir(), 'humanizacion-'));
  readonly #certificate: Certificate = loopbackCertificate();
  readonly #identityKey = signingKey('identity');
  #cloud!: Loopback;
  #identity!: Loopback;
  #storage!: LocalStorage;
  #waiting: (() => void)[] = [];
  readonly #children: ChildProcess[] = [];

  static async start(changes: Record<string, string> = {}): Promise<Production> {
    const production = await Production.listening(changes);
    await production.logged(/"msg":"ready"/);
    return production;
  }

  /** Starts a process and waits until it listens; it may not be ready yet. */
  static async listening(
    changes: Record<string, string> = {},
    options: { identityIsDown?: boolean } = {},
  ): Promise<Production> {
    const production = new Production();
    production.identityIsDown = options.identityIsDown ?? false;
    await production.#startDoubles();
    await production.#startBot(changes);
    return production;
  }

  /** Waits until the output of the process matches. */
  async logged(pattern: RegExp): Promise<void> {
    const late = AbortSignal.timeout(PATIENCE_MS);
    const outputs = [this.child.stdout, this.child.stderr].filter((output) => output !== null);
    while (!pattern.test(this.output)) {
      if (late.aborted) throw new Error(`not written:\n${this.output}`);
      await Promise.race([...outputs.map((output) => once(output, 'data')), once(late, 'abort')]);
    }
  }

  /** The service URL that Teams would send: the connector double. */
  get serviceUrl(): string {
    return `${this.#cloud.url}/connector/`;
  }

  async close(): Promise<void> {
    for (const child of this.#children) child.kill('SIGKILL');
    await Promise.all([
      this.#cloud.close(),
      this.#identity.close(),
      this.graph.close(),
      this.#storage.stop(),
    ]);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A token as Azure Bot Service sends it; the arguments override its claims, header and key. */
  token(
    claims: Record<string, unknown> = {},
    header: Parameters<typeof tokenOf>[2] = {},
    key: SigningKey = this.key,
  ): string {
    const now = Math.floor(Date.now() / 1_000);
    const standard = {
      iss: ISSUER,
      aud: APP_ID,
      serviceurl: this.serviceUrl,
      nbf: now - 60,
      exp: now + 3_600,
    };
    return tokenOf(key, { ...standard, ...claims }, header);
  }

  /** An activity as Teams sends it; `changes` override its fields. */
  activity(person: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      type: 'message',
      id: `f:${randomUUID()}`,
      channelId: 'msteams',
      serviceUrl: this.serviceUrl,
      from: { id: `29:${person}`, aadObjectId: person, name: 'Somebody' },
      recipient: { id: `28:${APP_ID}`, name: 'Humanización' },
      conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: TENANT },
      channelData: { tenant: { id: TENANT } },
      text: 'ayuda',
      ...changes,
    };
  }

  post(
    body: unknown,
    authorization: string | undefined = `Bearer ${this.token()}`,
    address = this.address,
  ): Promise<Response> {
    return fetch(`${address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== '' && { authorization }) },
      body: JSON.stringify(body),
    });
  }

  /** Waits until the bot has sent a request that matches. */
  async until(look: (sent: Sent) => boolean): Promise<Sent> {
    const late = AbortSignal.timeout(PATIENCE_MS);
    for (;;) {
      const found = this.sent.find(look);
      if (found) return found;
      if (late.aborted) throw new Error(`not sent; sent: ${JSON.stringify(this.sent)}\n${this.output}`);
      await Promise.race([new Promise<void>((resolve) => this.#waiting.push(resolve)), once(late, 'abort')]);
    }
  }

  /** Runs `import-people` on these CSV rows in the bot's environment; returns its output. */
  async importPeople(...rows: string[]): Promise<string> {
    const file = join(this.#folder, 'people.csv');
    writeFileSync(file, ['aad_object_id,name,email,superior,roles,deputy,area', ...rows].join('\n'));
    // Not `spawnSync`: the doubles run in this process and must keep answering.
    const child = spawn(process.execPath, [await builtCommand('import-people'), file], {
      cwd: ROOT,
      env: this.#environment({ AZURE_CLIENT_ID: APP_ID }),
      timeout: PATIENCE_MS,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        output += data.toString();
      });
    }
    await once(child, 'close');
    return output;
  }

  /** The rows of a table, as stored. */
  rows(table: string): Promise<{ PartitionKey: string; RowKey: string }[]> {
    const url = `${this.#endpoint('Table')}/${table}()`;
    const authorization = `Bearer ${this.#identityToken('https://storage.azure.com')}`;
    const headers = {
      authorization,
      accept: 'application/json;odata=nometadata',
      'x-ms-version': '2020-12-06',
    };
    return new Promise((resolve, reject) => {
      const asked = request(url, { ca: this.#certificate.cert, headers }, async (response) => {
        const body = (await bodyOf(response)) as { value?: { PartitionKey: string; RowKey: string }[] };
        if (body.value) resolve(body.value);
        else reject(new Error(JSON.stringify(body)));
      });
      asked.on('error', reject).end();
    });
  }

  async #startDoubles(): Promise<void> {
    const file = (name: string, text: string) => {
      const path = join(this.#folder, name);
      writeFileSync(path, text, { mode: 0o600 });
      return path;
    };
    const cert = file('cert.pem', this.#certificate.cert);
    const key = file('key.pem', this.#certificate.key);
    this.#cloud = await serve(this.#handle, this.#certificate);
    this.#identity = await serve(this.#identify);
    this.graph = await GraphDouble.start(this.#certificate);
    offerAccounts();
    this.#storage = await startAzurite(undefined, ['--oauth', 'basic', '--cert', cert, '--key', key]);
  }

  #endpoint(service: 'Table' | 'Queue' | 'Blob'): string {
    const match = new RegExp(`${service}Endpoint=([^;]+)`).exec(this.#storage.connectionString);
    return (match?.[1] ?? '').replace('devstoreaccount1', ACCOUNT);
  }

  #environment(changes: Record<string, string> = {}): Record<string, string> {
    const { PATH = '', HOME = '' } = process.env;
    return {
      PATH,
      HOME,
      NODE_ENV: 'production',
      NODE_EXTRA_CA_CERTS: join(this.#folder, 'cert.pem'),
      PORT: '0',
      LOG_LEVEL: 'trace',
      PUBLIC_URL: 'https://bot.example/',
      MICROSOFT_APP_ID: APP_ID,
      MICROSOFT_APP_TENANT_ID: TENANT,
      TABLES_ENDPOINT: this.#endpoint('Table'),
      QUEUES_ENDPOINT: this.#endpoint('Queue'),
      FIELD_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
      INTEGRITY_KEYS: `i1:${Buffer.alloc(32, 9).toString('base64')}`,
      BLOBS_ENDPOINT: this.#endpoint('Blob'),
      SERVICE_URL_HOSTS: '127.0.0.1',
      TEAMS_SERVICE_URL: this.serviceUrl,
      BOT_OPENID_METADATA_URL: `${this.#cloud.url}/openid/configuration`,
      GRAPH_DIRECTORY: 'on',
      GRAPH_ENDPOINT: this.graph.endpoint,
      TEAMS_CATALOG_APP_ID: CATALOG_APP,
      // App Service and Container Apps offer a managed identity to a process through these two variables.
      IDENTITY_ENDPOINT: `${this.#identity.url}/msi/token`,
      IDENTITY_HEADER: IDENTITY_SECRET,
      ...changes,
    };
  }

  async #startBot(changes: Record<string, string>): Promise<void> {
    const { child, address } = await this.startProcess(changes);
    this.child = child;
    this.address = address;
  }

  /** Starts a second process on the same storage, and waits until it listens. */
  async startProcess(
    changes: Record<string, string> = {},
  ): Promise<{ child: ChildProcess; address: string }> {
    const child = spawn(process.execPath, [await builtServer()], {
      cwd: ROOT,
      env: this.#environment(changes),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#children.push(child);
    child.stdout.on('data', (data: Buffer) => {
      this.output += data.toString();
    });
    let port: string | undefined;
    for await (const line of createInterface({ input: child.stderr })) {
      this.output += `${line}\n`;
      port = /"port":(\d+),"msg":"listening"/.exec(line)?.[1];
      if (port !== undefined) break;
    }
    if (port === undefined) throw new Error(`it did not start:\n${this.output}`);
    // Leaving the loop above has closed its reader; read on.
    child.stderr.on('data', (data: Buffer) => {
      this.output += data.toString();
    });
    child.stderr.resume();
    return { child, address: `http://127.0.0.1:${port}` };
  }

  readonly #handle: RequestListener = async (incoming, response) => {
    const { method = '', url: path = '', headers } = incoming;
    const body = await bodyOf(incoming);
    if (path.startsWith('/openid/')) {
      if (this.keysAreDown) return answer(response, 500);
      const keys = [this.key.jwk, { ...this.otherKey.jwk, endorsements: ['webchat'] }];
      return answer(
        response,
        200,
        path.endsWith('/keys') ? { keys } : { jwks_uri: `${this.#cloud.url}/openid/keys` },
      );
    }
    const authorization = headers.authorization ?? '';
    this.sent.push({ method, path, authorization, body: body as Sent['body'] });
    const opens = path === '/connector/v3/conversations';
    const isGone = [...this.gone].some((id) => path.includes(encodeURIComponent(id)));
    answer(response, opens ? this.openStatus : isGone ? 403 : 201, {
      id: opens ? 'opened' : `sent-${this.sent.length}`,
    });
    for (const wake of this.#waiting.splice(0)) wake();
  };

  readonly #identify: RequestListener = (incoming, response) => {
    const query = new URL(incoming.url ?? '', 'http://x').searchParams;
    const resource = query.get('resource') ?? '';
    const isAsked =
      incoming.headers['x-identity-header'] === IDENTITY_SECRET && query.get('client_id') === APP_ID;
    if (this.identityIsDown) return answer(response, 400, { statusCode: 400, message: 'not yet' });
    if (!isAsked) return answer(response, 400, { statusCode: 400, message: 'no such identity' });
    this.asked.push(resource);
    const expires = Math.floor(Date.now() / 1_000) + 3_600;
    return answer(response, 200, {
      access_token: this.#identityToken(resource),
      expires_on: String(expires),
      resource,
      token_type: 'Bearer',
      client_id: APP_ID,
    });
  };

  #identityToken(aud: string): string {
    const now = Math.floor(Date.now() / 1_000);
    const iss = `https://sts.windows.net/${TENANT}/`;
    return tokenOf(this.#identityKey, { iss, aud, iat: now - 60, nbf: now - 60, exp: now + 3_600 });
  }
}

/** The claims of a token, without verification. */
export function claimsOf(authorization: string): Record<string, unknown> {
  const payload = authorization.split('.')[1] ?? '';
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
}
