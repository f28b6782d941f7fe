/** All that the bot's processes reach, with the faults of the weather: storage, Teams, Graph, keys, identity. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { ACCOUNT_KEY } from '../../support/emulator.js';
import { type Fault, FaultProxy } from '../../support/fault-proxy.js';
import { GraphDouble } from '../../support/graph-double.js';
import { answer, bodyOf, type Loopback, serve } from '../../support/loopback.js';
import { claimsOf } from '../../support/production.js';
import { tokenOf } from '../../support/tokens.js';
import {
  between,
  type FaultKind,
  type Met,
  meetFault,
  oneOf,
  REFUSALS,
  type Service,
  type Weather,
} from '../faults.js';
import { ORGANISATION } from '../organisation.js';
import type { Teams, TeamsAnswer } from '../teams.js';
import { type Emulator, STORAGE_SERVICES, type StorageService } from './emulator.js';
import { LEFT_AT } from './left-at.js';

const WEATHER_OF: Record<StorageService, Service> = { Table: 'tables', Queue: 'queues', Blob: 'blobs' };
/** Longer than the bot waits for Teams. */
const LATE_MS = 12_000;
const HOUR_S = 3_600;

export class Cloud {
  weather: Weather = {};
  readonly met: Met = {};
  readonly account: string;
  readonly #proxies = new Map<StorageService, FaultProxy>();
  /** For the harness itself: never a fault, and no TLS. */
  readonly #sideDoors = new Map<StorageService, FaultProxy>();
  #graph!: GraphDouble;
  #graphProxy!: FaultProxy;
  #teamsAndKeys!: Loopback;
  #identity!: Loopback;

