/** Shows figures, as a text or a card asks for them. */
import { bogotaDay, bogotaMonth } from '../../../platform/calendar/days.js';
import { periodOf } from '../../../platform/figures/period.js';
import type { Person } from '../../../platform/people/person.js';
import { periodAsked } from '../../../platform/understanding/asked-period.js';
import { scopeAsked } from '../../../platform/understanding/asked-scope.js';
import { type Reply, readInput, type Turn, type VerbRoute } from '../../../turn.js';
import { type Asked, askedByCard, askedInput } from '../cards/asked.js';
import { type IndicatorsParts, indicatorsMessage } from '../cards/indicators-card.js';
import { lineOf, maySeeAreas, scopeOf } from '../domain/permissions.js';
import type { Looking } from '../service/looking.js';
import { onlyForLeaders } from '../service/only-for-leaders.js';

interface HandlerParts extends IndicatorsParts {
  looking: Looking;
}

export class IndicatorsHandler {
  constructor(private readonly parts: HandlerParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'indicators.view', scope: 'personal', handle: (turn) => this.#view(turn) }];
  }

  async asked(turn: Turn): Promise<Reply> {
    const viewer = await turn.person();
    const asked = await this.#inText(turn, viewer);
    return this.#show(turn, viewer, asked);
  }

  async #view(turn: Turn): Promise<Reply> {
    const viewer = await turn.person();
    const asked = askedByCard(readInput(askedInput, turn), viewer, bogotaMonth(turn.now));
    return this.#show(turn, viewer, asked);
  }

  async #show({ now, language }: Turn, viewer: Person, asked: Asked | undefined): Promise<Reply> {
    if (!asked) throw onlyForLeaders();
    const shown = await this.parts.looking.look(viewer, asked);
    return { kind: 'show', message: indicatorsMessage(this.parts, shown, now, language) };
  }

  async #inText({ text, now }: Turn, viewer: Person): Promise<Asked | undefined> {
    const general = scopeOf(viewer);
    if (!general) return undefined;
    const { period, against, isNearest } = periodAsked(text, bogotaDay(now));
    const named = scopeAsked(text, await this.parts.looking.areas());
    const others = named?.kind === 'all' || named?.kind === 'area' ? named : undefined;
    const own = named?.kind === 'own' ? lineOf(viewer) : undefined;
    const scope = others && maySeeAreas(viewer) ? others : (own ?? general);
    return {
      scope,
      period: period ?? periodOf('month', bogotaMonth(now)),
      against,
      notes: [
        ...(isNearest ? (['nearest'] as const) : []),
        ...(others && scope !== others ? (['own'] as const) : []),
      ],
    };
  }
}
