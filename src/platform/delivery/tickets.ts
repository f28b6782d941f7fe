/** Links that open one thing for some minutes, for one person. */
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { addMilliseconds, type Clock } from '../clock.js';
import { replaceSame } from '../storage/conditional.js';
import type { StoredRow, Tables } from '../storage/tables.js';

/** Long enough to open a file on a phone, too short to be worth passing on. */
export const TICKET_LIFETIME_MS = 10 * 60_000;
const BYTES = 16;
const TICKET = /^[\w-]{22}$/;

const ticketRow = z.object({ personId: z.string(), what: z.string(), expiresAt: z.string() });

export interface Ticket {
  /** The person it was issued to. */
  personId: string;
  /** The content it opens, defined by its issuer. */
  what: string;
}

/** A file for download. */
export interface OpenedFile {
  name: string;
  /** The media type. */
  type: string;
  content: Buffer;
}

/** Tickets of 128 random bits in the table `Tickets`, which stores only their hashes. */
export class Tickets {
  constructor(
    private readonly tables: Tables,
    private readonly clock: Clock,
  ) {}

  async issue({ personId, what }: Ticket, lifetimeMs = TICKET_LIFETIME_MS): Promise<string> {
    const ticket = randomBytes(BYTES).toString('base64url');
    const expiresAt = addMilliseconds(this.clock(), lifetimeMs).toISOString();
    await this.tables.write('Tickets', {
      kind: 'insert',
      row: { ...keyOf(ticket), personId, what, expiresAt },
    });
    return ticket;
  }

  /** Returns what a ticket opens; undefined for an invented or expired one. */
  async open(ticket: string): Promise<Ticket | undefined> {
    return (await this.#find(ticket))?.ticket;
  }

  /** The same, and ends the ticket. Of several at once, one gets it. */
  async take(ticket: string): Promise<Ticket | undefined> {
    const found = await this.#find(ticket);
    if (!found) return undefined;
    const row = { ...found.row, expiresAt: this.clock().toISOString() };
    return (await replaceSame(this.tables, 'Tickets', row, found.etag)) ? found.ticket : undefined;
  }

  /** Ends a ticket before its time. */
  async end(ticket: string): Promise<void> {
    if (TICKET.test(ticket)) await this.tables.write('Tickets', { kind: 'delete', ...keyOf(ticket) });
  }

  async #find(ticket: string): Promise<(StoredRow & { ticket: Ticket }) | undefined> {
    if (!TICKET.test(ticket)) return undefined;
    const { partitionKey, rowKey } = keyOf(ticket);
    const stored = await this.tables.get('Tickets', partitionKey, rowKey);
    if (!stored) return undefined;
    const { expiresAt, personId, what } = ticketRow.parse(stored.row);
    const isOpen = Date.parse(expiresAt) > this.clock().getTime();
    return isOpen ? { ...stored, ticket: { personId, what } } : undefined;
  }
}

/** The address at which a browser opens a ticket. */
export const linkOf = (ticket: string, publicUrl: string): URL => new URL(`/files/${ticket}`, publicUrl);

function keyOf(ticket: string): { partitionKey: string; rowKey: string } {
  const hash = createHash('sha256').update(ticket).digest('hex');
  return { partitionKey: hash.slice(0, 2), rowKey: hash };
}
