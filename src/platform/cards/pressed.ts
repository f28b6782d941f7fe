/** What a client sends when a button of a card is pressed and nothing was entered. */
import type { Card } from './renderer.js';

type Part = Readonly<Record<string, unknown>>;

/** @returns the data of the first button with this verb, with the inputs as the card shows them; undefined without such a button. */
export function pressed(card: Card, verb: string): Record<string, unknown> | undefined {
  const parts = partsOf(card);
  const button = parts.find((part) => part.type === 'Action.Execute' && part.verb === verb);
  if (!button) return undefined;
  const inputs = parts
    .filter(({ type, id }) => String(type).startsWith('Input.') && typeof id === 'string')
    .map(({ id, value, type }) => [id, value ?? (type === 'Input.Toggle' ? 'false' : '')]);
  return { ...Object.fromEntries(inputs), ...(button.data as Part | undefined) };
}

/** The parts of the card, without its refresh and its fallbacks for old clients. */
function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { refresh: _refresh, fallback: _fallback, data: _data, ...rest } = value as Part;
  return [value as Part, ...Object.values(rest).flatMap(partsOf)];
}
