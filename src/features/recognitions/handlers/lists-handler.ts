/** «mis reconocimientos», and those of one's people. */
import type { Renderer } from '../../../platform/cards/renderer.js';
import { onlyFor } from '../../../platform/errors.js';
import type { Names } from '../../../platform/people/names.js';
import { type Reply, readInput, show, type Turn, type VerbRoute } from '../../../turn.js';
import { listCard } from '../cards/list-card.js';
import type { Attributes } from '../service/attributes.js';
import { quarterOf, quartersTo, type RecognitionLists } from '../store/lists.js';
import { textIn } from '../text/catalogue.js';
import { listInput } from './inputs.js';

const PAGE_SIZE = 6;

export interface ListParts {
  renderer: Renderer;
  names: Names;
  attributes: Attributes;
  lists: RecognitionLists;
}

export class ListsHandler {
  constructor(private readonly parts: ListParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'recognitions.mine', scope: 'personal', handle: (turn) => this.mine(turn) },
      { verb: 'recognitions.team', scope: 'personal', handle: (turn) => this.team(turn) },
    ];
  }

  async mine(turn: Turn): Promise<Reply> {
    const { lists, renderer } = this.parts;
    const { of: asked, page } = readInput(listInput, turn);
    const of = asked === 'given' ? 'given' : 'got';
    const [read, { roles }] = await Promise.all([lists[of](turn.actor.id, PAGE_SIZE, page), turn.reader()]);
    const view = { of, ...read, isLater: page !== undefined, isLeader: roles.includes('leader') } as const;
    const card = await listCard(renderer, this.parts, view, turn.language);
    return show(card, textIn(turn.language).recognitions.summary.list);
  }

  /** By quarter: those who were the own people when they were recognised. */
  async team(turn: Turn): Promise<Reply> {
    const { lists, renderer } = this.parts;
    const { page, period: asked } = readInput(listInput, turn);
    const { roles } = await turn.reader();
    if (!roles.includes('leader')) throw onlyFor((language) => textIn(language).recognitions.onlyLeaders);
    const periods = quartersTo(turn.now);
    const period = asked ?? quarterOf(turn.now);
    const read = await lists.ofTeam(turn.actor.id, period, PAGE_SIZE, page);
    const view = {
      of: 'team',
      ...read,
      isLater: page !== undefined,
      isLeader: true,
      period,
      periods,
    } as const;
    const card = await listCard(renderer, this.parts, view, turn.language);
    return show(card, textIn(turn.language).recognitions.summary.list);
  }
}
