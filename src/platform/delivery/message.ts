import type { Card } from '../cards/renderer.js';

/** A source that a message cites; Teams shows it as a numbered reference. */
export interface Citation {
  /** At most 80 characters. */
  name: string;
  /** At most 160 characters. */
  abstract: string;
}

/** A message as the bot means it: text in Markdown, a card, or both. */
export interface Message {
  text?: string;
  card?: Card;
  /** What the notification shows. It names a case by its number and never tells what happened. */
  summary?: string;
  citations?: Citation[];
  /** A generative model had a part in it; Teams then says so. */
  madeByModel?: boolean;
}
