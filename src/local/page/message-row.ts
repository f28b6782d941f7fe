import { avatar } from './avatar.js';
import { renderCard } from './card-view.js';
import { make } from './dom.js';
import { messageMenu } from './message-menu.js';
import { formatted, plain } from './message-text.js';
import { shield } from './shield.js';
import { timeOf } from './times.js';
import type { ActionOutcome, CardAction, CardJson, ChatMessage, State } from './types.js';

export interface RowParts {
  state: State;
  tints: ReadonlyMap<string, string>;
  viewerId: string;
  act: (action: CardAction) => Promise<ActionOutcome>;
  /** Opens the dialog of a command in its menu; undefined where messages have none. */
  command?: ((commandId: string) => void) | undefined;
}

/** The card as this person sees it. */
export function cardFor(message: ChatMessage, viewerId: string): CardJson | undefined {
  return message.views[viewerId] ?? message.card;
}

/** One message: who and when, its text, its card. It takes the focus for whoever walks through the messages. */
export function messageRow(
  message: ChatMessage,
  { state, tints, viewerId, act, command }: RowParts,
): HTMLElement {
  const author = state.people.find(({ id }) => id === message.from);
  const name = author?.name ?? state.bot.name;
  const card = cardFor(message, viewerId);
  const kinds = ['message', author?.id === viewerId && 'mine', card && 'has-card'].filter(Boolean);
  return make(
    'article',
    {
      class: kinds.join(' '),
      tabindex: '-1',
      'data-message': message.id,
      'aria-label': `${name}, ${timeOf(message.at)}`,
    },
    avatar(name, author && tints.get(author.id)),
    make(
      'div',
      { class: 'bubble' },
      meta(message, name, author && command && messageMenu(message, command)),
      message.text ? (author ? plain(message.text) : formatted(message)) : undefined,
      card && renderCard(card, state.people, act),
    ),
  );
}

function meta(
  { id, at, edited, aiLabel, onlyFor, sensitivity }: ChatMessage,
  name: string,
  menu: HTMLElement | undefined,
): HTMLElement {
  return make(
    'div',
    { class: 'meta' },
    make('strong', {}, name),
    make('time', { datetime: at }, timeOf(at)),
    edited && make('span', {}, 'actualizado'),
    aiLabel && make('span', { class: 'label' }, 'Con ayuda de IA'),
    onlyFor && make('span', { class: 'label' }, 'Solo tú lo ves'),
    sensitivity && shield(id, sensitivity),
    menu,
  );
}
