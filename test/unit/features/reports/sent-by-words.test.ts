import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { mayBeSentBy } from '../../../../src/features/reports/domain/send-words.js';
import { DraftActs } from '../../../../src/features/reports/handlers/draft-acts.js';
import { candidatesFor, hear } from '../../../../src/platform/dialogue/hearing.js';
import type { Thing } from '../../../../src/platform/dialogue/thing.js';
import { loadModel } from '../../../../src/platform/learning/model-file.js';
import { seeded } from '../../../support/random.js';

const FOLDER = 'test/eval/';
/** Texts of people who did not know of a report that is shown: questions, stories, calls for help, intents. */
const OTHERS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl') && !name.startsWith('conversations'))
  .flatMap((name) =>
    readFileSync(FOLDER + name, 'utf8')
      .trim()
      .split('\n'),
  )
  .map((line) => (JSON.parse(line) as { text: string }).text);

const draft: Thing = { kind: 'draft', of: 'reports', at: '', data: {} };
const model = loadModel('acts');
const possible = new DraftActs({} as ConstructorParameters<typeof DraftActs>[0])
  .routes()
  .flatMap(({ on, of, acts }) => acts.map((act) => ({ on, of, act, does: act })));

/** Returns true when a report whose review was shown last is sent by a text that is about nothing else. */
function sends(text: string): boolean {
  const read = (said: string, on: string) => model.distribution(said, on);
  const heard = hear(candidatesFor(text, [draft], possible, read), {
    confidence: 0,
    isPlain: true,
    isSmall: false,
  });
  return heard.kind === 'act' && heard.candidate.act === 'send' && heard.isSure && mayBeSentBy(text);
}

describe('a report that is shown before it is sent', () => {
  for (const text of [
    'envíalo',
    'mándelo ya',
    'listo, envíelo',
    'sí, que salga',
    'send it',
    'mándelo de una',
    'hágale, envíelo pues',
    'repórtalo',
    'listo, repórtelo',
    'tramítelo por favor',
    'file it',
  ]) {
    it(`is sent by "${text}"`, () => assert.ok(sends(text)));
  }

  for (const text of [
    'todavía no lo envíes',
    'no lo mandes',
    'no lo reportes',
    'ya no quiero reportarlo',
    'quiero reportarlo',
    'le dije repórtelo y se rio',
    'espera, no envíes nada',
    '¿y a quién le llega?',
    'me equivoqué de fecha, fue el martes',
    'bórralo',
    'si lo envío, ¿quién lo ve?',
    'me dijo mándelo de una y me colgó',
    'el jefe dijo dale de una',
    'ya lo mandó',
    'me lo enviaron ayer',
  ]) {
    it(`is not sent by "${text}"`, () => assert.ok(!sends(text)));
  }

  it('is sent by none of the texts that were written for something else', () => {
    assert.deepEqual(OTHERS.filter(sends), []);
  });

  it('is sent by no words in any order, where none of them says so', () => {
    const random = seeded(36);
    const words = OTHERS.flatMap((text) => text.split(/\s+/)).filter((word) => !SAYS_SO.test(word));
    const pick = () => words[Math.floor(random() * words.length)] ?? '';
    const texts = Array.from({ length: 10_000 }, () =>
      Array.from({ length: 1 + Math.floor(random() * 8) }, pick).join(' '),
    );
    assert.deepEqual(texts.filter(sends), []);
  });
});

const SAYS_SO =
  /env[ií]|mand|remit|radi[cq]|salga|suelt|h[aá]gale|dale|dele|adelante|proced|de$|una|sen[dt]|submit|ahead|ship/i;
