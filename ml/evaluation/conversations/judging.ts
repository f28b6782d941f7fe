/** Decides if what a person got for a turn is what is expected. */
import { parts } from '../../../test/support/cards.js';
import type { Alternative, Expectation } from './format.js';

/** What a person got for one turn: messages, and cards as they are now. */
export interface Got {
  texts: string[];
  cards: object[];
}

type Json = Record<string, unknown>;

const MOST_SHOWN = 300;

/** Why a turn fails; undefined when it passes. */
export function failureOf(
  got: Got,
  { any, never }: Expectation,
  numbers: readonly string[],
): string | undefined {
  const harm = never.find((one) => holds(got, one, numbers));
  if (harm) return `has what it never may: ${describe(harm)}`;
  if (any.length > 0 && !any.some((one) => holds(got, one, numbers)))
    return `lacks each of: ${any.map(describe).join(' | ')}`;
  return undefined;
}

function holds(got: Got, wanted: Alternative, numbers: readonly string[]): boolean {
  const { offers, notOffers, says, notSays, form } = wanted;
  const isNothing = got.texts.length === 0 && got.cards.length === 0;
  const isOnlyAbsence = offers.length === 0 && !says && Object.keys(form).length === 0;
  if (isNothing && !(isOnlyAbsence && notSays)) return false;
  const verbs = new Set(got.cards.flatMap(verbsIn));
  const said = plain(saidIn(got));
  const inputs = got.cards.flatMap(inputsIn);
  return (
    offers.every((verb) => verbs.has(verb)) &&
    !notOffers.some((verb) => verbs.has(verb)) &&
    (!says || filledIn(says, numbers).test(said)) &&
    (!notSays || !filledIn(notSays, numbers).test(said)) &&
    Object.entries(form).every(([id, value]) =>
      inputs.some((one) => one.id === id && filledIn(value, numbers).test(plain(one.value))),
    )
  );
}

/** `{case1}` stands for the number of the first case that anybody saw. */
export function withNumbers(text: string, numbers: readonly string[]): string {
  return text.replace(/\{case(\d)\}/g, (_, at: string) => {
    const place = Number(at);
    return numbers[place - 1] ?? `HUM-2026-${String(place).padStart(6, '0')}`;
  });
}

const filledIn = ({ source, flags }: RegExp, numbers: readonly string[]): RegExp =>
  new RegExp(withNumbers(source, numbers), flags);

/** Without accents and in lower case. `fold` would join the lines, and `.` stops at a line's end. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .toLowerCase();

/** Every text, title, label and choice that the person can see, folded ones too, a line each. */
export function saidIn({ texts, cards }: Got): string {
  const shown = cards.flatMap((card) => partsOf(card).flatMap(wordsOf));
  return [...texts, ...shown].join('\n').replaceAll('**', '');
}

/** The beginning of it on one line, for those who read what failed. */
export const briefly = (got: Got): string =>
  saidIn(got).replace(/\s+/g, ' ').slice(0, MOST_SHOWN) || 'nothing';

function wordsOf(part: Json): string[] {
  if (part.type === 'RichTextBlock')
    return [(part.inlines as Json[]).map((one) => String(one.text ?? one)).join('')];
  if (part.type === 'TextRun') return [];
  const isTyped = part.type === 'Input.Text' || part.type === 'Input.Date' || part.type === 'Input.Number';
  const value = isTyped && part.isVisible !== false ? part.value : undefined;
  return [part.text, part.title, part.label, value].filter(
    (text): text is string => typeof text === 'string' && text !== '',
  );
}

/** Buttons that people press: a refresh of the card is none. */
const verbsIn = (card: object): string[] =>
  partsOf(card)
    .filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit')
    .map(({ verb, data }) => String(verb ?? (data as Json | undefined)?.verb ?? ''));

function inputsIn(card: object): { id: string; value: string }[] {
  return partsOf(card)
    .filter(({ type }) => String(type).startsWith('Input.'))
    .map(({ id, value }) => ({ id: String(id), value: String(value ?? '') }));
}

/** The parts of a card, without its refresh and without what stands in for buttons on old clients. */
function partsOf(card: object): Json[] {
  const clean = JSON.parse(
    JSON.stringify({ ...card, refresh: undefined, fallbackText: undefined }, (key, value) =>
      key === 'fallback' ? undefined : value,
    ),
  ) as object;
  return parts(clean);
}

function describe({ offers, notOffers, says, notSays, form }: Alternative): string {
  return [
    offers.length > 0 && `offers ${offers.join(', ')}`,
    says && `says /${says.source.slice(0, 80)}/`,
    notSays && `not /${notSays.source.slice(0, 40)}/`,
    notOffers.length > 0 && `not ${notOffers.join(', ')}`,
    Object.keys(form).length > 0 &&
      `form ${Object.entries(form).map(([id, value]) => `${id}=${value.source.slice(0, 40)}`)}`,
  ]
    .filter(Boolean)
    .join(' and ');
}
