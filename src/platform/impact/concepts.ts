/**
 * The text that the impact model reads: the narrative, and behind it marks for the groups of words in it that mean
 * alike (`content/impact-concepts.yaml`) and for what the rules found.
 */
import { z } from 'zod';
import { ROOT } from '../root.js';
import { readYaml } from '../text/yaml-file.js';
import { ALL_CLAUSES, type Signal } from './assessment.js';
import { PatternIndex } from './patterns.js';
import { patterns, type Reading } from './rules.js';
import { tokenize } from './tokens.js';

const FILE = `${ROOT}content/impact-concepts.yaml`;
const groups = z.record(z.string().regex(/^[a-z]+$/), patterns);
/** How far the words of a text speak for high by themselves, the strongest first. */
export const EVIDENCE = ['grave', 'leaning', 'ordinary'] as const;
export type Evidence = (typeof EVIDENCE)[number];

const file = z.strictObject({ grave: groups, leaning: groups, ordinary: groups });

/** The model reads 400 words; the marks have to be among them. */
const MOST_WORDS = 300;
const MOST_MARKS = 100;

interface Group {
  mark: string;
  evidence: Evidence;
}

export interface Marked {
  /** The narrative with its marks, for the model. */
  text: string;
  /** That of its strongest word. Words of high impact that the rules know are grave. */
  evidence: Evidence;
}

export class Concepts {
  constructor(private readonly groups: PatternIndex<Group>) {}

  mark(narrative: string, { signals, hints, discounted }: Reading): Marked {
    const tokens = tokenize(narrative);
    const found = this.groups.find(tokens).map(({ of }) => of);
    // The row of groups is kept, because their order tells who did what to whom.
    const row = found.filter((group, at) => group !== found[at - 1]).map(({ mark }) => mark);
    const marks = [
      ...row.slice(0, MOST_MARKS),
      ...marksOf('r', signals),
      ...marksOf('h', hints),
      ...marksOf('d', discounted),
    ];
    const isKnown = [...signals, ...hints].some(({ level }) => level === 'high');
    const cut = tokens[MOST_WORDS]?.start ?? narrative.length;
    return {
      text: [narrative.slice(0, cut), ...marks].join(' '),
      evidence: isKnown
        ? 'grave'
        : (EVIDENCE.find((one) => found.some((group) => group.evidence === one)) ?? 'ordinary'),
    };
  }
}

/** @throws ContentError naming the file and line of the mistake. */
export function readConcepts(path = FILE): Concepts {
  const read = readYaml(path, 'content/impact-concepts.yaml', file);
  const entries = EVIDENCE.flatMap((evidence) =>
    Object.values(read[evidence]).map((list) => ({ list, evidence })),
  ).flatMap(({ list, evidence }, at) => {
    const of = { mark: markOf('c', at), evidence };
    return list.map((pattern) => ({ pattern, of }));
  });
  return new Concepts(new PatternIndex(entries));
}

function marksOf(kind: string, signals: readonly Signal[]): string[] {
  return [...new Set(signals.map(({ rule }) => markOf(kind, ALL_CLAUSES.indexOf(rule))))];
}

/** A mark is short, and no word of any language: the pieces of a long word would outweigh the narrative. */
const markOf = (kind: string, at: number) => `z${kind}${at.toString(36)}0`;
