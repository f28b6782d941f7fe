/** The leader's side: see a case and decide on it. */
import { z } from 'zod';
import { AppError } from '../errors.js';
import type { Person } from '../people/person.js';
import { textIn } from '../text/catalogue.js';
import { type Reply, show, type Turn, type VerbRoute } from '../turn.js';
import { type Command, OUTCOMES } from './case.js';
import type { CaseCards } from './case-card.js';
import type { CaseService } from './service.js';
import type { LoadedCase } from './store.js';

export interface ReviewParts {
  service: CaseService;
  cards: CaseCards;
  personOf: (turn: Turn) => Promise<Person>;
}

/** Teams sends numbers of a card's data as it got them; some clients as strings. */
const target = z.object({ id: z.uuid(), revision: z.coerce.number().int() });
const viewed = z.object({
  id: z.uuid(),
  back: z.enum(['cases.mine', 'cases.inbox']).optional().catch(undefined),
});
/** What leaders write; longer than the card lets them is cut, not refused. */
const written = z
  .string()
  .catch('')
  .transform((value) => value.trim().slice(0, 2_000));
const outcomes = z
  .string()
  .catch('')
  .transform((value) => OUTCOMES.filter((outcome) => value.split(',').includes(outcome)));

const accept = z.object({ note: written }).transform(({ note }): Command => ({ type: 'accept', note }));
const reject = z.object({ reason: written }).transform(({ reason }): Command => ({ type: 'reject', reason }));
const close = z
  .object({ outcomes, summary: written })
  .transform((input): Command => ({ type: 'close', ...input }));

export class CaseReview {
  constructor(private readonly parts: ReviewParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'case.view', scope: 'personal', handle: (turn) => this.#view(turn) },
      { verb: 'case.accept', scope: 'personal', handle: (turn) => this.#execute(turn, accept) },
      { verb: 'case.reject', scope: 'personal', handle: (turn) => this.#execute(turn, reject) },
      { verb: 'case.close', scope: 'personal', handle: (turn) => this.#execute(turn, close) },
    ];
  }

  async #view(turn: Turn): Promise<Reply> {
    const { id, back } = parse(viewed, turn);
    const viewer = await this.parts.personOf(turn);
    const loaded = await this.parts.service.view(id, viewer);
    if (!loaded) throw new AppError('not-found');
    return this.#show(turn, viewer, loaded, { back });
  }

  async #execute(turn: Turn, command: z.ZodType<Command>): Promise<Reply> {
    const { id, revision } = parse(target, turn);
    const viewer = await this.parts.personOf(turn);
    const result = await this.parts.service.execute(id, viewer, parse(command, turn), {
      revision,
      commandId: turn.activityId,
    });
    if (result.kind === 'not-found') throw new AppError('not-found');
    const text = textIn(turn.language);
    if (result.kind === 'done') return this.#show(turn, viewer, result.loaded, {});
    const banner =
      result.refusal === 'not-allowed' ? text.errors['not-allowed'] : text.cases.problem[result.refusal];
    return this.#show(turn, viewer, result.loaded, { banner });
  }

  async #show(
    turn: Turn,
    viewer: Person,
    loaded: LoadedCase,
    options: { banner?: string; back?: 'cases.mine' | 'cases.inbox' },
  ): Promise<Reply> {
    const { language, now } = turn;
    const summary = textIn(language).cases.summary.updated(loaded.subject.number);
    return show(await this.parts.cards.render(loaded, { viewer, language, now }, options), summary);
  }
}

function parse<T>(schema: z.ZodType<T>, turn: Turn): T {
  const parsed = schema.safeParse(turn.input);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-input', { cause: parsed.error });
}
