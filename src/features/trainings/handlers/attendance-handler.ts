/** Registering from Teams: by the button of the card, or by a code that is typed or scanned. */
import { z } from 'zod';
import { AppError } from '../../../platform/errors.js';
import type { Person } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { fold } from '../../../platform/text/fold.js';
import { withoutCourtesy } from '../../../platform/text/phrase.js';
import { type Reply, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import { type Told, type TrainingCards, tell } from '../cards/training-cards.js';
import { personKey } from '../domain/attendee.js';
import { CODE_LENGTH, looksLikeCode, normalizeCode } from '../domain/codes.js';
import type { Attendance, Registration } from '../service/attendance.js';
import type { Counts } from '../service/counts.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { TrainingStore } from '../store/training-store.js';

export interface RegisteringParts {
  attendance: Attendance;
  attendees: AttendanceStore;
  counts: Counts;
  trainings: TrainingStore;
  cards: TrainingCards;
  personOf: (turn: Turn) => Promise<Person>;
}

const tapped = z.object({
  id: z.uuid(),
  code: z
    .string()
    .optional()
    .catch(undefined)
    .transform((value) => (value ?? '').trim().slice(0, 20)),
});
const WORD =
  /^(?:(?:registrar|registra|registro|marcar|register|record) )?(?:(?:mi|la|my) )?(?:asistencia|attendance)\b[\s:,.-]*/;
/** What may stand between the word and the code. */
const CALLED = /^(?:(?:con|with) )?(?:(?:el|the) )?(?:codigo|code)\b[\s:,.-]*/;

/**
 * What stands behind "asistencia" or "registrar mi asistencia", if the text is a registration and no question about
 * attendance.
 * @returns the code as it would stand on the wall, empty where none was written; undefined for any other text.
 */
export function codeIn(text: string): string | undefined {
  const asked = withoutCourtesy(fold(text).replace(/[«»"“”]/g, ''));
  if (!WORD.test(asked)) return undefined;
  const code = normalizeCode(withoutCourtesy(asked.replace(WORD, '')).replace(CALLED, ''));
  // "asistencia médica" is none; with a digit in it, it is one that was mistyped.
  const isMistyped = /\d/.test(code) && code.length < 2 * CODE_LENGTH;
  return code === '' || looksLikeCode(code) || isMistyped ? code : undefined;
}

export class Registering {
  constructor(private readonly parts: RegisteringParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'attendance.register', scope: 'anywhere', handle: (turn) => this.#tapped(turn) },
      { verb: 'training.view', scope: 'anywhere', handle: (turn) => this.#view(turn) },
    ];
  }

  /** "asistencia 7F3K2Q" */
  async typed(turn: Turn): Promise<Reply> {
    const code = codeIn(turn.text);
    if (!code) return say(textIn(turn.language).trainings.askCode);
    const person = await this.parts.personOf(turn);
    const outcome = await this.parts.attendance.byCode(code, person, turn.now);
    const card = this.parts.cards.receipt(outcome, turn.language);
    return show(card, tell(outcome, turn.language).heading);
  }

  async #tapped(turn: Turn): Promise<Reply> {
    const parsed = tapped.safeParse(turn.input);
    if (!parsed.success) throw new AppError('invalid-input', { cause: parsed.error });
    const { id, code } = parsed.data;
    const person = await this.parts.personOf(turn);
    const outcome = await this.parts.attendance.byButton(id, person, code, turn.now);
    // What is to be mended leaves the card, and what is typed in it, as it is.
    const isDone = outcome.kind === 'registered' || outcome.kind === 'already';
    if (isDone) return this.#card(turn, outcome);
    return say(inOneLine(tell(outcome, turn.language)));
  }

  /** The card as whoever looks at it should see it; Teams asks for it by itself. */
  async #view(turn: Turn): Promise<Reply> {
    const parsed = tapped.safeParse(turn.input);
    const training = parsed.success ? await this.parts.trainings.find(parsed.data.id) : undefined;
    if (!training) return say(textIn(turn.language).trainings.notFound);
    const attendee = await this.parts.attendees.find(training.id, personKey(turn.actor.id));
    if (attendee) return this.#card(turn, { kind: 'registered', training, attendee });
    const count = await this.parts.counts.soon(training.id);
    return show(await this.parts.cards.channel(training, count, turn.language));
  }

  async #card(turn: Turn, outcome: Extract<Registration, { attendee: unknown }>): Promise<Reply> {
    const count = await this.parts.counts.soon(outcome.training.id);
    const told = tell(outcome, turn.language);
    const card = await this.parts.cards.channel(outcome.training, count, turn.language, told);
    return { kind: 'show', message: { card }, aside: inOneLine(told) };
  }
}

const inOneLine = ({ heading, body }: Told): string => (body === '' ? heading : `${heading}. ${body}`);
