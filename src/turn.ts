/**
 * What a feature's handler receives and returns. The bot room makes a `Turn` from an authenticated activity
 * and turns the `Reply` back into what Teams expects; features know nothing of activities.
 */
import type { Card } from './platform/cards/renderer.js';
import type { Language } from './platform/text/catalogue.js';

/** The person who acts, by the Entra object id that the channel authenticated. */
export interface Actor {
  id: string;
  /** Only to be shown; never to decide. */
  name: string;
}

/** A file that a person sent, not read yet. */
export interface InboundFile {
  name: string;
  url: string;
  /** Whether the address opens by itself, or asks for the bot's token. */
  by: 'link' | 'token';
}

export interface Turn {
  actor: Actor;
  language: Language;
  conversation: { id: string; kind: 'personal' | 'groupChat' | 'channel' };
  serviceUrl: string;
  /** The activity's id: the id of the command that it carries. */
  activityId: string;
  /** Whether it was done in a dialog over the message box. */
  inDialog: boolean;
  /** The message whose card was clicked. */
  cardMessageId?: string;
  files: readonly InboundFile[];
  /** What was written, without the mention of the bot; empty for a click. */
  text: string;
  /** What the card sent: inputs and the data of its action, as yet unchecked. */
  input: Readonly<Record<string, unknown>>;
  now: Date;
}

/** A source that a message cites, shown by Teams as a numbered reference. */
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
  /** Whether a generative model had a part in it; Teams then says so. */
  madeByModel?: boolean;
}

export type Reply =
  /**
   * The answer to a message; after a click, takes the place of the card that was clicked. Where that is only for whoever
   * clicked, `aside` is what is said instead where it would take the place of what everybody sees: in a channel, by a
   * client that knows no view of one's own.
   */
  | { kind: 'show'; message: Message; aside?: string }
  /** After a click: a new message below, with the clicked card left as it is. */
  | { kind: 'append'; message: Message }
  /** After a click: a sentence, with the clicked card and what is typed in it left as they are. */
  | { kind: 'say'; text: string }
  | { kind: 'nothing' };

export const show = (card: Card, summary?: string): Reply => ({ kind: 'show', message: { card, summary } });
export const say = (text: string): Reply => ({ kind: 'say', text });

export type Handler = (turn: Turn) => Promise<Reply>;

/** Where a route may be used: what concerns people stays in one-to-one chats. */
export type Scope = 'personal' | 'anywhere';

/** A row of the router's table for the verb of a card's action. */
export interface VerbRoute {
  verb: string;
  scope: Scope;
  handle: Handler;
}

/** A row of the router's table for what is written. `select` sees the text folded: lower case, no accents. */
export interface TextRoute {
  name: string;
  scope: Scope;
  select: (folded: string) => boolean;
  handle: Handler;
}
