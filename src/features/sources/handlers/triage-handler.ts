/** The team decides what each row of another channel is: one at a time, or several of low impact together. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import type { Person } from '../../../platform/people/person.js';
import { type Reply, readInput, show, type Turn, type VerbRoute } from '../../../turn.js';
import { rowCard, severalCard } from '../cards/triage-card.js';
import { DISMISSALS, LOW_RANK } from '../domain/arrived.js';
import { mayGet } from '../domain/people.js';
import type { SourceRow } from '../domain/source-row.js';
import type { Intake, Receiving } from '../service/receiving.js';
import type { Thanking } from '../service/thanking.js';
import type { Outcome, Triage } from '../service/triage.js';
import type { SourceRows } from '../store/source-rows.js';
import { textIn } from '../text/catalogue.js';
import { type Before, endOf, rowId, target, triagerIn } from './triage-inputs.js';

/** Rows to decide on together: a card that is read, and not only agreed to. */
const TOGETHER = 10;
/** Rows to look through for the first that this person may see. */
const LOOKED_AT = 20;
const MOST_LEADERS = 40;

const reported = target.extend({ leader: z.guid().optional().catch(undefined) });
const dismissed = target.extend({ reason: z.enum(DISMISSALS) });
const several = z.object({
  rows: z
    .string()
    .catch('')
    .transform((ids) =>
      ids
        .split(',')
        .filter((each) => rowId.safeParse(each).success)
        .slice(0, TOGETHER),
    ),
});

interface TriageParts extends Pick<FeatureContext, 'renderer' | 'recentDirectory'> {
  rows: SourceRows;
  triage: Triage;
  receiving: Receiving;
  thanking: Thanking;
  intake: Pick<Intake, 'opened'>;
}

export class TriageHandler {
  constructor(private readonly parts: TriageParts) {}

