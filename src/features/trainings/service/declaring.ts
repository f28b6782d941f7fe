/** Registers people without Teams, by the data that they declare in the web form. */
import { addMilliseconds, type Clock } from '../../../platform/clock.js';
import { declaredKey } from '../domain/attendee.js';
import { hashOf, purposeOf, TICKET_MS, ticketFor } from '../domain/codes.js';
import type { AttendanceOutcome } from '../domain/outcome.js';
import type { Training } from '../domain/training.js';
import { Attempts } from './attempts.js';
import type { AttendanceService } from './attendance-service.js';
import { type Declaration, type DeclarationProblem, problemsOf } from './declaration.js';

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
  | AttendanceOutcome
  | { kind: 'problems'; problems: DeclarationProblem[] }
  /** The ticket is invalid or expired. */
  | { kind: 'ticket' }
  | { kind: 'too-many' };

export class Declaring {
  readonly #ofAddress: Attempts;
  readonly #ofCardCode: Attempts;

  constructor(
    private readonly attendance: AttendanceService,
    clock: Clock,
  ) {
    this.#ofAddress = new Attempts(clock, ENTRIES_OF_ADDRESS, MINUTE_MS);
    this.#ofCardCode = new Attempts(clock, ENTRIES_OF_CARD_CODE, MINUTE_MS);
  }

  /** Exchanges a valid code for a ticket, because the code changes before the form is sent. */
  open(training: Training, code: string, address: string, now: Date): Opening {
    const verdict = this.attendance.checkForForm(training, code, address, now);
    if (verdict === 'locked' || verdict === 'unknown' || verdict === 'expired') return { kind: verdict };
    if (verdict === 'card' && training.requiresCode) return { kind: 'code-needed' };
    return { kind: 'open', ticket: ticketFor(training.secret, verdict, addMilliseconds(now, TICKET_MS)) };
  }

  /** @param from the IP address, and the random id in the browser's cookie (empty for none). */
  async declare(
    training: Training,
    declaration: Declaration,
    from: { address: string; device: string },
    now: Date,
  ): Promise<Declared> {
    const purpose = purposeOf(training.secret, declaration.ticket, now);
    if (purpose !== 'rotating' && purpose !== 'card') return { kind: 'ticket' };
    const problems = problemsOf(declaration);
    if (problems.length > 0) return { kind: 'problems', problems };
    const key = declaredKey(training, declaration.contact);
    if (key === undefined) return { kind: 'problems', problems: ['contact'] };
    if (this.#isTooMuch(training, purpose, from.address)) return { kind: 'too-many' };
    const candidate = {
      key,
      verified: false,
      name: declaration.name,
      area: declaration.organisation,
      contact: declaration.contact,
      device: from.device && hashOf(`${training.id}:${from.device}`),
      authorisation: AUTHORISATION_VERSION,
    };
    const how = { means: 'web', rotating: purpose === 'rotating' } as const;
    return this.attendance.register(training, candidate, how, now);
  }

  /** Tells whether a limit is reached; counts the form if not. */
  #isTooMuch(training: Training, purpose: 'rotating' | 'card', address: string): boolean {
    const who = `${training.id}:${address}`;
    if (this.#ofAddress.isOver(who)) return true;
    if (purpose === 'card' && this.#ofCardCode.isOver(training.id)) return true;
    this.#ofAddress.add(who);
    if (purpose === 'card') this.#ofCardCode.add(training.id);
    return false;
  }
}
