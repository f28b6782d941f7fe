import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Articles } from '../../../../src/platform/policy/articles.js';
import { type FigureWords, filledIn, PLACEHOLDERS } from '../../../../src/platform/policy/placeholders.js';
import { readPolicy } from '../../../../src/platform/policy/policy.js';
import { ROOT } from '../../../../src/platform/root.js';
import { ContentError } from '../../../../src/platform/text/yaml-file.js';

const policy = readPolicy();

/** The problems of the articles with one of their files changed. */
function problemsWith(file: string, change: (text: string) => string): string[] {
  const folder = `${mkdtempSync(join(tmpdir(), 'articles-'))}/`;
  cpSync(`${ROOT}content/articles`, folder, { recursive: true });
  writeFileSync(folder + file, change(readFileSync(folder + file, 'utf8')));
  try {
    Articles.read(policy, folder);
    return [];
  } catch (error) {
    assert.ok(error instanceof ContentError);
    return error.problems;
  }
}

describe('the articles', () => {
  it('are read with their kind, their sections and what comes next', () => {
    const articles = Articles.read(policy);
    assert.equal(articles.find('process:how-to-report')?.next, 'reportar');
    assert.deepEqual(articles.find('howto:shouting-user')?.sections, ['escucha-comunicacion', 'amabilidad']);
    assert.deepEqual(articles.find('summary:eje-trato')?.sections, ['eje-trato']);
    const contrast = articles.find('contrast:confidential.not-anonymous');
    assert.equal(contrast?.words.es.title, 'Nombre en reserva · Anónimo');
    assert.equal(contrast?.words.en.points.length, 2);
    assert.equal(articles.find('process:nothing'), undefined);
  });

  it('are checked: each error has its file and line', () => {
    const unknown = problemsWith('process.yaml', (text) => text.replace('{accept.high}', '{accept.huge}'));
    assert.match(
      unknown.join(),
      /^content\/articles\/process\.yaml:\d+: .*nothing is filled in for \{accept\.huge\}/,
    );
    const twice = problemsWith('howto.yaml', (text) => text.replace('shouting-user', 'insulting-user'));
    assert.deepEqual(twice, ['content/articles/howto.yaml:1: howto:insulting-user stands twice']);
    const gone = problemsWith('howto.yaml', (text) => text.replace('[escucha-comunicacion, ', '[nada, '));
    assert.deepEqual(gone, [
      'content/articles/howto.yaml:1: howto:insulting-user: the policy has no section nada',
    ]);
    const next = problemsWith('process.yaml', (text) => text.replace('next: "reportar"', 'next: "bailar"'));
    assert.match(next.join(), /^content\/articles\/process\.yaml:8: 0\.next/);
  });
});

describe('what is filled in', () => {
  const figures = Object.fromEntries(PLACEHOLDERS.map((name) => [name, `<${name}>`])) as FigureWords;

  it('stands in the place of the braces, and other braces stay', () => {
    assert.equal(filledIn('De {accept.low} a {close.low}.', figures), 'De <accept.low> a <close.low>.');
    assert.equal(filledIn('{nada}', figures), '{nada}');
  });
});
