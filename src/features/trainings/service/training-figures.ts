/** What trainings count for the indicators: sessions, seats taken, and how many of the people have been trained. */
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay, monthsBetween } from '../../../platform/calendar/days.js';
import { monthsOf, periodOf, SPANS, type Span } from '../../../platform/figures/period.js';
import type { Scope } from '../../../platform/figures/scope.js';
import type { Fact, FigureSource } from '../../../platform/figures/source.js';
import { leadersAbove } from '../../../platform/people/line.js';
import { type Attendee, idOfKey, isPersonKey } from '../domain/attendee.js';
import type { Training } from '../domain/training.js';
import { AttendanceStore } from '../store/attendance-store.js';
import { monthOf } from '../store/training-index.js';
import { TrainingStore } from '../store/training-store.js';

export const TRAINING_FIGURES = 'trainings';

const EVERYWHERE: Scope[] = [{ kind: 'all' }];

interface TrainingFigureParts extends Pick<FeatureContext, 'everyone'> {
  trainings: TrainingStore;
  attendance: AttendanceStore;
}

export function trainingFigures({
  tables,
  everyone,
}: Pick<FeatureContext, 'tables' | 'everyone'>): FigureSource {
  const parts = { trainings: new TrainingStore(tables), attendance: new AttendanceStore(tables), everyone };
  const area = [{ id: 'area' }];
  return {
    theme: TRAINING_FIGURES,
    figures: [
      { id: 'trainings.sessions', isByDay: true, reader: 'team' },
      { id: 'trainings.attended', isByDay: true, reader: 'team' },
      { id: 'trainings.trained', kind: 'distinct', dimensions: area },
      { id: 'trainings.people', kind: 'latest', dimensions: area },
    ],
    components: [{ id: 'trained', of: 'trainings.trained', among: ['trainings.people'] }],
    kept: 'trainings',
    isOfToday: true,
    factsOf: (month) => factsOf(parts, month),
  };
}

/** The months whose figures a training may change: who was trained before is not counted again later in the year. */
export function monthsCountedWith(training: Training, now: Date): string[] {
  const year = monthsOf(periodOf('year', monthOf(training)));
  const until = bogotaDay(now).slice(0, 7);
  return year.filter((month) => month >= monthOf(training) && month <= until);
}

async function* factsOf(parts: TrainingFigureParts, month: string): AsyncGenerator<Fact> {
  const present = new Map<string, ReadonlySet<string>>();
  for (const earlier of monthsBetween(periodOf('year', month).from, month)) {
    const lists = await listsOf(parts, earlier);
    present.set(earlier, presentIn(lists));
    if (earlier === month) yield* lists.map(ofSession);
  }
  const people = await parts.everyone();
  const superiors = new Map(people.map(({ id, superiorId }) => [id, superiorId]));
  for (const { id, area } of people) {
    const scopes = [
      ...EVERYWHERE,
      ...(area ? [{ kind: 'area' as const, area }] : []),
      ...leadersAbove(id, superiors).map((leaderId) => ({ kind: 'line' as const, leaderId })),
    ];
    const spans = present.get(month)?.has(id) ? SPANS.filter((span) => isFirstIn(span, id)) : [];
    const figures = ['trainings.people', ...spans.map((span) => `trainings.trained~${span}`)];
    yield { scopes, cells: Object.fromEntries(figures.flatMap((figure) => counted(figure, area))) };
  }

  function isFirstIn(span: Span, id: string): boolean {
    const { from } = periodOf(span, month);
    return [...present].every(([other, ids]) => other < from || other === month || !ids.has(id));
  }
}

interface AttendanceList {
  startsAt: string;
  attendees: Attendee[];
}

async function listsOf(
  { trainings, attendance }: TrainingFigureParts,
  month: string,
): Promise<AttendanceList[]> {
  const sessions = await trainings.ofMonth(month);
  return Promise.all(
    sessions.map(async ({ id, startsAt }) => ({ startsAt, attendees: await attendance.all(id) })),
  );
}

function ofSession({ startsAt, attendees }: AttendanceList): Fact {
  const cells = { 'trainings.sessions': 1, 'trainings.attended': attendees.length };
  return { scopes: EVERYWHERE, day: bogotaDay(new Date(startsAt)).slice(8), cells };
}

/** The people of the directory; those who registered without Teams are not in it. */
function presentIn(lists: readonly AttendanceList[]): Set<string> {
  const keys = lists.flatMap(({ attendees }) => attendees.map(({ key }) => key));
  return new Set(keys.filter(isPersonKey).map(idOfKey));
}

const counted = (figure: string, area: string): [string, number][] => [
  [figure, 1],
  ...(area ? [[`${figure}/area/${area}`, 1] satisfies [string, number]] : []),
];
