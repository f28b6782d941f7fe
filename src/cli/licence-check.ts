/** Which licences the project's dependencies may have: those that ask for no more than to be named. */

/** SPDX identifiers of permissive licences, and of dedications to the public domain. */
const ALLOWED = new Set([
  '0BSD',
  'AFL-2.1',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'ISC',
  'MIT',
  'PSF-2.0',
  'Unlicense',
  'Zlib',
]);

/** Packages whose package.json is silent or vague, or which are not shipped; each was read by a person. */
const READ_BY_HAND: Record<string, { licence: string; why: string }> = {
  'axe-core@4.14.1': { licence: 'MPL-2.0', why: 'unchanged, only in the browser tests, never shipped' },
  'escape-regexp-component@1.0.2': { licence: 'MIT', why: 'its Readme says so' },
  'jspath@0.4.0': { licence: 'MIT', why: 'its LICENSE file' },
  'lunr-languages@1.22.0': { licence: 'MPL-1.1', why: 'unchanged, only in a benchmark, never shipped' },
  'uri-templates@0.2.0': { licence: 'public domain', why: 'its Readme: public domain; never shipped' },
};

/** A package as the lockfile has it. */
export interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
}

/**
 * @param packages the `packages` of a package-lock.json, by path.
 * @returns what is not allowed, a line each, and how many packages have each licence.
 */
export function checkLicences(packages: Readonly<Record<string, LockedPackage>>): {
  problems: string[];
  counts: Map<string, number>;
} {
  const problems: string[] = [];
  const counts = new Map<string, number>();
  for (const [path, { version, license }] of Object.entries(packages)) {
    if (path === '') continue;
    const name = `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`;
    const read = READ_BY_HAND[name];
    const licence = read?.licence ?? license ?? 'none';
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
    if (!read && !isAllowed(licence)) problems.push(`${name}: ${licence}`);
  }
  return { problems, counts };
}

/** An expression of SPDX, one level deep as packages write them: all of `AND`, one of `OR`. */
function isAllowed(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((one) => ALLOWED.has(one)));
}
