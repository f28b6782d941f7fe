/** "Quiero hablar con una persona": the humanization team by name, and the contacts of the organisation. */
import type { FeatureContext } from '../../../feature.js';
import { MAX_ACTIONS } from '../../../platform/cards/fields.js';
import { chatUrl } from '../../../platform/people/chat-url.js';
import type { Person } from '../../../platform/people/person.js';
import { append, type Reply, show, type Turn, type VerbRoute } from '../../../turn.js';
import { personTemplate } from '../cards/person-card.js';
import { textIn } from '../text/catalogue.js';

export class PersonHandler {
  constructor(private readonly parts: Pick<FeatureContext, 'directory' | 'renderer' | 'settings'>) {}

  routes(): VerbRoute[] {
    return [{ verb: 'person.show', scope: 'anywhere', handle: (turn) => this.show(turn) }];
  }

  async show(turn: Turn): Promise<Reply> {
    const { directory, renderer, settings } = this.parts;
    const text = textIn(turn.language).home.person;
    const team = (await directory.withRole('humanization')).filter((one) => !one.isDisabled);
    // Their own name is no answer to a request for a person.
    const others = team.filter(({ id }) => id !== turn.actor.id).slice(0, MAX_ACTIONS);
    const data = {
      intro: others.length > 0 ? text.intro : text.noTeam,
      chats: others.flatMap((one) => chatWith(one, text.write)),
      contacts: settings.contacts.filter(({ value }) => !isAddress(value)),
      webLinks: settings.contacts
        .filter(({ value }) => isAddress(value))
        .map(({ name, value }) => ({ title: name, url: value }))
        .slice(0, MAX_ACTIONS),
      urgent: text.urgent(settings.helplines.emergency),
    };
    const card = renderer.render(personTemplate, data, turn.language);
    return turn.text === '' ? append(card, text.title) : show(card, text.title);
  }
}

const isAddress = (value: string) => value.startsWith('https://');

function chatWith({ name, upn, email }: Person, titleOf: (name: string) => string) {
  const address = upn ?? email;
  return address ? [{ title: titleOf(name), url: chatUrl(encodeURIComponent(address)) }] : [];
}
