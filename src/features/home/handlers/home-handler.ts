/** The welcome message, and the reply to "ayuda". */
import type { FeatureContext } from '../../../feature.js';
import { privately } from '../../../platform/cards/private-chat.js';
import type { Card } from '../../../platform/cards/renderer.js';
import type { Message } from '../../../platform/delivery/message.js';
import type { Person } from '../../../platform/people/person.js';
import type { Command } from '../../../platform/understanding/commands.js';
import { append, isPersonal, type Reply, show, type Turn, type VerbRoute } from '../../../turn.js';
import { welcomeCard } from '../cards/welcome-card.js';
import { type Language, textIn } from '../text/catalogue.js';

export interface HomeParts
  extends Pick<FeatureContext, 'directory' | 'renderer' | 'botId' | 'consents' | 'authorisationWords'> {
  /** Everything people can call, with its line of help. */
  commands: readonly Command[];
}

export class HomeHandler {
  constructor(private readonly parts: HomeParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'menu', scope: 'anywhere', handle: (turn) => this.help(turn) },
      { verb: 'help', scope: 'anywhere', handle: (turn) => this.help(turn) },
    ];
  }

  async help(turn: Turn): Promise<Reply> {
    const { home, chat } = textIn(turn.language);
    if (!isPersonal(turn))
      return { kind: 'show', message: privately(this.parts, chat.channelWelcome, turn.language) };
    const card = await this.#card(await turn.person(), turn.language, home.helpTitle);
    return turn.text === '' ? append(card) : show(card, home.helpTitle);
  }

  /** The message for a person whose chat the bot has just joined. */
  async welcome(personId: string, language: Language): Promise<Message> {
    const { greeting } = textIn(language).home;
    const person = await this.parts.directory.find(personId);
    const card = await this.#card(
      { id: personId, roles: person?.roles ?? [] },
      language,
      greeting(person?.name.split(' ')[0] ?? ''),
    );
    return { card, summary: greeting('') };
  }

  async #card({ id, roles }: Pick<Person, 'id' | 'roles'>, language: Language, title: string): Promise<Card> {
    const { consents, authorisationWords, renderer, commands } = this.parts;
    const isGiven = (await consents.stateOf(id)) === 'given';
    const authorisation = isGiven ? '' : authorisationWords.forWelcome(language);
    return welcomeCard(renderer, { title, roles, authorisation, commands }, language);
  }
}