  static async open(emulator: Emulator, teams: Teams, dice: () => number): Promise<Cloud> {
    const cloud = new Cloud(emulator, teams, dice);
    const { certificate } = emulator;
    for (const service of STORAGE_SERVICES) {
      cloud.#proxies.set(service, await cloud.#proxyBefore(emulator.portOf(service), WEATHER_OF[service]));
      const sideDoor = await FaultProxy.before(emulator.portOf(service), { target: certificate });
      cloud.#sideDoors.set(service, sideDoor);
    }
    cloud.#graph = await GraphDouble.start(certificate);
    cloud.#graphProxy = await cloud.#proxyBefore(Number(new URL(cloud.#graph.endpoint).port), 'graph');
    cloud.#graph.add(
      ...ORGANISATION.map(({ id, name, email, superiorId }) => ({
        id,
        displayName: name,
        mail: email,
        manager: superiorId,
      })),
    );
    const serveTeamsAndKeys: RequestListener = (request, response) => {
      cloud.#serveTeamsAndKeys(request, response).catch(() => response.destroy());
    };
    cloud.#teamsAndKeys = await serve(serveTeamsAndKeys, certificate);
    cloud.#identity = await serve(cloud.#serveIdentity);
    return cloud;
  }

  private constructor(
    private readonly emulator: Emulator,
    private readonly teams: Teams,
    private readonly dice: () => number,
  ) {
    this.account = emulator.nextAccount();
  }

  get serviceUrl(): string {
    return `${this.#teamsAndKeys.url}/connector/`;
  }

  /** How the harness reaches the storage. */
  get connectionString(): string {
    const endpoints = [...this.#sideDoors].map(
      ([service, { port }]) => `${service}Endpoint=http://127.0.0.1:${port}/${this.account}`,
    );
    const account = `DefaultEndpointsProtocol=http;AccountName=${this.account};AccountKey=${ACCOUNT_KEY}`;
    return [account, ...endpoints].join(';');
  }

  /** Where an instance finds everything. */
  environmentOf(instance: number): Record<string, string> {
    const endpoint = (service: StorageService) =>
      `https://127.0.0.1:${this.#proxies.get(service)?.port}/${this.account}`;
    return {
      NODE_EXTRA_CA_CERTS: this.emulator.certificateFile,
      TABLES_ENDPOINT: endpoint('Table'),
      QUEUES_ENDPOINT: endpoint('Queue'),
      BLOBS_ENDPOINT: endpoint('Blob'),
      TEAMS_SERVICE_URL: this.serviceUrl,
      BOT_OPENID_METADATA_URL: `${this.#teamsAndKeys.url}/openid/configuration`,
      GRAPH_ENDPOINT: `https://127.0.0.1:${this.#graphProxy.port}/v1.0/`,
      IDENTITY_ENDPOINT: `${this.#identity.url}/msi/token`,
      // App Service gives each process a secret; here it tells the instances apart.
      IDENTITY_HEADER: String(instance),
    };
  }

  async close(): Promise<void> {
    const proxies = [...this.#proxies.values(), ...this.#sideDoors.values(), this.#graphProxy];
    const all = [this.#teamsAndKeys, this.#identity, this.#graph, ...proxies];
    await Promise.all(all.map((server) => server.close()));
  }

  async #proxyBefore(port: number, service: Service): Promise<FaultProxy> {
    const { certificate } = this.emulator;
    const proxy = await FaultProxy.before(port, { front: certificate, target: certificate });
    proxy.decide = () => this.#proxyFault(this.#draw(service));
    return proxy;
  }

  #draw(service: Service): FaultKind | 'pass' {
    return meetFault(this.met, this.weather, service, this.dice);
  }

  #proxyFault(fault: FaultKind | 'pass'): Fault {
    switch (fault) {
      case 'pass':
        return { kind: 'pass' };
      case 'slow':
        return { kind: 'pass', afterMs: between(this.dice, 300, 2_500) };
      case 'refuse':
        return { kind: 'status', status: oneOf(this.dice, [500, ...REFUSALS]) };
      case 'throttle':
        return { kind: 'status', status: 429, headers: { 'retry-after': '1' } };
      case 'throttle-silent':
        return { kind: 'status', status: 429 };
      case 'cut':
        return { kind: 'cut' };
      case 'lose':
        return { kind: 'lose-answer' };
      case 'fail':
        return { kind: 'change-answer', status: 500 };
      case 'partial':
        return { kind: 'break-answer' };
      case 'late':
        return { kind: 'late', afterMs: between(this.dice, 4_000, 15_000) };
    }
  }

  async #serveTeamsAndKeys(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const path = new URL(url, 'http://x').pathname;
    if (path.startsWith('/openid/')) {
      this.#serveKeys(path, response);
      return;
    }
    const body = await bodyOf(request);
    const instance = Number(claimsOf(headers.authorization ?? '').instance);
    const fault = this.#draw('connector');
    const leftAt = Number(headers[LEFT_AT]);
    if (fault === 'late') await pause(LATE_MS);
    const answered = this.teams.receive({ instance, method, path, body, leftAt }, fault);
    if (fault === 'slow') await pause(between(this.dice, 500, 8_000));
    write(response, fault === 'late' ? { headers: {}, isPartial: false } : answered);
  }

  #serveKeys(path: string, response: ServerResponse): void {
    const fault = this.#draw('keys');
    const keys = path.endsWith('/keys')
      ? { keys: [this.emulator.teamsKey.jwk] }
      : { jwks_uri: `${this.#teamsAndKeys.url}/openid/keys` };
    if (fault === 'pass' || fault === 'slow') answer(response, 200, keys);
    else answer(response, 503);
  }

  readonly #serveIdentity: RequestListener = (request, response) => {
    const resource = new URL(request.url ?? '', 'http://x').searchParams.get('resource') ?? '';
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: 'https://sts.windows.net/faults/',
      aud: resource,
      instance: request.headers['x-identity-header'],
      iat: now - HOUR_S,
      nbf: now - HOUR_S,
      exp: now + 24 * HOUR_S,
    };
    answer(response, 200, {
      access_token: tokenOf(this.emulator.identityKey, claims),
      expires_on: String(claims.exp),
      resource,
      token_type: 'Bearer',
    });
  };
}

function write(response: ServerResponse, { status, headers, json, isPartial }: TeamsAnswer): void {
  if (status === undefined) response.destroy();
  else if (isPartial) {
    const body = JSON.stringify(json);
    response.writeHead(status, { ...headers, 'content-length': String(body.length) });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  } else answer(response, status, json, headers);
}
