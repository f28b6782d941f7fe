/** Lists the shipped packages as CycloneDX 1.5: each one with its licence, hash and dependencies. */

/** A package in the lockfile. */
export interface ShippedPackage {
  name?: string;
  version?: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

type Packages = Readonly<Record<string, ShippedPackage>>;
const FOLDER = 'node_modules/';

/**
 * Builds the bill of materials of a package-lock.json, without development dependencies. `npm sbom
 * --omit=dev` also drops packages that a development dependency shares, for instance `@azure/identity`.
 */
export function billOfMaterials(packages: Packages): object {
  const root = packages[''] ?? {};
  const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  const component = { type: 'application', 'bom-ref': 'root', name: root.name, version: root.version };
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component },
    components: shipped.map(([path, { version, license, integrity }]) => ({
      type: 'library',
      'bom-ref': path,
      name: nameOf(path),
      version,
      purl: `pkg:npm/${nameOf(path).replace('@', '%40')}@${version}`,
      ...(license && {
        licenses: [/^[\w.-]+$/.test(license) ? { license: { id: license } } : toExpression(license)],
      }),
      ...(integrity && { hashes: [{ alg: 'SHA-512', content: hexOf(integrity) }] }),
    })),
    dependencies: [
      { ref: 'root', dependsOn: needsOf('', root, packages) },
      ...shipped.map(([path, one]) => ({ ref: path, dependsOn: needsOf(path, one, packages) })),
    ],
  };
}

/** Returns an SPDX expression as such; anything else is the name of a licence. */
function toExpression(license: string): object {
  return /^[\w.\-() ]+$/.test(license) ? { expression: license } : { license: { name: license } };
}

/** Returns the paths of a package's dependencies, resolved as Node does: here, or further up. */
function needsOf(path: string, one: ShippedPackage, packages: Packages): string[] {
  const names = Object.keys({ ...one.dependencies, ...one.optionalDependencies });
  return names.flatMap((name) => {
    let at = path;
    for (;;) {
      const candidate = `${at === '' ? '' : `${at}/`}${FOLDER}${name}`;
      if (packages[candidate]) return [candidate];
      if (at === '') return [];
      at = at.slice(0, Math.max(0, at.lastIndexOf(`/${FOLDER}`)));
    }
  });
}

const nameOf = (path: string) => path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
const hexOf = (integrity: string) => Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
