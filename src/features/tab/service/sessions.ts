/** Who is signed in to the page: links that open once, and sessions of an hour. Both are tickets. */
import type { Tickets } from '../../../platform/delivery/tickets.js';

const LINK = 'app-link';
/** By the door that somebody came in at. A link may be in other hands; in Teams, Entra says who looks. */
const SESSION = { link: 'app-session', teams: 'app-session-teams' } as const;
export type Door = keyof typeof SESSION;
const DOORS = ['link', 'teams'] as const;
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
  start(personId: string, door: Door): Promise<string> {
    return this.tickets.issue({ personId, what: SESSION[door] }, SESSION_MS);
  }

  /** Who has this session, and how they came in. */
  async find(secret: string): Promise<{ personId: string; door: Door } | undefined> {
    const ticket = await this.tickets.open(secret);
    const door = DOORS.find((one) => SESSION[one] === ticket?.what);
    return ticket && door && { personId: ticket.personId, door };
  }

  end(secret: string): Promise<void> {
    return this.tickets.end(secret);
  }
}

function personIn(ticket: { personId: string; what: string } | undefined, what: string): string | undefined {
  return ticket?.what === what ? ticket.personId : undefined;
}
