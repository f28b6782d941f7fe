/** Shows the humanization team the share of people trained, by area and month. */
import { z } from 'zod';
import { bogotaMonth } from '../../../platform/calendar/days.js';
import { month as monthInput } from '../../../platform/cards/inputs.js';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { onlyFor } from '../../../platform/errors.js';
import { type Reply, readInput, type Turn, type VerbRoute } from '../../../turn.js';
import { coverageMessage } from '../cards/coverage-card.js';
import { maySeeCoverage } from '../domain/permissions.js';
import type { MonthCoverage } from '../service/month-coverage.js';
import { textIn } from '../text/catalogue.js';

interface CoverageParts {
  monthCoverage: MonthCoverage;
  renderer: Renderer;
}

const input = z.object({ month: monthInput.optional().catch(undefined) });

export class CoverageHandler {
  constructor(private readonly parts: CoverageParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'trainings.coverage', scope: 'personal', handle: (turn) => this.show(turn) }];
  }

  async show(turn: Turn): Promise<Reply> {
    if (!maySeeCoverage(await turn.person()))
      throw onlyFor((language) => textIn(language).trainings.onlyTeamCovers);
    const { monthCoverage, renderer } = this.parts;
    const thisMonth = bogotaMonth(turn.now);
    const { month = thisMonth } = readInput(input, turn);
    const view = { month, thisMonth, ...(await monthCoverage.of(month)) };
    return { kind: 'show', message: coverageMessage(renderer, view, turn.language) };
  }
}
