/** Accuracy and latency of the search against peers, on the same content and the same held-out questions. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { searchExamples } from '../../ml/examples/sections.js';
import { loadModel } from '../../src/platform/learning/model-file.js';
import { readKnowledge } from '../../src/platform/policy/knowledge.js';
import { readPolicy } from '../../src/platform/policy/policy.js';
import { OUTSIDE, Search } from '../../src/platform/understanding/search.js';
import { type Finder, lunrSpanish, miniSearch, nlpJs, orama } from './peers/search.js';
import { type Measurement, percentile } from './report.js';

const HELD_OUT = fileURLToPath(new URL('../eval/questions.jsonl', import.meta.url));

interface Question {
  text: string;
  sections: string[];
  kind: string;
}

interface Scores {
  colloquialFirst: number;
  colloquialThree: number;
  directFirst: number;
  p50: number;
  p99: number;
}

export async function benchAnswers(): Promise<Measurement[]> {
  const policy = readPolicy();
  const passages = searchExamples(policy, readKnowledge(policy))
    .filter(({ label }) => !label.startsWith(OUTSIDE))
    .map(({ text, label }) => ({ text, section: label }));
  const questions = readFileSync(HELD_OUT, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Question);

  const loading = performance.now();
  const search = new Search(loadModel('policy'));
  const loaded = performance.now() - loading;
  const ours: Finder = { name: 'ours', find: (question) => search.find(question).sections };
  const own = await score(ours, questions);
  const measurements: Measurement[] = [];
  for (const peer of [
    miniSearch(passages, false),
    miniSearch(passages, true),
    await orama(passages),
    await lunrSpanish(passages),
    await nlpJs(passages),
  ]) {
    const theirs = await score(peer, questions);
    const add = (name: string, key: keyof Scores, unit: string) =>
      measurements.push({
        name: `answers.${name}`,
        value: own[key],
        unit,
        peer: peer.name,
        peerValue: theirs[key],
      });
    add('colloquial.first', 'colloquialFirst', 'share');
    add('colloquial.three', 'colloquialThree', 'share');
    add('direct.first', 'directFirst', 'share');
    add('latency.p50', 'p50', 'ms');
    add('latency.p99', 'p99', 'ms');
  }
  const built = performance.now();
  miniSearch(passages, true);
  const peerValue = round(performance.now() - built);
  measurements.push({
    name: 'answers.load',
    value: round(loaded),
    unit: 'ms',
    peer: 'MiniSearch, Spanish',
    peerValue,
  });
  return measurements;
}

async function score(finder: Finder, questions: readonly Question[]): Promise<Scores> {
  const asked = questions.filter(({ sections }) => sections.length > 0);
  const found = new Map<Question, string[]>();
  const times: number[] = [];
  for (const round of [1, 2, 3, 4, 5]) {
    for (const question of asked) {
      const started = performance.now();
      const sections = await finder.find(question.text);
      if (round > 1) times.push(performance.now() - started);
      found.set(question, sections);
    }
  }
  const share = (kind: string, among: number) => {
    const ofKind = asked.filter((question) => question.kind === kind);
    const right = ofKind.filter((question) =>
      found
        .get(question)
        ?.slice(0, among)
        .some((id) => question.sections.includes(id)),
    );
    return round(right.length / ofKind.length);
  };
  return {
    colloquialFirst: share('colloquial', 1),
    colloquialThree: share('colloquial', 3),
    directFirst: share('direct', 1),
    p50: round(percentile(times, 0.5)),
    p99: round(percentile(times, 0.99)),
  };
}

const round = (value: number) => Number(value.toFixed(3));
