/** Takes down who wants their figures each month, and who does not. */
import { z } from 'zod';
import { type Reply, readInput, say, type Turn, type VerbRoute } from '../../../turn.js';
import { scopeOf } from '../domain/permissions.js';
import { onlyForLeaders } from '../service/only-for-leaders.js';
import type { Wishes } from '../store/wishes.js';
import { textIn } from '../text/catalogue.js';

const input = z.object({ id: z.enum(['on', 'off']) });

export class MonthlyHandler {
  constructor(private readonly parts: { wishes: Wishes }) {}

  routes(): VerbRoute[] {
    return [{ verb: 'indicators.monthly', scope: 'personal', handle: (turn) => this.#wish(turn) }];
  }

  async #wish(turn: Turn): Promise<Reply> {
    if (!scopeOf(await turn.person())) throw onlyForLeaders();
    const { id } = readInput(input, turn);
    await this.parts.wishes.set({
      personId: turn.actor.id,
      wants: id === 'on',
      at: turn.now.toISOString(),
    });
    return say(textIn(turn.language).indicators.monthly[id]);
  }
}