  routes(): VerbRoute[] {
    const personal = (verb: string, handle: (turn: Turn, person: Person) => Promise<Reply>): VerbRoute => ({
      verb,
      scope: 'personal',
      handle: async (turn) => handle(turn, await triagerIn(turn)),
    });
    return [
      personal('sources.triage', (turn, person) => this.next(turn, person)),
      personal('sources.report', (turn, person) => this.#report(turn, person)),
      personal('sources.dismiss', (turn, person) => this.#dismiss(turn, person)),
      personal('sources.later', (turn, person) => this.#later(turn, person)),
      personal('sources.undo', (turn, person) => this.#undo(turn, person)),
      personal('sources.several', (turn, person) => this.#several(turn, person)),
      personal('sources.severalSend', (turn, person) => this.#send(turn, person)),
    ];
  }

  async open(turn: Turn): Promise<Reply> {
    return this.next(turn, await triagerIn(turn));
  }

  async #report(turn: Turn, person: Person): Promise<Reply> {
    const { id, leader } = readInput(reported, turn);
    const deciding = { as: 'report', ...(leader && { leaderId: leader }) } as const;
    const outcome = await this.parts.triage.decide(id, person, deciding);
    const { sent } = textIn(turn.language).sources.triage;
    return this.#after(turn, person, id, outcome, ({ ownId }) => sent(ownId, endOf(turn)));
  }

  async #dismiss(turn: Turn, person: Person): Promise<Reply> {
    const { id, reason } = readInput(dismissed, turn);
    const outcome = await this.parts.triage.decide(id, person, { as: 'dismissed', reason });
    const text = textIn(turn.language).sources.triage;
    return this.#after(turn, person, id, outcome, ({ ownId }) => text.dismissed(ownId, text.reasons[reason]));
  }

  async #later(turn: Turn, person: Person): Promise<Reply> {
    const { id } = readInput(target, turn);
    const outcome = await this.parts.triage.postpone(id, person);
    const { put, gone } = textIn(turn.language).sources.triage;
    return this.next(turn, person, { banner: outcome.kind === 'done' ? put(outcome.row.ownId) : gone });
  }

  async #undo(turn: Turn, person: Person): Promise<Reply> {
    const { id } = readInput(target, turn);
    const outcome = await this.parts.triage.undo(id, person);
    const { undone, gone } = textIn(turn.language).sources.triage;
    return this.next(turn, person, { banner: outcome.kind === 'done' ? undone(outcome.row.ownId) : gone });
  }

  #after(
    turn: Turn,
    person: Person,
    id: string,
    outcome: Outcome,
    words: (row: SourceRow) => string,
  ): Promise<Reply> {
    if (outcome.kind === 'done') return this.next(turn, person, { banner: words(outcome.row), undo: id });
    const { gone, noLeader } = textIn(turn.language).sources.triage;
    return this.next(turn, person, { banner: outcome.kind === 'no-leader' ? noLeader : gone });
  }

  /** The row that is the turn's, with what came of the one before. */
  async next(turn: Turn, person: Person, { banner, undo = '' }: Before = { banner: '' }): Promise<Reply> {
    const { rows, receiving, thanking, renderer, intake, recentDirectory } = this.parts;
    const text = textIn(turn.language).sources.triage;
    const row = (await rows.waiting(LOOKED_AT)).find(({ personId }) => personId !== person.id);
    if (!row) {
      const links = undo
        ? [{ title: textIn(turn.language).cards['source-row'].undo, verb: 'sources.undo', id: undo }]
        : [];
      const body = [banner, text.empty].filter(Boolean).join(' ');
      return show(noticeCard(renderer, { title: text.emptyTitle, body, links }, turn.language));
    }
    intake.opened(row.becomes, person.id);
    const { tried } = row;
    const [{ waiting: left }, receiver, low, leaders, problem, about] = await Promise.all([
      rows.count(),
      receiving.receiverOf(row),
      rows.waiting(2, LOW_RANK),
      recentDirectory.withRole('leader'),
      tried && thanking.problemOf(row, tried, turn.language),
      row.personId === undefined ? undefined : recentDirectory.find(row.personId),
    ]);
    const others = leaders
      .filter((leader) => mayGet(leader, row) && leader.id !== receiver.person?.id)
      .sort((one, other) => one.name.localeCompare(other.name, 'es'))
      .slice(0, MOST_LEADERS);
    const view = {
      row,
      receiver,
      left,
      banner,
      undo,
      leaders: receiver.isProtected ? [] : others,
      canBulk: low.length > 1,
      problem,
      about: about?.name,
    };
    return show(rowCard(renderer, view, turn.language), text.heading(left));
  }

  async #several(turn: Turn, person: Person): Promise<Reply> {
    const { rows, receiving, renderer, intake } = this.parts;
    const found = (await rows.waiting(TOGETHER, LOW_RANK)).filter(({ personId }) => personId !== person.id);
    if (found.length < 2)
      return this.next(turn, person, { banner: textIn(turn.language).sources.triage.nothingSeveral });
    for (const row of found) intake.opened(row.becomes, person.id);
    const shown = await Promise.all(
      found.map(async (row) => ({ row, receiver: await receiving.receiverOf(row) })),
    );
    return show(severalCard(renderer, shown, turn.language));
  }

  /** Only of low impact, whatever the card brings back. */
  async #send(turn: Turn, person: Person): Promise<Reply> {
    const { rows } = readInput(several, turn);
    let count = 0;
    for (const id of rows) {
      const row = (await this.parts.rows.byId(id))?.row;
      if (row?.proposed.kind !== 'failure' || row.proposed.level !== 'low' || row.proposed.urgent) continue;
      const outcome = await this.parts.triage.decide(id, person, { as: 'report' });
      if (outcome.kind === 'done') count += 1;
    }
    const { several: words, gone } = textIn(turn.language).sources.triage;
    return this.next(turn, person, { banner: count > 0 ? words(count, endOf(turn)) : gone });
  }
}
