import type { Card } from '../cards/renderer.js';
import type { Sensitivity } from '../cards/sensitivity.js';

/** A source that a message cites; Teams shows it as a numbered reference. */
export interface Citation {
  /** At most 80 characters. */
  name: string;
  /** At most 160 characters. */
  abstract: string;
}

/** A message of the bot: text in Markdown, a card, or both. */
export interface Message {
  text?: string | undefined;
  card?: Card | undefined;
  /** The text of the notification. It may name a case by its number but never says what happened. */
  summary?: string | undefined;
  citations?: Citation[];
  /** A generative model contributed to it; Teams then shows the AI label. */
  madeByModel?: boolean | undefined;
  /** Only of a message that was written down; else the card knows it. */
  sensitivity?: Sensitivity;
  /** Teams shows a thumb up and down below it; for answers whose card does not ask whether they helped. */
  asksOpinion?: boolean;
}
