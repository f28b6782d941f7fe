import type { ChatMessage } from '../../src/local/chats.js';
import { textIn } from '../../src/platform/text/catalogue.js';
import { buttons, textOf } from './cards.js';
import type { Player } from './world.js';

/** Says on the second card whether the recipient is involved. */
export async function saysInvolved(player: Player, answer: 'true' | 'false'): Promise<void> {
  const isSaid = buttons(player.card).some(
    ({ verb, data }) => verb === 'report.submit' && data.superiorInvolved === answer,
  );
  if (!isSaid) await player.taps('report.reroute', {}, { with: { superiorInvolved: answer } });
}

/** Sends the second card; twice when another recipient is chosen on it, since the card then names that person first. */
export async function sendReport(
  player: Player,
  { superiorInvolved, ...inputs }: Record<string, string> = {},
): Promise<void> {
  const message = player.last;
  if (superiorInvolved) await saysInvolved(player, superiorInvolved === 'true' ? 'true' : 'false');
  await player.taps('report.submit', inputs);
  if (textOf(player.cardOf(message)).includes(textIn('es').cases.problem.recipientChanged)) {
    await player.taps('report.submit', {}, { message });
  }
}

/** Opens the case of a card by its number, as people do who do not wait to be told of it. */
export async function opensCase(player: Player, card: object): Promise<ChatMessage> {
  const [number = ''] = /HUM-\d{4}-\d{6}/.exec(textOf(card)) ?? [];
  const known = player.received.length;
  await player.writes(number);
  return player.until(() =>
    player.received.slice(known).findLast((message) => message.card && 'refresh' in player.cardOf(message)),
  );
}
