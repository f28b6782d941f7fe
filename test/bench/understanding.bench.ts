/** Accuracy, latency and size of understanding against peers that learn from the same phrasings, or from none. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as scores from '../../ml/evaluation/intent-scores.js';
import { readPhrasings } from '../../ml/examples/phrasings.js';
import { rolesNamed } from '../../src/cli/roles.js';
import { COMMANDS } from '../../src/commands.js';
import { isDanger, type Purpose } from '../../src/platform/understanding/intents.js';
import { loadUnderstand } from '../../src/platform/understanding/load.js';
import { keywordRouter } from './keyword-router.js';
import { type Finder, nlpJs } from './peers/search.js';
import { type Measurement, percentile } from './report.js';

const ROUNDS = 25;
const MODELS = {
  understanding: ['intents', 'danger', 'policy'],
  all: [
    'intents',
    'danger',
    'policy',
    'impact-clause',
    'impact-clause-hidden',
    'impact-cares',
    'impact-topic',
    'impact-efforts',
    'impact-touches',
  ],
};
/** What the models together may take; there is no peer that does the same. */
const MOST = { ms: 150, megabytes: 40 };

type Row = scores.IntentRow;
interface Routed {
  /** What is likeliest. */
  first: string;
  /** The text is taken for danger. */
  helps: boolean;
}
interface Router {
  name: string;
  route: (row: Row) => Routed | Promise<Routed>;
}

export async function benchUnderstanding(): Promise<Measurement[]> {
  const intents = rowsOf('intents');
  const danger = rowsOf('danger');
  const understand = loadUnderstand(COMMANDS);
  const ours: Router = {
    name: 'ours',
    route: ({ text, role }) => {
      const understood = understand(text, rolesNamed(role));
      return { first: scores.doneFirst(understood), helps: scores.helps(understood) };
    },
  };
  const own = await measure(ours, intents, danger);
  const measurements: Measurement[] = [];
  for (const peer of [routerOf(await nlpJs(passages())), routerOf(keywordRouter())]) {
    const theirs = await measure(peer, intents, danger);
    for (const [name, value] of Object.entries(own)) {
      const unit = name.startsWith('latency') ? 'ms' : 'share';
      const peerValue = theirs[name] ?? 0;
      measurements.push({ name: `understanding.${name}`, value, unit, peer: peer.name, peerValue });
    }
  }
  return [...measurements, ...(await sizes())];
}

const rowsOf = (name: string): Row[] =>
  scores.intentRows.parse(
    readFileSync(fileURLToPath(new URL(`../eval/${name}.jsonl`, import.meta.url)), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  );

/** What NLP.js does best with: as many for each intent, and no near misses, which it takes most texts for. */
const MOST_PHRASINGS = 300;
const passages = () =>
  Object.entries(readPhrasings().intents).flatMap(([section, texts]) =>
    texts.slice(0, MOST_PHRASINGS).map((text) => ({ section, text })),
  );

function routerOf({ name, find }: Finder): Router {
  return {
    name,
    route: async ({ text }) => {
      const [first = ''] = await find(text);
      return { first, helps: isDanger(first as Purpose) };
    },
  };
}

async function measure(
  { route }: Router,
  intents: readonly Row[],
  danger: readonly Row[],
): Promise<Record<string, number>> {
  const routed = new Map<Row, Routed>();
  const times = new Map<Row, number[]>([...intents, ...danger].map((row) => [row, []]));
  // Round after round, since the last text read is kept in memory.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [row, taken] of times) {
      const started = performance.now();
      routed.set(row, await route(row));
      taken.push(performance.now() - started);
    }
  }
  const medians = [...times.values()].map((taken) => percentile(taken, 0.5));
  const helps = (row: Row) => routed.get(row)?.helps === true;
  const isCall = ({ intent }: Row) => isDanger(intent as Purpose);
  const share = (rows: readonly Row[], holds: (row: Row) => boolean) =>
    round(rows.filter(holds).length / rows.length);
  const isRight = (row: Row) => routed.get(row)?.first === row.intent || (isCall(row) && helps(row));
  const calls = danger.filter(isCall);
  const alike = danger.filter((row) => !isCall(row));
  return {
    'intent.first': share(intents, isRight),
    'danger.seen': share(calls, helps),
    'danger.false-alike': share(alike, helps),
    'danger.false-others': share(
      intents.filter((row) => !isCall(row)),
      helps,
    ),
    'latency.p50': round(percentile(medians, 0.5)),
    'latency.p99': round(percentile(medians, 0.99)),
    'latency.mean': round(medians.reduce((sum, time) => sum + time, 0) / medians.length),
  };
}

/** In processes of their own, so that nothing is warm. */
async function sizes(): Promise<Measurement[]> {
  const script = fileURLToPath(new URL('./load-models.ts', import.meta.url));
  const measurements: Measurement[] = [];
  for (const [name, models] of Object.entries(MODELS)) {
    const args = ['--expose-gc', '--import', 'tsx', script, ...models];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const { ms, megabytes } = JSON.parse(stdout) as typeof MOST;
    const add = (what: string, value: number, unit: string, peerValue: number) =>
      measurements.push({
        name: `understanding.load.${name}.${what}`,
        value: round(value),
        unit,
        peer: 'allowed',
        peerValue,
      });
    add('cpu', ms, 'ms', MOST.ms);
    add('memory', megabytes, 'MB', MOST.megabytes);
  }
  return measurements;
}

const round = (value: number) => Number(value.toFixed(3));
