import type { Feature, FeatureContext } from '../../feature.js';
import type { Message } from '../../platform/delivery/message.js';
import type { Language } from '../../platform/text/catalogue.js';
import type { Command } from '../../platform/understanding/commands.js';
import type { Handler } from '../../turn.js';
import { HomeHandler } from './handlers/home-handler.js';
import { LanguageHandler } from './handlers/language-handler.js';
import { PersonHandler } from './handlers/person-handler.js';
import { SuperiorHandler } from './handlers/superior-handler.js';

export interface Home extends Feature {
  /** Shows everything that the bot can do. */
  help: Handler;
  /** The message for a person whose chat the bot has just joined. */
  welcome: (personId: string, language: Language) => Promise<Message>;
}

/** @param commands everything people can call, with its line of help. */
export function createHome(context: FeatureContext, commands: readonly Command[]): Home {
  const handler = new HomeHandler({ ...context, commands });
  const person = new PersonHandler(context);
  const superior = new SuperiorHandler(context);
  const language = new LanguageHandler(context);
  const help: Handler = (turn) => handler.help(turn);
  return {
    verbs: [handler, person, superior, language].flatMap((one) => one.routes()),
    texts: [
      { purpose: 'help', scope: 'anywhere', handle: help },
      { purpose: 'person', scope: 'anywhere', handle: (turn) => person.show(turn) },
      { purpose: 'superior', scope: 'personal', handle: (turn) => superior.show(turn) },
      { purpose: 'language', scope: 'personal', handle: (turn) => language.change(turn) },
    ],
    work: superior.work,
    help,
    welcome: (personId, inLanguage) => handler.welcome(personId, inLanguage),
  };
}
