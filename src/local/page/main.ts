import { avatar, tintOf } from './avatar.js';
import { ChatPanel } from './chat-panel.js';
import { listen, loadState } from './server.js';
import type { ChatEvent, Conversation, Person, State } from './types.js';

/** Shown at first: a reporter, a superior and the channel. */
const FIRST_SHOWN = 2;
const KEY = 'shown-chats';

async function main(): Promise<void> {
  const state = await loadState();
  const chats = document.querySelector<HTMLElement>('.chats');
  const people = document.querySelector<HTMLElement>('.people');
  const connection = document.querySelector<HTMLElement>('.connection');
  if (!chats || !people || !connection) return;

  const tints = new Map(state.people.map(({ id }, index) => [id, tintOf(index)]));
  const shown = readShown(state);
  const panels = new Map<string, ChatPanel>();
  for (const conversation of state.conversations) {
    const owner = ownerOf(conversation, state.people);
    const tint = (owner && tints.get(owner.id)) ?? '#5b5fc7';
    const panel = new ChatPanel({ state, conversation, owner, tint, tints });
    panels.set(conversation.id, panel);
    panel.element.hidden = !shown.has(conversation.id);
    chats.append(panel.element);
    people.append(toggle(panel, owner?.name ?? 'Canal', tint, conversation.id, shown));
  }
  for (const message of state.messages) panels.get(message.conversationId)?.show(message);
  listen(
    (event) => apply(event, panels),
    (connected) => {
      connection.hidden = connected;
    },
  );
}

function apply(event: ChatEvent, panels: ReadonlyMap<string, ChatPanel>): void {
  switch (event.kind) {
    case 'posted':
    case 'updated':
      panels.get(event.message.conversationId)?.show(event.message);
      return;
    case 'deleted':
      panels.get(event.conversationId)?.remove(event.id);
      return;
    case 'typing':
      panels.get(event.conversationId)?.typing();
  }
}

function toggle(panel: ChatPanel, name: string, tint: string, id: string, shown: Set<string>): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-pressed', String(shown.has(id)));
  button.append(avatar(name, tint), name);
  button.addEventListener('click', () => {
    if (!shown.delete(id)) shown.add(id);
    panel.element.hidden = !shown.has(id);
    button.setAttribute('aria-pressed', String(shown.has(id)));
    localStorage.setItem(KEY, JSON.stringify([...shown]));
  });
  return button;
}

function ownerOf(conversation: Conversation, people: readonly Person[]): Person | undefined {
  return conversation.kind === 'personal'
    ? people.find(({ id }) => id === conversation.members[0])
    : undefined;
}

function readShown(state: State): Set<string> {
  const known = new Set(state.conversations.map(({ id }) => id));
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as string[] | null;
    if (kept) return new Set(kept.filter((id) => known.has(id)));
  } catch {
    // An unreadable value counts as missing.
  }
  const personal = state.conversations.filter(({ kind }) => kind === 'personal').slice(0, FIRST_SHOWN);
  const channels = state.conversations.filter(({ kind }) => kind === 'channel');
  return new Set([...personal, ...channels].map(({ id }) => id));
}

void main();
