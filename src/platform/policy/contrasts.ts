/** How two things differ: `content/contrasts.yaml`. */
import { z } from 'zod';
import { ROOT } from '../root.js';
import { ContentError, readYaml } from '../text/yaml-file.js';
import { textWithFigures } from './placeholders.js';
import type { Policy } from './policy.js';

const sentence = textWithFigures(10, 260);
const name = z.string().trim().min(3).max(60).optional();
const difference = z.strictObject({
  difference: textWithFigures(20, 400),
  /** Of what is no section of the policy. */
  name_a: name,
  name_b: name,
  example_a: sentence,
  example_b: sentence,
});
const file = z.array(
  z.strictObject({ a: z.string(), b: z.string(), ...difference.shape, english: difference }),
);

/** Two things; each is a section of the policy, or has a name. */
export type ContrastPair = z.output<typeof file>[number];

/** @throws ContentError when the file is wrong, or one of two things is no section and has no name. */
export function readContrasts(policy: Policy): ContrastPair[] {
  const pairs = readYaml(`${ROOT}content/contrasts.yaml`, 'content/contrasts.yaml', file);
  const problems = pairs
    .flatMap(({ a, b, english, ...own }) =>
      [own, english].flatMap((words) => [
        [a, words.name_a],
        [b, words.name_b],
      ]),
    )
    .filter(([id, given]) => !policy.find(id ?? '') && !given)
    .map(([id]) => `content/contrasts.yaml:1: ${id} is no section of the policy and has no name`);
  if (problems.length > 0) throw new ContentError([...new Set(problems)]);
  return pairs;
}
