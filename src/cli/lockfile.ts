import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ROOT } from '../platform/root.js';

const names = z.record(z.string(), z.string()).optional();
const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      version: z.string().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().optional(),
      dependencies: names,
      optionalDependencies: names,
    }),
  ),
});

/** Returns the packages of the project's package-lock.json by path; the project itself has the empty path. */
export function readLockfile(): z.output<typeof lock>['packages'] {
  const text = readFileSync(`${ROOT}package-lock.json`, 'utf8');
  return lock.parse(JSON.parse(text)).packages;
}
