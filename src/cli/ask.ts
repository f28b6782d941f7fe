/**
 * `npm run ask -- "¿…?"`: answers a question on the terminal; without an argument, reads and writes JSON
 * lines.
 */

import { COMMANDS } from '../commands.js';
import { shownFor } from '../features/answers/index.js';
import { readPolicy } from '../platform/policy/policy.js';
import { loadUnderstand } from '../platform/understanding/load.js';
import { answerLines } from './lines.js';

const understand = loadUnderstand(COMMANDS);
const question = process.argv.slice(2).join(' ').trim();

if (question === '') {
  await answerLines(({ text }) => {
    const understood = understand(text, []);
    const { sections, score } = understood.found;
    const { outcome, ids } = shownFor(understood);
    return { outcome, sections, score: Number(score.toFixed(4)), shown: ids };
  });
} else {
  process.stdout.write(`${inWords(question)}\n`);
}

/** Returns the bot's answer as text, without cards. */
function inWords(text: string): string {
  const policy = readPolicy();
  const { outcome, ids } = shownFor(understand(text, []));
  const found = ids.flatMap((id) => policy.find(id) ?? []);
  const [best] = found;
  if (outcome !== 'answer' || !best) {
    const lead =
      outcome === 'abstain' ? 'Eso no lo encontré en la política.' : '¿Cuál de estos temas buscas?';
    return [lead, ...found.map(({ title }) => `  - ${title}`)].join('\n');
  }
  const place = [...policy.pathOf(best), best].map(({ title }) => title).join(' › ');
  return [
    place,
    ...best.official.map((line) => `  «${line}»`),
    ...best.facts.map((fact) => `  • ${fact}`),
  ].join('\n');
}
