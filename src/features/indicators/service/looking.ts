/** Reads the requested figures, their comparison, and the scopes the reader may choose. */
import type { FeatureContext } from '../../../feature.js';
import { periodBefore } from '../../../platform/figures/period.js';
import type { Scope } from '../../../platform/figures/scope.js';
import type { Person } from '../../../platform/people/person.js';
import type { Asked } from '../cards/asked.js';
import type { IndicatorsView } from '../cards/indicators-card.js';
import { getsMonthly, lineOf, maySeeAreas, maySeeProtected } from '../domain/permissions.js';
import type { Wishes } from '../store/wishes.js';

export class Looking {
  constructor(private readonly parts: Pick<FeatureContext, 'figures' | 'everyone'> & { wishes: Wishes }) {}

  /** @throws AppError `not-allowed` for a scope that is not theirs. */
  async look(viewer: Person, asked: Asked): Promise<IndicatorsView> {
    const { figures } = this.parts;
    const { scope, period, against } = asked;
    const isOther = against && against.from !== periodBefore(period).from;
    const isWhole = scope.kind === 'all' && maySeeProtected(viewer);
    const [view, comparison, guarded, scopes, wish] = await Promise.all([
      figures.view(viewer, scope, period),
      isOther ? figures.view(viewer, scope, against) : undefined,
      isWhole ? figures.view(viewer, { kind: 'protected' }, period) : undefined,
      this.scopesOf(viewer),
      this.parts.wishes.find(viewer.id),
    ]);
    const isMonthly = getsMonthly(viewer, wish?.wants);
    return { asked, view, comparison, guarded: guarded?.now, scopes, isMonthly };
  }

  /** Whose figures a person may choose. */
  async scopesOf(viewer: Person): Promise<Scope[]> {
    const line = lineOf(viewer);
    if (!maySeeAreas(viewer)) return line ? [line] : [];
    const areas = (await this.areas()).map((area): Scope => ({ kind: 'area', area }));
    return [{ kind: 'all' }, ...(line ? [line] : []), ...areas];
  }

  /** The names of all areas, in alphabetical order. */
  async areas(): Promise<string[]> {
    const people = await this.parts.everyone();
    const names = new Set(people.map(({ area }) => area).filter((area) => area !== ''));
    return [...names].sort((one, other) => one.localeCompare(other, 'es'));
  }
}
