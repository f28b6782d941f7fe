/** Who is signed in to the page: links that open once, and sessions of an hour. Both are tickets. */
import type { Tickets } from '../../../platform/delivery/tickets.js';

const LINK = 'app-link';
const SESSION = 'app-session';
export const SESSION_MS = 3_600_000;

export class Sessions {
  constructor(private readonly tickets: Tickets) {}

  /** A key for a link of this person, good once within minutes. */
  link(personId: string): Promise<string> {
    return this.tickets.issue({ personId, what: LINK });
  }

  /** Whose link it is; undefined for one that is used, expired or made up. The link stays good. */
  async ownerOf(link: string): Promise<string | undefined> {
    return personIn(await this.tickets.open(link), LINK);
  }

  /** The same, and uses the link up. Of several at once, one gets the person. */
  async use(link: string): Promise<string | undefined> {
    return personIn(await this.tickets.take(link), LINK);
  }

  /** The secret of a new session. */
  start(personId: string): Promise<string> {
    return this.tickets.issue({ personId, what: SESSION }, SESSION_MS);
  }

  /** Who has this session. */
  async find(secret: string): Promise<string | undefined> {
    return personIn(await this.tickets.open(secret), SESSION);
  }

  end(secret: string): Promise<void> {
    return this.tickets.end(secret);
  }
}

function personIn(ticket: { personId: string; what: string } | undefined, what: string): string | undefined {
  return ticket?.what === what ? ticket.personId : undefined;
}
