/** What goes over the wire: activities of people, and what comes back for them. */
import { textOf } from '../support/cards.js';
import { CHANNEL, conversationOf, type Shown } from './history.js';
import { TEAM } from './organisation.js';
import type { Click, Move } from './player.js';
import type { Delivery } from './schedule.js';

/** Letters alone, so that no text feature takes it for anything. */
export function markerOf(number: number): string {
  const letters = [...String(number)].map((digit) => 'bcdfghklmn'[Number(digit)]).join('');
  return `xq${letters}z`;
}

export function wayOf({ click }: Move, { way }: Delivery): 'message' | 'execute' | 'submit' {
  if (!click) return 'message';
  // Only one's own chat is tried with an old client.
  if (click.inChannel || click.quoted) return 'execute';
  return click.isSubmit ? 'submit' : way;
}

/** Asks for the form behind a button, or behind a command in the menu of a message. */
export function fetching({ verb, data, quoted }: Click): object {
  if (!quoted) return { type: 'invoke', name: 'task/fetch', value: { data } };
  const messagePayload = {
    id: '1',
    body: { contentType: 'text', content: quoted.text },
    from: { user: { id: quoted.authorId, userIdentityType: 'aadUser' } },
  };
  const value = { commandId: verb, commandContext: 'message', messagePayload };
  return { type: 'invoke', name: 'composeExtension/fetchTask', value };
}

/** @param filled what a form sends, if the move is one in a form. */
export function contentOf(move: Move, how: Delivery, filled?: object): object {
  const { text, click } = move;
  if (!click) return { type: 'message', text, textFormat: 'plain' };
  const { verb, data, card, filledIn, quoted } = click;
  if (wayOf(move, how) === 'submit') return { type: 'message', replyToId: card, value: data };
  if (quoted) {
    const value = { commandId: verb, data: filled };
    return { type: 'invoke', name: 'composeExtension/submitAction', value };
  }
  if (filledIn) return { type: 'invoke', name: 'task/submit', value: { data: filled } };
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: card,
    value: { action: { type: 'Action.Execute', verb, title: verb, data }, trigger: 'manual' },
  };
}

/** Puts objects over each other, with the conversation and the channel of all of them. */
export function merged(...objects: readonly object[]): object {
  const of = (part: 'conversation' | 'channelData') =>
    Object.assign({}, ...objects.map((one) => (one as { [Part in typeof part]?: object })[part]));
  return Object.assign({}, ...objects, { conversation: of('conversation'), channelData: of('channelData') });
}

/** Where an activity comes from: the own chat, the channel, or a chat between others. */
export function placeOf(personId: string, click: Click | undefined): object {
  if (click?.inChannel) return IN_CHANNEL;
  if (click?.quoted) return { conversation: { id: ELSEWHERE, conversationType: 'groupChat' } };
  return { conversation: { id: conversationOf(personId), conversationType: 'personal' } };
}

const ELSEWHERE = '19:almuerzo@thread.v2';
export const IN_CHANNEL = {
  conversation: { id: CHANNEL, conversationType: 'channel' },
  channelData: { team: TEAM, channel: { id: CHANNEL } },
};

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
