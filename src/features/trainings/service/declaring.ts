/** Registers people without Teams, by the data that they declare in the web form. */
import { addMilliseconds, type Clock } from '../../../platform/clock.js';
import { type Attendee, declaredKey } from '../domain/attendee.js';
import { type FormTicket, hashOf, openTicket, sealTicket, TICKET_MS } from '../domain/codes.js';
import type { AttendanceOutcome } from '../domain/outcome.js';
import { admissionAt, type Training } from '../domain/training.js';
import type { FormEntries } from '../store/form-entries.js';
import { Attempts } from './attempts.js';
import type { AttendanceService } from './attendance-service.js';
import { type Declaration, type DeclarationProblem, problemsOf } from './declaration.js';
import { newTicketId } from './secrets.js';

/** Version of the authorisation text; change it when the text changes. */
const AUTHORISATION_VERSION = '2026-11';
/** Limit of forms per training, IP address and minute; a whole room may share one address. */
const ENTRIES_OF_ADDRESS = 300;
/** Limit of forms per training and minute with the code of the card, which can be passed on. */
const ENTRIES_OF_CARD_CODE = 60;
const MINUTE_MS = 60_000;

/** A ticket for the form, or the reason for refusing it. */
export type Opening =
  | { kind: 'open'; ticket: string }
  | { kind: 'expired' | 'unknown' | 'locked' | 'code-needed' };

export type Declared =
  /** On the list; never tells since when, because anybody may declare the document of somebody else. */
  | { kind: 'listed' }
  | Exclude<AttendanceOutcome, { attendee: unknown }>
  | { kind: 'problems'; problems: DeclarationProblem[] }
  /** `ticket`: invalid or expired. `used`: it was used by somebody else, or too often. */
  | { kind: 'ticket' | 'used' | 'too-many' };

interface DeclaringParts {
  attendanceService: Pick<AttendanceService, 'checkForForm'>;
  entries: FormEntries;
  clock: Clock;
  /** Called for each new attendee, to update the displayed counts. */
  onRegistered: (training: Training) => void;
}

export class Declaring {
  readonly #ofAddress: Attempts;
  readonly #ofCardCode: Attempts;

  constructor(private readonly parts: DeclaringParts) {
    this.#ofAddress = new Attempts(parts.clock, ENTRIES_OF_ADDRESS, MINUTE_MS);
    this.#ofCardCode = new Attempts(parts.clock, ENTRIES_OF_CARD_CODE, MINUTE_MS);
  }

  /** Exchanges a valid code for a ticket, because the code changes before the form is sent. */
  open(training: Training, code: string, address: string, now: Date): Opening {
    const verdict = this.parts.attendanceService.checkForForm(training, code, address, now);
    if (verdict === 'locked' || verdict === 'unknown' || verdict === 'expired') return { kind: verdict };
    if (verdict === 'card' && training.requiresCode) return { kind: 'code-needed' };
    const ticket = { id: newTicketId(), code: verdict };
    return { kind: 'open', ticket: sealTicket(training.secret, ticket, addMilliseconds(now, TICKET_MS)) };
  }

  /** @param from the IP address, and the random id in the browser's cookie (empty for none). */
  async declare(
    training: Training,
    declaration: Declaration,
    from: { address: string; device: string },
    now: Date,
  ): Promise<Declared> {
    const ticket = openTicket(training.secret, declaration.ticket, now);
    if (!ticket) return { kind: 'ticket' };
    const problems = problemsOf(declaration);
    if (problems.length > 0) return { kind: 'problems', problems };
    const key = declaredKey(training, declaration.contact);
    if (key === undefined) return { kind: 'problems', problems: ['contact'] };
    if (this.#isTooMuch(training, ticket, from.address)) return { kind: 'too-many' };
    const admission = admissionAt(training, now);
    if (admission !== 'open') return { kind: admission, training };
    if (training.requiresCode && ticket.code === 'card') return { kind: 'code-needed', training };
    const attendee: Attendee = {
      key,
      verified: false,
      name: declaration.name,
      area: declaration.organisation,
      contact: declaration.contact,
      at: now.toISOString(),
      means: 'web',
      rotating: ticket.code === 'rotating',
      device: from.device && hashOf(`${training.id}:${from.device}`),
      authorisation: AUTHORISATION_VERSION,
      ticket: ticket.id,
      seat: -1,
    };
    const entered = await this.parts.entries.enter(training.id, attendee, training.capacity);
    if (entered === 'added') this.parts.onRegistered(training);
    if (entered === 'full') return { kind: 'full', training };
    return { kind: entered === 'used' ? 'used' : 'listed' };
  }

  /** Tells whether a limit is reached; counts the form if not. */
  #isTooMuch(training: Training, { code }: FormTicket, address: string): boolean {
    const who = `${training.id}:${address}`;
    if (this.#ofAddress.isOver(who)) return true;
    if (code === 'card' && this.#ofCardCode.isOver(training.id)) return true;
    this.#ofAddress.add(who);
    if (code === 'card') this.#ofCardCode.add(training.id);
    return false;
  }
}
