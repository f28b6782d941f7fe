/** Correcting the list by hand, at any time, with who did it, when and why on record. */
import { z } from 'zod';
import type { Renderer } from '../cards/renderer.js';
import type { NewId } from '../clock.js';
import { AppError } from '../errors.js';
import type { Directory, Person } from '../people/person.js';
import { textIn } from '../text/catalogue.js';
import { makeVisible } from '../text/visible.js';
import { type Reply, say, type Turn, type VerbRoute } from '../turn.js';
import { candidateOf } from './attendance.js';
import { type AttendanceStore, type Correction, toCorrectionRow } from './attendance-store.js';
import { type Attendee, normalizeContact, personKey } from './attendee.js';
import type { ChannelCard } from './channel-card.js';
import { pseudonymOf } from './codes.js';
import type { TrainingDesk } from './desk.js';
import type { Training } from './training.js';

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
type Problem = 'nobody' | 'unknownPerson' | 'notThere' | 'alreadyThere' | 'reason' | 'full';

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
    return this.parts.desk.show(turn, training.id, { banner: correct[written.kind](done.name) });
  }

  async #add(
    turn: Turn,
    training: Training,
    written: CorrectionForm,
  ): Promise<{ name: string } | { problem: Problem }> {
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
    const record = await this.#record(turn, written, attendee);
    const row = toCorrectionRow(training.id, this.parts.newId(), record);
    const taken = await this.parts.attendance.take(training.id, attendee, training.capacity, [row]);
    if (taken.kind === 'exists') return { problem: 'alreadyThere' };
    return taken.kind === 'full' ? { problem: 'full' } : { name: person.name };
  }

  async #remove(
    turn: Turn,
    training: Training,
    written: CorrectionForm,
  ): Promise<{ name: string } | { problem: Problem }> {
    const key = written.person ? personKey(written.person) : declaredKey(training, written.contact);
    if (key === undefined) return { problem: 'nobody' };
    const attendee = await this.parts.attendance.find(training.id, key);
    if (!attendee) return { problem: 'notThere' };
    const record = await this.#record(turn, written, attendee);
    const row = toCorrectionRow(training.id, this.parts.newId(), record);
    await this.parts.attendance.remove(training.id, attendee, row);
    return { name: attendee.name };
  }

  async #record(turn: Turn, { kind, reason }: CorrectionForm, attendee: Attendee): Promise<Correction> {
    const by = await this.parts.personOf(turn);
    return {
      at: turn.now.toISOString(),
      kind,
      attendeeKey: attendee.key,
      name: attendee.name,
      byId: by.id,
      byName: by.name,
      reason,
    };
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
