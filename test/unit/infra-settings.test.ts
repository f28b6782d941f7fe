/** The settings of production, beside what `infra/` gives the process. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { localEnvironment, productionEnvironment } from '../../src/environment.js';
import { readSettings } from '../../src/settings.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');
/** Returns the first group of every match, in order. */
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** Why a setting has no parameter. */
const NOT_IN_AZURE: Record<string, string> = {
  MICROSOFT_APP_PASSWORD: 'the managed identity has none',
  DRAIN_SECONDS: 'its default goes with the probes and the grace period of the app',
};
/** Not read by the schemas: it chooses between them. */
const MODE = 'NODE_ENV';

const main = textOf('infra/main.bicep');
const exampleForAzure = textOf('infra/main.example.bicepparam');
const known = Object.keys(productionEnvironment.shape);
const handed = all(main, /\{ name: '(\w+)', value: /g);
const [, offered = ''] = /^type botSettings = \{\n([\s\S]*?)^\}/m.exec(main) ?? [];
const chosen = all(offered, /^ {2}([A-Z_]+): .+\?$/gm);
const referred = all(textOf('infra/modules/app.bicep'), /\{ name: '([A-Z_]+)', secretRef: /g);

describe('the settings of production', () => {
  it('all reach the process in Azure by one way, or it is said why not', () => {
    const given = [...handed, ...chosen, ...referred, ...Object.keys(NOT_IN_AZURE)];
    assert.deepEqual(given.sort(), [MODE, ...known].sort());
  });

  it('are all in .env.example, and no others, local mode included', () => {
    const documented = all(textOf('.env.example'), /^([A-Z_]+)=/gm);
    const every = new Set([MODE, ...known, ...Object.keys(localEnvironment.shape)]);
    assert.deepEqual(documented.sort(), [...every].sort());
  });

  it('which are secrets are read from the vault by the identity, and never handed over', () => {
    assert.deepEqual(referred, ['FIELD_KEYS', 'INTEGRITY_KEYS', 'AZURE_OPENAI_API_KEY', 'WEBHOOKS']);
    const isSecret = /PASSWORD|KEYS?$|SECRET|CONNECTION(?<!INSIGHTS_CONNECTION)/;
    assert.deepEqual(
      [...handed, ...chosen].filter((name) => isSecret.test(name)),
      [],
    );
  });

  it('have the choices in Azure that the process takes', () => {
    const [, ...choices] = offered.split(/^ {2}(?=[A-Z_]+: \()/m);
    assert.ok(choices.length >= 3);
    for (const choice of choices) {
      const [, name = '', values = ''] = /^([A-Z_]+): \(([^)]+)\)\?/.exec(choice) ?? [];
      for (const value of all(values, /'(\w+)'/g)) {
        const { success } = productionEnvironment.shape[name as 'BOT_SDK'].safeParse(value);
        assert.ok(success, `${name}=${value}`);
      }
    }
  });

  it('are not invented where somebody deploys the example as it is', () => {
    const active = exampleForAzure.replaceAll(/^\/\/.*$/gm, '');
    assert.doesNotMatch(active, /https?:|\d{3}/);
  });

  it('can be the ones of the example for Azure', () => {
    const [, example = ''] = /^\/\/ param settings = \{\n([\s\S]*?)^\/\/ \}/m.exec(exampleForAzure) ?? [];
    const settings = Object.fromEntries(
      [...example.matchAll(/^\/\/ {3}([A-Z_]+): '(.*)'$/gm)].map(([, name = '', value]) => [name, value]),
    );
    assert.ok(Object.keys(settings).length > 0);
    for (const name of Object.keys(settings)) assert.ok(chosen.includes(name), name);
    assert.doesNotThrow(() => readSettings(settings));
  });
});
