/** What a text says of the plan of a training: title, day, hours, place, seats, and the code. Pure. */
import { unaccented, words } from '../../../platform/text/fold.js';
import { spanIn } from '../../../platform/understanding/dates.js';
import { hoursIn } from '../domain/hours.js';
import type { WrittenPlan } from '../domain/plan.js';

export type PlanSaid = Partial<
  Pick<WrittenPlan, 'title' | 'day' | 'startsAt' | 'endsAt' | 'place' | 'capacity' | 'requiresCode'>
>;

const DAY_WORD =
  '(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|semana|hoy|manana|pasado manana|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|\\d{1,2} de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre))';
const BEFORE_DAY = '(?:(?:para|del?|el|este|la|proximo|que sea|on|this|next|for) )*';
const END = `(?=\\s*(?:[,.;!]|$| ${BEFORE_DAY}${DAY_WORD}\\b| (?:en|in|at) (?:el|la|los|the)\\b| con\\b| with\\b))`;
const ROOM =
  '(?:el |la |los |the )?(?:auditorio|salon|sala|aula|biblioteca|teatro|coliseo|cafeteria|oficina|sede|edificio|piso|auditorium|room|hall|library|office|classroom)\\b';
const PLACE = new RegExp(`\\b(?:en|in|at) (${ROOM}.*?)${END}`);
const LINK = /https?:\/\/\S+/;
const SEATS =
  /\b(?:cupos?|capacidad|aforo|capacity)(?: (?:de|para|of|maximo|es))* (\d{1,5})\b|\b(\d{1,5}) (?:cupos|puestos|personas|seats|people)\b/;
const NO_LIMIT = /\bsin (?:cupo|limite)\b|\bno limit\b/;
const CODE = /\b(?:codigo|code)\b/;
const NOT = /\b(?:no|sin|ni|quita\w*|not|without|don'?t)\b/;
const TITLE = new RegExp(
  `\\b(?:capacitacion|taller|charla|curso|formacion|training|workshop|session|course) (?:de|sobre|acerca de|on|about) (?!${BEFORE_DAY}${DAY_WORD}\\b)(.+?)${END}`,
);
const RENAMED = /\b(?:que se llame|se llama|titulo(?: es)?|titulad[oa]|called|title(?: is)?)[: ]+(.+?)[.!]*$/;
const ARTICLE = /^(?:el|la|los|the) /i;

/**
 * @param today `YYYY-MM-DD` in Bogotá.
 * @param before the hours in the form.
 */
export function planIn(
  text: string,
  today: string,
  before: Pick<WrittenPlan, 'startsAt' | 'endsAt'> = { startsAt: '', endsAt: '' },
): PlanSaid {
  const whole = text.replace(/\s+/g, ' ').trim();
  const hours = hoursIn(unaccented(whole), before);
  // What is read already is nothing else: "de 2 a 4" are no days.
  const rest = hours ? blanked(whole, hours.at, hours.length) : whole;
  const said = unaccented(rest);
  const seats = SEATS.exec(said);
  const link = LINK.exec(rest)?.[0];
  const place = link ?? wordsOf(PLACE, rest, said)?.replace(ARTICLE, '');
  const title = wordsOf(RENAMED, rest, said) ?? wordsOf(TITLE, rest, said);
  const day = spanIn(seats ? blanked(rest, seats.index, seats[0].length) : rest, today).from;
  return {
    ...(title && { title: capitalised(title) }),
    ...(day && { day }),
    ...(hours?.startsAt && { startsAt: hours.startsAt }),
    ...(hours?.endsAt && { endsAt: hours.endsAt }),
    ...(place && { place: link ? place : capitalised(place) }),
    ...(seats && { capacity: Number(seats[1] ?? seats[2]) }),
    ...(NO_LIMIT.test(said) && { capacity: 0 }),
    ...(CODE.test(said) && { requiresCode: !NOT.test(said) }),
  };
}

const FIELD = new RegExp(
  `^(?:(?:no|y|ah|ay|uy|pero|mejor|que|sea|es|pon(?:le|lo|la)?|pas(?:ala|alo)|con|make it|for|better|and)[, ]+)*(?:${BEFORE_DAY}${DAY_WORD}\\b|a las? |de (?:las? )?\\d|hasta las? |termin|(?:en|in|at) ${ROOM}|at \\d|from \\d|\\d{1,2} ?[ap]m|(?:sin |no )?(?:cupo|aforo|capacidad|limit)|\\d+ (?:cupos|puestos|personas|seats|people)|(?:(?:no|tengan|toque|les toque|haya|deban|they|have|need) )*(?:(?:que|to) )?(?:exi[gj]|pid|pon|escrib|us|sin|con|require|ask|with|enter)\\w* (?:el |un |the |a |for )*(?:codigo|code)\\b|titulo|se llame)`,
);

/** A day with more words may be about anything. */
const MOST_WORDS_OF_DAY = 5;

/** It begins with a field of the form, as in a correction. */
export function beginsWithField(text: string, today: string): boolean {
  const said = unaccented(text.trim());
  if (!FIELD.test(said)) return false;
  const fields = Object.keys(planIn(text, today));
  const isDayAlone = fields.length === 1 && fields[0] === 'day';
  return fields.length > 0 && (!isDayAlone || words(said).length <= MOST_WORDS_OF_DAY);
}

/** The same with commas there, so that all signs stay where they are. */
const blanked = (text: string, at: number, length: number) =>
  `${text.slice(0, at)}${','.repeat(length)}${text.slice(at + length)}`;

/** The first group of a pattern, as it was written. */
function wordsOf(pattern: RegExp, text: string, said: string): string | undefined {
  const match = pattern.exec(said);
  const words = match?.[1];
  if (!match || words === undefined) return undefined;
  const at = match.index + match[0].indexOf(words);
  return text.slice(at, at + words.length).trim();
}

const capitalised = (words: string) => words.charAt(0).toLocaleUpperCase('es') + words.slice(1);
