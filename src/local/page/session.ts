/** Who looks at the local Teams, and at which chat. It is in the address, so that each window may be another person. */
import { keep, readKept } from './kept.js';
import type { Conversation, Person, State } from './types.js';

const KEY = 'person';

export class Session {
  readonly #listeners: (() => void)[] = [];
  #me: Person;
  #open: Conversation | undefined;

  constructor(private readonly state: State) {
    const [first] = state.people;
    if (!first) throw new Error('the local Teams has no people');
    this.#me = this.person(readKept<string>(KEY) ?? '') ?? first;
    this.#read();
    window.addEventListener('hashchange', () => {
      this.#read();
      for (const changed of this.#listeners) changed();
    });
  }

  get me(): Person {
    return this.#me;
  }

  /** The chat that is open; undefined where only the list is. */
  get open(): Conversation | undefined {
    return this.#open;
  }

  person(id: string): Person | undefined {
    return this.state.people.find((person) => person.id === id);
  }

  /** A person's chat with the bot. */
  personalOf({ id }: Person): Conversation | undefined {
    return this.state.conversations.find(({ kind, members }) => kind === 'personal' && members[0] === id);
  }

  onChange(changed: () => void): void {
    this.#listeners.push(changed);
  }

  /** Becomes a person and opens a chat, by default the one with the bot. */
  be(person: Person, conversation = this.personalOf(person)): void {
    location.hash = hashOf(person, conversation);
  }

  /** Opens one's chat with the bot, as the first thing that this window shows. */
  start(): void {
    history.replaceState(null, '', hashOf(this.#me, this.personalOf(this.#me)));
    this.#read();
  }

  show(conversation: Conversation | undefined): void {
    location.hash = hashOf(this.#me, conversation);
  }

  showList(): void {
    location.hash = hashOf(this.#me);
  }

  #read(): void {
    const [personId = '', conversationId = ''] = partsOf(location.hash);
    this.#me = this.person(personId) ?? this.#me;
    const asked = this.state.conversations.find(({ id }) => id === conversationId);
    this.#open = asked?.members.includes(this.#me.id) ? asked : undefined;
    keep(KEY, this.#me.id);
  }
}

function partsOf(hash: string): string[] {
  try {
    return hash.slice(2).split('/').map(decodeURIComponent);
  } catch {
    // Somebody has typed another address.
    return [];
  }
}

function hashOf(person: Person, conversation?: Conversation): string {
  return `#/${encodeURIComponent(person.id)}/${encodeURIComponent(conversation?.id ?? '')}`;
}
