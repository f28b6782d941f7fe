/**
 * What a feature's handler receives and returns. src/bot builds a `Turn` from an authenticated activity and
 * turns the `Reply` into what Teams expects; features never see activities.
 */
import { z } from 'zod';
import type { Card } from './platform/cards/renderer.js';
import type { Message } from './platform/delivery/message.js';
import type { Act, ThingKind } from './platform/dialogue/acts.js';
import type { Thing } from './platform/dialogue/thing.js';
import { AppError } from './platform/errors.js';
import type { Person } from './platform/people/person.js';
import type { Language } from './platform/text/catalogue.js';
import type { Purpose } from './platform/understanding/intents.js';
import type { Understanding } from './platform/understanding/understand.js';

/** The person who acts, identified by the Entra object id that the channel authenticated. */
export interface Actor {
  id: string;
  /** For display only; never use it to decide. */
  name: string;
}

/** A file that a person sent and that has not been downloaded yet. */
export interface InboundFile {
  name: string;
  url: string;
  /** `link`: the address needs no token. `token`: it needs the bot's token. */
  by: 'link' | 'token';
}

/** A message of anybody, on whose menu the person chose a command. */
export interface Quoted {
  text: string;
  /** Who wrote it, as Teams says; undefined for an app. Look it up before anything is shown of it. */
  authorId?: string | undefined;
}

export interface Turn {
  actor: Actor;
  /**
   * The actor as a Person from the directory, read once a turn. Has no roles when the directory does not know
   * them.
   */
  person(): Promise<Person>;
  /** The same as known some seconds ago: for questions, lists and previews, never to decide. */
  reader(): Promise<Person>;
  language: Language;
  conversation: { id: string; kind: 'personal' | 'groupChat' | 'channel' };
  serviceUrl: string;
  /** The activity's id, also the id of the command that it carries. */
  activityId: string;
  /** Tells whether the action came from a dialog over the message box. */
  inDialog: boolean;
  /** The message that holds the clicked card. */
  cardMessageId?: string | undefined;
  files: readonly InboundFile[];
  /** Only while the dialog of a message's command opens. */
  quoted?: Quoted | undefined;
  /** The text without the mention of the bot; empty for a click. */
  text: string;
  /** What the text is for and what it names; only for a text. */
  understood?: Understanding;
  /** What the card sent: inputs and the data of its action. Not validated: read it with `readInput`. */
  input: Readonly<Record<string, unknown>>;
  now: Date;
}

export type Reply =
  /**
   * Answers a message; after a click, replaces the clicked card. `aside` is sent instead when the card is for
   * one person only and everybody would see it: in a channel, on a client without user-specific views.
   */
  | { kind: 'show'; message: Message; aside?: string }
  /** After a click: sends a new message and leaves the clicked card as it is. */
  | { kind: 'append'; message: Message }
  /** After a click: shows a sentence and leaves the clicked card and its inputs as they are. */
  | { kind: 'say'; text: string }
  /**
   * Sends a message that only the person sees, where others read along. `otherwise` says where it goes when Teams refuses
   * that: into the own chat with the bot, nowhere, or, when everybody may see it, into the same chat.
   */
  | { kind: 'targeted'; message: Message; otherwise: 'private' | 'nowhere' | 'here' }
  | { kind: 'nothing' };

export const show = (card: Card, summary?: string): Reply => ({ kind: 'show', message: { card, summary } });
export const append = (card: Card, summary?: string): Reply => ({
  kind: 'append',
  message: { card, summary },
});
export const say = (text: string): Reply => ({ kind: 'say', text });

/**
 * Validates what a card sent.
 * @throws AppError `invalid-input` when it does not match the schema.
 */
export function readInput<T>(schema: z.ZodType<T>, { input }: Pick<Turn, 'input'>): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-input', { cause: parsed.error });
}

const standalone = z.object({ standalone: z.literal('true') });

/** Returns true when the inputs come from a form and not from a card. */
export const isFromForm = ({ inDialog, input }: Turn): boolean =>
  inDialog || standalone.safeParse(input).success;

/** Opens a form beside the card, which keeps what is typed there, or shows the form again in its place. */
export const showForm = (turn: Turn, form: Card, title: string): Reply =>
  isFromForm(turn) ? show(form, title) : append(form, title);

/** Closes the form and says what came of it. */
export const leaveForm = ({ inDialog }: Turn, card: Card): Reply => (inDialog ? append(card) : show(card));

export const isPersonal = ({ conversation }: Turn): boolean => conversation.kind === 'personal';

export type Handler = (turn: Turn) => Promise<Reply>;

/** Somebody in a meeting. */
export interface MeetingMember {
  /** The id in the meeting's chat; empty when Teams gives none. */
  id: string;
  /** The Entra object id; undefined for people without an account of the organisation's tenant. */
  personId?: string | undefined;
  name: string;
}

/** People who joined a meeting whose chat has the bot, or left it. */
export interface MeetingChange {
  kind: 'joined' | 'left';
  conversationId: string;
  /** ISO 8601, by the clock of Teams. */
  at: string;
  members: MeetingMember[];
}

/** Takes note of who joins and leaves a meeting. Throws when that is not stored; Teams may then tell again. */
export type MeetingListener = (change: MeetingChange) => Promise<void>;

/** Where a route may be used; what concerns people stays in one-to-one chats. */
export type Scope = 'personal' | 'anywhere';

/** Routes the verb of a card's action. */
export interface VerbRoute {
  verb: string;
  scope: Scope;
  handle: Handler;
}

/** Routes the texts of one purpose. */
export interface TextRoute {
  purpose: Purpose;
  scope: Scope;
  handle: Handler;
}

/** Answers a text that continues what the bot said last; undefined when it does not. */
export type Continuation = (turn: Turn) => Promise<Reply | undefined>;

/** What a text does to what is open. */
export interface Meant {
  thing: Thing;
  act: Act;
  /** A deed that cannot be taken back is done at once only when this is true; else it is shown once more. */
  isSure: boolean;
}

/** Routes acts on what a feature leaves open. */
export interface ActRoute {
  on: ThingKind;
  /** The feature that leaves it, as in `Left`. */
  of: string;
  scope: Scope;
  acts: readonly Act[];
  /** What would be done, for a choice: "Enviar tu reporte". */
  titles: (language: Language) => Readonly<Partial<Record<Act, string>>>;
  /** The act of a text that leaves no doubt, for instance because it names a field of the form, as long as nothing later is open. */
  plainly?: (turn: Turn) => Act | undefined;
  /** Its plain words hold also where danger is possible, whose line then stands under the reply. */
  evenInDoubt?: boolean;
  /** Undefined when it turns out that the text is about something else. */
  handle: (turn: Turn, meant: Meant) => Promise<Reply | undefined>;
  /** Returns true when a text names what would be done: one of a list, by its words. */
  isNamed?: (text: string, thing: Thing, act: Act) => boolean;
}

/** What a feature keeps in tables that is open: it stays so for longer, and on every instance. */
export interface OpenSource {
  kinds: readonly ThingKind[];
  find: (turn: Turn) => Promise<Thing[]>;
}

/** What somebody types into a search over the message box. */
export interface Query {
  /** Empty before anything is typed. */
  text: string;
  /** How many results are shown already, and how many more are wanted. */
  skip: number;
  count: number;
  language: Language;
  now: Date;
}

/** A row of the search; once chosen, the card goes into the chat, where the bot may not be. */
export interface SearchResult {
  title: string;
  text: string;
  card: Card;
}

/** Routes the search of a command of the manifest. */
export interface QueryRoute {
  command: string;
  search: (query: Query) => SearchResult[];
}
