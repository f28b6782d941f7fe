import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { toReadable } from '../../../../src/features/privacy/cards/readable.js';
import { AuthorisationWords } from '../../../../src/platform/people/authorisation-words.js';
import { CONSENT_VERSION, Consents } from '../../../../src/platform/people/consents.js';
import { bogota } from '../../../support/fixtures.js';
import { interrupted } from '../../../support/interrupted.js';
import { MemoryTables } from '../../../support/memory-tables.js';

const NOW = bogota('2026-11-24 10:00');
const LATER = bogota('2026-12-01 10:00');

/** The hash of the authorisation text of each version. */
const WORDS: Record<string, string> = { '1': '785e11181e8ece98' };

describe('consent', () => {
  let tables: MemoryTables;
  let consents: Consents;
  beforeEach(() => {
    tables = new MemoryTables();
    consents = new Consents(tables);
  });

  it('has a new version when its text changes', () => {
    const words = new AuthorisationWords({ organisation: 'X' });
    const all = (['es', 'en'] as const).map((language) => [
      words.forReport(language),
      words.forWelcome(language),
      words.full(language),
    ]);
    const hash = createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16);
    assert.equal(WORDS[CONSENT_VERSION], hash, 'give CONSENT_VERSION a new value, and note its hash here');
  });

  it('names the organisation, the purposes, optional sensitive data, the rights and their use', () => {
    const words = new AuthorisationWords({ organisation: 'La Caja', url: 'https://privacy.example/' });
    for (const text of [words.forReport('es'), words.forWelcome('es')]) {
      assert.match(
        text,
        /La Caja.*atender.*datos sensibles.*opcional.*«mis datos».*\(https:\/\/privacy\.example\/\)/,
      );
    }
    assert.match(words.full('es').join('\n'), /conocer, actualizar y corregir[\s\S]*Superintendencia/);
    assert.doesNotMatch(new AuthorisationWords({ organisation: 'La Caja' }).forReport('es'), /\]\(/);
  });

  it('is missing, given, revoked and given again, and everything is stored', async () => {
    assert.equal(await consents.stateOf('ana'), 'missing');
    assert.equal(await consents.revoke('ana', NOW), false);
    await consents.grant('ana', 'report', NOW);
    assert.equal(await consents.stateOf('ana'), 'given');
    await consents.grant('ana', 'button', LATER);
    assert.equal(await consents.revoke('ana', LATER), true);
    assert.equal(await consents.revoke('ana', NOW), false, 'once');
    assert.equal(await consents.stateOf('ana'), 'revoked');
    await consents.grant('ana', 'button', LATER);
    assert.equal(await consents.stateOf('ana'), 'given');
    const version = CONSENT_VERSION;
    assert.deepEqual(await consents.dataOf('ana'), [
      { version, at: NOW.toISOString(), how: 'report', revokedAt: LATER.toISOString() },
      { version, at: LATER.toISOString(), how: 'button', revokedAt: '' },
    ]);
    assert.equal(await consents.stateOf('luis'), 'missing');
  });

  it('is requested again when the text has changed', async () => {
    const row = { version: '0', at: NOW.toISOString(), how: 'report', revokedAt: '', history: '[]' };
    await tables.write('People', { kind: 'insert', row: { partitionKey: 'consent', rowKey: 'ana', ...row } });
    assert.equal(await consents.stateOf('ana'), 'missing');
    await consents.grant('ana', 'report', LATER);
    assert.equal((await consents.dataOf('ana')).length, 2);
  });

  it('keeps the first of two concurrent revocations', async () => {
    await consents.grant('ana', 'report', NOW);
    const meanwhile = () => consents.revoke('ana', NOW);
    const slow = new Consents(interrupted(tables, (method) => method === 'write', meanwhile));
    await slow.revoke('ana', LATER);
    const [only, ...more] = await consents.dataOf('ana');
    assert.deepEqual([only?.revokedAt, more.length], [NOW.toISOString(), 0]);
  });
});

describe('the data as text', () => {
  it('translates codes, leaves out empty fields, and shows unknown names unchanged', () => {
    const event = { at: '2026-11-24T15:00:00.000Z', event: 'asked', who: 'superior', words: 'uno\ndos' };
    const text = toReadable(
      [
        {
          name: 'cases',
          data: [{ level: 'high', state: 'closed', place: '', held: false, events: [event] }],
        },
        { name: 'elsewhere', data: [{ heading: 'Trato', registered: true }] },
        { name: 'drafts', data: [] },
      ],
      'es',
      NOW,
    ).replace(/[\u00a0\u202f]/g, ' ');
    assert.equal(
      text,
      `Todo lo que el bot de humanización guarda de ti
24 de noviembre de 2026, 10:00 a. m.


CASOS QUE REPORTASTE

Impacto: alto
Estado: Cerrado
En retención legal: no
Historia:
  Fecha: 24 de noviembre de 2026, 10:00 a. m.
  Qué pasó: pregunta
  Quién: tu superior inmediato
  Palabras: uno
    dos


ELSEWHERE

heading: Trato
registered: sí


REPORTES SIN ENVIAR

(nada)
`,
    );
  });

  it('exists in English', () => {
    const text = toReadable([{ name: 'cases', data: [{ level: 'high', who: 'you' }] }], 'en', NOW);
    assert.match(text, /CASES THAT YOU REPORTED\n\nImpact: high\nWho: you/);
  });
});
