/** From what hour to what hour something lasts, as a text says it. Pure. */

/** `HH:MM`. */
export interface Hours {
  startsAt?: string;
  endsAt?: string;
}

export interface HoursSaid extends Hours {
  /** Where the text says so. */
  at: number;
  length: number;
}

const NUMBERS: Readonly<Record<string, number>> = {
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  once: 11,
  doce: 12,
};
const PERIOD =
  'a\\.? ?m\\b\\.?|p\\.? ?m\\b\\.?|de la (?:manana|tarde|noche)|in the (?:morning|afternoon|evening)|del? medio ?dia';
/** "3", "3:30", "tres y media", with what part of the day it is. */
const clock = (n: number) =>
  `(?:las? )?(?<h${n}>\\d{1,2}|${Object.keys(NUMBERS).join('|')})(?:[:.h](?<m${n}>[0-5]\\d)| y (?<w${n}>media|cuarto))?(?: ?(?<p${n}>${PERIOD}))?(?![\\d/%])`;
const RANGE = new RegExp(
  `\\b(?:de|desde|entre|from|between) ${clock(1)} (?:a|hasta|y|to|until|till|and) ${clock(2)}`,
);
const END = new RegExp(
  `\\b(?:hasta (?=las? )|(?:termin\\w+|acab\\w+|ends?|ending) (?:a|at) |until (?=\\d))${clock(1)}`,
);
const START = new RegExp(
  `\\b(?:(?:a|para|desde|son|es|seria) (?=las? )|at |make it (?=\\d))${clock(1)}|\\b(?=\\d{1,2}(?::\\d\\d)? ?[ap]\\.? ?m\\b)${clock(2)}`,
);
const DAY = 24 * 60;
const NOON = 12 * 60;
/** Without a part of the day, an hour before this one is in the afternoon. */
const EARLIEST = 7 * 60;

/**
 * The hours that a text names; undefined when it names none.
 * @param said in lower case and without accents.
 * @param before a start that moves takes the end along.
 */
export function hoursIn(said: string, before: Required<Hours>): HoursSaid | undefined {
  const found = rangeIn(said) ?? endIn(said, before) ?? startIn(said, before);
  if (!found) return undefined;
  const { match, ...hours } = found;
  return { ...hours, at: match.index, length: match[0].length };
}

function rangeIn(said: string) {
  const match = RANGE.exec(said);
  const ends = minutesOf(match, 2);
  if (!match || ends === undefined) return undefined;
  const alike = minutesOf(match, 1, match.groups?.p2);
  const alone = minutesOf(match, 1);
  const starts = alike !== undefined && alike < ends ? alike : alone;
  if (starts === undefined) return undefined;
  const later = ends <= starts && ends + NOON < DAY ? ends + NOON : ends;
  return { match, startsAt: written(starts), endsAt: written(later) };
}

function endIn(said: string, { startsAt }: Required<Hours>) {
  const match = END.exec(said);
  const ends = minutesOf(match, 1);
  if (!match || ends === undefined) return undefined;
  const isEarly = startsAt !== '' && written(ends) <= startsAt && ends + NOON < DAY;
  return { match, endsAt: written(isEarly ? ends + NOON : ends) };
}

function startIn(said: string, before: Required<Hours>) {
  const match = START.exec(said);
  const starts = minutesOf(match, 1) ?? minutesOf(match, 2);
  if (!match || starts === undefined) return undefined;
  const lasts = countOf(before.endsAt) - countOf(before.startsAt);
  const takesAlong = before.startsAt !== '' && before.endsAt !== '' && starts + lasts < DAY;
  return { match, startsAt: written(starts), ...(takesAlong && { endsAt: written(starts + lasts) }) };
}

/** The minutes since midnight of one clock of a match. */
function minutesOf(match: RegExpExecArray | null, n: number, period?: string): number | undefined {
  const groups = match?.groups ?? {};
  const [named, digits, words] = [groups[`h${n}`], groups[`m${n}`], groups[`w${n}`]];
  const part = period ?? groups[`p${n}`];
  const hour = named === undefined ? Number.NaN : (NUMBERS[named] ?? Number(named));
  if (Number.isNaN(hour) || hour > 23) return undefined;
  const minutes =
    hour * 60 + (digits ? Number(digits) : words === 'media' ? 30 : words === 'cuarto' ? 15 : 0);
  if (hour > 12) return minutes;
  const isAfternoon = part ? /^p|tarde|noche|afternoon|evening|medio/.test(part) : minutes < EARLIEST;
  return (minutes % NOON) + (isAfternoon || (!part && hour === 12) ? NOON : 0);
}

const written = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const countOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
