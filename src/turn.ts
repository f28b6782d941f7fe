/**
 * What a feature's handler receives and returns. The bot room makes a `Turn` from an authenticated activity
 * and turns the `Reply` back into what Teams expects; features know nothing of activities.
 */
import type { z } from 'zod';
import type { Card } from './platform/cards/renderer.js';
import type { Message } from './platform/delivery/message.js';
import { AppError } from './platform/errors.js';
import type { Person } from './platform/people/person.js';
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
  /** `link`: the address opens by itself. `token`: it asks for the bot's token. */
  by: 'link' | 'token';
}

export interface Turn {
  actor: Actor;
  /** The actor as the directory knows them; read once a turn. Without roles where it does not know them. */
  person(): Promise<Person>;
  language: Language;
  conversation: { id: string; kind: 'personal' | 'groupChat' | 'channel' };
  serviceUrl: string;
  /** The activity's id: the id of the command that it carries. */
  activityId: string;
  /** It was done in a dialog over the message box. */
  inDialog: boolean;
  /** The message whose card was clicked. */
  cardMessageId?: string;
  files: readonly InboundFile[];
  /** What was written, without the mention of the bot; empty for a click. */
  text: string;
  /** What the card sent: inputs and the data of its action. Unchecked: read it with `readInput`. */
  input: Readonly<Record<string, unknown>>;
  now: Date;
}

export type Reply =
  /**
   * The answer to a message; after a click, takes the place of the card that was clicked. `aside` is said instead
   * where the card is for the person who clicked alone and would be shown to everybody: in a channel, by a client
   * that knows no view of one's own.
   */
  | { kind: 'show'; message: Message; aside?: string }
  /** After a click: a new message below, with the clicked card left as it is. */
  | { kind: 'append'; message: Message }
  /** After a click: a sentence, with the clicked card and what is typed in it left as they are. */
  | { kind: 'say'; text: string }
  | { kind: 'nothing' };

export const show = (card: Card, summary?: string): Reply => ({ kind: 'show', message: { card, summary } });
export const append = (card: Card, summary?: string): Reply => ({
  kind: 'append',
  message: { card, summary },
});
export const say = (text: string): Reply => ({ kind: 'say', text });

/**
 * What a card sent, checked.
 * @throws AppError `invalid-input` when it does not fit.
 */
export function readInput<T>(schema: z.ZodType<T>, { input }: Pick<Turn, 'input'>): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-input', { cause: parsed.error });
}

export const isPersonal = ({ conversation }: Turn): boolean => conversation.kind === 'personal';

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
