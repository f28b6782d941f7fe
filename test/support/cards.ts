/** Looking into cards as a person does: what can be read, what can be filled in, what can be tapped. */

type Json = Record<string, unknown>;

/** Every object in a card, those of cards behind a ShowCard included. */
export function parts(card: unknown): Json[] {
  if (Array.isArray(card)) return card.flatMap(parts);
  if (typeof card !== 'object' || card === null) return [];
  return [card as Json, ...Object.values(card).flatMap(parts)];
}

/** All that a person can read, a line for each element. */
export function textOf(card: unknown): string {
  return parts(card)
    .flatMap((part) => [part.text, part.title, part.label, part.placeholder])
    .filter((text): text is string => typeof text === 'string')
    .join('\n');
}

export function inputIds(card: unknown): string[] {
  return parts(card)
    .filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'))
    .map(({ id }) => String(id));
}

/** The values that the inputs hold before anybody touches them. */
export function inputValues(card: unknown): Record<string, string> {
  return Object.fromEntries(
    parts(card)
      .filter(
        ({ type, value }) =>
          typeof type === 'string' && type.startsWith('Input.') && (value ?? undefined) !== undefined,
      )
      .map(({ id, value }) => [String(id), String(value)]),
  );
}

export interface CardButton {
  verb: string;
  title: string;
  data: Json;
  /** Whether it sends along what stands in the inputs. */
  sendsInputs: boolean;
}

/** The Action.Execute buttons, without those that only refresh the card. */
export function buttons(card: unknown): CardButton[] {
  const body = { ...(card as Json), refresh: undefined };
  return parts(body)
    .filter(({ type }) => type === 'Action.Execute')
    .map(({ verb, title, data, associatedInputs }) => ({
      verb: String(verb),
      title: String(title),
      data: data as Json,
      sendsInputs: associatedInputs !== 'none',
    }));
}

export const verbs = (card: unknown): string[] => [...new Set(buttons(card).map(({ verb }) => verb))];
