/** Registering without Teams: what somebody declares in the web form, checked and written down. */
import { z } from 'zod';
import { addMilliseconds, type Clock } from '../../../platform/clock.js';
import { makeVisible } from '../../../platform/text/visible.js';
import { normalizeContact } from '../domain/attendee.js';
import { hashOf, purposeOf, TICKET_MS, ticketFor } from '../domain/codes.js';
import type { Training } from '../domain/training.js';
import { declaredKey } from '../handlers/correcting-handler.js';
import { Attempts } from './attempts.js';
import type { Attendance, Registration } from './attendance.js';

/** The version of the words of the authorisation; a new one where they change. */
export const AUTHORISATION_VERSION = '2026-11';
/** Entries that one address may send in a minute: a whole room may sit behind one. */
const ENTRIES_OF_ADDRESS = 300;
/** Entries in a minute with the code of the card, which can be passed on. */
const ENTRIES_OF_CARD_CODE = 60;
const MINUTE_MS = 60_000;

const line = z
  .string()
  .catch('')
  .transform((value) => makeVisible(value).replace(/\s+/g, ' ').trim().slice(0, 120));
const form = z.object({
  name: line,
  contact: line,
  organisation: line,
  consent: z
    .string()
    .optional()
    .catch(undefined)
    .transform((value) => value === 'yes'),
  ticket: z.string().max(200).catch(''),
});

/** What was written in the form. */
export type Declaration = z.output<typeof form>;
export type DeclarationProblem = 'name' | 'contact' | 'organisation' | 'consent';

/** Whether a form may be filled in: with a ticket, or why not. */
export type Opening =
  | { kind: 'open'; ticket: string }
  | { kind: 'expired' | 'unknown' | 'locked' | 'code-needed' };

export type Declared =
  | Registration
  | { kind: 'problems'; problems: DeclarationProblem[] }
  | { kind: 'ticket' }
  | { kind: 'too-many' };

export class Declaring {
  readonly #ofAddress: Attempts;
  readonly #ofCardCode: Attempts;

  constructor(
    private readonly attendance: Attendance,
    clock: Clock,
  ) {
    this.#ofAddress = new Attempts(clock, ENTRIES_OF_ADDRESS, MINUTE_MS);
    this.#ofCardCode = new Attempts(clock, ENTRIES_OF_CARD_CODE, MINUTE_MS);
  }

  read(body: unknown): Declaration {
    const parsed = form.safeParse(body);
    return parsed.success ? parsed.data : form.parse({});
  }

  /** Trades a good code for a ticket, since the code is gone before a form is filled in. */
  open(training: Training, code: string, address: string, now: Date): Opening {
    const verdict = this.attendance.checkForForm(training, code, address, now);
    if (verdict === 'locked' || verdict === 'unknown' || verdict === 'expired') return { kind: verdict };
    if (verdict === 'card' && training.requiresCode) return { kind: 'code-needed' };
    return { kind: 'open', ticket: ticketFor(training.secret, verdict, addMilliseconds(now, TICKET_MS)) };
  }

  /** @param device a random name that the browser keeps; empty for none. */
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
    const who = `${training.id}:${from.address}`;
    const isTooMuch =
      this.#ofAddress.isOver(who) || (purpose === 'card' && this.#ofCardCode.isOver(training.id));
    if (isTooMuch) return { kind: 'too-many' };
    this.#ofAddress.add(who);
    if (purpose === 'card') this.#ofCardCode.add(training.id);
    return this.attendance.register(
      training,
      {
        key,
        verified: false,
        name: declaration.name,
        area: declaration.organisation,
        contact: declaration.contact,
        device: from.device && hashOf(`${training.id}:${from.device}`),
        authorisation: AUTHORISATION_VERSION,
      },
      { means: 'web', rotating: purpose === 'rotating' },
      now,
    );
  }
}

function problemsOf({ name, contact, organisation, consent }: Declaration): DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  if (!/\p{L}.*\p{L}/u.test(name)) problems.push('name');
  if (!isContact(contact)) problems.push('contact');
  if (organisation.length < 2) problems.push('organisation');
  if (!consent) problems.push('consent');
  return problems;
}

/** An e-mail, or a document of at least five signs with a digit among them. */
function isContact(contact: string): boolean {
  if (contact.includes('@')) return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact);
  const document = normalizeContact(contact);
  return document.length >= 5 && /\d/.test(document);
}
