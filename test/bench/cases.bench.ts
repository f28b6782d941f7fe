/** Reports through the whole bot: how many are stored, how soon the superior has the card, and how fast it opens. */
import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { TableDirectory } from '../../src/platform/people/table-directory.js';
import { AzureTables } from '../../src/platform/storage/azure-tables.js';
import { TABLE_NAMES } from '../../src/tables.js';
import { buttons, inputValues } from '../support/cards.js';
import { freshAccount, offerEmulator, stopEmulator } from '../support/emulator.js';
import { aPerson } from '../support/fixtures.js';
import { Child } from './child.js';
import type { Traced } from './children/traced.js';
import { Cloud } from './cloud.js';
import { drive, post } from './load.js';
import { RawStorage } from './peers/raw-storage.js';
import { type Measurement, percentile } from './report.js';
import { alternate, inTurn, medians, ROUNDS } from './rounds.js';
import { personOf } from './turns.bench.js';

const IN_FLIGHT = 16;
/** Reports of a round. */
const REPORTS = 25;
/** Reporters who send at the same moment. */
const AT_ONCE = 50;
const ALL = REPORTS * (ROUNDS + 1) + AT_ONCE + 1;
const VIEWS_MS = 1_500;
const PATIENCE_MS = 60_000;
const QUIET_MS = 300;
const TRIES = 5;
const NARRATIVE = 'En la ventanilla no me explicaron qué papeles hacían falta y perdí la mañana.';
/** The bar of the issue, in milliseconds: no peer does this. */
const BAR = { median: 150, p99: 1_000 };

type Send = (activity: object) => Promise<string>;

const reporter = (at: number) => personOf(at);
const superior = (at: number) => personOf(100_000 + at);

interface Ready {
  id: string;
  data: Record<string, unknown>;
}

export async function benchCases(): Promise<Measurement[]> {
  await offerEmulator();
  const cloud = await Cloud.open();
  const connectionString = await freshAccount();
  const ours = await Child.start('ours', cloud.environment(connectionString));
  const echo = await Child.start('echo', cloud.environment(connectionString));
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  const send = (activity: object) => post(agent, ours.port, activity, cloud.tokens[0] ?? '');
  try {
    const people = Array.from({ length: ALL }, (_, at) => [
      aPerson(reporter(at), { superiorId: superior(at) }),
      aPerson(superior(at)),
    ]).flat();
    await new TableDirectory(new AzureTables({ connectionString }, TABLE_NAMES)).save(people);
    const told: Ready[] = [];
    await inTurn(ALL, IN_FLIGHT, async (at) => {
      await send(cloud.activity(superior(at), { type: 'message', text: 'hola' }));
      told[at] = await describe(cloud, send, reporter(at));
    });
    await quiet(cloud);
    const submit = (at: number) => {
      const { id, data } = told[at] as Ready;
      return cloud.click(reporter(at), 'report.submit', { ...data, id });
    };
    const trace = await ours.trace(async () => {
      await send(submit(ALL - 1));
      await quiet(cloud);
      await sleep(QUIET_MS);
    });
    process.stderr.write(`requests of a report: ${tally(trace)}\n`);
    const rates = await storedReports(cloud, {
      send,
      submit,
      raw: await RawStorage.open(connectionString),
      trace,
    });
    const latency = await latencies(cloud, send, submit);
    const views = await viewed(cloud, { ours, echo, told });
    return [...rates, ...latency, ...views];
  } finally {
    agent.destroy();
    await Promise.all([ours.stop(), echo.stop()]);
    await cloud.close();
    await stopEmulator();
  }
}

/** Tells a report up to its second card. */
async function describe(cloud: Cloud, send: Send, personId: string): Promise<Ready> {
  const first = cardIn(await send(cloud.click(personId, 'report.start', {})));
  const id = first.find(({ verb }) => verb === 'report.assess')?.data.id;
  const second = cardIn(await send(cloud.click(personId, 'report.assess', { id, narrative: NARRATIVE })));
  const data = second.find(({ verb }) => verb === 'report.submit')?.data;
  if (!data) throw new Error('the second card cannot be sent');
  return { id: String(id), data };
}

function cardIn(body: string) {
  const { value } = JSON.parse(body) as { value: object };
  const inputs = inputValues(value);
  return buttons(value).map((button) => ({ ...button, data: { ...inputs, ...button.data } }));
}

