/** What people do with a case from its card: see it, and give a command. */
import { z } from 'zod';
import { AppError } from '../../../platform/errors.js';
import type { Person } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { fold } from '../../../platform/text/fold.js';
import { type Reply, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import type { CaseCards } from '../cards/case-card.js';
import { LEVELS } from '../domain/assessment.js';
import { OUTCOMES } from '../domain/case.js';
import { mayView } from '../domain/permissions.js';
import { type CaseNumbers, numberIn } from '../service/case-numbers.js';
import type { CaseService, Request } from '../service/case-service.js';
import type { LoadedCase } from '../store/case-store.js';

export interface ReviewParts {
  service: CaseService;
  cards: CaseCards;
  numbers: CaseNumbers;
  personOf: (turn: Turn) => Promise<Person>;
}

/** Teams sends numbers of a card's data as it got them; some clients as strings. */
const target = z.object({ id: z.uuid(), revision: z.coerce.number().int() });
const BACK = ['cases.mine', 'cases.inbox', 'cases.all'] as const;
const viewed = z.object({
  id: z.uuid(),
  back: z.enum(BACK).optional().catch(undefined),
});
/** What people write; longer than the card lets them is cut, not refused. */
const written = z
  .string()
  .catch('')
  .transform((value) => value.trim().slice(0, 2_000));
const outcomes = z
  .string()
  .catch('')
  .transform((value) => OUTCOMES.filter((outcome) => value.split(',').includes(outcome)));

/**
 * An input's id may stand only once on a card that has several forms: there each reason has a name of its own.
 * Where the card has one form, it is `reason`.
 */
const reasonIn = (own: string) => (input: unknown) => {
  const sent = input as Record<string, unknown>;
  return { ...sent, reason: sent[own] ?? sent.reason };
};
const withReason = <T extends string>(type: T, own = 'reason') =>
  z.preprocess(
    reasonIn(own),
    z.object({ reason: written }).transform(({ reason }) => ({ type, reason })),
  );

/** What each verb's inputs ask for. */
const REQUESTS = {
  'case.accept': z.object({ note: written }).transform(({ note }) => ({ type: 'accept', note })),
  'case.reject': withReason('reject'),
  'case.ask': z.object({ question: written }).transform(({ question }) => ({ type: 'ask', question })),
  'case.reply': z.object({ answer: written }).transform(({ answer }) => ({ type: 'reply', answer })),
  'case.add': z.object({ words: written }).transform(({ words }) => ({ type: 'add', words })),
  'case.reclassify': z.preprocess(
    reasonIn('reclassifyReason'),
    z
      .object({ level: z.enum(LEVELS), reason: written })
      .transform((input) => ({ type: 'reclassify' as const, ...input })),
  ),
  'case.escalate': withReason('escalate', 'escalateReason'),
  'case.close': z.object({ outcomes, summary: written }).transform((input) => ({ type: 'close', ...input })),
  'case.withdraw': withReason('withdraw'),
  'case.contest': withReason('contest'),
  'case.reopen': withReason('reopen'),
  'case.reassign': z.preprocess(
    reasonIn('reassignReason'),
    z
      .object({ person: z.string().trim().toLowerCase().catch(''), reason: written })
      .transform(({ person, reason }) => ({ type: 'reassign' as const, personId: person, reason })),
  ),
  'case.hold': withReason('hold', 'holdReason'),
  'case.release': withReason('release', 'holdReason'),
  'case.identify': withReason('identify', 'identifyReason'),
} as const satisfies Record<string, z.ZodType<Request>>;

export class CaseReview {
  constructor(private readonly parts: ReviewParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'case.view', scope: 'personal', handle: (turn) => this.#view(turn) },
      ...Object.entries(REQUESTS).map(
        ([verb, request]): VerbRoute => ({
          verb,
          scope: 'personal',
          handle: (turn) => this.#execute(turn, request),
        }),
      ),
    ];
  }

  /** The case whose number was written; one that this person may not see and none look the same. */
  async byNumber(turn: Turn): Promise<Reply> {
    const number = numberIn(fold(turn.text));
    if (number === undefined) throw new AppError('unexpected');
    const viewer = await this.parts.personOf(turn);
    const id = await this.parts.numbers.idOf(number, viewer, turn.now);
    const found = id === undefined ? undefined : await this.#open(turn, viewer, id);
    return found ?? say(textIn(turn.language).cases.noSuchNumber);
  }

  async #view(turn: Turn): Promise<Reply> {
    const { id, back } = parse(viewed, turn);
    const found = await this.#open(turn, await this.parts.personOf(turn), id, back);
    if (!found) throw new AppError('not-found');
    return found;
  }

  /** Undefined where there is none for this person. */
  async #open(
    turn: Turn,
    viewer: Person,
    id: string,
    back?: (typeof BACK)[number],
  ): Promise<Reply | undefined> {
    const loaded = await this.parts.service.view(id, viewer);
    if (loaded) return this.#show(turn, viewer, loaded, { back });
    const gone = await this.parts.service.goneOn(id, viewer);
    return gone && show(this.parts.cards.goneOn(gone, turn.language));
  }

  async #execute(turn: Turn, request: z.ZodType<Request>): Promise<Reply> {
    const { id, revision } = parse(target, turn);
    const viewer = await this.parts.personOf(turn);
    const result = await this.parts.service.execute(id, viewer, parse(request, turn), {
      revision,
      commandId: turn.activityId,
    });
    const text = textIn(turn.language);
    switch (result.kind) {
      case 'not-found':
        throw new AppError('not-found');
      case 'gone-on':
        return show(this.parts.cards.goneOn(result.subject, turn.language));
      case 'done':
        return this.#show(turn, viewer, result.loaded, {});
      case 'refused':
        return this.#show(turn, viewer, result.loaded, {
          banner:
            result.refusal === 'not-allowed'
              ? text.errors['not-allowed']
              : text.cases.problem[result.refusal],
        });
    }
  }

  async #show(
    turn: Turn,
    viewer: Person,
    loaded: LoadedCase,
    options: { banner?: string; back?: (typeof BACK)[number] },
  ): Promise<Reply> {
    const { language, now } = turn;
    // Whoever has just given it away no longer sees it.
    if (!mayView(loaded.subject, viewer)) return show(this.parts.cards.goneOn(loaded.subject, language));
    const summary = textIn(language).cases.summary.updated(loaded.subject.number);
    return show(await this.parts.cards.render(loaded, { viewer, language, now }, options), summary);
  }
}

function parse<T>(schema: z.ZodType<T>, turn: Turn): T {
  const parsed = schema.safeParse(turn.input);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-input', { cause: parsed.error });
}
