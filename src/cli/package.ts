/** `npm run package [-- FILE.zip]`: builds the Teams app package from the environment (docs/deploy.md). */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { VERSION } from '../platform/version.js';
import { PackageError, teamsPackage } from './teams-package.js';

const [file = 'artifacts/humanizacion-teams.zip'] = process.argv.slice(2);
try {
  const { zip, version } = await teamsPackage(process.env, VERSION);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, zip);
  process.stdout.write(`${file} (${zip.length} bytes), version ${version}\n`);
} catch (error) {
  if (!(error instanceof PackageError)) throw error;
  process.stderr.write(`${error.message}\nSee docs/deploy.md for what each one means.\n`);
  process.exitCode = 1;
}