/** Until all that follows from the reports is done, which the raw requests hold too. */
async function storedReports(
  cloud: Cloud,
  {
    send,
    submit,
    raw,
    trace,
  }: { send: Send; submit: (at: number) => object; raw: RawStorage; trace: Traced[] },
): Promise<Measurement[]> {
  let next = 0;
  const peer = 'the same requests by the SDK alone';
  const pairs = await alternate(
    async () => {
      const from = next;
      next += REPORTS;
      const began = performance.now();
      const before = cloud.posted.length;
      await inTurn(REPORTS, IN_FLIGHT, (at) => store(send, submit(from + at)));
      const wanted = new Set(Array.from({ length: REPORTS }, (_, at) => `a:${superior(from + at)}`));
      const last = await allHave(cloud, before, wanted);
      await quiet(cloud);
      return (REPORTS * 1_000) / (last - began);
    },
    async () => {
      const began = performance.now();
      let at = next * 10;
      await inTurn(REPORTS, IN_FLIGHT, () => raw.repeat(trace, at++));
      return (REPORTS * 1_000) / (performance.now() - began);
    },
  );
  return [medians(pairs, { name: 'reports.stored', unit: 'reports/s', peer }, (rate) => rate)];
}

/** Sends a report, again when it was too slow, as a person does. */
async function store(send: Send, report: object): Promise<void> {
  for (let tries = 1; ; tries++) {
    const body = await send({ ...report, id: `f:${randomUUID()}` });
    if (/HUM-\d{4}-\d{6}/.test(body)) return;
    if (tries === TRIES) throw new Error(`not stored: ${body.slice(0, 300)}`);
    process.stderr.write(`again: ${body.slice(0, 120)}\n`);
  }
}

/** From the answer to the reporter to the card of the superior. */
async function latencies(cloud: Cloud, send: Send, submit: (at: number) => object): Promise<Measurement[]> {
  const from = ALL - AT_ONCE - 1;
  const before = cloud.posted.length;
  const answered = new Map<string, number>();
  const reports = Array.from({ length: AT_ONCE }, (_, at) => from + at);
  await Promise.all(
    reports.map(async (at) => {
      await store(send, submit(at));
      answered.set(`a:${superior(at)}`, performance.now());
    }),
  );
  await allHave(cloud, before, new Set(answered.keys()));
  const times = [...answered].map(([conversationId, at]) => {
    const posted = cloud.posted.slice(before).find((message) => message.conversationId === conversationId);
    return Math.max(0, (posted?.at ?? Number.POSITIVE_INFINITY) - at);
  });
  const row = (part: 'median' | 'p99', share: number): Measurement => ({
    name: `reports.to-superior.${part}`,
    unit: 'ms',
    value: Math.round(percentile(times, share)),
    peer: 'the bar of the issue',
    peerValue: BAR[part],
  });
  return [row('median', 0.5), row('p99', 0.99)];
}

/** Opens cases, by those who reported them. */
async function viewed(
  cloud: Cloud,
  { ours, echo, told }: { ours: Child; echo: Child; told: readonly Ready[] },
): Promise<Measurement[]> {
  const run = (child: Child) =>
    drive({
      child,
      tokens: cloud.tokens,
      activity: (at) => cloud.click(reporter(at % REPORTS), 'case.view', { id: told[at % REPORTS]?.id }),
      inFlight: IN_FLIGHT,
      ms: VIEWS_MS,
      check: (body) => {
        if (!body.includes('AdaptiveCard')) throw new Error(`not shown: ${body.slice(0, 300)}`);
      },
    });
  const pairs = await alternate(
    () => run(ours),
    () => run(echo),
  );
  const row = (part: string, unit: string) => ({
    name: `case.view.${part}`,
    unit,
    peer: 'echo that makes the same query',
  });
  return [
    medians(pairs, row('rate', 'invokes/s'), ({ perSecond }) => perSecond),
    medians(pairs, row('p99', 'ms'), ({ p99 }) => p99),
    medians(pairs, row('cpu', 'ms of the process each'), ({ cpuMs }) => cpuMs),
  ];
}

/** When the last of these chats got its first message after `before`. */
async function allHave(cloud: Cloud, before: number, wanted: Set<string>): Promise<number> {
  const missing = new Set(wanted);
  const late = performance.now() + PATIENCE_MS;
  for (let at = before; missing.size > 0; ) {
    const message = cloud.posted[at];
    if (message) {
      missing.delete(message.conversationId);
      at += 1;
      if (missing.size === 0) return message.at;
    } else if (performance.now() > late) throw new Error(`${missing.size} superiors have no card`);
    else await sleep(5);
  }
  return performance.now();
}

/** Until nothing is posted any more. */
async function quiet(cloud: Cloud): Promise<void> {
  for (let known = -1; known !== cloud.posted.length; ) {
    known = cloud.posted.length;
    await sleep(QUIET_MS);
  }
}

function tally(trace: readonly Traced[]): string {
  const counts = new Map<string, number>();
  for (const { method, args } of trace) {
    const name =
      typeof args[0] === 'string' && args.length > 1 && method !== 'put' ? `${args[0]} ${method}` : method;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
}
