/** What the server of the local Teams sends. */
export interface Person {
  id: string;
  name: string;
  superiorId?: string | undefined;
  roles: string[];
  area: string;
}

export interface Conversation {
  id: string;
  kind: 'personal' | 'channel' | 'groupChat';
  /** Of what is no one-to-one chat. */
  name?: string;
  members: string[];
}

export interface ChatMessage {
  id: string;
  /** Of what a person sent from a page. */
  key?: string;
  conversationId: string;
  from: string;
  at: string;
  text?: string;
  card?: CardJson | undefined;
  citations?: { name: string; abstract: string }[];
  aiLabel?: boolean;
  sensitivity?: { name: string; description: string };
  views: Record<string, CardJson>;
  edited: boolean;
  /** The only person who sees it. */
  onlyFor?: string;
}

/** A row of a search over the message box. */
export interface SearchRow {
  title: string;
  text: string;
  card: CardJson;
}

export interface CardJson {
  [property: string]: unknown;
  refresh?: { action?: { verb?: string; title?: string; data?: Record<string, unknown> } };
}

export interface State {
  bot: { id: string; name: string };
  team: { name: string };
  people: Person[];
  conversations: Conversation[];
  messages: ChatMessage[];
  /** Somebody without an account, who may join meetings. */
  guest: { id: string; name: string };
  /** Who is in which meeting. */
  present: { conversationId: string; id: string }[];
}

export type ChatEvent =
  | { kind: 'posted' | 'updated'; message: ChatMessage }
  | { kind: 'deleted'; conversationId: string; id: string }
  | { kind: 'typing'; conversationId: string }
  | { kind: 'presence'; conversationId: string; id: string; isIn: boolean };

export interface CardAction {
  kind: 'execute' | 'submit';
  verb: string;
  title: string;
  data: Record<string, unknown>;
  trigger: 'manual' | 'automatic';
}

export type DialogOutcome =
  | { kind: 'card'; title: string; card: CardJson }
  | { kind: 'sentence'; text: string }
  | { kind: 'closed' | 'failed' };

export type ActionOutcome = { kind: 'card' } | { kind: 'sentence'; text: string } | { kind: 'failed' };

/** What went over HTTP between Teams and the bot. */
export interface WireEntry {
  id: number;
  at: string;
  direction: 'in' | 'out';
  who: string;
  method: string;
  path: string;
  purpose: string;
  status: number;
  ms: number;
  request: unknown;
  response: unknown;
}
