/** How wide the app is: the window, or the frame of a phone. */
import { find } from './dom.js';
import { keep, readKept } from './kept.js';

const KEY = 'phone';
/** Narrower, there is room for the list or for a chat; `style/narrow.css` has the same width. */
const NARROW = 720;

export const isNarrow = (): boolean => find('.app').clientWidth < NARROW;

export const isPhone = (): boolean => 'phone' in document.body.dataset;

/** Puts the app into the frame of a phone, or takes it out. */
export function setPhone(on: boolean): void {
  if (on) document.body.dataset.phone = '';
  else delete document.body.dataset.phone;
  keep(KEY, on);
}

export function restorePhone(): void {
  setPhone(readKept<boolean>(KEY) ?? false);
}
