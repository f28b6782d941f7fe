/** The searches over the message box. They work in every chat, are asked while people type, and keep nothing. */
import { z } from 'zod';
import type { Clock } from '../platform/clock.js';
import { type Language, textIn } from '../platform/text/catalogue.js';
import type { QueryRoute } from '../turn.js';
import type { InboundActivity } from './activity.js';
import type { BotResponse } from './adapter.js';
import { searchResponse, searchSentence } from './messages.js';

/** A page of Teams. */
const MOST = 25;
/** Longer than any question. */
const MOST_TYPED = 500;

const query = z.object({
  commandId: z.string(),
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).catch([]),
  queryOptions: z
    .object({
      skip: z.coerce.number().int().min(0).max(10_000).catch(0),
      count: z.coerce.number().int().min(1).catch(MOST),
    })
    .catch({ skip: 0, count: MOST }),
});
type QueryValue = z.output<typeof query>;

/** Sent instead of what is typed when the search opens. */
const INITIAL = 'initialRun';

/** Returns undefined when the activity is no search. */
export function queryOf({ type, name, value }: InboundActivity): QueryValue | undefined {
  if (type !== 'invoke' || name !== 'composeExtension/query') return undefined;
  return query.safeParse(value).data;
}

export class Queries {
  readonly #routes: Map<string, QueryRoute>;

  constructor(
    routes: readonly QueryRoute[],
    private readonly clock: Clock,
  ) {
    this.#routes = new Map(routes.map((route) => [route.command, route]));
  }

  answer(
    { commandId, parameters, queryOptions: { skip, count } }: QueryValue,
    language: Language,
  ): BotResponse {
    const route = this.#routes.get(commandId);
    if (!route) return { status: 501 };
    const typed = parameters.find(({ name }) => name !== INITIAL)?.value;
    const text = typeof typed === 'string' ? typed.slice(0, MOST_TYPED) : '';
    const page = { skip, count: Math.min(count, MOST) };
    const found = route.search({ text, ...page, language, now: this.clock() });
    if (found.length === 0 && skip === 0) return searchSentence(textIn(language).chat.nothingFound);
    return searchResponse(found);
  }
}
