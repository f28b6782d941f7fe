/** The lists "mis casos", "bandeja" and "equipo", and "casos" for the humanization team. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { bogotaMonth } from '../../../platform/calendar/days.js';
import { month, pageToken } from '../../../platform/cards/inputs.js';
import { AppError } from '../../../platform/errors.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { moment } from '../../../platform/text/dates.js';
import { type Reply, readInput, show, type Turn, type VerbRoute } from '../../../turn.js';
import { dueOf } from '../cards/due.js';
import { type ListVerb, listCard } from '../cards/list-card.js';
import { LEVELS } from '../domain/assessment.js';
import { STATES } from '../domain/case.js';
import { isInTeam } from '../domain/permissions.js';
import type { ReportedCases } from '../service/reported-cases.js';
import type { CaseFilter, CaseIndex, CasePage, ListedCase } from '../store/case-index.js';

export interface ListParts extends Pick<FeatureContext, 'names' | 'renderer'> {
  index: CaseIndex;
  reported: ReportedCases;
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

  async mine(turn: Turn): Promise<Reply> {
    const { page, level, state } = readInput(asked, turn);
    const found = await this.parts.reported.page(turn.actor.id, { level, state }, turn.now, page);
    return this.#show(turn, 'cases.mine', found, (item) => reportedOn(turn, item));
  }

  /**
   * The pending cases of this person. A team member without any gets those of the humanization team. The protected cases
   * that this person receives come first: they wait an hour.
   */
  async inbox(turn: Turn): Promise<Reply> {
    const { page, level, state } = readInput(asked, turn);
    const person = await turn.reader();
    const { index } = this.parts;
    const filters = { level, state, viewerId: person.id };
    const isFirst = page === undefined && person.roles.includes('protected');
    const guarded = isFirst ? await this.#protected(filters) : [];
    const own = await index.inbox({ kind: 'person', id: person.id }, { level, state }, page);
    const isTheirs = own.cases.length > 0 || !isInTeam(person);
    const found = isTheirs ? own : await index.inbox({ kind: 'humanization' }, filters, page);
    const all = { ...found, cases: [...guarded, ...found.cases] };
    return this.#show(turn, 'cases.inbox', all, (item) => due(turn, item));
  }

  /** All open cases of those who receive protected cases; they are few. */
  async #protected(filters: CaseFilter): Promise<ListedCase[]> {
    const cases: ListedCase[] = [];
    let token: string | undefined;
    do {
      const page = await this.parts.index.inbox({ kind: 'protected' }, filters, token);
      cases.push(...page.cases);
      token = page.next;
    } while (token !== undefined);
    return cases;
  }

  /** The open cases of people below this leader. The list gives no access to the cases themselves. */
  async team(turn: Turn): Promise<Reply> {
    const { page, level, state } = readInput(asked, turn);
    const found = await this.parts.index.line(turn.actor.id, { level, state }, page);
    return this.#show(turn, 'cases.team', found, async (item) =>
      [await this.#assignee(turn, item), due(turn, item)].join(' · '),
    );
  }

  /** All cases of a month, for the humanization team. Members do not see cases that they are involved in. */
  async all(turn: Turn): Promise<Reply> {
    const person = await turn.reader();
    if (!isInTeam(person)) throw new AppError('not-allowed');
    const { page, level, state, month: of = bogotaMonth(turn.now) } = readInput(asked, turn);
    const found = await this.parts.index.month(of, { level, state, viewerId: person.id }, page);
    const when = async (item: ListedCase) =>
      [reportedOn(turn, item), await this.#assignee(turn, item)].join(' · ');
    return this.#show(turn, 'cases.all', found, when, of);
  }

  async #assignee({ language }: Turn, { assigneeId }: ListedCase): Promise<string> {
    return assigneeId ? this.parts.names.of(assigneeId) : textIn(language).cases.team;
  }

  async #show(
    turn: Turn,
    verb: ListVerb,
    found: CasePage,
    when: (item: ListedCase) => string | Promise<string>,
    of = '',
  ): Promise<Reply> {
    const rows = await Promise.all(found.cases.map(async (item) => ({ item, when: await when(item) })));
    const view = { verb, month: of, next: found.next ?? '', rows, ...readInput(filter, turn) };
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
