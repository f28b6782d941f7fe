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
/** Of a case that is no health claim any more. */
const OF_NO_CLAIM = { ...VALUES, health: '' };

/** The first line of a card; names and numbers have neither a full stop nor a colon. */
const patternOf = (line: string) =>
  new RegExp(`^${line.replaceAll('**', '').split(HOLE).map(literal).join('[^.:]*?')}`);

const UNRECEIVED = (['es', 'en'] as const).flatMap((language) => {
  const { reporter, receiver } = textIn(language).cases.protected.unreceived;
  return [reporter, receiver].map((tell) => patternOf(tell(VALUES, '').split('.')[0] ?? ''));
});

const HOLES = { by: HOLE, who: HOLE, day: HOLE };
/** What somebody else did to a commitment, and what who committed did. */
const TOLD = [HOLES, { ...HOLES, by: HOLE + HOLE }];

const COMMITMENTS = (['es', 'en'] as const).flatMap((language) => {
  const { own, team } = textIn(language).cases.commitments.told;
  return [own, team].flatMap((lines) =>
    Object.entries(lines).flatMap(([type, tell]) =>
      TOLD.map((values) => [type, patternOf(tell(values))] as const),
    ),
  );
});

const VOICES = (['es', 'en'] as const).flatMap((language) => {
  const { ask, remind, notice } = textIn(language).cases.voice;
  return [
    ['asked', patternOf(ask(HOLE))],
    ['asked', patternOf(remind(HOLE))],
    ['answered', patternOf(notice.retaliation(HOLE, HOLE))],
    ['answered', patternOf(notice.words(HOLE, HOLE))],
  ] as const;
});

const PATTERNS: readonly (readonly [string, RegExp])[] = (['es', 'en'] as const).flatMap((language) => {
  const { news, newsToHolder, lowered, notHigh, unconfirmed } = textIn(language).cases;
  const tellings = [
    ...Object.entries(news),
    ...Object.entries(newsToHolder),
    ['reclassified', lowered] as const,
    ['reclassified', notHigh] as const,
    ['accepted', textIn(language).cases.protected.received] as const,
    ...Object.values(unconfirmed).map((tell) => ['unconfirmed', tell] as const),
  ];
  return tellings.flatMap(([type, tell]) =>
    [VALUES, OF_GROUP, OF_NO_CLAIM].map((values) => [type, patternOf(tell(values, [HOLE]))] as const),
  );
});

/** A card's text has each run on a line of its own. */
const joined = (text: string) => text.replaceAll('\n', '');

/** The same texts are looked at again and again, which takes most of the time of a check. */
const typeIn = (patterns: readonly (readonly [string, RegExp])[]) => {
  const known = new Map<string, string | undefined>();
  return (text: string): string | undefined => {
    if (!known.has(text)) {
      const line = joined(text);
      known.set(text, patterns.find(([, pattern]) => pattern.test(line))?.[0]);
    }
    return known.get(text);
  };
};

const unreceivedIn = typeIn(UNRECEIVED.map((pattern) => ['unreceived', pattern] as const));
/** Whether a card tells that nobody has received a protected case yet. */
export const tellsUnreceived = (text: string): boolean => unreceivedIn(text) !== undefined;

/** The type of the event that a card tells of; undefined for any other text. */
export const toldBy = typeIn(PATTERNS);
/** What a card tells of a commitment, such as `lapsed`; undefined for any other text. */
export const commitmentToldBy = typeIn(COMMITMENTS);
/** `asked`: the question to who reported. `answered`: to those who read their answer. Undefined for any other text. */
export const voiceToldBy = typeIn(VOICES);
