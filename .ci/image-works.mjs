/**
 * Run in the folder of the image: its server gives the files of its pages, starts by either SDK, and loads whatever it loads on
 * use; its processes draw and clean a picture, and read a file.
 */
import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';

const FOLDER = `${process.cwd()}/dist/server`;
const { PATH } = process.env;
const nowhere = 'https://nowhere.example/';
const id = '11111111-1111-4111-8111-111111111111';
const settings = {
  NODE_ENV: 'production',
  PORT: '0',
  PUBLIC_URL: 'https://bot.example/',
  MICROSOFT_APP_ID: id,
  MICROSOFT_APP_TENANT_ID: id,
  TABLES_ENDPOINT: nowhere,
  QUEUES_ENDPOINT: nowhere,
  BLOBS_ENDPOINT: nowhere,
  FIELD_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
  TAB_APP_ID: id,
  TAB_APP_URI: `api://bot.example/${id}`,
  INTEGRITY_KEYS: `i1:${Buffer.alloc(32, 9).toString('base64')}`,
};

await whileRunning({}, async (address) => {
  for (const path of ['/style.css', '/trainings/screen.js', '/app/tab.js', '/app/estilo.css']) {
    const response = await fetch(`${address}${path}`);
    const { length } = await response.text();
    assert.ok(response.ok && length > 0, `${path}: ${response.status}`);
  }
});

const measured = `InstrumentationKey=${id};IngestionEndpoint=${nowhere}`;
await whileRunning(
  { BOT_SDK: 'agents', APPLICATIONINSIGHTS_CONNECTION_STRING: measured },
  async (address) => {
    const activity = {
      type: 'message',
      id: '1',
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/teams/',
    };
    const { status } = await fetch(`${address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...activity, from: { id: 'a' }, conversation: { id: 'c' } }),
    });
    assert.equal(status, 401);
  },
);

// What is loaded on use: the successor of the SDK, openai, charts, sheets, documents, measurements.
const scripts = readdirSync(FOLDER).filter((name) => name.endsWith('.js'));
const onUse = scripts.flatMap((name) =>
  [...readFileSync(`${FOLDER}/${name}`, 'utf8').matchAll(/\bimport\("\.\/([^"]+)"\)/g)].map(
    ([, file]) => file,
  ),
);
assert.ok(onUse.length > 10, `${onUse.length} files are loaded on use`);
for (const file of onUse) await import(`${FOLDER}/${file}`);

const view = {
  language: 'es',
  colours: { primary: '#1f5fa8', accent: '#f2b134' },
  heading: 'Reconocimiento',
  name: 'Zoë Ñáñez 🌻',
  title: 'Escucha',
  words: 'Gracias.',
  from: 'Luis',
  seed: '1',
};
const painter = fork(`${FOLDER}/painting-process.js`, [], { serialization: 'advanced', env: {} });
painter.send({ view });
const [{ picture, failure }] = await once(painter, 'message');
assert.ok(picture, failure);
painter.disconnect();

assert.ok((await made('copy', 'image/png', picture)).length > 10_000);
// A page of 10 by 10 points, without a table of its objects, which PDFium makes.
const page = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>endobj\ntrailer<</Root 1 0 R>>\n',
);
for (const what of ['copy', 'inert'])
  assert.match(String(await made(what, 'application/pdf', page)), /^%PDF/);

const reader = fork(`${FOLDER}/source-file-process.js`, [], { serialization: 'advanced', env: {} });
reader.send({ content: Buffer.from('radicado;fuente;fecha;texto\n'), args: ['2026-11-24'] });
const [{ result }] = await once(reader, 'message');
assert.equal(result.problems[0].why, 'no-rows');
reader.kill();

async function made(what, type, content) {
  const cleaner = spawn(process.execPath, [`${FOLDER}/cleaning-process.js`, what, type], { env: {} });
  cleaner.stdin.end(content);
  return buffer(cleaner.stdout);
}

async function whileRunning(more, check) {
  const startedAt = performance.now();
  const env = { PATH, ...settings, ...more };
  const server = spawn(process.execPath, [`${FOLDER}/main.js`], { env, stdio: 'pipe' });
  try {
    const address = `http://127.0.0.1:${await portOf(server)}`;
    process.stdout.write(`It listens after ${Math.round(performance.now() - startedAt)} ms.\n`);
    await check(address);
  } finally {
    server.kill('SIGKILL');
  }
}

async function portOf({ stderr }) {
  let said = '';
  for await (const data of stderr) {
    said += data;
    const port = /"port":(\d+),"msg":"listening"/.exec(said)?.[1];
    if (port) return port;
  }
  throw new Error(`it does not listen:\n${said}`);
}
