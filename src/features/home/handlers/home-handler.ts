/** What the bot can do: the welcome, and the answer to "ayuda". */
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import type { Directory, Role } from '../../../platform/people/person.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { commands } from '../../../platform/text/commands.js';
import { type Reply, say, show, type TextRoute, type Turn, type VerbRoute } from '../../../turn.js';

export class Menu {
  constructor(
    private readonly renderer: Renderer,
    private readonly directory: Directory,
    /** What this person has to authorise first; empty where they have. */
    private readonly authorisation: (personId: string, language: Language) => Promise<string>,
  ) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'menu', scope: 'anywhere', handle: (turn) => this.help(turn) },
      { verb: 'help', scope: 'anywhere', handle: (turn) => this.help(turn) },
    ];
  }

  text(): TextRoute {
    return {
      name: 'help',
      scope: 'anywhere',
      select: commands.help,
      handle: (turn) => this.help(turn),
    };
  }

  async help(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).chat;
    if (turn.conversation.kind !== 'personal') return say(text.channelWelcome);
    const card = await this.#card(turn.actor.id, turn.language, () => text.helpTitle);
    return turn.text === '' ? { kind: 'append', message: { card } } : show(card, text.helpTitle);
  }

  async welcome(personId: string, language: Language): Promise<Card> {
    return this.#card(personId, language, (name) => textIn(language).chat.greeting(name));
  }

  async #card(personId: string, language: Language, title: (firstName: string) => string): Promise<Card> {
    const person = await this.directory.find(personId);
    const roles = person?.roles ?? [];
    const firstName = person?.name.split(' ')[0] ?? '';
    return this.renderer.render(
      'welcome',
      {
        greeting: title(firstName),
        leader: hasAny(roles, 'leader', 'humanization'),
        everything: everythingFor(roles, language),
        authorisation: await this.authorisation(personId, language),
        examples: [...textIn(language).chat.examples],
      },
      language,
    );
  }
}

/** What a person with these roles can write, in groups. */
function everythingFor(roles: readonly Role[], language: Language) {
  const { everybody, leader, trainer, humanization } = textIn(language).chat.everything;
  return [
    everybody,
    ...(hasAny(roles, 'leader') ? [leader] : []),
    ...(hasAny(roles, 'trainer', 'humanization') ? [trainer] : []),
    ...(hasAny(roles, 'humanization') ? [humanization] : []),
  ];
}

function hasAny(roles: readonly Role[], ...wanted: Role[]): boolean {
  return wanted.some((role) => roles.includes(role));
}
