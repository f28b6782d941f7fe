import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { PLAYS } from '../../src/local/drills/plays.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const MODULES = readdirSync(join(ROOT, 'infra/modules'));
const main = textOf('infra/main.bicep');

/** Returns the first group of every match, in order. */
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

interface ModuleUse {
  symbol: string;
  path: string;
  /** The name of its deployment. */
  name: string;
  handed: string[];
}

/** Returns the modules that the main file deploys, and the names of the parameters that it passes to each. */
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

describe('the Azure infrastructure', () => {
  it('uses every module and passes each one exactly its parameters', () => {
    const used = modulesUsed();
    assert.deepEqual(used.map(({ path }) => path.replace('modules/', '')).sort(), [...MODULES].sort());
    for (const { path, handed } of used) {
      const parameters = all(textOf(`infra/${path}`), /^param (\w+) /gm);
      assert.deepEqual([...handed].sort(), [...parameters].sort(), path);
    }
  });

  it('reads only outputs that the modules have', () => {
    const used = modulesUsed();
    for (const [, symbol = '', output = ''] of main.matchAll(/(\w+)!?\.outputs\.(\w+)/g)) {
      const path = used.find((one) => one.symbol === symbol)?.path ?? '';
      assert.ok(all(textOf(`infra/${path}`), /^output (\w+) /gm).includes(output), `${symbol}.${output}`);
    }
  });

  it('gives no module the name of the whole deployment, which the service refuses while it runs', () => {
    const whole = new Set(all(textOf('docs/deploy.md'), /az deployment group \w+ .*--name (\S+)/g));
    assert.equal(whole.size, 1, 'one name, from step to step');
    const names = modulesUsed().map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    assert.deepEqual(
      names.filter((name) => name === '' || whole.has(name)),
      [],
    );
  });

  it('uses unique names for resources that are global in Azure, in lower case where required', () => {
    const nameOf = (module: string) => {
      const [, body = ''] =
        new RegExp(`'modules/${module}\\.bicep' = .*\\n([\\s\\S]*?)^\\}`, 'm').exec(main) ?? [];
      return all(body, /^ {4}name: (.+)$/gm).join();
    };
    for (const module of ['vault', 'registry', 'bot']) {
      assert.match(nameOf(module), /\bunique\b/, module);
    }
    assert.match(main, /^var unique = '\$\{toLower\(name\)\}\$\{uniqueString\(resourceGroup\(\)\.id\)\}'$/m);
    assert.match(main, /^var appName = '\$\{toLower\(name\)\}-bot'$/m);
    assert.equal(nameOf('storage'), 'take(storageName, 24)');
    assert.match(nameOf('cosmos'), /\bstorageName\b/);
    assert.match(
      main,
      /^var storageName = empty\(storageGeneration\) \? unique : '\$\{toLower\(name\)\}\$\{uniqueString\(resourceGroup\(\)\.id, storageGeneration\)\}'$/m,
    );
    assert.equal(nameOf('app'), 'appName');
    assert.equal(nameOf('environment'), 'toLower(name)');
    assert.match(main, /^var publicHost = '\$\{appName\}\./m);
  });

  it('outputs everything that the guide needs, and the tables endpoint of either service', () => {
    const told = all(main, /^output (\w+) /gm);
    const [, noted = ''] = /Note ([\s\S]+?) of\s+the last command/.exec(textOf('docs/deploy.md')) ?? [];
    assert.deepEqual(all(noted, /`(\w+)`/g).sort(), [...told].sort());
    const wherever = 'useCosmosTables ? cosmos!.outputs.tablesEndpoint : storage.outputs.tablesEndpoint';
    assert.ok(main.includes(`output tablesEndpoint string = ${wherever}\n`));
    assert.match(textOf('docs/deploy.md'), /\bTABLES_ENDPOINT=TABLES_ENDPOINT\b/);
  });

  it('registers every provider that it uses', () => {
    const everything = MODULES.map((name) => textOf(`infra/modules/${name}`)).join('\n');
    const used = new Set(all(everything, /^resource \w+ '(Microsoft\.\w+)\//gm));
    // Every subscription has this one.
    used.delete('Microsoft.Authorization');
    const [, registered = ''] = /for provider in ([\s\S]+?); do/.exec(textOf('docs/deploy.md')) ?? [];
    assert.deepEqual(registered.split(/[\s\\]+/).sort(), [...used].map((name) => name.split('.')[1]).sort());
  });

  it('opens nothing with a key or a password, and reads none', () => {
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

  it('runs two instances with the health checks of the server', () => {
    const app = textOf('infra/modules/app.bicep');
    assert.match(app, /minReplicas: 2\b/);
    assert.match(app, /maxReplicas: 5\b/);
    assert.deepEqual(all(app, /path: '([^']+)'/g), ['/healthz', '/healthz', '/readyz']);
    assert.deepEqual(all(app, /type: '(Startup|Liveness|Readiness)'/g), ['Startup', 'Liveness', 'Readiness']);
    assert.match(main, /\{ name: 'TRUSTED_PROXIES', value: '1' \}/);
  });

  describe('parsed by the grammar of Bicep', () => {
    const paths = ['main.bicep', ...MODULES.map((name) => `modules/${name}`)];
    let parse: (text: string) => Node;
    before(async () => {
      await Parser.init();
      const parser = new Parser();
      const grammar = join(ROOT, 'node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm');
      parser.setLanguage(await Language.load(grammar));
      parse = (text) => {
        const tree = parser.parse(text);
        assert.ok(tree);
        return tree.rootNode;
      };
    });

    /** The lines that the grammar does not take. */
    const wrongLines = (node: Node): number[] => [
      ...(node.isError || node.isMissing ? [node.startPosition.row + 1] : []),
      ...node.children.flatMap((child) => (child ? wrongLines(child) : [])),
    ];

    it('has no errors', () => {
      for (const path of paths) assert.deepEqual(wrongLines(parse(textOf(`infra/${path}`))), [], path);
    });

    it('by a grammar that finds a bracket or a sign that is missing', () => {
      for (const path of paths) {
        const text = textOf(`infra/${path}`);
        const broken = [
          text.replace(/^\}$/m, ''),
          text.replace(/^(resource .*) = /m, '$1 ').replace(/^(module .*) = /m, '$1 '),
        ];
        for (const [at, one] of broken.entries()) {
          assert.notEqual(one, text, `${path} ${at}`);
          assert.ok(parse(one).hasError, `${path} ${at}`);
        }
      }
    });

    /** The values of a property, wherever it stands. */
    function valuesOf(path: string, property: string): string[] {
      const found: string[] = [];
      const visit = (node: Node) => {
        const [name, , value] = node.children;
        if (node.type === 'object_property' && name?.text === property && value) found.push(value.text);
        for (const child of node.children) if (child) visit(child);
      };
      visit(parse(textOf(`infra/${path}`)));
      return found;
    }

    // https://learn.microsoft.com/javascript/api/@azure/arm-appcontainers/containerappprobe
    for (const [property, least, most] of [
      ['failureThreshold', 1, 10],
      ['periodSeconds', 1, 240],
      ['timeoutSeconds', 1, 240],
      ['terminationGracePeriodSeconds', 0, 600],
    ] as const) {
      it(`keeps ${property} of the app within ${least} and ${most}, as the service wants it`, () => {
        const values = valuesOf('modules/app.bicep', property).map(Number);
        assert.ok(values.length > 0);
        for (const value of values) assert.ok(value >= least && value <= most, `${value}`);
      });
    }

    it('gives an instance a minute to start', () => {
      const app = textOf('infra/modules/app.bicep');
      const [, period, failures] =
        /type: 'Startup'[\s\S]*?periodSeconds: (\d+)\s+failureThreshold: (\d+)/.exec(app) ?? [];
      assert.equal(Number(period) * Number(failures), 60);
    });

    it('waits for lines that the bot writes, and each alarm has its part in the guide, with a drill', () => {
      const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts'))
        .map((path) => textOf(`src/${path}`))
        .join('\n');
      const names = valuesOf('modules/watch.bicep', 'name').flatMap((value) => all(value, /^'([a-z-]+)'$/g));
      const phrases = valuesOf('modules/watch.bicep', 'query').flatMap((query) =>
        all(query, /has "([^"]+)"/g),
      );
      assert.ok(phrases.length >= 4);
      for (const phrase of phrases) assert.ok(sources.includes(`'${phrase}`), phrase);
      const guide = textOf('docs/operations.md');
      const alarms = names.filter((name) => name !== 'operator' && name !== 'ready');
      assert.ok(alarms.length >= 5, alarms.join());
      for (const name of alarms) {
        const [, part = ''] = new RegExp(`^### ${name}\n([^#]+)`, 'm').exec(guide) ?? [];
        const drills = all(part, /`npm run drill -- ([a-z]+)`/g);
        assert.ok(drills.length > 0, `${name} has no drill`);
        for (const drill of drills) assert.ok(Object.hasOwn(PLAYS, drill), drill);
      }
    });

    it('keeps copies for 35 days at most, soft delete included', () => {
      const mostOf = (name: string) =>
        Number(new RegExp(`@maxValue\\((\\d+)\\)\nparam ${name} `).exec(main)?.[1] ?? Number.NaN);
      assert.ok(mostOf('backupDays') + mostOf('softDeleteDays') <= 35);
      assert.match(textOf('infra/modules/storage.bicep'), /prefixMatch: \['backups\/'\]/);
    });

    it('locks what cannot be made again', () => {
      for (const path of ['modules/storage.bicep', 'modules/vault.bicep']) {
        assert.deepEqual(valuesOf(path, 'level'), ["'CanNotDelete'"], path);
      }
    });
  });
});

describe('the image', () => {
  const lines = textOf('Dockerfile').split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  it('takes the build from the first stage, with no other package than those outside the bundle', () => {
    assert.equal(lines.filter((line) => line.startsWith('FROM ')).length, 2);
    for (const line of last.filter((one) => one.startsWith('COPY ')))
      assert.match(line, /^COPY --from=build /);
    const steps = lines.filter((line) => line.startsWith('RUN '));
    assert.deepEqual(steps, [
      'RUN npm ci --ignore-scripts',
      'RUN npm run build',
      'RUN npm run image-modules',
    ]);
    const check = textOf('.ci/image');
    for (const step of steps) assert.ok(check.includes(step.replace('RUN ', '')), step);
  });

  it('starts as `npm start` does', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: { start: string } };
    const started = last.find((line) => line.startsWith('CMD '))?.replace('CMD ', '') ?? '[]';
    assert.equal((JSON.parse(started) as string[]).join(' '), scripts.start);
  });

  it('contains every file that the process reads', () => {
    const held = last
      .filter((line) => line.startsWith('COPY '))
      .map((line) => join('/', line.split(' ').at(-2)?.replace('/app/', '') ?? ''));
    // Local mode and the commands do not run in the image.
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      /^(?!local|cli).*\.ts$/.test(path),
    );
    const read = sources.flatMap((path) =>
      all(textOf(`src/${path}`), /\$\{ROOT\}([^`$]+)/g).map((to) => join('/', to)),
    );
    assert.ok(read.includes('/dist/web-page/') && read.includes('/content/'), read.join());
    for (const path of read)
      assert.ok(
        held.some((one) => path === one || path.startsWith(`${one}/`)),
        path,
      );
  });

  it('has one base, named by its digest', () => {
    const bases = all(lines.join('\n'), /^FROM (\S+)/gm);
    assert.equal(new Set(bases).size, 1);
    assert.match(bases[0] ?? '', /^node:24-bookworm-slim@sha256:[\da-f]{64}$/);
  });

  it('runs as an ordinary user', () => {
    const user = last.indexOf('USER node');
    assert.ok(user > 0 && user < last.findIndex((line) => line.startsWith('CMD ')));
  });

  it('is built from files that exist and reach the builder', () => {
    const sent = all(textOf('.dockerignore'), /^!(.+)$/gm);
    const copied = lines
      .filter((line) => /^COPY (?!--from)/.test(line))
      .flatMap((line) => line.split(' ').slice(1, -1));
    assert.deepEqual([...copied].sort(), [...sent].sort());
    for (const path of copied) assert.ok(existsSync(join(ROOT, path)), path);
  });
});
