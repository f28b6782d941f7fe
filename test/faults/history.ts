/** What was seen from outside while a schedule ran: what people did, what the bot sent, what broke. */
import type { Person } from '../../src/platform/people/person.js';
import type { Weather } from './faults.js';

/** What a person can read of a message. */
export interface Shown {
  text: string;
  /** The text of the notification. */
  summary: string;
  isCard: boolean;
}

/** What a person does, and what must come of it. */
export interface Said {
  kind: 'said';
  /** The id of the activity. */
  activity: string;
  /** The same for a click and its repetition with a new id. */
  intent: string;
  /** 1 for the first delivery. */
  delivery: number;
  person: string;
  instance: number;
  way: 'message' | 'execute' | 'submit';
  /** The verb of a click; empty for a message. */
  verb: string;
  /** The button asks for a form, which comes as a message. */
  opensForm: boolean;
  /** What an answer must show; empty when any will do. */
  expects: string;
  /** The message with the clicked card. */
  card: string;
  /** A word that stands nowhere else, of what the person tells; empty when nothing is told. */
  marker: string;
  /** The draft that it is told in. */
  draft: string;
}

/** What came back over HTTP: no status when the connection broke. */
export interface Answered {
  kind: 'answered';
  activity: string;
  delivery: number;
  person: string;
  status?: number | undefined;
  shown?: Shown | undefined;
}

/** A request of the bot to Teams. */
export interface Sent {
  kind: 'sent';
  instance: number;
  /** When it left the bot; it may arrive much later. */
  leftAt: number;
  method: 'post' | 'update' | 'remove' | 'typing' | 'open' | 'read';
  conversation: string;
  /** The id of the message; empty for a request that did not arrive. */
  message: string;
  shown?: Shown | undefined;
  /** Tells whether Teams carried it out. */
  arrived: boolean;
  /** Undefined when no answer, or only a part of it, came back. */
  status?: number | undefined;
  /** The end of the time that Teams asked to wait. */
  notBefore?: number;
}

type Fate = 'started' | 'killed' | 'paused' | 'resumed' | 'stopped' | 'crashed';
/** Something that happened to an instance. */
export type Incident = { [Kind in Fate]: { kind: Kind; instance: number } }[Fate];

/** A person's chat that accepts no more messages. */
export interface Left {
  kind: 'left';
  person: string;
}

/** Somebody empties the queue of work. */
export interface Purged {
  kind: 'purged';
}

/** From now on, requests meet these faults. */
export interface Weathered {
  kind: 'weather';
  weather: Weather;
}

export type Entry = { at: number } & (Said | Answered | Sent | Incident | Left | Purged | Weathered);
export type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;

export interface History {
  seed: number;
  people: readonly Person[];
  /** How far the clock of any instance is from the true time, in milliseconds. */
  clocksApartMs: number;
  entries: readonly Entry[];
}

export function entriesOf<Kind extends Entry['kind']>(
  { entries }: History,
  ...kinds: readonly Kind[]
): EntryOf<Kind>[] {
  return entries.filter((entry): entry is EntryOf<Kind> => (kinds as readonly string[]).includes(entry.kind));
}

/** The id of a person's one-to-one conversation, and the person of one. */
export const conversationOf = (personId: string): string => `a:${personId}`;
export const personIn = (conversationId: string): string => conversationId.replace(/^a:/, '');

/** The channel that everybody is in, of the one team that has the bot. */
export const CHANNEL = '19:servicio@thread.tacv2';

/** A message that a person got, by either way. What stands in the channel is read by `CHANNEL`. */
export interface Read {
  at: number;
  person: string;
  shown: Shown;
  /** Undefined for the answer to a click. */
  sent?: EntryOf<'sent'>;
}

/** Everything that people could read, in order. */
export function readByPeople(history: History): Read[] {
  return history.entries.flatMap((entry): Read[] => {
    if (entry.kind === 'sent' && entry.arrived && entry.shown) {
      return [{ at: entry.at, person: personIn(entry.conversation), shown: entry.shown, sent: entry }];
    }
    if (entry.kind === 'answered' && entry.shown && entry.status === 200) {
      return [{ at: entry.at, person: entry.person, shown: entry.shown }];
    }
    return [];
  });
}

const NUMBER = /HUM-\d{4}-\d{6}/g;

/** The numbers of the cases that a text names. */
export const numbersIn = (text: string): string[] => [...new Set(text.match(NUMBER) ?? [])];
