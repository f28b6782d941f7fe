/** Recognises the lines that the bot tells about a case, by the catalogue itself. */
import { textIn } from '../../../src/platform/text/catalogue.js';

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const HOLE = '§';
const VALUES = { number: HOLE, level: HOLE, role: HOLE, due: HOLE };

const PATTERNS: readonly (readonly [string, RegExp])[] = (['es', 'en'] as const).flatMap((language) => {
  const { news, newsToHolder } = textIn(language).cases;
  return [...Object.entries(news), ...Object.entries(newsToHolder)].map(
    ([type, tell]) => [type, new RegExp(`^${tell(VALUES).split(HOLE).map(literal).join('.*')}$`)] as const,
  );
});

/** The type of the event that a line tells of; undefined for any other text. */
export const toldBy = (text: string): string | undefined =>
  PATTERNS.find(([, pattern]) => pattern.test(text))?.[0];
