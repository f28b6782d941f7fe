/**
 * What a two-step attacker needs: the requests that people send, overheard, to be sent again with other ids; and all that
 * is written meanwhile.
 */
import { randomUUID } from 'node:crypto';
import type { Stores } from '../../src/local/stores.js';
import type { StoredBlobs } from '../../src/platform/storage/blobs.js';
import type { Row, StoredTables, TableName } from '../../src/platform/storage/tables.js';
import { LOCAL_TENANT } from '../../src/settings.js';
import type { Player, World } from './world.js';

/** What a card or a form sends. */
export interface Request {
  verb: string;
  data: Record<string, unknown>;
}

const SURFACES = ['adaptiveCard/action', 'composeExtension/submitAction'] as const;
export type Surface = (typeof SURFACES)[number];

/** Notes each request of a card or a form, by its verb: the fullest one of each. */
export class Overhearing {
  readonly requests = new Map<string, Request>();
  readonly #fetch = globalThis.fetch;

  begin(): void {
    globalThis.fetch = (input, init) => {
      if (String(input).endsWith('/api/messages')) this.#note(JSON.parse(String(init?.body)));
      return this.#fetch(input, init);
    };
  }

  end(): void {
    globalThis.fetch = this.#fetch;
  }

  #note({
    value,
  }: {
    value?: { action?: Request; data?: Record<string, unknown>; commandId?: string };
  }): void {
    const { action, data = {}, commandId } = value ?? {};
    const verb = action?.verb ?? (typeof data.verb === 'string' ? data.verb : commandId);
    if (!verb) return;
    const { verb: _, msteams: __, ...sent } = action?.data ?? data;
    const before = this.requests.get(verb);
    if (!before || Object.keys(before.data).length <= Object.keys(sent).length)
      this.requests.set(verb, { verb, data: sent });
  }
}

/** The same request about another thing: each id in it is replaced, and the marker of its writer is left out. */
export function about(
  request: Request,
  { id, known, marker }: { id: string; known: ReadonlySet<string>; marker: string },
): Request {
  const swap = (value: unknown) => {
    if (typeof value !== 'string') return value;
    return known.has(value) ? id : value.replaceAll(marker, 'de siempre');
  };
  const entries = Object.entries(request.data).map(([key, value]) => [key, swap(value)]);
  return { verb: request.verb, data: { ...Object.fromEntries(entries), id } };
}

/** Sends a request as this person and returns the answer. */
export async function ask(
  world: World,
  { person, conversation }: Player,
  surface: Surface,
  { verb, data }: Request,
): Promise<{ status: number; text: string }> {
  const value =
    surface === 'adaptiveCard/action'
      ? { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' }
      : { commandId: verb, commandContext: 'message', data: { ...data, verb } };
  const response = await world.post({
    type: 'invoke',
    name: surface,
    id: `f:${randomUUID()}`,
    channelId: 'msteams',
    serviceUrl: `${world.address}/connector/`,
    from: { id: `29:${person.id}`, aadObjectId: person.id, name: person.name },
    recipient: { id: '28:humanizacion-local', name: 'Humanización' },
    conversation: { id: conversation.id, conversationType: 'personal', tenantId: LOCAL_TENANT },
    channelData: { tenant: { id: LOCAL_TENANT } },
    value,
  });
  return { status: response.status, text: await response.text() };
}

/** A row or a file that was written or deleted. */
export interface Write {
  what: TableName | 'files';
  /** Of a row: its keys and columns, as JSON. */
  content: string;
  partitionKey: string;
}

/** Stores that record every write. */
export function notedStores(stores: Stores): { stores: Stores; writes: Write[] } {
  const writes: Write[] = [];
  const note = (what: Write['what'], row: Pick<Row, 'partitionKey'>) =>
    writes.push({ what, content: JSON.stringify(row), partitionKey: row.partitionKey });
  const { tables, blobs } = stores;
  const notedTables: StoredTables = bound(tables, {
    write: (table, operation) => {
      note(table, operation.kind === 'delete' ? operation : operation.row);
      return tables.write(table, operation);
    },
    commit: (table, operations) => {
      for (const one of operations) note(table, one.kind === 'delete' ? one : one.row);
      return tables.commit(table, operations);
    },
  });
  const fileIn = (path: string) => ({ partitionKey: path.split('/')[0] ?? '', path });
  const notedBlobs: StoredBlobs = bound(blobs, {
    put: (path, content, type) => {
      note('files', fileIn(path));
      return blobs.put(path, content, type);
    },
    remove: (path) => {
      note('files', fileIn(path));
      return blobs.remove(path);
    },
    removeUnder: (prefix) => {
      note('files', fileIn(prefix));
      return blobs.removeUnder(prefix);
    },
  });
  return { stores: { ...stores, tables: notedTables, blobs: notedBlobs }, writes };
}

function bound<T extends object>(target: T, changes: Partial<T>): T {
  return new Proxy(target, {
    get: (of, name) => {
      const changed = changes[name as keyof T];
      if (changed) return changed;
      const value = of[name as keyof T];
      return typeof value === 'function' ? value.bind(of) : value;
    },
  });
}

/** All rows of all tables. */
export async function allRows(
  { tables }: Stores,
  names: readonly TableName[],
): Promise<{ table: TableName; row: Row }[]> {
  const found: { table: TableName; row: Row }[] = [];
  for (const table of names) {
    for (let token: string | undefined; ; ) {
      const page = await tables.scan(table, { token });
      found.push(...page.rows.map(({ row }) => ({ table, row })));
      token = page.next;
      if (token === undefined) break;
    }
  }
  return found;
}
