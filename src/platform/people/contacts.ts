import { z } from 'zod';
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
}

const contactRow = z.object({
  conversationId: z.string().min(1),
  serviceUrl: z.string().min(1),
  language: z.enum(['es', 'en']),
});

const CONTACT = 'personal';
const WELCOMED = 'welcomed';

/** The place from which each person last wrote, in the table `Conversations`, partitioned by person. */
export class Contacts {
  constructor(private readonly tables: Tables) {}

  async find(personId: string): Promise<Contact | undefined> {
    const stored = await this.tables.get('Conversations', personId, CONTACT);
    return stored && { personId, ...contactRow.parse(stored.row) };
  }

  async save(contact: Contact): Promise<void> {
    const { personId, ...columns } = contact;
    await this.tables.write('Conversations', {
      kind: 'upsert',
      row: { partitionKey: personId, rowKey: CONTACT, ...columns },
    });
  }

  /** Marks a conversation as welcomed; returns true only the first time. */
  async markWelcomed(conversationId: string): Promise<boolean> {
    const row = { partitionKey: keyOf(conversationId), rowKey: WELCOMED };
    return insertNew(this.tables, 'Conversations', row);
  }
}
