/** Checks that the dependencies have permissive licences, which require no more than attribution. */

/** SPDX identifiers of permissive licences and public domain dedications. */
const ALLOWED = new Set([
  '0BSD',
  'AFL-2.1',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'PSF-2.0',
  'Unlicense',
  'Zlib',
]);

const FONT = 'a font, shipped unchanged with its licence; only a changed font has to keep the licence';

/** Packages whose package.json has no clear licence or a wrong one, or that are not shipped; a person has read each one. */
const READ_BY_HAND: Record<string, { licence: string; why: string }> = {
  '@fontsource-variable/lora@5.3.0': { licence: 'OFL-1.1', why: FONT },
  '@fontsource-variable/noto-emoji@5.3.1': { licence: 'OFL-1.1', why: FONT },
  '@fontsource-variable/nunito@5.3.0': { licence: 'OFL-1.1', why: FONT },
  'axe-core@4.14.1': { licence: 'MPL-2.0', why: 'unchanged, only in the browser tests, never shipped' },
  'date-holidays@3.37.0': {
    licence: 'ISC AND CC-BY-SA-3.0',
    why: 'its LICENSE: the data is under CC BY-SA 3.0; of it, the bundle has a table that stays so and says so',
  },
  'escape-regexp-component@1.0.2': { licence: 'MIT', why: 'its Readme says so' },
  'jspath@0.4.0': { licence: 'MIT', why: 'its LICENSE file' },
  'limiter@1.1.5': { licence: 'MIT', why: 'its LICENSE.txt, and an old form of the field' },
  'lunr-languages@1.22.0': { licence: 'MPL-1.1', why: 'unchanged, only in a benchmark, never shipped' },
  'uri-templates@0.2.0': { licence: 'public domain', why: 'its Readme: public domain; never shipped' },
};

/** A package in the lockfile. */
export interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
}

/** The licence of `name@version`: what was read by hand, before what its package.json says. */
export const licenceOf = (name: string, declared: string | undefined): string =>
  READ_BY_HAND[name]?.licence ?? declared ?? 'none';

/**
 * @param packages the `packages` of a package-lock.json, by path.
 * @returns the packages that are not allowed, one line each, and the number of packages by licence.
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
    const licence = licenceOf(name, license);
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
    if (!READ_BY_HAND[name] && !isAllowed(licence)) problems.push(`${name}: ${licence}`);
  }
  return { problems, counts };
}

/** Evaluates an SPDX expression, one level deep as packages write it: all of `AND`, one of `OR`. */
function isAllowed(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((one) => ALLOWED.has(one)));
}
