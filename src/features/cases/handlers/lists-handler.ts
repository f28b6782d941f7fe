/** The lists "mis casos", "bandeja" and "equipo", and "casos" for the humanization team. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { bogotaMonth } from '../../../platform/calendar/days.js';
import { month, pageToken } from '../../../platform/cards/inputs.js';
import { onlyFor } from '../../../platform/errors.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { moment } from '../../../platform/text/dates.js';
import { type Reply, readInput, show, type Turn, type VerbRoute } from '../../../turn.js';
import { dueOf } from '../cards/due.js';
import { type ListVerb, listCard } from '../cards/list-card.js';
import { LEVELS } from '../domain/assessment.js';
import { STATES } from '../domain/case.js';
import { isInTeam } from '../domain/permissions.js';
import type { ReportedCases } from '../service/reported-cases.js';
import type { VoiceService } from '../service/voice-service.js';
import type { CaseFilter, CaseIndex, CasePage, ListedCase } from '../store/case-index.js';

export interface ListParts extends Pick<FeatureContext, 'names' | 'renderer'> {
  voice: Pick<VoiceService, 'figuresFor'>;
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
   * The pending cases of this person; for a team member, also those of the team and those that it accompanies. The
   * protected cases that this person receives come first: they wait an hour.
   */
  async inbox(turn: Turn): Promise<Reply> {
    const { page, level, state } = readInput(asked, turn);
    const person = await turn.reader();
    const { index } = this.parts;
    const filters = { level, state, viewerId: person.id };
    const isFirst = page === undefined && person.roles.includes('protected');
    const guarded = isFirst ? await this.#protected(filters) : [];
    const mine = { kind: 'person', id: person.id } as const;
    if (!isInTeam(person)) {
      const own = await index.inbox(mine, { level, state }, page);
      return this.#show(turn, 'cases.inbox', { ...own, cases: [...guarded, ...own.cases] }, (item) =>
        due(turn, item),
      );
    }
    const own = page === undefined ? await allOf((token) => index.inbox(mine, { level, state }, token)) : [];
    const found = await index.inbox({ kind: 'humanization' }, filters, page);
    const known = new Set([...guarded, ...own].map(({ id }) => id));
    const others = found.cases.filter(({ id }) => !known.has(id));
    const all = { ...found, cases: [...guarded, ...own, ...others] };
    return this.#show(turn, 'cases.inbox', all, (item) =>
      item.assigneeId === '' || item.assigneeId === person.id ? due(turn, item) : this.#heldBy(turn, item),
    );
  }

  /** All open cases of those who receive protected cases; they are few. */
  #protected(filters: CaseFilter): Promise<ListedCase[]> {
    return allOf((token) => this.parts.index.inbox({ kind: 'protected' }, filters, token));
  }

  /** The open cases of this leader's people and their own. The list gives no access to the cases themselves. */
  async team(turn: Turn): Promise<Reply> {
    const { page, level, state } = readInput(asked, turn);
    const [found, note] = await Promise.all([
      this.parts.index.line(turn.actor.id, { level, state }, page),
      page === undefined ? this.#satisfaction(turn) : '',
    ]);
    return this.#show(turn, 'cases.team', found, (item) => this.#heldBy(turn, item), { note });
  }

  /** All cases of a month, for the humanization team. Members do not see cases that they are involved in. */
  async all(turn: Turn): Promise<Reply> {
    const person = await turn.reader();
    if (!isInTeam(person)) throw onlyFor((text) => text.cases.ofTeam.all);
    const { page, level, state, month: of = bogotaMonth(turn.now) } = readInput(asked, turn);
    const found = await this.parts.index.month(of, { level, state, viewerId: person.id }, page);
    const when = async (item: ListedCase) =>
      [reportedOn(turn, item), await this.#assignee(turn, item)].join(' · ');
    return this.#show(turn, 'cases.all', found, when, { of });
  }

  /** How satisfied those are whose cases this leader closed; empty while they are too few. */
  async #satisfaction({ actor, language }: Turn): Promise<string> {
    const shown = await this.parts.voice.figuresFor(actor.id);
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
    const view = { verb, month: of, note, next: found.next ?? '', rows, ...readInput(filter, turn) };
    const { title } = textIn(turn.language).cases.list[verb];
    return show(listCard(this.parts.renderer, view, turn.language), title);
  }
}

/** All pages of a list that is short. */
async function allOf(pageOf: (token?: string) => Promise<CasePage>): Promise<ListedCase[]> {
  const cases: ListedCase[] = [];
  let token: string | undefined;
  do {
    const page = await pageOf(token);
    cases.push(...page.cases);
    token = page.next;
  } while (token !== undefined);
  return cases;
}

function reportedOn({ language }: Turn, { reportedAt }: ListedCase): string {
  return textIn(language).cases.reportedOn(moment(new Date(reportedAt), language));
}

function due({ now, language }: Turn, item: ListedCase): string {
  return dueOf(item, now, language);
}
