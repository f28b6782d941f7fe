import type {
  ActionOutcome,
  CardAction,
  CardJson,
  ChatEvent,
  ChatMessage,
  DialogOutcome,
  SearchRow,
  State,
  WireEntry,
} from './types.js';

export async function loadState(): Promise<State> {
  const response = await fetch('/local/state');
  return (await response.json()) as State;
}

/** Passes on events; `onState` reports whether the server can be reached. */
export function listen(onEvent: (event: ChatEvent) => void, onState: (connected: boolean) => void): void {
  const source = new EventSource('/local/events');
  source.onmessage = ({ data }: MessageEvent<string>) => onEvent(JSON.parse(data) as ChatEvent);
  source.onopen = () => onState(true);
  source.onerror = () => onState(false);
}

/** Passes on what goes over HTTP, the oldest first. Returns how to stop. */
export function listenToWire(onEntry: (entry: WireEntry) => void): () => void {
  const source = new EventSource('/local/wire');
  source.onmessage = ({ data }: MessageEvent<string>) => onEntry(JSON.parse(data) as WireEntry);
  return () => source.close();
}

interface Sent {
  key: string;
  personId: string;
  conversationId: string;
}

/** Returns whether the text has arrived. */
export async function say({
  key,
  personId,
  conversationId,
  text,
}: Sent & { text: string }): Promise<boolean> {
  return hasArrived(post('/local/messages', { key, personId, conversationId, text }));
}

/** Returns whether the file has arrived. */
export function sendFile({ key, personId, conversationId }: Sent, file: File): Promise<boolean> {
  const query = new URLSearchParams({ key, personId, conversationId, name: file.name });
  const headers = { 'content-type': 'application/octet-stream' };
  return hasArrived(fetch(`/local/files?${query}`, { method: 'POST', headers, body: file }));
}

async function hasArrived(sent: Promise<Response>): Promise<boolean> {
  try {
    return (await sent).ok;
  } catch {
    return false;
  }
}

export async function act(
  personId: string,
  message: ChatMessage,
  action: CardAction,
): Promise<ActionOutcome> {
  const { conversationId, id: messageId } = message;
  try {
    const response = await post('/local/actions', { personId, conversationId, messageId, action });
    return response.ok ? ((await response.json()) as ActionOutcome) : { kind: 'failed' };
  } catch {
    return { kind: 'failed' };
  }
}

/** Opens the dialog of a command, or submits it. */
export function askDialog(request: {
  personId: string;
  conversationId: string;
  commandId: string;
  /** Of a command in the menu of a message. */
  messageId?: string | undefined;
  data?: Record<string, unknown> | undefined;
}): Promise<DialogOutcome> {
  return askFor('/local/dialogs', request);
}

/** Opens the dialog of a card's button, or submits it. */
export function askTask(request: {
  personId: string;
  conversationId: string;
  messageId: string;
  phase: 'fetch' | 'submit';
  data: Record<string, unknown>;
}): Promise<DialogOutcome> {
  return askFor('/local/tasks', request);
}

/** Searches over the message box; `text` is what the bot says where nothing is found. */
export async function searchFor(request: {
  personId: string;
  conversationId: string;
  commandId: string;
  text: string;
  skip: number;
  count: number;
}): Promise<{ rows: SearchRow[]; text: string }> {
  try {
    const response = await post('/local/searches', request);
    if (response.ok) return (await response.json()) as { rows: SearchRow[]; text: string };
  } catch {
    // Said below.
  }
  return { rows: [], text: 'No se pudo buscar. Vuelve a intentarlo.' };
}

/** Puts a card into the chat, as a message of the person. */
export async function share(request: {
  personId: string;
  conversationId: string;
  card: CardJson;
}): Promise<void> {
  await post('/local/cards', request);
}

/** Lets the person, or the guest, join a meeting or leave it. */
export async function attend(request: {
  personId: string;
  conversationId: string;
  isIn: boolean;
  isGuest: boolean;
}): Promise<void> {
  await post('/local/meetings', request);
}

async function askFor(path: string, request: object): Promise<DialogOutcome> {
  try {
    const response = await post(path, request);
    return response.ok ? ((await response.json()) as DialogOutcome) : { kind: 'failed' };
  } catch {
    return { kind: 'failed' };
  }
}

function post(path: string, body: unknown): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
