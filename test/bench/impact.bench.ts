/** Accuracy and latency of the impact assessment against peers that learn from the same narratives. */
import { fileURLToPath } from 'node:url';
import { type Labelled, readLabelled, scoreLevels } from '../../ml/curves/level-scores.js';
import { readNarratives } from '../../ml/examples/narratives.js';
import { LEVELS, type Level } from '../../src/platform/impact/assessment.js';
import { NO_FAILURE } from '../../src/platform/impact/impact-model.js';
import { loadAssess } from '../../src/platform/impact/load.js';
import { type Finder, loadedNlpJs, miniSearch } from './peers/search.js';
import { type Measurement, percentile } from './report.js';

const HELD_OUT = fileURLToPath(new URL('../eval/narratives.jsonl', import.meta.url));
const ROUNDS = 6;

interface Scores {
  macroF1: number;
  recallHigh: number;
  p50: number;
  p99: number;
}

export async function benchImpact(): Promise<Measurement[]> {
  const told = readLabelled(HELD_OUT);
  const { failures, none } = readNarratives();
  const passages = [
    ...failures.map(({ text, level }) => ({ text, section: level })),
    ...none.map((text) => ({ text, section: NO_FAILURE })),
  ];

  const started = performance.now();
  const assess = loadAssess();
  const loading = performance.now() - started;
  const own = await score({ name: 'ours', find: (text) => [assess(text).level] }, told);

  const nlpJs = await loadedNlpJs(passages);
  const measurements: Measurement[] = [];
  for (const peer of [nlpJs.finder, miniSearch(passages, true)]) {
    const theirs = await score(peer, told);
    const add = (name: string, key: keyof Scores, unit: string) =>
      measurements.push({
        name: `impact.${name}`,
        value: round(own[key]),
        unit,
        peer: peer.name,
        peerValue: round(theirs[key]),
      });
    add('macro-f1', 'macroF1', 'share');
    add('recall.high', 'recallHigh', 'share');
    add('latency.p50', 'p50', 'ms');
    add('latency.p99', 'p99', 'ms');
  }
  measurements.push({
    name: 'impact.load',
    value: round(loading),
    unit: 'ms',
    peer: nlpJs.finder.name,
    peerValue: round(nlpJs.loading),
  });
  return measurements;
}

async function score(finder: Finder, told: readonly Labelled[]): Promise<Scores> {
  const times: number[] = [];
  let given: Level[] = [];
  for (let at = 0; at < ROUNDS; at++) {
    given = [];
    for (const { text } of told) {
      const started = performance.now();
      const found = await finder.find(text);
      // The first round only warms up the JIT compiler.
      if (at > 0) times.push(performance.now() - started);
      given.push(levelOf(found));
    }
  }
  return { ...scoreLevels(told, given), p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** "No failure" counts as the lowest level, as in our assessment; so does an empty result of a peer. */
function levelOf(found: readonly string[]): Level {
  const first = found.find((label) => label === NO_FAILURE || LEVELS.some((level) => level === label));
  return LEVELS.find((level) => level === first) ?? 'low';
}

const round = (value: number) => Number(value.toFixed(3));
