import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inflateSync } from 'node:zlib';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { strFromU8, unzipSync } from 'fflate';
import { PackageError, teamsPackage } from '../../src/cli/teams-package.js';
import { textIn } from '../../src/features/answers/text/catalogue.js';
import { World } from '../support/world.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ENVIRONMENT = {
  PUBLIC_URL: 'https://bot.example/base',
  MICROSOFT_APP_ID: '11111111-1111-4111-8111-111111111111',
  DEVELOPER_URL: 'https://example.org/',
  PRIVACY_URL: 'https://example.org/privacy',
  TERMS_URL: 'https://example.org/terms',
};

interface Command {
  type?: string;
  title: string;
  prompt?: string;
}
interface Manifest {
  [key: string]: unknown;
  validDomains: string[];
  bots: {
    botId: string;
    scopes: string[];
    supportsFiles: boolean;
    supportsTargetedMessages: boolean;
    commandLists: { scopes: string[]; triggers?: string[]; commands: Command[] }[];
  }[];
  composeExtensions: { commands: { id: string; type: string; context: string[]; fetchTask: boolean }[] }[];
}

const made = async (changes: Record<string, string> = {}) => {
  const { manifest, zip } = await teamsPackage({ ...ENVIRONMENT, ...changes }, '1.2.3');
  return { manifest: manifest as Manifest, zip };
};
const localisation = (name: string) =>
  JSON.parse(readFileSync(join(ROOT, 'manifest', name), 'utf8')) as Record<string, string>;

async function problemsOf(settings: Record<string, string | undefined>): Promise<string[]> {
  try {
    await teamsPackage(settings, '1.2.3');
  } catch (error) {
    assert.ok(error instanceof PackageError);
    return error.problems;
  }
  return [];
}

