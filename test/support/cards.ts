/** Reads cards as a person does: their texts, inputs and buttons. */

type Json = Record<string, unknown>;

/** Every object in a card, including the cards behind a ShowCard. */
export function parts(card: unknown): Json[] {
  if (Array.isArray(card)) return card.flatMap(parts);
  if (typeof card !== 'object' || card === null) return [];
  return [card as Json, ...Object.values(card).flatMap(parts)];
}

/** All the text that a person can read, one line for each element. */
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

/** The initial values of the inputs, by id. */
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
  /** True when it sends the values of the inputs too. */
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

export const verbs = (card: unknown): string[] => [
  ...new Set([...buttons(card), ...dialogButtons(card)].map(({ verb }) => verb)),
];

/** The buttons that send a form shown as a separate message. */
export const formButtons = (card: unknown) => submitButtons(card, (data) => data?.msteams === undefined);

/** The buttons that open a form in a dialog. */
export const dialogButtons = (card: unknown) => submitButtons(card, (data) => data?.msteams !== undefined);

function submitButtons(
  card: unknown,
  isOne: (data: Json | undefined) => boolean,
): Omit<CardButton, 'sendsInputs'>[] {
  return parts({ ...(card as Json), refresh: undefined })
    .filter(({ type, data }) => type === 'Action.Submit' && isOne(data as Json | undefined))
    .map(({ title, data }) => ({
      verb: String((data as Json).verb),
      title: String(title),
      data: data as Json,
    }));
}

/** What a card of news says, in one string; empty for any other card. */
export function newsIn(card: unknown): string[] {
  if (card === undefined || (card as Json).refresh !== undefined) return [];
  const blocks = parts(card).filter(({ type }) => type === 'RichTextBlock');
  const said = blocks.map(({ inlines }) => (inlines as Json[]).map(({ text }) => String(text)).join(''));
  return said.length === 0 ? [] : [said.join(' ').replace(/[\u00a0\u202f]/g, ' ')];
}
