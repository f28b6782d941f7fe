import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { PURPOSES } from '../../src/platform/understanding/intents.js';

/** The files that put the features together. */
const FOLDS = ['src/app.ts', 'src/commands.ts', 'src/tables.ts'];

/** What names something of a feature from outside, and why it may: `FILE: NAME`, or the beginning of it. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'src/platform/text/':
    'the texts of reports, cases, commitments and voices still stand with those that all share',
  'src/bot/activity.ts: answer.opinion': 'Teams sends the thumbs below an answer without a verb',
  'src/features/commitments/': 'commitments are events of a case, and stand in its tables',
  'src/features/voices/': 'the voice of who reported stands with its case',
  'src/features/reports/handlers/opening-handler.ts: answer.section': 'an offer to report shows the section',
  'src/features/reports/handlers/cancel-handler.ts: case.view': 'who cancels what is sent is shown the case',
  'src/features/reports/handlers/cancel-handler.ts: menu': 'who has nothing to cancel is shown the help',
  'src/platform/backup/deleted.ts: Cases': 'a case is deleted by its number, and its rows have only its id',
  'src/cli/restore.ts: Cases': 'a restore verifies every case',
  'src/cli/rebuild-index.ts: Cases': 'the index is rebuilt of every case',
  'src/features/answers/cards/article-card.ts': 'an article offers what comes next',
  'src/local/drills/plays.ts: report.': 'a drill reports, as people do',
  'src/local/page/': 'the local Teams has the commands of the manifest',
};

/** What people read names nothing. */
const READ = /^src\/features\/[^/]+\/text\/e[sn]\b/;

const sources = ['src', 'ml', 'tools'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(`${folder}/${path}`, 'utf8') })),
);

const all = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, name = '']) => name);

/** The verbs of a feature; one that is called as a purpose is known to the models. */
const verbsIn = (text: string) =>
  all(/verb: '([\w.-]+)',\s*scope:/g, text).filter((verb) => !PURPOSES.some((purpose) => purpose === verb));

/** The kinds of work of a feature: a name, or that of a constant. */
const kindsIn = (text: string) =>
  all(/(\w+|\[\w+\]): workKind\(/g, text).flatMap((name) =>
    name.startsWith('[') ? all(new RegExp(`const ${name.slice(1, -1)} = '([^']+)'`, 'g'), text) : [name],
  );

const features = readdirSync('src/features').map((name) => {
  const folder = `src/features/${name}/`;
  const own = sources.filter(({ path }) => path.startsWith(folder));
  const text = own.map((file) => file.text).join('\n');
  const declared = own.find(({ path }) => path === `${folder}store/tables.ts`)?.text ?? '';
  return {
    name,
    folder,
    verbs: verbsIn(text),
    kinds: kindsIn(text),
    tables: all(/name: '(\w+)'/g, declared),
  };
});
type Named = (typeof features)[number];

/** What of a feature `text` names, which stands outside of its folder. */
function namedIn(text: string, { name, verbs, kinds, tables }: Named): string[] {
  const inner = new RegExp(`from '[^']*/(features/${name}/(?!index\\.js)[^']+)'`, 'g');
  return [
    ...all(inner, text),
    ...[...verbs, ...tables].filter((one) => text.includes(`'${one}'`)),
    ...kinds.filter((kind) => text.includes(`kind: '${kind}'`) || text.includes(`literal('${kind}')`)),
  ];
}

const found = sources
  .filter(({ path }) => !FOLDS.includes(path) && !READ.test(path))
  .flatMap(({ path, text }) =>
    features
      .filter(({ folder }) => !path.startsWith(folder))
      .flatMap((feature) => namedIn(text, feature).map((name) => `${path}: ${name}`)),
  );

describe('the house', () => {
  it('names what belongs to a feature in its folder only', () => {
    const isExcepted = (line: string) => Object.keys(EXCEPTIONS).some((from) => line.startsWith(from));
    assert.deepEqual(
      found.filter((line) => !isExcepted(line)),
      [],
    );
  });

  it('has no exception that is not needed', () => {
    const needless = Object.keys(EXCEPTIONS).filter((from) => !found.some((line) => line.startsWith(from)));
    assert.deepEqual(needless, []);
  });

  it('finds names to look for', () => {
    const count = (of: 'verbs' | 'kinds' | 'tables') => features.flatMap((feature) => feature[of]).length;
    assert.ok(count('verbs') > 50 && count('kinds') > 15 && count('tables') > 8);
  });
});
