import type { Feature, FeatureContext } from '../../feature.js';
import type { Message } from '../../platform/delivery/message.js';
import type { Language } from '../../platform/text/catalogue.js';
import { commands } from '../../platform/text/commands.js';
import type { Handler } from '../../turn.js';
import { HomeHandler } from './handlers/home-handler.js';

export interface Home extends Feature {
  /** Shows everything that the bot can do. */
  help: Handler;
  /** The message for a person whose chat the bot has just joined. */
  welcome: (personId: string, language: Language) => Promise<Message>;
}

export function createHome(context: FeatureContext): Home {
  const handler = new HomeHandler(context);
  const help: Handler = (turn) => handler.help(turn);
  return {
    verbs: handler.routes(),
    texts: [{ name: 'help', scope: 'anywhere', select: commands.help, handle: help }],
    help,
    welcome: (personId, language) => handler.welcome(personId, language),
  };
}
