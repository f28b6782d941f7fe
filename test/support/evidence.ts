import type { ChatMessage } from '../../src/local/chats.js';
import { es } from '../../src/platform/text/es.js';
import { parts } from './cards.js';
import type { Player } from './world.js';

/** The line shown while files are checked, before the answer. */
export const CHECKING = es.cases.evidence.checking;

/** Sends a file in the person's chat and returns the answer. */
export async function sendsFile(
  { address }: { address: string },
  player: Player,
  name: string,
  content: Buffer,
): Promise<ChatMessage> {
  const before = player.received.length;
  const { person, conversation } = player;
  const query = new URLSearchParams({ personId: person.id, conversationId: conversation.id, name });
  await fetch(`${address}/local/files?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(content),
  });
  return player.until(() => player.received.slice(before).find(({ text }) => text !== CHECKING));
}

/** The file links that a person gets from a card of a case. */
export async function fileLinks(player: Player, card: ChatMessage): Promise<string[]> {
  await player.taps('case.evidence', {}, { message: card });
  const shown = await player.sees('Los enlaces sirven durante 10 minutos');
  return parts(player.cardOf(shown)).flatMap(({ type, url }) =>
    type === 'Action.OpenUrl' ? [String(url)] : [],
  );
}
