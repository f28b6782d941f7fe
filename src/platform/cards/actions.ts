/** Adds what every action of a card has, so that templates need not repeat it. */

type Json = Record<string, unknown>;

/**
 * Adds to each Action.Execute the verb in its data, and an Action.Submit with the same data as a fallback for
 * clients without Action.Execute. A refresh action gets no fallback, because only clients with Action.Execute
 * use it.
 */
export function withFallbacks(value: unknown, isRefresh = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withFallbacks(item));
  if (typeof value !== 'object' || value === null) return value;
  const copied: Json = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withFallbacks(item, key === 'refresh' || isRefresh)]),
  );
  return copied.type === 'Action.Execute' ? completed(copied, isRefresh) : copied;
}

function completed(action: Json, isRefresh: boolean): Json {
  const { title, verb, associatedInputs } = action;
  const data = { verb, ...(action.data as Json | undefined) };
  if (isRefresh) return { ...action, data };
  const fallback = {
    type: 'Action.Submit',
    title,
    ...(associatedInputs !== undefined && { associatedInputs }),
    data,
  };
  return { ...action, data, fallback };
}
