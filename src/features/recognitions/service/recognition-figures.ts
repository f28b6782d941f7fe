/** What recognitions count for the indicators: how many were given, and to how many different people of how many areas. */
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay, bogotaMonth, shiftedMonth, startOfMonth } from '../../../platform/calendar/days.js';
import { monthsOf, periodOf, SPANS, type Span } from '../../../platform/figures/period.js';
import type { Scope } from '../../../platform/figures/scope.js';
import type { Fact, FigureSource } from '../../../platform/figures/source.js';
import { leadersAbove } from '../../../platform/people/line.js';
import type { Recognition, Source } from '../domain/recognition.js';
import { RecognitionLists } from '../store/lists.js';
import { type Language, textIn } from '../text/catalogue.js';

export const RECOGNITION_FIGURES = 'recognitions';

const GIVEN = 'recognitions.given';
const PEOPLE = 'recognitions.people';

interface RecognitionFigureParts extends Pick<FeatureContext, 'everyone'> {
  lists: RecognitionLists;
}

/** @param titleOf names a section; for who shows the figures. */
export function recognitionFigures({
  tables,
  everyone,
  titleOf = (id) => id,
}: Pick<FeatureContext, 'tables' | 'everyone'> & { titleOf?: (sectionId: string) => string }): FigureSource {
  const parts = { lists: new RecognitionLists(tables), everyone };
  const dimensions = [
    { id: 'attribute', isByDay: true, nameOf: titleOf },
    { id: 'source', isByDay: true, nameOf: sourceName },
    { id: 'area', isByDay: true },
  ];
  return {
    theme: RECOGNITION_FIGURES,
    figures: [
      { id: GIVEN, isByDay: true, dimensions },
      { id: PEOPLE, kind: 'distinct', dimensions: [{ id: 'area' }] },
    ],
    kept: 'recognitions',
    isOfToday: true,
    factsOf: (month) => factsOf(parts, month),
  };
}

/** The months whose figures a recognition may change: its person is counted once in the rest of its year. */
export function monthsCountedWith({ at }: Pick<Recognition, 'at'>, now: Date): string[] {
  const month = bogotaMonth(new Date(at));
  return monthsOf(periodOf('year', month)).filter((one) => month <= one && one <= bogotaMonth(now));
}

const sourceName = (source: string, language: Language) =>
  textIn(language).recognitionEvent.sources[source as Source] ?? source;

async function* factsOf({ lists, everyone }: RecognitionFigureParts, month: string): AsyncGenerator<Fact> {
  const ofYear = lists.between(
    startOfMonth(periodOf('year', month).from),
    startOfMonth(shiftedMonth(month, 1)),
  );
  const superiors = new Map((await everyone()).map(({ id, superiorId }) => [id, superiorId]));
  const people = new Map<string, Recognition>();
  const before = new Map<string, Set<string>>();
  for await (const one of ofYear) {
    const given = bogotaMonth(new Date(one.at));
    if (given !== month) before.set(given, (before.get(given) ?? new Set()).add(one.personId));
    else {
      // The newest comes first: where somebody is recognised twice, the area and line of the last time.
      if (!people.has(one.personId)) people.set(one.personId, one);
      yield ofRecognition(one);
    }
  }
  for (const one of people.values()) yield ofPerson(one);

  function ofRecognition(one: Recognition): Fact {
    const { attribute, source, area, at } = one;
    const values = [`attribute/${attribute}`, `source/${source}`, ...(area ? [`area/${area}`] : [])];
    const cells = Object.fromEntries(
      [GIVEN, ...values.map((value) => `${GIVEN}/${value}`)].map((cell) => [cell, 1]),
    );
    return { scopes: scopesOf(one), day: bogotaDay(new Date(at)).slice(8), cells };
  }

  function ofPerson(one: Recognition): Fact {
    const figures = SPANS.filter((span) => isFirstIn(span, one.personId)).map((span) => `${PEOPLE}~${span}`);
    const cells = figures.flatMap((figure) => [figure, ...(one.area ? [`${figure}/area/${one.area}`] : [])]);
    return { scopes: scopesOf(one), cells: Object.fromEntries(cells.map((cell) => [cell, 1])) };
  }

  function isFirstIn(span: Span, personId: string): boolean {
    const { from } = periodOf(span, month);
    return [...before].every(([other, ids]) => other < from || !ids.has(personId));
  }

  /** The line that it had when it was sent, and above it the one of today. */
  function scopesOf({ area, superiorId }: Recognition): Scope[] {
    const leaders = superiorId === '' ? [] : [superiorId, ...leadersAbove(superiorId, superiors)];
    return [
      { kind: 'all' },
      ...(area ? [{ kind: 'area' as const, area }] : []),
      ...leaders.map((leaderId) => ({ kind: 'line' as const, leaderId })),
    ];
  }
}
