/** Recognises the news that the bot tells about a case, by the catalogue itself. */
import { textIn } from '../../../src/platform/text/catalogue.js';

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const HOLE = '§';
/** What a line may say, where it does not matter. */
export const VALUES = {
  number: HOLE,
  level: HOLE,
  by: HOLE,
  who: HOLE,
  due: HOLE,
  outcomes: HOLE,
  health: HOLE,
  healthDue: HOLE,
};
/** With a group, whose article melts into the word before it. */
const OF_GROUP = { ...VALUES, who: `el ${HOLE}` };

/** The first line of a card; names and numbers have neither a full stop nor a colon. */
const patternOf = (line: string) =>
  new RegExp(`^${line.replaceAll('**', '').split(HOLE).map(literal).join('[^.:]*?')}`);

const UNRECEIVED = (['es', 'en'] as const).flatMap((language) => {
  const { reporter, receiver } = textIn(language).cases.protected.unreceived;
  return [reporter, receiver].map((tell) => patternOf(tell(VALUES, '').split('.')[0] ?? ''));
});

const PATTERNS: readonly (readonly [string, RegExp])[] = (['es', 'en'] as const).flatMap((language) => {
  const { news, newsToHolder, lowered, unconfirmed } = textIn(language).cases;
  const tellings = [
    ...Object.entries(news),
    ...Object.entries(newsToHolder),
    ['reclassified', lowered] as const,
    ...Object.values(unconfirmed).map((tell) => ['unconfirmed', tell] as const),
  ];
  return tellings.flatMap(([type, tell]) =>
    [VALUES, OF_GROUP].map((values) => [type, patternOf(tell(values, [HOLE]))] as const),
  );
});

/** A card's text has each run on a line of its own. */
const joined = (text: string) => text.replaceAll('\n', '');

/** Whether a card tells that nobody has received a protected case yet. */
export const tellsUnreceived = (text: string): boolean =>
  UNRECEIVED.some((pattern) => pattern.test(joined(text)));

/** The type of the event that a card tells of; undefined for any other text. */
export const toldBy = (text: string): string | undefined =>
  PATTERNS.find(([, pattern]) => pattern.test(joined(text)))?.[0];
