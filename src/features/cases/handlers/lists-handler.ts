/** "Mis casos", "bandeja", "equipo", and for the humanization team "casos". */
import { z } from 'zod';
import type { Renderer } from '../../../platform/cards/renderer.js';
import type { TemplateData } from '../../../platform/cards/templates.js';
import { AppError } from '../../../platform/errors.js';
import type { Names } from '../../../platform/people/names.js';
import type { Person } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { bogotaMonth, moment } from '../../../platform/text/dates.js';
import { type Reply, show, type Turn, type VerbRoute } from '../../../turn.js';
import { LEVEL_STYLES } from '../cards/case-card.js';
import { dueInWords } from '../cards/due.js';
import { LEVELS } from '../domain/assessment.js';
import { STATES } from '../domain/case.js';
import type { ReportedCases } from '../service/reported-cases.js';
import type { CaseFilter, CaseIndex, CasePage, ListedCase } from '../store/case-index.js';

export interface ListParts {
  index: CaseIndex;
  reported: ReportedCases;
  names: Names;
  renderer: Renderer;
  personOf: (turn: Turn) => Promise<Person>;
}

type ListVerb = TemplateData<'case-list'>['verb'];

const asked = z.object({
  page: z.string().max(2_000).optional().catch(undefined),
  level: z.enum(LEVELS).optional().catch(undefined),
  state: z.enum(STATES).optional().catch(undefined),
  /** `YYYY-MM`; the present one where nothing is said. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
});

export class CaseLists {
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
    const { page, ...filter } = read(turn);
    const found = await this.parts.reported.page(turn.actor.id, filter, turn.now, page);
    return this.#show(turn, 'cases.mine', found, (item) => this.#reported(turn, item));
  }

  /** What waits for this person; for the humanization team, what waits for them together where nothing does. */
  async inbox(turn: Turn): Promise<Reply> {
    const { page, ...filter } = read(turn);
    const person = await this.parts.personOf(turn);
    const own = await this.parts.index.inbox({ kind: 'person', id: person.id }, filter, page);
    const isTheirs = own.cases.length > 0 || !person.roles.includes('humanization');
    const found = isTheirs
      ? own
      : await this.parts.index.inbox({ kind: 'humanization' }, { ...filter, viewerId: person.id }, page);
    return this.#show(turn, 'cases.inbox', found, (item) => this.#due(turn, item));
  }

  /** What those below this leader attend to. The cases themselves are for whoever attends to them. */
  async team(turn: Turn): Promise<Reply> {
    const { page, ...filter } = read(turn);
    const found = await this.parts.index.line(turn.actor.id, filter, page);
    return this.#show(turn, 'cases.team', found, async (item) =>
      [await this.#assignee(turn, item), this.#due(turn, item)].join(' · '),
    );
  }

  /** All cases of a month, for the humanization team; to each of them without those that they are involved in. */
  async all(turn: Turn): Promise<Reply> {
    const person = await this.parts.personOf(turn);
    if (!person.roles.includes('humanization')) throw new AppError('not-allowed');
    const { page, month = bogotaMonth(turn.now), ...filter } = read(turn);
    const found = await this.parts.index.month(month, { ...filter, viewerId: person.id }, page);
    return this.#show(
      turn,
      'cases.all',
      found,
      async (item) => [this.#reported(turn, item), await this.#assignee(turn, item)].join(' · '),
      month,
    );
  }

  #reported({ language }: Turn, { reportedAt }: ListedCase): string {
    return textIn(language).cases.reportedOn(moment(new Date(reportedAt), language));
  }

  #due({ now, language }: Turn, { dueAt }: ListedCase): string {
    return dueInWords(dueAt, now, language);
  }

  async #assignee({ language }: Turn, { assigneeId }: ListedCase): Promise<string> {
    return assigneeId ? this.parts.names.of(assigneeId) : textIn(language).cases.team;
  }

  async #show(
    turn: Turn,
    verb: ListVerb,
    found: CasePage,
    when: (item: ListedCase) => string | Promise<string>,
    month = '',
  ): Promise<Reply> {
    const text = textIn(turn.language).cases;
    const { title, empty } = text.list[verb];
    const { level = 'any', state = 'any' } = read(turn);
    const data: TemplateData<'case-list'> = {
      title,
      empty: level === 'any' && state === 'any' ? empty : text.nothingLikeThat,
      verb,
      level,
      state,
      month,
      levels: LEVELS.map((value) => ({ title: text.levelTitle[value], value })),
      states: STATES.map((value) => ({ title: text.state[value], value })),
      next: found.next ?? '',
      cases: await Promise.all(
        found.cases.map(async (item) => ({
          id: item.id,
          number: item.number,
          levelStyle: LEVEL_STYLES[item.level],
          level: text.levelTitle[item.level],
          state: text.state[item.state],
          when: await when(item),
        })),
      ),
    };
    return show(this.parts.renderer.render('case-list', data, turn.language), title);
  }
}

function read(turn: Turn): CaseFilter & { page?: string; month?: string } {
  const { page, ...filter } = asked.parse(turn.input);
  return { ...filter, page: page || undefined };
}