describe('the Teams package', () => {
  it('holds the manifest, two languages and two icons, and nothing else', async () => {
    const files = unzipSync((await made()).zip);
    assert.deepEqual(Object.keys(files).sort(), [
      'color.png',
      'en.json',
      'es.json',
      'manifest.json',
      'outline.png',
    ]);
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Manifest;
    assert.deepEqual(manifest, (await made()).manifest);
    assert.equal(manifest.version, '1.2.3');
    assert.deepEqual(manifest.validDomains, ['bot.example']);
    assert.doesNotMatch(JSON.stringify(manifest), /\{\{/);
  });

  it('is the same byte for byte when it is built again', async () => {
    assert.deepEqual((await made()).zip, (await made()).zip);
  });

  it('holds no secret of the environment', async () => {
    const { zip } = await made({
      MICROSOFT_APP_PASSWORD: 's3cret-password',
      AZURE_OPENAI_API_KEY: 's3cret-key',
    });
    for (const content of Object.values(unzipSync(zip))) assert.doesNotMatch(strFromU8(content), /s3cret/);
    assert.deepEqual(zip, (await made()).zip);
  });

  it('conforms to the schema of its manifest version, and names a setting that does not', async () => {
    const { manifest } = await made();
    assert.deepEqual(await AppManifestUtils.validateAgainstSchema(manifest as never), []);
    assert.match(String(manifest.$schema), new RegExp(`/v${manifest.manifestVersion}/`));
    const problems = await problemsOf({ ...ENVIRONMENT, DEVELOPER_NAME: 'x'.repeat(33) });
    assert.match(problems.join(), /^DEVELOPER_NAME/);
    const broken = { ...manifest, icons: {} };
    assert.notDeepEqual(await AppManifestUtils.validateAgainstSchema(broken as never), []);
  });

  it('has the tab and its registration when they are set, and none otherwise', async () => {
    const plain = (await made()).manifest;
    assert.equal(plain.staticTabs, undefined);
    assert.deepEqual(plain.webApplicationInfo, { id: ENVIRONMENT.MICROSOFT_APP_ID });
    const id = '44444444-4444-4444-8444-444444444444';
    const tab = { TAB_APP_ID: id, TAB_APP_URI: `api://bot.example/${id}` };
    const { manifest, zip } = await made(tab);
    assert.deepEqual(manifest.webApplicationInfo, { id, resource: tab.TAB_APP_URI });
    assert.deepEqual(manifest.staticTabs, [
      {
        entityId: 'mi-pagina',
        name: 'Mi página',
        contentUrl: 'https://bot.example/app?tema={theme}',
        websiteUrl: 'https://bot.example/app',
        scopes: ['personal'],
      },
    ]);
    assert.deepEqual(await AppManifestUtils.validateAgainstSchema(manifest as never), []);
    const english = JSON.parse(strFromU8(unzipSync(zip)['en.json'] ?? new Uint8Array())) as object;
    assert.deepEqual(Object.entries(english).at(-1), ['staticTabs[0].name', 'My page']);
    for (const wrong of [{ TAB_APP_ID: id }, { ...tab, TAB_APP_URI: `api://other.example/${id}` }]) {
      assert.match((await problemsOf({ ...ENVIRONMENT, ...wrong })).join(), /^TAB_APP_URI: has to be api/);
    }
  });

  it('asks for the permission to see who joins meetings where that is on, and for none otherwise', async () => {
    assert.equal((await made()).manifest.authorization, undefined);
    assert.equal((await made({ MEETING_ATTENDANCE: 'off' })).manifest.authorization, undefined);
    const { manifest } = await made({ MEETING_ATTENDANCE: 'on' });
    assert.deepEqual(manifest.authorization, {
      permissions: {
        resourceSpecific: [{ name: 'OnlineMeetingParticipant.Read.Chat', type: 'Application' }],
      },
    });
    assert.deepEqual(await AppManifestUtils.validateAgainstSchema(manifest as never), []);
    assert.ok(manifest.bots[0]?.scopes.includes('groupChat'), 'the chat of a meeting');
  });

  it('offers the bot as an agent in Copilot where that is on, beside all else, and not otherwise', async () => {
    assert.equal((await made()).manifest.copilotAgents, undefined);
    const tabId = '44444444-4444-4444-8444-444444444444';
    const tab = { TAB_APP_ID: tabId, TAB_APP_URI: `api://bot.example/${tabId}` };
    const choices: Record<string, string>[] = [{}, tab, { MEETING_ATTENDANCE: 'on' }];
    for (const others of choices) {
      const { manifest } = await made({ COPILOT: 'on', ...others });
      assert.deepEqual(manifest.copilotAgents, {
        customEngineAgents: [{ type: 'bot', id: ENVIRONMENT.MICROSOFT_APP_ID }],
      });
      assert.deepEqual(await AppManifestUtils.validateAgainstSchema(manifest as never), []);
      const [bot] = manifest.bots;
      assert.equal(bot?.botId, ENVIRONMENT.MICROSOFT_APP_ID);
      assert.ok(bot?.scopes.includes('personal') && bot.scopes.includes('copilot'), 'Copilot asks for both');
      assert.ok(bot.commandLists.length >= 2, 'its commands stay');
    }
    assert.ok(!(await made()).manifest.bots[0]?.scopes.includes('copilot'));
    assert.match((await problemsOf({ ...ENVIRONMENT, COPILOT: 'yes' })).join(), /^COPILOT: /);
  });

  it('names every setting that is missing or wrong', async () => {
    assert.deepEqual(await problemsOf({}), [
      'PUBLIC_URL: missing',
      'MICROSOFT_APP_ID: missing',
      'DEVELOPER_URL: missing',
      'PRIVACY_URL: missing',
      'TERMS_URL: missing',
    ]);
    assert.match(
      (await problemsOf({ ...ENVIRONMENT, PUBLIC_URL: 'http://bot.example' })).join(),
      /^PUBLIC_URL: /,
    );
    assert.match(
      (await problemsOf({ ...ENVIRONMENT, MICROSOFT_APP_ID: 'bot' })).join(),
      /^MICROSOFT_APP_ID: /,
    );
  });

  it('has the same keys in both languages, and the texts of the manifest in Spanish', async () => {
    const { manifest } = await made();
    const [es, en] = [localisation('es.json'), localisation('en.json')];
    assert.deepEqual(Object.keys(es).sort(), Object.keys(en).sort());
    const inManifest = textsOf(manifest);
    assert.deepEqual(
      Object.keys(es)
        .filter((key) => key !== '$schema')
        .sort(),
      Object.keys(inManifest).sort(),
    );
    for (const [key, text] of Object.entries(inManifest)) assert.equal(es[key], text, key);
  });

  it('has a bot in every scope, with at most twelve commands, the action for trainings, those on a message, and the search', async () => {
    const { bots, composeExtensions } = (await made()).manifest;
    assert.deepEqual(bots[0]?.scopes, ['personal', 'team', 'groupChat']);
    assert.equal(bots[0]?.supportsFiles, true);
    for (const { commands } of bots[0]?.commandLists ?? []) assert.ok(commands.length <= 12);
    const [action, ...onMessages] = composeExtensions[0]?.commands ?? [];
    assert.deepEqual([action?.id, action?.type, action?.fetchTask], ['training.start', 'action', true]);
    assert.deepEqual(
      onMessages.map(({ id, context, fetchTask }) => [id, context, fetchTask]),
      [
        ['report.quote', ['message'], true],
        ['recognition.quote', ['message'], true],
        ['policy.search', ['compose', 'commandBox'], undefined],
      ],
    );
  });

  it('is refused when a language file has a text that is too long or a key that is unknown', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'humanizacion-'));
    try {
      cpSync(join(ROOT, 'manifest'), folder, { recursive: true });
      const texts = { 'name.short': 'x'.repeat(31), 'bots[0].commandLists[9].commands[0].title': 'x' };
      writeFileSync(join(folder, 'en.json'), JSON.stringify(texts));
      await assert.rejects(teamsPackage(ENVIRONMENT, '1.2.3', pathToFileURL(`${folder}/`)), (error) => {
        assert.ok(error instanceof PackageError);
        assert.match(error.problems[0] ?? '', /^en\.json: the manifest has no bots\[0\]\.commandLists\[9\]/);
        assert.match(error.problems[1] ?? '', /^en\.json: .*name\/short/);
        return true;
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('may be added to shared and private channels', async () => {
    assert.equal((await made()).manifest.supportsChannelFeatures, 'tier1');
  });

  it('may be asked in a channel without others reading along, by a slash', async () => {
    const [bot] = (await made()).manifest.bots;
    assert.equal(bot?.supportsTargetedMessages, true);
    const inGroups = bot?.commandLists.find(({ scopes }) => scopes.includes('team'));
    assert.deepEqual(inGroups?.triggers, ['mention', 'slash']);
  });

  it('asks for no permissions on teams or chats', async () => {
    assert.equal((await made()).manifest.authorization, undefined);
  });

  it('offers only commands and questions that the bot answers, in both languages', async () => {
    const [{ manifest }, world] = [await made(), await World.open()];
    try {
      const hernan = world.person('Hernán');
      const isLost = (card: string) =>
        (['es', 'en'] as const).some((language) => {
          const { abstention, suggestions } = textIn(language).cards;
          return card.includes(abstention.title) || card.includes(suggestions.title);
        });
      const lists = manifest.bots[0]?.commandLists ?? [];
      const en = localisation('en.json');
      for (const [list, { commands }] of lists.entries()) {
        for (const [at, { title, prompt }] of commands.entries()) {
          const key = `bots[0].commandLists[${list}].commands[${at}]`;
          for (const text of [prompt ?? title, en[`${key}.prompt`] ?? en[`${key}.title`] ?? '']) {
            const { citations = [], card = {} } = await hernan.writes(text);
            assert.ok(!isLost(JSON.stringify(card)), text);
            assert.equal(
              citations.length > 0,
              prompt !== undefined,
              `${text}: only questions cite the policy`,
            );
          }
        }
      }
    } finally {
      await world.close();
    }
  });

  for (const [name, size] of [
    ['color.png', 192],
    ['outline.png', 32],
  ] as const) {
    it(`has ${name} of ${size} × ${size} px, as Teams requires`, () => {
      const { width, height, pixels } = decode(readFileSync(join(ROOT, 'manifest', name)));
      assert.deepEqual([width, height], [size, size]);
      const shown = pixels.filter(([, , , alpha]) => alpha > 0);
      const isWhite = shown.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255);
      assert.deepEqual(
        { isWhite, isFull: shown.length === pixels.length },
        name === 'outline.png' ? { isWhite: true, isFull: false } : { isWhite: false, isFull: true },
      );
      assert.ok(shown.length > size * size * 0.1, 'something is drawn');
    });
  }

  describe('npm run package', () => {
    const folder = mkdtempSync(join(tmpdir(), 'humanizacion-'));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const run = (environment: Record<string, string>) => {
      const { PATH = '', HOME = '' } = process.env;
      return spawnSync(
        process.execPath,
        ['--import', 'tsx', 'src/cli/package.ts', join(folder, 'a', 'b.zip')],
        {
          cwd: ROOT,
          encoding: 'utf8',
          env: { PATH, HOME, ...environment },
        },
      );
    };

    it('writes the zip, or says what is missing', () => {
      const { status, stderr } = run({});
      assert.equal(status, 1);
      assert.match(stderr, /The package cannot be made:\n {2}- PUBLIC_URL: missing/);
      const { status: done, stdout } = run(ENVIRONMENT);
      assert.equal(done, 0);
      assert.match(stdout, /b\.zip \(\d+ bytes\), version \d+\.\d+\.\d+/);
      assert.equal(Object.keys(unzipSync(readFileSync(join(folder, 'a', 'b.zip')))).length, 5);
    });

    it('takes a version of its own, since Teams wants a higher one also where the code is the same', async () => {
      const settings = { ...ENVIRONMENT, PACKAGE_VERSION: '7.8.9' };
      assert.match(run(settings).stdout, /version 7\.8\.9/);
      const { manifest } = await teamsPackage(settings, '1.2.3');
      assert.equal((manifest as Manifest).version, '7.8.9');
      const { status, stderr } = run({ ...ENVIRONMENT, PACKAGE_VERSION: '7.8' });
      assert.equal(status, 1);
      assert.match(stderr, /PACKAGE_VERSION: has to be like 1\.2\.3/);
    });
  });
});

/** Every text of the manifest that Teams shows, by its key in the language files. */
function textsOf(manifest: Manifest): Record<string, string> {
  const texts: Record<string, string> = {};
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      for (const [at, item] of value.entries()) walk(item, `${path}[${at}]`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) walk(item, path === '' ? key : `${path}.${key}`);
    } else if (/^(name|description)\.|\.(title|description|prompt)$/.test(path)) texts[path] = String(value);
  };
  walk(manifest, '');
  return texts;
}

type Pixel = [red: number, green: number, blue: number, alpha: number];

/** Decodes a PNG of 8 bits per channel with alpha and without filters. */
function decode(file: Buffer): { width: number; height: number; pixels: Pixel[] } {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  assert.deepEqual([...file.subarray(24, 26)], [8, 6]);
  const at = file.indexOf('IDAT');
  const rows = inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)));
  const pixels: Pixel[] = [];
  for (let y = 0; y < height; y += 1) {
    const start = y * (1 + width * 4);
    assert.equal(rows[start], 0);
    for (let x = 0; x < width; x += 1)
      pixels.push([...rows.subarray(start + 1 + x * 4, start + 5 + x * 4)] as Pixel);
  }
  return { width, height, pixels };
}
