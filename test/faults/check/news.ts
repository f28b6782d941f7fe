/** Recognises the lines that the bot tells about a case, by the catalogue itself. */
import { textIn } from '../../../src/platform/text/catalogue.js';

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const HOLE = '§';
const VALUES = { number: HOLE, level: HOLE, role: HOLE, due: HOLE };

const patternOf = (line: string) => new RegExp(`^${line.split(HOLE).map(literal).join('.*')}$`);

const UNRECEIVED = (['es', 'en'] as const).map((language) =>
  patternOf(textIn(language).cases.protected.unreceived.reporter(VALUES, HOLE)),
);

const PATTERNS: readonly (readonly [string, RegExp])[] = (['es', 'en'] as const).flatMap((language) => {
  const { news, newsToHolder } = textIn(language).cases;
  return [...Object.entries(news), ...Object.entries(newsToHolder)].map(
    ([type, tell]) => [type, patternOf(tell(VALUES))] as const,
  );
});

/** Whether a line tells that nobody has received a protected case yet. */
export const tellsUnreceived = (text: string): boolean => UNRECEIVED.some((pattern) => pattern.test(text));

/** The type of the event that a line tells of; undefined for any other text. */
export const toldBy = (text: string): string | undefined =>
  PATTERNS.find(([, pattern]) => pattern.test(text))?.[0];
