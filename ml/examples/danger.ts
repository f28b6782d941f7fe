/** What people write who are in danger, by kind, and what only sounds like it: `content/danger/`. */
import { z } from 'zod';
import { ROOT } from '../../src/platform/root.js';
import { fold } from '../../src/platform/text/fold.js';
import { ContentError, readYaml } from '../../src/platform/text/yaml-file.js';
import {
  DANGER_KINDS,
  type DangerKind,
  type DangerSituation,
  dangerOf,
} from '../../src/platform/understanding/danger.js';
import type { Danger } from '../../src/platform/understanding/intents.js';

const FOLDER = `${ROOT}content/danger/`;
const MIN_OF_KIND = 280;
const MIN_NEAR = 3_800;

const texts = z.array(z.string().trim().min(1));
const byTime = z.strictObject({ now: texts, told: texts });
const ofKind = z.strictObject({ self: byTime, other: byTime });
const nearMisses = z.strictObject({ answers: texts, others: texts });

export interface DangerTexts {
  kinds: Readonly<Record<DangerKind, z.output<typeof ofKind>>>;
  /** Answers to a question of a leader, and everything else that is no danger. */
  near: z.output<typeof nearMisses>;
}

export interface DangerText {
  text: string;
  kind: DangerKind;
  situation: DangerSituation;
  danger: Danger;
}

/** All that tell of danger. */
export const dangerTexts = ({ kinds }: DangerTexts): DangerText[] =>
  DANGER_KINDS.flatMap((kind) => {
    const { self, other } = kinds[kind];
    const of = (texts: readonly string[], situation: DangerSituation) =>
      texts.map((text) => ({
        text,
        kind,
        situation,
        danger: dangerOf(kind, situation === 'now' || situation === 'other-now'),
      }));
    return [
      ...of(self.now, 'now'),
      ...of(self.told, 'told'),
      ...of(other.now, 'other-now'),
      ...of(other.told, 'other-told'),
    ];
  });

/**
 * Reads and checks them.
 * @throws ContentError naming the file of every error.
 */
export function readDanger(): DangerTexts {
  const read = <T>(name: string, schema: z.ZodType<T>) =>
    readYaml(`${FOLDER}${name}.yaml`, `content/danger/${name}.yaml`, schema);
  const kinds = Object.fromEntries(DANGER_KINDS.map((kind) => [kind, read(kind, ofKind)])) as Record<
    DangerKind,
    z.output<typeof ofKind>
  >;
  const found = { kinds, near: read('near', nearMisses) };
  const problems = problemsIn(found);
  if (problems.length > 0) throw new ContentError(problems);
  return found;
}

function problemsIn({ kinds, near }: DangerTexts): string[] {
  const files = {
    ...Object.fromEntries(DANGER_KINDS.map((kind) => [kind, allOf(kinds[kind])])),
    near: allNear(near),
  };
  const owners = new Map<string, string>();
  return Object.entries(files).flatMap(([name, all]) => {
    const least = name === 'near' ? MIN_NEAR : MIN_OF_KIND;
    const few =
      all.length < least ? [`content/danger/${name}.yaml:1: ${all.length} texts, fewer than ${least}`] : [];
    const twice = all.flatMap((text) => {
      const key = fold(text) || text;
      const owner = owners.get(key);
      owners.set(key, name);
      return owner === undefined
        ? []
        : [`content/danger/${name}.yaml:1: "${text}" stands in ${owner}.yaml too`];
    });
    return [...few, ...twice];
  });
}

const allOf = ({ self, other }: z.output<typeof ofKind>): string[] =>
  [self, other].flatMap(({ now, told }) => [...now, ...told]);
const allNear = ({ answers, others }: z.output<typeof nearMisses>): string[] => [...answers, ...others];
