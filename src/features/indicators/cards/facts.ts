/** The figures behind "Más": what goes beyond the sentences and charts. */
import type { Composite } from '../../../platform/figures/composite.js';
import type { Count, Shown } from '../../../platform/figures/shown.js';
import type { FiguresView } from '../../../platform/figures/view.js';
import { number } from '../../../platform/text/numbers.js';
import { type Language, textIn } from '../text/catalogue.js';

export interface FactLine {
  label: string;
  value: string;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** @param guarded figures for the role `protected` alone. */
export function factsOf(
  { now, composite }: Pick<FiguresView, 'now' | 'composite'>,
  guarded: Shown | undefined,
  language: Language,
): FactLine[] {
  const { more: text, composite: title } = textIn(language).indicators;
  return [
    line(title, composite && wordsOf(compositeOf(composite, language))),
    line(text.accepted, timely(now, 'cases.accepted', language)),
    line(text.closed, timely(now, 'cases.closed', language)),
    line(text.commitments, commitments(now, language)),
    line(text.satisfied, satisfied(now, language)),
    line(text.trained, share(now.count('trainings.trained'), now.count('trainings.people'), language)),
    line(text.recognitions, recognitions(now, language)),
    line(text.practice, practice(now, language)),
    line(text.protectedRoute, guarded && protectedOf(guarded, language)),
  ].filter((one) => one !== undefined);
}

/** "83,4", and "de 100" with what is left out. */
export function compositeOf(
  { value, missing }: Composite,
  language: Language,
): { value: string; detail: string } {
  const { outOf } = textIn(language).indicators;
  return { value: number(value, language), detail: outOf(missing.map((id) => rateName(id, language))) };
}

const wordsOf = ({ value, detail }: { value: string; detail: string }) => `${value} ${detail}`;

/** What a part of the composite is called. */
export function rateName(id: string, language: Language): string {
  const names: Readonly<Record<string, string>> = textIn(language).indicators.component;
  return names[id] ?? id;
}

const line = (label: string, value: string | undefined): FactLine | undefined =>
  value === undefined ? undefined : { label, value };

/** "12, 10 de 12 a tiempo; la mitad en 5 horas o menos" */
function timely(now: Shown, figure: string, language: Language): string | undefined {
  const count = now.count(figure);
  if (typeof count !== 'number' || count === 0) return undefined;
  const { more, number } = textIn(language).indicators;
  const inTime = now.by(figure, 'timeliness').find(({ value }) => value === 'in-time')?.count ?? 0;
  const times = now.times(figure);
  const half = times ? `; ${more.half(duration(times.median, language))}` : '';
  return `${number(count)}, ${more.inTime(inTime, count)}${half}`;
}

function commitments(now: Shown, language: Language): string | undefined {
  const [made, kept, late] = ['made', 'kept', 'late'].map((what) => now.count(`commitments.${what}`));
  if (typeof made !== 'number' || typeof kept !== 'number' || typeof late !== 'number') return undefined;
  return made + kept + late === 0
    ? undefined
    : textIn(language).indicators.more.commitmentCounts(made, kept, late);
}

function satisfied(now: Shown, language: Language): string | undefined {
  return share(now.cell('voice.answered/satisfied/yes'), now.count('voice.answered'), language);
}

/** "24, a 19 personas de 6 áreas" */
function recognitions(now: Shown, language: Language): string | undefined {
  const [given, people] = ['given', 'people'].map((what) => now.count(`recognitions.${what}`));
  if (typeof given !== 'number' || typeof people !== 'number' || given === 0) return undefined;
  const areas = now.by('recognitions.people', 'area').length;
  return textIn(language).indicators.more.recognitionCounts(given, people, areas);
}

function practice(now: Shown, language: Language): string | undefined {
  const [sent, done] = ['sent', 'done'].map((what) => now.count(`practice.${what}`));
  if (typeof sent !== 'number' || typeof done !== 'number' || sent === 0) return undefined;
  return textIn(language).indicators.more.practiceCounts(sent, done);
}

function share(count: Count, of: Count, language: Language): string | undefined {
  const { hidden, more } = textIn(language).indicators;
  if (count === undefined || of === undefined || of === 0) return undefined;
  return typeof count === 'number' && typeof of === 'number' ? more.of(count, of) : hidden;
}

function protectedOf(guarded: Shown, language: Language): string {
  const { more } = textIn(language).indicators;
  const [cases, retaliation] = ['cases.protected', 'voice.retaliation'].map((figure) =>
    countWords(guarded.count(figure), language),
  );
  return more.protectedCounts(cases ?? '', retaliation ?? '');
}

function countWords(count: Count, language: Language): string {
  const { hidden, number } = textIn(language).indicators;
  return typeof count === 'number' ? number(count) : hidden;
}

/** Minutes in the unit in which people think of them: minutes below two hours, hours below two days, then days. */
export function duration(minutes: number, language: Language): string {
  const { duration: words } = textIn(language).indicators;
  if (minutes < 2 * HOUR) return words.minutes(Math.max(1, Math.round(minutes)));
  if (minutes < 2 * DAY) return words.hours(Math.round(minutes / HOUR));
  return words.days(Math.round((minutes / DAY) * 10) / 10);
}
