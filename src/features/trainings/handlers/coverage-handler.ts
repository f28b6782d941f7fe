/** How much of the organisation has been trained, by area and month, against the directory. */
import { z } from 'zod';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { AppError } from '../../../platform/errors.js';
import type { Person } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { bogotaMonth, monthName, shiftedMonth } from '../../../platform/text/dates.js';
import { type Reply, show, type Turn, type VerbRoute } from '../../../turn.js';
import { type Attendee, idOfKey, isPersonKey, normalizeContact } from '../domain/attendee.js';
import { maySeeCoverage } from '../domain/permissions.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { TrainingStore } from '../store/training-store.js';

export interface CoverageParts {
  trainings: TrainingStore;
  attendance: AttendanceStore;
  everyone: () => Promise<Person[]>;
  renderer: Renderer;
  personOf: (turn: Turn) => Promise<Person>;
}

export interface AreaCoverage {
  area: string;
  trained: number;
  people: number;
}

export interface Coverage {
  areas: AreaCoverage[];
  trained: number;
  people: number;
  /** Those who registered without Teams; they are in no directory. */
  declared: number;
}

/** Counts each person once, in the area that the directory names now. Those who left it do not count. */
export function coverageOf(people: Iterable<Person>, attendees: readonly Attendee[]): Coverage {
  const present = new Set(attendees.filter(({ key }) => isPersonKey(key)).map(({ key }) => idOfKey(key)));
  const areas = new Map<string, AreaCoverage>();
  for (const { id, area } of people) {
    const counted = areas.get(area) ?? { area, trained: 0, people: 0 };
    counted.people += 1;
    if (present.has(id)) counted.trained += 1;
    areas.set(area, counted);
  }
  const declared = new Set(
    attendees.filter(({ key }) => !isPersonKey(key)).map(({ contact }) => normalizeContact(contact)),
  );
  const sorted = [...areas.values()].sort((one, other) => one.area.localeCompare(other.area, 'es'));
  return {
    areas: sorted,
    trained: sorted.reduce((sum, { trained }) => sum + trained, 0),
    people: sorted.reduce((sum, { people: count }) => sum + count, 0),
    declared: declared.size,
  };
}

/** Areas on one card; the rest would not fit. */
const MOST_AREAS = 60;
const input = z.object({
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
});

export class TrainingCoverage {
  constructor(private readonly parts: CoverageParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'trainings.coverage', scope: 'personal', handle: (turn) => this.show(turn) }];
  }

  /** @throws AppError `not-allowed` for whoever is not of the humanization team. */
  async show(turn: Turn): Promise<Reply> {
    if (!maySeeCoverage(await this.parts.personOf(turn))) throw new AppError('not-allowed');
    const thisMonth = bogotaMonth(turn.now);
    const month = input.parse(turn.input).month ?? thisMonth;
    const trainings = await this.parts.trainings.ofMonth(month);
    const lists = await Promise.all(trainings.map(({ id }) => this.parts.attendance.all(id)));
    const coverage = coverageOf(await this.parts.everyone(), lists.flat());
    const text = textIn(turn.language).trainings.coverage;
    const [before, after] = [shiftedMonth(month, -1), shiftedMonth(month, 1)];
    const data = {
      title: text.title(monthName(month, turn.language)),
      summary: text.summary(coverage.trained, coverage.people, trainings.length),
      areas: coverage.areas.slice(0, MOST_AREAS).map(({ area, trained, people: all }) => ({
        area: area || text.noArea,
        people: text.people(trained, all),
        share: `${Math.round((100 * trained) / all)} %`,
      })),
      note: text.note(coverage.declared),
      before: monthName(before, turn.language),
      beforeMonth: before,
      after: monthName(after, turn.language),
      afterMonth: after > thisMonth ? '' : after,
    };
    return show(this.parts.renderer.render('coverage', data, turn.language), data.title);
  }
}
