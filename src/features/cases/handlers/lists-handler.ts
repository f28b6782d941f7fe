/** The lists "mis casos", "bandeja" and "equipo", and "casos" for the humanization team. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { bogotaMonth } from '../../../platform/calendar/days.js';
import { month, pageToken } from '../../../platform/cards/inputs.js';
import { LEVELS } from '../../../platform/impact/assessment.js';
import type { Person } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { moment } from '../../../platform/text/dates.js';
import { type Reply, readInput, show, type Turn, type VerbRoute } from '../../../turn.js';
import { dueOf } from '../cards/due.js';
import { type ListVerb, listCard } from '../cards/list-card.js';
import { STATES } from '../domain/case.js';
import { isInTeam } from '../domain/permissions.js';
import { leftList } from '../service/left-open.js';
import type { CaseLists } from '../service/lists/case-lists.js';
import type { CasePage, ListedCase } from '../store/case-index.js';

/** How satisfied those are whose cases a leader closed, in the latest quarter; undefined while they are too few. */
export type SatisfactionFor = (
  leaderId: string,
) => Promise<
  { quarter: string; figures: { people: number; yes: number; partly: number; no: number } } | undefined
>;

export interface ListParts extends Pick<FeatureContext, 'names' | 'renderer' | 'things'> {
  satisfactionFor: SatisfactionFor;
  caseLists: CaseLists;
}

const filter = z.object({
  level: z.enum(LEVELS).optional().catch(undefined),
  state: z.enum(STATES).optional().catch(undefined),
});
const asked = filter.extend({
  page: pageToken,
  /** Defaults to the current month. */
  month: month.optional().catch(undefined),
});

export class ListsHandler {
  constructor(private readonly parts: ListParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'cases.mine', scope: 'personal', handle: (turn) => this.mine(turn) },
      { verb: 'cases.inbox', scope: 'personal', handle: (turn) => this.inbox(turn) },
      { verb: 'cases.team', scope: 'personal', handle: (turn) => this.team(turn) },
      { verb: 'cases.all', scope: 'personal', handle: (turn) => this.all(turn) },
    ];
  }

  async mine(turn: Turn, note = ''): Promise<Reply> {
    const { page, level, state } = readInput(asked, turn);
    const found = await this.parts.caseLists.mine(turn.actor, { level, state }, turn.now, page);
    return this.#show(turn, 'cases.mine', found, (item) => reportedOn(turn, item), { note });
  }

  async inbox(turn: Turn, note = ''): Promise<Reply> {
    const { page, level, state } = readInput(asked, turn);
    const person = await turn.reader();
    const found = await this.parts.caseLists.inbox(person, { level, state }, page);
    const when = (item: ListedCase) =>
      item.assigneeId === person.id || !isInTeam(person) || item.assigneeId === ''
        ? due(turn, item)
        : this.#heldBy(turn, item);
    return this.#show(turn, 'cases.inbox', found, when, { note });
  }

  async team(turn: Turn): Promise<Reply> {
    const { page, level, state } = readInput(asked, turn);
    const [found, note] = await Promise.all([
      this.parts.caseLists.team(turn.actor, { level, state }, page),
      page === undefined ? this.#satisfaction(turn) : '',
    ]);
    return this.#show(turn, 'cases.team', found, (item) => this.#heldBy(turn, item), { note });
  }

  /** All cases of a month, for the humanization team. */
  async all(turn: Turn): Promise<Reply> {
    const { page, level, state, month: of = bogotaMonth(turn.now) } = readInput(asked, turn);
    const reader = await turn.reader();
    if (!isInTeam(reader)) return this.#own(turn, reader);
    const found = await this.parts.caseLists.all(reader, of, { level, state }, page);
    const when = async (item: ListedCase) =>
      [reportedOn(turn, item), await this.#assignee(turn, item)].join(' · ');
    return this.#show(turn, 'cases.all', found, when, { of });
  }

  /** The list of all is the team's: others see what is theirs. */
  #own(turn: Turn, { roles }: Person): Promise<Reply> {
    const { ofTeam } = textIn(turn.language).cases;
    return roles.includes('leader')
      ? this.inbox(turn, ofTeam.inboxInstead)
      : this.mine(turn, ofTeam.mineInstead);
  }

  /** How satisfied those are whose cases this leader closed; empty while they are too few. */
  async #satisfaction({ actor, language }: Turn): Promise<string> {
    const shown = await this.parts.satisfactionFor(actor.id);
    if (!shown) return '';
    const words = textIn(language).cases.voice;
    const [year = '', number = ''] = shown.quarter.split('-');
    return words.figures({ ...shown.figures, quarter: words.quarter(year, number) });
  }

  /** Who has it, and until when. */
  async #heldBy(turn: Turn, item: ListedCase): Promise<string> {
    return [await this.#assignee(turn, item), due(turn, item)].join(' · ');
  }

  async #assignee({ language }: Turn, { assigneeId }: ListedCase): Promise<string> {
    return assigneeId ? this.parts.names.of(assigneeId) : textIn(language).cases.team;
  }

  async #show(
    turn: Turn,
    verb: ListVerb,
    found: CasePage,
    when: (item: ListedCase) => string | Promise<string>,
    { of = '', note = '' }: { of?: string; note?: string } = {},
  ): Promise<Reply> {
    const rows = await Promise.all(found.cases.map(async (item) => ({ item, when: await when(item) })));
    this.parts.things.note(turn.actor.id, [leftList(found.cases)], turn.now);
    const view = { verb, month: of, note, next: found.next ?? '', rows, ...readInput(filter, turn) };
    const { title } = textIn(turn.language).cases.list[verb];
    return show(listCard(this.parts.renderer, view, turn.language), title);
  }
}

function reportedOn({ language }: Turn, { reportedAt }: ListedCase): string {
  return textIn(language).cases.reportedOn(moment(new Date(reportedAt), language));
}

function due({ now, language }: Turn, item: ListedCase): string {
  return dueOf(item, now, language);
}
