/** `npm run --silent sbom > sbom.json`: the bill of materials of what is shipped, as CycloneDX. */
import { billOfMaterials } from './bill-of-materials.js';
import { readLockfile } from './lockfile.js';

process.stdout.write(`${JSON.stringify(billOfMaterials(readLockfile()), undefined, 2)}\n`);
