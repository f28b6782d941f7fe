import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { builtServer } from '../support/built.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ANA = '00000000-0000-4000-8000-000000000001';
const CHAT = `a:${ANA}`;

interface ChatState {
  messages: { id: string; conversationId: string; card?: unknown; views: Record<string, unknown> }[];
}

describe('a restart', function () {
  this.timeout(90_000);
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'humanizacion-'));
  });
  afterEach(async () => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`keeps the cases and the chats after ${signal}`, async () => {
      const first = await start(folder);
      await report(first.address);
      await stop(first.child, signal);
      const second = await start(folder);
      await say(second.address, 'mis casos');
      assert.match(JSON.stringify(await lastCard(second.address)), /HUM-\d{4}-000001/);
      await stop(second.child, signal);
    });
  }

  it('says what to do when the port is taken', async () => {
    const first = await start(folder);
    const port = new URL(first.address).port;
    const complaint = await complaintOf({ PORT: port, LOCAL_DATA_DIR: join(folder, 'other') });
    assert.match(complaint, new RegExp(`Port ${port} is taken`));
    await stop(first.child, 'SIGINT');
  });

  it('names every setting that production lacks, and does not start', async () => {
    const complaint = await complaintOf({ NODE_ENV: 'production' });
    for (const name of ['PUBLIC_URL', 'MICROSOFT_APP_ID', 'MICROSOFT_APP_TENANT_ID', 'TABLES_ENDPOINT']) {
      assert.match(complaint, new RegExp(`${name}: missing`));
    }
  });
});

const running: ChildProcess[] = [];

async function launch(environment: Record<string, string>): Promise<ChildProcess> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [await builtServer()], {
    cwd: ROOT,
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  return child;
}

/** The error output of a start that must fail. */
async function complaintOf(environment: Record<string, string>): Promise<string> {
  const child = await launch(environment);
  let complaint = '';
  child.stderr?.on('data', (data: Buffer) => {
    complaint += data.toString();
  });
  const [code] = (await once(child, 'exit')) as [number];
  assert.equal(code, 1);
  return complaint;
}

async function start(folder: string): Promise<{ child: ChildProcess; address: string }> {
  const child = await launch({ PORT: '0', LOCAL_DATA_DIR: folder });
  if (!child.stdout) throw new Error('stdout is piped');
  for await (const line of createInterface({ input: child.stdout })) {
    const match = /Local Teams: (http:\S+)\//.exec(line);
    if (match?.[1]) return { child, address: match[1] };
  }
  throw new Error('it did not start');
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exited = once(child, 'exit');
  child.kill(signal);
  const [code] = (await exited) as [number];
  assert.equal(code, 0);
}

async function report(address: string): Promise<void> {
  await say(address, 'reportar');
  const narrative = 'En la ventanilla le gritaron a un señor mayor delante de todos.';
  for (const [verb, inputs] of [
    ['report.assess', { narrative }],
    ['report.submit', {}],
  ] as const) {
    const { messages } = await state(address);
    const message = messages.filter(({ conversationId }) => conversationId === CHAT).at(-1);
    const card = message?.views[ANA] ?? message?.card;
    const id = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(card))?.[1];
    const action = { kind: 'execute', verb, title: verb, data: { verb, id, ...inputs }, trigger: 'manual' };
    await post(`${address}/local/actions`, {
      personId: ANA,
      conversationId: CHAT,
      messageId: message?.id,
      action,
    });
  }
}

const say = (address: string, text: string) =>
  post(`${address}/local/messages`, { personId: ANA, conversationId: CHAT, text });

async function lastCard(address: string): Promise<unknown> {
  const { messages } = await state(address);
  return messages.filter(({ conversationId, card }) => conversationId === CHAT && card).at(-1)?.card;
}

async function state(address: string): Promise<ChatState> {
  return (await (await fetch(`${address}/local/state`)).json()) as ChatState;
}

async function post(url: string, body: unknown): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.equal(response.status, 200);
}
