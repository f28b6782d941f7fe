import { z } from 'zod';
import { insertNew } from '../storage/conditional.js';
import { keyOf, type Tables } from '../storage/tables.js';
import type { Language } from '../text/catalogue.js';

/** How a person is reached, and in which language. */
export interface Contact {
  personId: string;
  /** Of the one-to-one conversation with the bot. */
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

/** Where each person last wrote from. Kept in the table `Conversations`, partitioned by person. */
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

  /** Marks a conversation as welcomed; true the first time, false ever after. */
  async markWelcomed(conversationId: string): Promise<boolean> {
    const row = { partitionKey: keyOf(conversationId), rowKey: WELCOMED };
    return insertNew(this.tables, 'Conversations', row);
  }
}
