/** Adds what every action of a card has, so that templates need not repeat it. */
import { beginningOf } from '../text/beginning.js';

type Json = Record<string, unknown>;

/** Teams cuts longer titles of buttons. */
const MOST_OF_TITLE = 40;

/**
 * Shortens titles that Teams would cut, keeping the whole one in the tooltip. Adds to each Action.Execute the verb
 * in its data, and an Action.Submit with the same data as a fallback for clients without Action.Execute. A refresh
 * action gets no fallback, because only clients with Action.Execute use it.
 */
export function finishActions(value: unknown, isRefresh = false): unknown {
  if (Array.isArray(value)) return value.map((item) => finishActions(item));
  if (typeof value !== 'object' || value === null) return value;
  const copied: Json = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, finishActions(item, key === 'refresh' || isRefresh)]),
  );
  if (!String(copied.type).startsWith('Action.')) return copied;
  const action = withShortTitle(copied);
  return action.type === 'Action.Execute' ? completed(action, isRefresh) : action;
}

function withShortTitle(action: Json): Json {
  const { title } = action;
  if (typeof title !== 'string' || title.length <= MOST_OF_TITLE) return action;
  return { ...action, title: beginningOf(title, MOST_OF_TITLE - 1), tooltip: action.tooltip ?? title };
}

function completed(action: Json, isRefresh: boolean): Json {
  const { title, tooltip, verb, associatedInputs } = action;
  const data = { verb, ...(action.data as Json | undefined) };
  if (isRefresh) return { ...action, data };
  const fallback = {
    type: 'Action.Submit',
    title,
    ...(tooltip !== undefined && { tooltip }),
    ...(associatedInputs !== undefined && { associatedInputs }),
    data,
  };
  return { ...action, data, fallback };
}
