import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readServiceCycle } from '../../../../src/platform/impact/service-cycle.js';
import { ContentError } from '../../../../src/platform/text/yaml-file.js';

const places = readServiceCycle();
const said = (narrative: string, place = '') => {
  const { service, site, stage } = places.saidIn(narrative, place);
  return [service, site, stage];
};

describe('where and when it happened', () => {
  for (const [narrative, found] of [
    ['En urgencias de Kennedy, en la sala de espera, nadie nos miró.', ['urgencias', 'kennedy', 'arrival']],
    ['La odontóloga me regañó durante la consulta.', ['odontologia', '', 'attention']],
    ['Al pagar me hicieron mala cara en el restaurante de Lagosol.', ['alimentos', 'lagosol', 'closing']],
    ['Semanas después nadie me había contestado.', ['', '', 'after']],
    ['Me atendieron mal y me fui triste.', ['', '', '']],
    ['Fui a la farmacia y de ahí a odontología, de Suba a Kennedy.', ['', '', '']],
  ] as const) {
    it(`is said only by words that stand there, of one place alone: ${narrative}`, () => {
      assert.deepEqual(said(narrative), found);
    });
  }

  it('is said by the place that the reporter wrote before the story', () => {
    assert.deepEqual(said('Me mandaron de Suba.', 'Sede Avenida 68, piso 3'), ['', 'avenida-68', '']);
    assert.deepEqual(said('Me mandaron de Suba.', 'en la ventanilla'), ['', 'suba', '']);
  });

  it('has the five stages of the policy, in their order', () => {
    assert.deepEqual(
      places.stages.map(({ id }) => id),
      ['before', 'arrival', 'attention', 'closing', 'after'],
    );
  });

  it('names file and line of a mistake', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'cycle-')), 'cycle.yaml');
    writeFileSync(
      path,
      'services:\n  - id: Salud\n    name: Salud\n    words: [salud]\nsites: []\nstages: {}\n',
    );
    assert.throws(
      () => readServiceCycle(path),
      (error) =>
        error instanceof ContentError &&
        /service-cycle\.yaml:2: services\.0\.id/.test(error.problems.join('\n')),
    );
  });
});
