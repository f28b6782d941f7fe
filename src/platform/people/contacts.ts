import { z } from 'zod';
import { BoundedCache } from '../bounded-cache.js';
import { steadyClock } from '../clock.js';
import { insertNew } from '../storage/conditional.js';
import { keyOf, type Tables } from '../storage/tables.js';
import type { Language } from '../text/catalogue.js';

/** The conversation and the language in which to write to a person. */
export interface Contact {
  personId: string;
  /** The id of the one-to-one conversation with the bot. */
  conversationId: string;
  serviceUrl: string;
  language: Language;
  /** They wrote in it or chose it; otherwise the next text decides. */
  isSettled?: boolean | undefined;
}

const contactRow = z.object({
  conversationId: z.string().min(1),
  serviceUrl: z.string().min(1),
  language: z.enum(['es', 'en']),
  isSettled: z.boolean().optional(),
});

const CONTACT = 'personal';
const WELCOMED = 'welcomed';
/** Another instance learns of a change within this time. */
const KNOWN_FOR = { entries: 5_000, ms: 30_000 };

/** The place from which each person last wrote, in the table `Conversations`, partitioned by person. */
export class Contacts {
  readonly #known = new BoundedCache<Contact | undefined>(steadyClock, KNOWN_FOR);

  constructor(private readonly tables: Tables) {}

  /** May be some seconds old. */
  find(personId: string): Promise<Contact | undefined> {
    return this.#known.get(personId, () => this.#read(personId));
  }

  /** As it is stored now. */
  async findNow(personId: string): Promise<Contact | undefined> {
    const contact = await this.#read(personId);
    this.#known.set(personId, contact);
    return contact;
  }

  async save(contact: Contact): Promise<void> {
    const { personId, ...columns } = contact;
    await this.tables.write('Conversations', {
      kind: 'upsert',
      row: { partitionKey: personId, rowKey: CONTACT, ...columns },
    });
    this.#known.set(personId, contact);
  }

  /** Marks a conversation as welcomed; returns true only the first time. */
  async markWelcomed(conversationId: string): Promise<boolean> {
    const row = { partitionKey: keyOf(conversationId), rowKey: WELCOMED };
    return insertNew(this.tables, 'Conversations', row);
  }

  async #read(personId: string): Promise<Contact | undefined> {
    const stored = await this.tables.get('Conversations', personId, CONTACT);
    return stored && { personId, ...contactRow.parse(stored.row) };
  }
}
