/** Correcting the list by hand, at any time, with who did it, when and why on record. */
import { z } from 'zod';
import type { Renderer } from '../../../platform/cards/renderer.js';
import type { NewId } from '../../../platform/clock.js';
import { AppError } from '../../../platform/errors.js';
import type { Directory, Person } from '../../../platform/people/person.js';
import type { Row } from '../../../platform/storage/tables.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { makeVisible } from '../../../platform/text/visible.js';
import { type Reply, say, type Turn, type VerbRoute } from '../../../turn.js';
import { type Attendee, normalizeContact, personKey } from '../domain/attendee.js';
import { pseudonymOf } from '../domain/codes.js';
import type { Training } from '../domain/training.js';
import { candidateOf } from '../service/attendance.js';
import type { ChannelCard } from '../service/channel-card.js';
import { type AttendanceStore, type Correction, toCorrectionRow } from '../store/attendance-store.js';
import type { TrainingDesk } from './desk-handler.js';

const MIN_REASON = 3;

export interface CorrectionParts {
  desk: TrainingDesk;
  attendance: AttendanceStore;
  channelCard: ChannelCard;
  directory: Directory;
  renderer: Renderer;
  personOf: (turn: Turn) => Promise<Person>;
  newId: NewId;
}

const text = (most: number) =>
  z
    .string()
    .catch('')
    .transform((value) => makeVisible(value).trim().slice(0, most));
const form = z.object({
  kind: z.enum(['added', 'removed']).catch('added'),
  person: z.guid().toLowerCase().optional().catch(undefined),
  contact: text(120),
  reason: text(500),
});
type CorrectionForm = z.output<typeof form>;
type Problem = 'nobody' | 'unknownPerson' | 'notThere' | 'alreadyThere' | 'reason';
type Corrected = { name: string; kind: Correction['kind'] } | { problem: Problem };

export class Corrections {
  constructor(private readonly parts: CorrectionParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'training.correct', scope: 'personal', handle: (turn) => this.#open(turn) },
      { verb: 'attendance.correct', scope: 'personal', handle: (turn) => this.#correct(turn) },
    ];
  }

  async #open(turn: Turn): Promise<Reply> {
    const training = await this.parts.desk.find(turn);
    if (!training) return say(textIn(turn.language).trainings.notFound);
    return this.#form(turn, training, form.parse({}), undefined);
  }

  async #correct(turn: Turn): Promise<Reply> {
    const training = await this.parts.desk.find(turn);
    if (!training) return say(textIn(turn.language).trainings.notFound);
    const parsed = form.safeParse(turn.input);
    if (!parsed.success) throw new AppError('invalid-input', { cause: parsed.error });
    const written = parsed.data;
    if (written.reason.length < MIN_REASON) return this.#form(turn, training, written, 'reason');
    const done =
      written.kind === 'added'
        ? await this.#add(turn, training, written)
        : await this.#remove(turn, training, written);
    if ('problem' in done) return this.#form(turn, training, written, done.problem);
    this.parts.channelCard.touch(training.id);
    const { correct } = textIn(turn.language).trainings;
    return this.parts.desk.show(turn, training.id, { banner: correct[done.kind](done.name) });
  }

  async #add(turn: Turn, training: Training, written: CorrectionForm): Promise<Corrected> {
    if (written.person === undefined) return { problem: 'nobody' };
    const person = await this.parts.directory.find(written.person);
    if (!person) return { problem: 'unknownPerson' };
    const attendee: Attendee = {
      ...candidateOf(person),
      at: turn.now.toISOString(),
      means: 'trainer',
      rotating: false,
      seat: -1,
    };
    const take = async (kind: Correction['kind'], capacity: number) => {
      const row = await this.#record(turn, training, { kind, reason: written.reason }, attendee);
      const { kind: taken } = await this.parts.attendance.take(training.id, attendee, capacity, [row]);
      return { kind, taken };
    };
    // Whoever was in the room was in the room: beyond the last seat they are written down without one.
    const seated = await take('added', training.capacity);
    const { kind, taken } = seated.taken === 'full' ? await take('added-over', 0) : seated;
    return taken === 'exists' ? { problem: 'alreadyThere' } : { name: person.name, kind };
  }

  async #remove(turn: Turn, training: Training, written: CorrectionForm): Promise<Corrected> {
    const key = written.person ? personKey(written.person) : declaredKey(training, written.contact);
    if (key === undefined) return { problem: 'nobody' };
    const attendee = await this.parts.attendance.find(training.id, key);
    if (!attendee) return { problem: 'notThere' };
    const { reason } = written;
    const row = await this.#record(turn, training, { kind: 'removed', reason }, attendee);
    await this.parts.attendance.remove(training.id, attendee, row);
    return { name: attendee.name, kind: 'removed' };
  }

  /** The row that puts on record who corrected what, when and why. */
  async #record(
    turn: Turn,
    training: Training,
    { kind, reason }: Pick<Correction, 'kind' | 'reason'>,
    attendee: Attendee,
  ): Promise<Row> {
    const by = await this.parts.personOf(turn);
    return toCorrectionRow(training.id, this.parts.newId(), {
      at: turn.now.toISOString(),
      kind,
      attendeeKey: attendee.key,
      name: attendee.name,
      byId: by.id,
      byName: by.name,
      reason,
    });
  }

  #form(turn: Turn, training: Training, written: CorrectionForm, problem: Problem | undefined): Reply {
    const { correct } = textIn(turn.language).trainings;
    const { kind, contact, reason } = written;
    const card = this.parts.renderer.render(
      'training-correct',
      {
        id: training.id,
        title: training.title,
        problem: problem ? correct[problem] : '',
        kind,
        contact,
        reason,
      },
      turn.language,
    );
    return { kind: 'show', message: { card } };
  }
}

/** The key of somebody who registered with this document or e-mail; undefined for none. */
export function declaredKey({ secret }: Training, contact: string): string | undefined {
  const normalized = normalizeContact(contact);
  return normalized === '' ? undefined : `declared:${pseudonymOf(secret, normalized)}`;
}
