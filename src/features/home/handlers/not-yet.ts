/** What people ask for and the bot cannot do yet: it says so, and what they can do instead. */
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { type Handler, say, type TextRoute, type Turn } from '../../../turn.js';

export function notYetRoutes(): TextRoute[] {
  return [{ purpose: 'indicators', scope: 'personal', handle: indicators }];
}

const indicators: Handler = async (turn) => say(await indicatorsFor(turn, turn.language));

async function indicatorsFor({ person }: Turn, language: Language): Promise<string> {
  const text = textIn(language).home.notYet;
  const { roles } = await person();
  if (roles.includes('humanization')) return text.indicatorsTeam;
  return roles.includes('leader') ? text.indicatorsLeader : text.indicators;
}
