/** Recognises messages about an absence: "estoy de vacaciones hasta el 15 de enero". */
const MONTHS = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];
const ENGLISH_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAYS = ['domingo', 'lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado'];
const DAY_MS = 86_400_000;

const GREETING = '(?:(?:hola|hello|hi|buen[oa]s(?: dias| tardes| noches)?)[, ]+)*';
/** Only filler words may stand between the verb and the kind of absence. */
const LEAVING = new RegExp(
  `^${GREETING}(ya )?(estoy|estare|voy a estar|salgo|saldre|me voy|ando|i am|i'm|i will be|i'll be)( (a|de|en|con|por|desde|el|la|hoy|manana|partir|unos|dias|mis|lunes|martes|miercoles|jueves|viernes|on|my|starting|from|tomorrow|today))* (vacaciones|licencia|permiso|ausente|incapacitad[oa]|incapacidad|fuera de la oficina|fuera(?= (hasta|desde|del|hoy|esta))|vacation|holiday|holidays|leave|away|out of (the )?office)(?=[ .,;!]|$)`,
);
/** A reason, or a word for mistreatment, means that the message describes a failure, not just an absence. */
const TELLS =
  /\b(porque|por culpa|ya que|debido|a causa|por causa|because|due to)\b|golpe|amenaz|acos|agred|agresi|grit|insult|maltrat|empuj|humill|threat|harass|shout/;
const CLAUSES = /[,.;:!]| y | pero | and | but /;
/** Clauses that may follow an absence: its last day, the deputy, courtesy. */
const OF_THE_ABSENCE =
  /^(\d|hasta|desde|del?|al|a partir|el|hoy|manana|pasado|(vuelvo|regreso|volvere|regresare)|me (reemplaza|remplaza|cubre)|mi reemplazo|queda|quedan|por favor|porfa|(muchas |mil )?gracias|saludos|until|from|i will be back|i'll be back|back|please|thanks|thank you)\b/;
/** Phrases that may follow a return: from which absence, to which place, since when, courtesy. */
const OF_THE_RETURN = [
  ' (?:de|from)(?: la| las| el| mi| mis| my)? (?:vacaciones|licencia|permiso|incapacidad|vacation|holidays?|leave)(?: de (?:maternidad|paternidad|luto))?',
  ' (?:al trabajo|a trabajar|a la oficina|a mi puesto|en el trabajo|en la oficina|to work|at work|to the office|in the office)',
  ' (?:hoy|ahora|ya|desde hoy|desde ayer|today|now)',
  '[ ,.!]+(?:por favor|(?:muchas |mil )?gracias|saludos|equipo|thanks|thank you)',
];
const BACK = new RegExp(
  `^${GREETING}(?:(?:ya )?(?:volvi|regrese|estoy de (?:vuelta|regreso)|termine mis vacaciones)|(?:i am|i'm) back)(?:${OF_THE_RETURN.join('|')})*[ .!]*$`,
);

/**
 * Tells whether a message is about an absence and nothing else.
 * @param folded the message in lower case and without accents.
 */
export function tellsOfLeaving(folded: string): boolean {
  const text = folded.replaceAll('’', "'");
  const leaving = text.match(LEAVING);
  if (!leaving || text.includes('?')) return false;
  const rest = text.slice(leaving[0].length);
  const [, ...clauses] = rest.split(CLAUSES).map((clause) => clause.trim());
  return !TELLS.test(rest) && clauses.every((clause) => clause === '' || OF_THE_ABSENCE.test(clause));
}

/** Tells whether a message is about a return and nothing else. It ends the absence without confirmation. */
export function tellsOfReturn(folded: string): boolean {
  return BACK.test(folded.replaceAll('’', "'"));
}

/**
 * The last day of the absence, `YYYY-MM-DD`; undefined unless the message names a day from today on.
 * @param today `YYYY-MM-DD` in Bogotá; a day without a year is the next such day.
 */
export function lastDayIn(folded: string, today: string): string | undefined {
  const tail = folded.split(/\b(?:hasta|until|till|al)\b/).at(-1) ?? folded;
  const day = dayIn(tail, today);
  return day !== undefined && day >= today ? day : undefined;
}

function dayIn(text: string, today: string): string | undefined {
  const iso = text.match(/\b(\d{4})-(\d{2})-(\d{2})\b/);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = text.match(/\b(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?\b/);
  if (slashed) return inYear(slashed[3], Number(slashed[2]), Number(slashed[1]), today);
  const named = text.match(/\b(\d{1,2})(?:o|ro)?\s+(?:de\s+)?([a-z]+)(?:\s+(?:de\s+|del\s+)?(\d{4}))?/);
  const month = named ? MONTHS.indexOf(named[2] ?? '') + 1 : 0;
  if (named && month > 0) return inYear(named[3], month, Number(named[1]), today);
  const english = text.match(/\b([a-z]+)\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?\b/);
  const englishMonth = english ? ENGLISH_MONTHS.indexOf(english[1] ?? '') + 1 : 0;
  if (english && englishMonth > 0) return inYear(english[3], englishMonth, Number(english[2]), today);
  if (/\bpasado manana\b/.test(text)) return later(today, 2);
  if (/\b(manana|tomorrow)\b/.test(text)) return later(today, 1);
  if (/\b(hoy|today)\b/.test(text)) return today;
  const weekday = WEEKDAYS.findIndex((name) => new RegExp(`\\b${name}\\b`).test(text));
  return weekday < 0 ? undefined : nextWeekday(today, weekday);
}

function inYear(year: string | undefined, month: number, day: number, today: string): string | undefined {
  if (year !== undefined) return dateOf(Number(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  const date = dateOf(thisYear, month, day);
  return date !== undefined && date >= today ? date : dateOf(thisYear + 1, month, day);
}

function dateOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? toDay(date) : undefined;
}

function nextWeekday(today: string, weekday: number): string {
  const ahead = (weekday - new Date(today).getUTCDay() + 7) % 7;
  return later(today, ahead === 0 ? 7 : ahead);
}

const later = (today: string, days: number) => toDay(new Date(Date.parse(today) + days * DAY_MS));
const toDay = (date: Date) => date.toISOString().slice(0, 10);
