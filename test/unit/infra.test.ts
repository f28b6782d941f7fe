import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings, SettingsError } from '../../src/settings.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const MODULES = readdirSync(join(ROOT, 'infra/modules'));
const main = textOf('infra/main.bicep');

/** What one group of a pattern finds, in order. */
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

interface ModuleUse {
  symbol: string;
  path: string;
  /** Of its deployment. */
  name: string;
  handed: string[];
}

/** The modules that the main file deploys, and the names of the parameters that it hands each. */
function modulesUsed(): ModuleUse[] {
  return [...main.matchAll(/^module (\w+) '([^']+)' = (?:if \([^\n]*\) )?\{\n([\s\S]*?)^\}/gm)].map(
    ([, symbol = '', path = '', body = '']) => ({
      symbol,
      path,
      name: all(body, /^ {2}name: '([^']+)'$/gm).join(),
      handed: all(body, /^ {4}(\w+): /gm),
    }),
  );
}

/** The settings without which production does not start. */
function needed(): string[] {
  try {
    readSettings({ NODE_ENV: 'production' });
  } catch (error) {
    assert.ok(error instanceof SettingsError);
    return error.problems.map((problem) => problem.split(':')[0] ?? '');
  }
  throw new Error('production needs nothing');
}

describe('what puts it on Azure', () => {
  it('uses every module, and hand each the parameters that it has', () => {
    const used = modulesUsed();
    assert.deepEqual(used.map(({ path }) => path.replace('modules/', '')).sort(), [...MODULES].sort());
    for (const { path, handed } of used) {
      const parameters = all(textOf(`infra/${path}`), /^param (\w+) /gm);
      assert.deepEqual([...handed].sort(), [...parameters].sort(), path);
    }
  });

  it('reads only outputs that modules have', () => {
    const used = modulesUsed();
    for (const [, symbol = '', output = ''] of main.matchAll(/(\w+)!?\.outputs\.(\w+)/g)) {
      const path = used.find((one) => one.symbol === symbol)?.path ?? '';
      assert.ok(all(textOf(`infra/${path}`), /^output (\w+) /gm).includes(output), `${symbol}.${output}`);
    }
  });

  it('deploys no module under the name of the whole, which the service would refuse as under way', () => {
    const whole = new Set(all(textOf('docs/deploy.md'), /az deployment group \w+ .*--name (\S+)/g));
    assert.equal(whole.size, 1, 'one name, from step to step');
    const names = modulesUsed().map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    assert.deepEqual(
      names.filter((name) => name === '' || whole.has(name)),
      [],
    );
  });

  it('gives a name of its own to what is named across all of Azure, and a lower-case one where it must be', () => {
    const nameOf = (module: string) => {
      const [, body = ''] =
        new RegExp(`'modules/${module}\\.bicep' = .*\\n([\\s\\S]*?)^\\}`, 'm').exec(main) ?? [];
      return all(body, /^ {4}name: (.+)$/gm).join();
    };
    for (const module of ['storage', 'cosmos', 'vault', 'registry', 'bot']) {
      assert.match(nameOf(module), /\bunique\b/, module);
    }
    assert.match(main, /^var unique = '\$\{toLower\(name\)\}\$\{uniqueString\(resourceGroup\(\)\.id\)\}'$/m);
    assert.match(main, /^var appName = '\$\{toLower\(name\)\}-bot'$/m);
    assert.equal(nameOf('app'), 'appName');
    assert.equal(nameOf('environment'), 'toLower(name)');
    assert.match(main, /^var publicHost = '\$\{appName\}\./m);
  });

  it('tells all that the guide goes on with, the tables wherever they are', () => {
    const told = all(main, /^output (\w+) /gm);
    const [, noted = ''] = /Note ([\s\S]+?) of\s+the last command/.exec(textOf('docs/deploy.md')) ?? [];
    assert.deepEqual(all(noted, /`(\w+)`/g).sort(), [...told].sort());
    const wherever = 'useCosmosTables ? cosmos!.outputs.tablesEndpoint : storage.outputs.tablesEndpoint';
    assert.ok(main.includes(`output tablesEndpoint string = ${wherever}\n`));
    assert.match(textOf('docs/deploy.md'), /\bTABLES_ENDPOINT=TABLES_ENDPOINT\b/);
  });

  it('has every provider registered that it uses', () => {
    const everything = MODULES.map((name) => textOf(`infra/modules/${name}`)).join('\n');
    const used = new Set(all(everything, /^resource \w+ '(Microsoft\.\w+)\//gm));
    // Every subscription has this one.
    used.delete('Microsoft.Authorization');
    const [, registered = ''] = /for provider in ([\s\S]+?); do/.exec(textOf('docs/deploy.md')) ?? [];
    assert.deepEqual(registered.split(/[\s\\]+/).sort(), [...used].map((name) => name.split('.')[1]).sort());
  });

  it('hands the process only settings that there are, and all that production needs', () => {
    const handed = all(main, /\{ name: '(\w+)', value: /g);
    const documented = all(textOf('.env.example'), /^([A-Z_]+)=/gm);
    for (const name of handed) assert.ok(documented.includes(name), name);
    // What is secret is not handed over, but read from the vault by the identity.
    const referred = all(textOf('infra/modules/app.bicep'), /\{ name: '(\w+)', secretRef: /g);
    assert.deepEqual(referred, ['FIELD_KEYS']);
    for (const name of needed()) assert.ok([...handed, ...referred].includes(name), name);
    const isSecret = /PASSWORD|KEY|SECRET|CONNECTION/;
    assert.deepEqual(
      handed.filter((name) => isSecret.test(name)),
      [],
    );
  });

  it('opens nothing with a key or a password, and read none', () => {
    const everything = MODULES.map((name) => textOf(`infra/modules/${name}`)).join('\n') + main;
    assert.doesNotMatch(everything, /listKeys|listCredentials|connectionString|@secure|password:/i);
    assert.match(everything, /allowSharedKeyAccess: false/);
    assert.match(everything, /adminUserEnabled: false/);
    assert.match(everything, /enableRbacAuthorization: true/);
    assert.match(everything, /enablePurgeProtection: true/);
    assert.equal(all(everything, /(disableLocalAuth): true/g).length, 2);
    assert.match(everything, /msaAppType: 'UserAssignedMSI'/);
    assert.match(everything, /allowInsecure: false/);
  });

  it('runs two instances, with the health checks that the server has', () => {
    const app = textOf('infra/modules/app.bicep');
    assert.match(app, /minReplicas: 2/);
    assert.deepEqual(all(app, /path: '([^']+)'/g), ['/healthz', '/healthz', '/readyz']);
    assert.deepEqual(all(app, /type: '(Startup|Liveness|Readiness)'/g), ['Startup', 'Liveness', 'Readiness']);
    assert.match(main, /\{ name: 'TRUSTED_PROXIES', value: '1' \}/);
  });

  it('closes every bracket', () => {
    for (const path of ['main.bicep', ...MODULES.map((name) => `modules/${name}`)]) {
      const text = textOf(`infra/${path}`);
      for (const [open, close] of ['{}', '()', '[]']) {
        assert.equal(text.split(open ?? '').length, text.split(close ?? '').length, `${path} ${open}`);
      }
    }
  });
});

describe('the image', () => {
  const lines = textOf('Dockerfile').split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  it('takes from the first stage what is built, without development dependencies', () => {
    assert.equal(lines.filter((line) => line.startsWith('FROM ')).length, 2);
    for (const line of last.filter((one) => one.startsWith('COPY ')))
      assert.match(line, /^COPY --from=build /);
    const steps = lines.filter((line) => line.startsWith('RUN '));
    assert.deepEqual(steps, [
      'RUN npm ci --ignore-scripts',
      'RUN npm run build',
      'RUN npm ci --omit=dev --ignore-scripts',
    ]);
    const check = textOf('.ci/image');
    for (const step of steps) assert.ok(check.includes(step.replace('RUN ', '')), step);
  });

  it('holds every file that the process reads', () => {
    const held = last
      .filter((line) => line.startsWith('COPY '))
      .map((line) => join('/', line.split(' ').at(-2)?.replace('/app/', '') ?? ''));
    // Local mode and the commands do not run in it.
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      /^(?!local|cli).*\.ts$/.test(path),
    );
    const read = sources.flatMap((path) =>
      all(textOf(`src/${path}`), /new URL\('([^']+)', import\.meta\.url\)/g).map((to) =>
        join('/src', path, '..', to),
      ),
    );
    assert.ok(read.includes('/dist/web-page/') && read.includes('/content/'), read.join());
    for (const path of read)
      assert.ok(
        held.some((folder) => path.startsWith(`${folder}/`)),
        path,
      );
  });

  it('runs as an ordinary user', () => {
    const user = last.indexOf('USER node');
    assert.ok(user > 0 && user < last.findIndex((line) => line.startsWith('CMD ')));
  });

  it('is built of files that are there, and that reach the builder', () => {
    const sent = all(textOf('.dockerignore'), /^!(.+)$/gm);
    const copied = lines
      .filter((line) => /^COPY (?!--from)/.test(line))
      .flatMap((line) => line.split(' ').slice(1, -1));
    assert.deepEqual([...copied].sort(), [...sent].sort());
    for (const path of copied) assert.ok(existsSync(join(ROOT, path)), path);
  });
});
