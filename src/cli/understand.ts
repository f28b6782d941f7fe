/** `npm run --silent understand`: returns what people want; reads and writes JSON lines. */

import { COMMANDS } from '../commands.js';
import { loadUnderstand } from '../platform/understanding/load.js';
import { answerLines } from './lines.js';
import { rolesNamed } from './roles.js';

const understand = loadUnderstand(COMMANDS);

await answerLines(({ text, ...row }) => {
  const { purpose, confidence, alternatives, asks, danger, found } = understand(text, rolesNamed(row.role));
  return {
    intent: purpose,
    confidence: Number(confidence.toFixed(4)),
    alternatives,
    asks,
    danger: danger ?? null,
    ...(purpose === 'policy' && { sections: found.sections }),
  };
});
