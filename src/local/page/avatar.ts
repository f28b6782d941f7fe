import { make } from './dom.js';
import { icon } from './icons.js';
import type { Conversation } from './types.js';

/** White letters stand on them with a contrast of 4.5 at least. */
const TINTS = ['#7a5aa8', '#0b6a0b', '#8a630a', '#b5309f', '#005b70', '#a4262c', '#3f5bd0', '#6b6664'];

export function tintOf(index: number): string {
  return TINTS[index % TINTS.length] ?? '#5b5fc7';
}

/** A disc with initials. The name is next to it, so screen readers skip it. */
export function avatar(name: string, tint?: string): HTMLElement {
  const initials = name
    .split(' ')
    .slice(0, 2)
    .map((word) => word[0] ?? '')
    .join('');
  const element = make('span', { class: tint ? 'avatar' : 'avatar bot', 'aria-hidden': 'true' }, initials);
  if (tint) element.style.setProperty('--tint', tint);
  return element;
}

/** The disc of a channel or of a meeting. */
export function chatAvatar({ kind }: Conversation): HTMLElement {
  const element = make('span', { class: 'avatar channel', 'aria-hidden': 'true' });
  element.append(icon(kind === 'channel' ? 'channels' : 'meeting'));
  return element;
}

/** The name where the kind of chat is plain to see. */
export const shortNameOf = ({ name = '' }: Conversation): string => name.replace(/^Canal /, '');
