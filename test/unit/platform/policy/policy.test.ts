import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Policy, readPolicy } from '../../../../src/platform/policy/policy.js';

const HEAD = `
policy: { id: p, title: The policy, organisation: O, locale: es-CO, trainer_named_in_deck: T, version: '1' }
sections:
`;
const folder = mkdtempSync(join(tmpdir(), 'policy-'));
after(() => rmSync(folder, { recursive: true }));
const policyFrom = (yaml: string) => {
  const path = join(folder, 'policy.yaml');
  writeFileSync(path, yaml);
  return readPolicy(path);
};
const policyOf = (...sections: string[]) =>
  policyFrom(HEAD + sections.map((line) => `  - {${line}}\n`).join(''));
const ids = (sections: readonly { id: string }[]) => sections.map(({ id }) => id);
const section = (policy: Policy, id: string) => {
  const found = policy.find(id);
  assert.ok(found, id);
  return found;
};

describe('the actual policy', () => {
  const policy = readPolicy();

  it('has 47 sections, each with content', () => {
    assert.equal(policy.sections.length, 47);
    assert.equal(new Set(ids(policy.sections)).size, 47);
    for (const item of policy.sections) {
      const says = item.official.length + item.facts.length + policy.childrenOf(item.id).length;
      assert.ok(says > 0, item.id);
    }
  });

  it('puts an attribute under its axis, and the axis under the axes', () => {
    assert.deepEqual(ids(policy.pathOf(section(policy, 'amabilidad'))), ['ejes-estrategicos', 'eje-trato']);
    assert.equal(policy.childrenOf('ejes-estrategicos').length, 3);
    assert.deepEqual(ids(policy.childrenOf('nivel-impacto')), [
      'impacto-bajo',
      'impacto-medio',
      'impacto-alto',
    ]);
  });

  it('has the sections on which the code relies', () => {
    for (const id of [
      'aseguramiento-colaborador',
      'canales-reporte',
      'nivel-impacto',
      'esfuerzos-usuario',
      'consecuencias-incentivos',
      'gestion-consecuencias',
      'reconocimientos',
      'alejan-humanizacion',
    ]) {
      section(policy, id);
    }
  });
});

describe('a policy', () => {
  const policy = policyOf(
    'id: top, title: Top, facts: [first, a thing to know]',
    'id: first, title: First, parent: top, official: [As it stands.]',
    'id: second, title: Second, parent: top',
    'id: deep, title: Deep, parent: second',
    'id: alone, title: Alone',
  );

  it('finds a section by its id', () => {
    assert.deepEqual(policy.find('first'), {
      id: 'first',
      title: 'First',
      parentId: 'top',
      official: ['As it stands.'],
      facts: [],
    });
    assert.equal(policy.find('nowhere'), undefined);
  });

  it('leaves out facts that are sections', () => {
    assert.deepEqual(section(policy, 'top').facts, ['a thing to know']);
  });

  it('returns the path from the outermost section', () => {
    assert.deepEqual(ids(policy.pathOf(section(policy, 'deep'))), ['top', 'second']);
    assert.deepEqual(policy.pathOf(section(policy, 'top')), []);
  });

  it('returns siblings in the order of the deck, without the section itself', () => {
    assert.deepEqual(ids(policy.siblingsOf(section(policy, 'first'))), ['second']);
    assert.deepEqual(policy.siblingsOf(section(policy, 'deep')), []);
    assert.deepEqual(policy.siblingsOf(section(policy, 'alone')), [], 'the outermost have none');
  });

  it('returns only the children of a section', () => {
    assert.deepEqual(ids(policy.childrenOf('top')), ['first', 'second']);
    assert.deepEqual(policy.childrenOf('alone'), []);
  });

  it('is refused with a duplicate id, by name', () => {
    const twice = 'id: twin, title: Twin';
    assert.throws(() => policyOf('id: one, title: One', twice, twice), /"twin"/);
  });

  it('is refused with a parent that does not exist, by name', () => {
    assert.throws(() => policyOf('id: one, title: One, parent: ghost'), /"ghost" of "one"/);
  });

  it('is refused when a section is above itself', () => {
    const circle = ['id: a, title: A, parent: b', 'id: b, title: B, parent: a'];
    assert.throws(() => policyOf(...circle), /stands above itself/);
  });

  it('accepts a parent that comes later', () => {
    const later = policyOf('id: child, title: Child, parent: above', 'id: above, title: Above');
    assert.deepEqual(ids(later.pathOf(section(later, 'child'))), ['above']);
  });

  it('is refused when it does not match the schema, by file and line', () => {
    assert.throws(
      () => policyFrom(`${HEAD}  []`),
      /^ContentError: content\/politica\.es\.yaml:4: sections: /,
    );
    assert.throws(() => policyOf('id: One, title: One'), /:4: sections\.0\.id: /, 'a capital in an id');
    assert.throws(() => policyOf('id: one'), /:4: sections\.0\.title: /, 'no title');
    assert.throws(() => policyOf('id: one, title: One, official: [""]'), /:4: sections\.0\.official\.0: /);
    assert.throws(() => policyFrom('sections: []'), /:1: policy: /);
  });
});
