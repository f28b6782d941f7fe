/** `npm run --silent sbom > sbom.json`: writes the bill of materials of the shipped packages as CycloneDX. */
import { billOfMaterials } from './bill-of-materials.js';
import { readLockfile } from './lockfile.js';

process.stdout.write(`${JSON.stringify(billOfMaterials(readLockfile()), undefined, 2)}\n`);
