/** "Mis casos" and "bandeja". */
import { z } from 'zod';
import type { Renderer } from '../cards/renderer.js';
import type { Person } from '../people/person.js';
import { textIn } from '../text/catalogue.js';
import { moment } from '../text/dates.js';
import { type Reply, show, type Turn, type VerbRoute } from '../turn.js';
import { LEVEL_STYLES } from './case-card.js';
import type { CaseIndex, CasePage, ListedCase } from './case-index.js';
import { dueInWords } from './due.js';

export interface ListParts {
  index: CaseIndex;
  renderer: Renderer;
  personOf: (turn: Turn) => Promise<Person>;
}

const page = z.object({ page: z.string().max(2_000).optional().catch(undefined) });

export class CaseLists {
  constructor(private readonly parts: ListParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'cases.mine', scope: 'personal', handle: (turn) => this.mine(turn) },
      { verb: 'cases.inbox', scope: 'personal', handle: (turn) => this.inbox(turn) },
    ];
  }

  async mine(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).cases;
    const found = await this.parts.index.mine(turn.actor.id, tokenOf(turn));
    const when = (item: ListedCase) => text.reportedOn(moment(new Date(item.reportedAt), turn.language));
    return this.#show(turn, 'cases.mine', text.mine, found, when);
  }

  /** What waits for this person, or for the humanization team where they belong to it and have nothing else. */
  async inbox(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).cases;
    const person = await this.parts.personOf(turn);
    const assignee = person.roles.includes('humanization')
      ? ({ kind: 'humanization' } as const)
      : ({ kind: 'person', id: person.id } as const);
    const found = await this.parts.index.inbox(assignee, tokenOf(turn));
    const when = (item: ListedCase) => dueInWords(item.dueAt, turn.now, turn.language);
    return this.#show(turn, 'cases.inbox', text.inbox, found, when);
  }

  #show(
    turn: Turn,
    verb: 'cases.mine' | 'cases.inbox',
    heading: { title: string; empty: string },
    found: CasePage,
    when: (item: ListedCase) => string,
  ): Reply {
    const text = textIn(turn.language).cases;
    const data = {
      ...heading,
      verb,
      next: found.next ?? '',
      cases: found.cases.map((item) => ({
        id: item.id,
        number: item.number,
        levelStyle: LEVEL_STYLES[item.level],
        level: text.levelTitle[item.level],
        state: text.state[item.state],
        when: when(item),
      })),
    };
    return show(this.parts.renderer.render('case-list', data, turn.language), heading.title);
  }
}

function tokenOf(turn: Turn): string | undefined {
  return page.parse(turn.input).page || undefined;
}
