/** `npm run --silent understand`: returns what people want; reads and writes JSON lines. */

import { COMMANDS } from '../commands.js';
import { helpsFor } from '../platform/understanding/danger.js';
import { loadUnderstand } from '../platform/understanding/load.js';
import { answerLines } from './lines.js';
import { rolesNamed } from './roles.js';

const understand = loadUnderstand(COMMANDS);

await answerLines(({ text, ...row }) => {
  const isAnswering = row.waiting === 'question' || row.context === 'question';
  const { purpose, confidence, alternatives, asks, danger, risk, isAlarming, found } = understand(
    text,
    rolesNamed(row.role),
    isAnswering,
  );
  return {
    intent: purpose,
    confidence: Number(confidence.toFixed(4)),
    alternatives,
    asks,
    danger: danger ?? null,
    kind: risk?.kind ?? null,
    sure: danger !== undefined && isAlarming === true,
    first: danger && risk ? helpsFor(risk.kind, danger) : [],
    ...(purpose === 'policy' && { sections: found.sections }),
  };
});
