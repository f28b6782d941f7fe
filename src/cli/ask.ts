/**
 * `npm run ask -- "¿…?"`: answers a question on the terminal; without an argument, reads and writes JSON
 * lines.
 */

import { Search } from '../features/answers/index.js';
import { loadModel } from '../platform/learning/model-file.js';
import { readPolicy } from '../platform/policy/policy.js';
import { answerLines } from './lines.js';

const search = new Search(loadModel('policy'));
const question = process.argv.slice(2).join(' ').trim();

if (question === '') {
  await answerLines((text) => {
    const { outcome, sections, score } = search.find(text);
    return { outcome, sections, score: Number(score.toFixed(4)) };
  });
} else {
  process.stdout.write(`${inWords(question)}\n`);
}

/** Returns the bot's answer as text, without cards. */
function inWords(text: string): string {
  const policy = readPolicy();
  const { outcome, sections } = search.find(text);
  const found = sections.flatMap((id) => policy.find(id) ?? []);
  const [best] = found;
  if (outcome === 'abstain' || !best) return 'Eso no lo encontré en la política.';
  if (outcome === 'suggest') {
    return ['¿Cuál de estos temas buscas?', ...found.slice(0, 3).map(({ title }) => `  - ${title}`)].join(
      '\n',
    );
  }
  const place = [...policy.pathOf(best), best].map(({ title }) => title).join(' › ');
  return [
    place,
    ...best.official.map((line) => `  «${line}»`),
    ...best.facts.map((fact) => `  • ${fact}`),
  ].join('\n');
}
