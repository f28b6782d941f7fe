/** What goes over the wire: activities of people, and what comes back for them. */
import { textOf } from '../support/cards.js';
import type { Shown } from './history.js';
import type { Move } from './player.js';
import type { Delivery } from './schedule.js';

/** Letters alone, so that no text feature takes it for anything. */
export function markerOf(number: number): string {
  const letters = [...String(number)].map((digit) => 'bcdfghklmn'[Number(digit)]).join('');
  return `xq${letters}z`;
}

export function wayOf({ click }: Move, { way }: Delivery): 'message' | 'execute' | 'submit' {
  if (!click) return 'message';
  return click.isSubmit ? 'submit' : way;
}

/** Asks for the form behind a button. */
export const fetching = (data: object): object => ({ type: 'invoke', name: 'task/fetch', value: { data } });

/** @param filled what a form sends, if the move is one in a form. */
export function contentOf(move: Move, how: Delivery, filled?: object): object {
  const { text, click } = move;
  if (!click) return { type: 'message', text, textFormat: 'plain' };
  const { verb, data, card, filledIn } = click;
  if (wayOf(move, how) === 'submit') return { type: 'message', replyToId: card, value: data };
  if (filledIn) return { type: 'invoke', name: 'task/submit', value: { data: filled } };
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: card,
    value: { action: { type: 'Action.Execute', verb, title: verb, data }, trigger: 'manual' },
  };
}

/** Puts objects over each other, with the conversation of all of them. */
export function merged(...objects: readonly object[]): object {
  const conversation = Object.assign(
    {},
    ...objects.map((one) => (one as { conversation?: object }).conversation),
  );
  return Object.assign({}, ...objects, { conversation });
}

/** What the answer to a click shows: a card in place of the clicked one, a sentence, or the form again. */
export function shownOf(body: unknown): { shown: Shown; card?: object } | undefined {
  const { value, task } = (body ?? {}) as { value?: unknown; task?: { value?: unknown } };
  if (typeof task?.value === 'string') return { shown: { text: task.value, summary: '', isCard: false } };
  if (task) return { shown: { text: textOf(task.value), summary: '', isCard: true } };
  if (typeof value === 'string') return { shown: { text: value, summary: '', isCard: false } };
  if (typeof value !== 'object' || value === null) return undefined;
  return { shown: { text: textOf(value), summary: '', isCard: true }, card: value };
}

/** The form that came for its button; undefined when something else did. */
export function formIn(body: unknown): object | undefined {
  const { task } = (body ?? {}) as { task?: { value?: { card?: { content?: object } } } };
  return task?.value?.card?.content;
}
