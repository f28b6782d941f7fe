/** Shows the humanization team the share of people trained, by area and month. */
import { z } from 'zod';
import { bogotaMonth } from '../../../platform/calendar/days.js';
import { month as monthInput } from '../../../platform/cards/inputs.js';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { onlyFor } from '../../../platform/errors.js';
import type { Person } from '../../../platform/people/person.js';
import { type Reply, readInput, type Turn, type VerbRoute } from '../../../turn.js';
import { coverageMessage } from '../cards/coverage-card.js';
import { coverageOf } from '../domain/coverage.js';
import { maySeeCoverage } from '../domain/permissions.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { TrainingStore } from '../store/training-store.js';

interface CoverageParts {
  trainings: TrainingStore;
  attendance: AttendanceStore;
  everyone: () => Promise<Person[]>;
  renderer: Renderer;
}

const input = z.object({ month: monthInput.optional().catch(undefined) });

export class CoverageHandler {
  constructor(private readonly parts: CoverageParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'trainings.coverage', scope: 'personal', handle: (turn) => this.show(turn) }];
  }

  async show(turn: Turn): Promise<Reply> {
    if (!maySeeCoverage(await turn.person())) throw onlyFor((text) => text.trainings.onlyTeamCovers);
    const { trainings, attendance, everyone, renderer } = this.parts;
    const thisMonth = bogotaMonth(turn.now);
    const { month = thisMonth } = readInput(input, turn);
    const sessions = await trainings.ofMonth(month);
    const lists = await Promise.all(sessions.map(({ id }) => attendance.all(id)));
    const coverage = coverageOf(await everyone(), lists.flat());
    const view = { month, thisMonth, sessions: sessions.length, coverage };
    return { kind: 'show', message: coverageMessage(renderer, view, turn.language) };
  }
}
