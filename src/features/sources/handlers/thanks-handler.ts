/** The team makes a recognition of a row of thanks: for whom, for which attribute, in which words. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { toggle } from '../../../platform/cards/inputs.js';
import { peopleInputs, peopleSent } from '../../../platform/cards/people-field.js';
import type { Names } from '../../../platform/people/names.js';
import type { Person } from '../../../platform/people/person.js';
import { makeVisible } from '../../../platform/text/visible.js';
import { append, type Reply, readInput, say, showForm, type Turn, type VerbRoute } from '../../../turn.js';
import { thanksForm } from '../cards/thanks-form.js';
import type { SourceRow, Thanked } from '../domain/source-row.js';
import type { Thanking, ThanksProblem } from '../service/thanking.js';
import type { Triage } from '../service/triage.js';
import type { SourceRows } from '../store/source-rows.js';
import { textIn } from '../text/catalogue.js';
import { type Before, endOf, target, triagerIn } from './triage-inputs.js';

const thanksInput = target
  .extend({
    ...peopleInputs,
    attribute: z.string().max(100).catch(''),
    // Longer than the card allows.
    message: z.string().max(20_000).catch(''),
    public: toggle.catch(false),
  })
  .transform(
    ({ likely, person, attribute, message, public: isPublic }): Thanked => ({
      people: peopleSent({ likely, person }),
      attribute,
      message: makeVisible(message).trim(),
      isPublic,
    }),
  );

interface ThanksParts extends Pick<FeatureContext, 'renderer'> {
  names: Names;
  rows: SourceRows;
  thanking: Thanking;
  triage: Triage;
  /** The next row to review. */
  next: (turn: Turn, person: Person, before: Before) => Promise<Reply>;
}

export class ThanksHandler {
  constructor(private readonly parts: ThanksParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'sources.thanks', scope: 'personal', handle: (turn) => this.#open(turn) },
      { verb: 'sources.thank', scope: 'personal', handle: (turn) => this.#send(turn) },
    ];
  }

  async #open(turn: Turn): Promise<Reply> {
    const person = await triagerIn(turn);
    const row = await this.#waiting(turn, person);
    if (!row) return say(textIn(turn.language).sources.triage.gone);
    const words = this.parts.thanking.proposedFor(row);
    const problem = row.tried && (await this.parts.thanking.problemOf(row, words, turn.language));
    return this.#form(turn, row, words, problem);
  }

  async #send(turn: Turn): Promise<Reply> {
    const { thanking, triage } = this.parts;
    const person = await triagerIn(turn);
    const row = await this.#waiting(turn, person);
    const text = textIn(turn.language).sources.triage;
    if (!row) return this.#leave(turn, person, { banner: text.gone });
    const words = readInput(thanksInput, turn);
    // People do not decide on rows about themselves.
    const problem = words.people.includes(person.id)
      ? { sentence: text.oneself, marked: [] }
      : await thanking.problemOf(row, words, turn.language);
    if (problem) return this.#form(turn, row, words, problem);
    const { id } = readInput(target, turn);
    const outcome = await triage.decide(id, person, { as: 'thanks', ...words });
    if (outcome.kind !== 'done') return this.#leave(turn, person, { banner: text.gone });
    const who = await this.#namesOf(words.people, turn);
    return this.#leave(turn, person, { banner: text.thanked(row.ownId, who, endOf(turn)), undo: id });
  }

  async #waiting(turn: Turn, person: Person): Promise<SourceRow | undefined> {
    const row = (await this.parts.rows.byId(readInput(target, turn).id))?.row;
    return row?.state === 'waiting' && row.personId !== person.id ? row : undefined;
  }

  async #form(turn: Turn, row: SourceRow, words: Thanked, problem?: ThanksProblem): Promise<Reply> {
    const { renderer, thanking } = this.parts;
    const likely = await thanking.likelyFor(row, words.people);
    const view = {
      row,
      words,
      likely,
      problem,
      attributes: thanking.attributes,
      standalone: !turn.inDialog,
    };
    const form = thanksForm(renderer, view, turn.language);
    return showForm(turn, form, textIn(turn.language).sources.thanks.title);
  }

  /** The next row, as a message of its own after a dialog. */
  async #leave(turn: Turn, person: Person, before: Before): Promise<Reply> {
    const reply = await this.parts.next(turn, person, before);
    return reply.kind === 'show' && reply.message.card && turn.inDialog
      ? append(reply.message.card, reply.message.summary)
      : reply;
  }

  async #namesOf(people: readonly string[], { language }: Turn): Promise<string> {
    const all = await Promise.all(people.map((id) => this.parts.names.of(id)));
    return new Intl.ListFormat(language, { type: 'conjunction' }).format(all);
  }
}
