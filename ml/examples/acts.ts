/** How people go on from what is open, written by many writers: `content/acts/`. */
import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { ACTS, NO_ACT, THINGS } from '../../src/platform/dialogue/acts.js';
import { ROOT } from '../../src/platform/root.js';
import { ContentError, readYaml } from '../../src/platform/text/yaml-file.js';
import type { FitOptions } from '../learn/fit-linear.js';
import type { Example } from '../learn/prepare.js';

const FOLDER = `${ROOT}content/acts/`;
const LEAST_PHRASINGS = 80;
const LEAST_NEAR = 60;

const line = { by: z.int(), text: z.string().trim().min(1) };
const phrasing = z.strictObject(line);
/** What sounds like the act and is another one, or none. */
const nearMiss = z.strictObject({ ...line, on: z.enum(THINGS), is: z.enum([...ACTS, NO_ACT]) });
const file = z.strictObject({
  phrasings: z.partialRecord(z.enum(THINGS), z.array(phrasing)),
  near: z.array(nearMiss).min(LEAST_NEAR),
});

export interface ActPhrasing {
  act: (typeof ACTS)[number] | typeof NO_ACT;
  on: (typeof THINGS)[number];
  /** The number of its writer. */
  by: number;
  text: string;
  isNearMiss: boolean;
}

/**
 * Reads and checks the phrasings of acts.
 * @throws ContentError naming the file and line of every error.
 */
export function readActs(folder = FOLDER): ActPhrasing[] {
  const problems: string[] = [];
  for (const name of readdirSync(folder)) {
    if (!ACTS.some((act) => `${act}.yaml` === name))
      problems.push(`content/acts/${name}:1: there is no act of this name`);
  }
  const all = ACTS.flatMap((act): ActPhrasing[] => {
    try {
      const { phrasings, near } = readYaml(`${folder}${act}.yaml`, `content/acts/${act}.yaml`, file);
      const own = Object.entries(phrasings).flatMap(([on, lines]) =>
        lines.map(({ by, text }) => ({
          act,
          on: on as ActPhrasing['on'],
          by,
          text: plain(text),
          isNearMiss: false,
        })),
      );
      if (own.length < LEAST_PHRASINGS)
        problems.push(`content/acts/${act}.yaml:1: fewer than ${LEAST_PHRASINGS} phrasings`);
      return [
        ...own,
        ...near.map(({ is, on, by, text }) => ({ act: is, on, by, text: plain(text), isNearMiss: true })),
      ];
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new ContentError(problems);
  return all;
}

/** Brackets mark the words that are passed on. */
const plain = (text: string): string => text.replace(/[[\]]/g, '');

export const ACTS_FIT: FitOptions = { rate: 0.5, l2: 2e-5, shape: true, least: 2 };
const NEAR_MISS = 2;
const OTHER = 0.4;
/** Of the texts that are written for other models, one of so many. */
const ONE_OF = 4;

/** @param others texts that do nothing to what is open, as questions and stories. */
export function actExamples(phrasings: readonly ActPhrasing[], others: readonly string[]): Example[] {
  const some = others.filter((_, at) => at % ONE_OF === 0);
  return [
    ...phrasings.map(({ act, on, text, isNearMiss }) => ({
      text,
      label: act,
      circumstance: on,
      ...(isNearMiss && { weight: NEAR_MISS }),
    })),
    // Each in one circumstance or another, always the same.
    ...some.map((text, at) => ({
      text,
      label: NO_ACT,
      circumstance: THINGS[at % THINGS.length] as string,
      weight: OTHER,
    })),
  ];
}

/** These tell what happened, or answer help: there may be danger in them. */
const MAY_TELL: Partial<Readonly<Record<ActPhrasing['act'], readonly ActPhrasing['on'][]>>> = {
  [NO_ACT]: THINGS,
  add: ['draft', 'mine', 'training'],
  correct: ['draft', 'mine'],
  complain: THINGS,
  raise: THINGS,
  reply: THINGS,
};

/** What people say to what is open, and that tells nothing. */
export function plainTurns(phrasings: readonly ActPhrasing[]): string[] {
  const isPlain = ({ act, on }: ActPhrasing) => on !== 'alarm' && !MAY_TELL[act]?.includes(on);
  return [...new Set(phrasings.filter(isPlain).map(({ text }) => text))];
}
