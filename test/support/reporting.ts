import { textIn } from '../../src/platform/text/catalogue.js';
import { textOf } from './cards.js';
import type { Player } from './world.js';

/** Sends the second card; twice when the answers change who receives it, since the card then names that person first. */
export async function sendReport(player: Player, inputs: Record<string, string> = {}): Promise<void> {
  const message = player.last;
  await player.taps('report.submit', inputs);
  if (textOf(player.cardOf(message)).includes(textIn('es').cases.problem.recipientChanged)) {
    await player.taps('report.submit', {}, { message });
  }
}
