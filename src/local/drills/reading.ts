/** Reads cards as far as a drill has to. */

type Json = Record<string, unknown>;

/** The texts of a card, in order. */
export function wordsIn(card: unknown): string[] {
  return partsOf(card).flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
}

/** The button with this verb, with what a tap on it sends: its data, and the inputs of the card as they stand. */
export function buttonOf(card: unknown, verb: string): { title: string; data: Json } | undefined {
  const parts = partsOf(card);
  const button = parts.find((part) => part.type === 'Action.Execute' && part.verb === verb);
  if (!button) return undefined;
  const inputs = parts.filter(({ type, value }) => String(type).startsWith('Input.') && value !== undefined);
  const entered = Object.fromEntries(inputs.map(({ id, value }) => [String(id), value]));
  return { title: String(button.title), data: { ...entered, ...(button.data as Json) } };
}

function partsOf(part: unknown): Json[] {
  if (Array.isArray(part)) return part.flatMap(partsOf);
  if (typeof part !== 'object' || part === null) return [];
  return [part as Json, ...Object.values(part).flatMap(partsOf)];
}
