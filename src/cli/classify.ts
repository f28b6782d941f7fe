/** `npm run --silent classify`: returns the impact of narratives; reads and writes JSON lines. */
import { loadAssess } from '../platform/impact/load.js';
import { answerLines } from './lines.js';

const assess = loadAssess();
await answerLines(({ text }) => {
  const { level, reviews, urgent, signals } = assess(text);
  return {
    level,
    review: reviews.length > 0,
    urgent,
    signals: signals
      .filter((signal) => signal.level === level)
      .map(({ text: words, start, end, rule }) => ({ text: words, start, end, rule })),
  };
});
