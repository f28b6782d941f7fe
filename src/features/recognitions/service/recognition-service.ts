/** Writing, sending, taking back, publishing and taking away recognitions. */
import { bogotaDay } from '../../../platform/calendar/days.js';
import type { Clock } from '../../../platform/clock.js';
import { toPlaceRow } from '../../../platform/delivery/notice-effects.js';
import type { CardPlace } from '../../../platform/delivery/notices.js';
import { AppError } from '../../../platform/errors.js';
import type { Person } from '../../../platform/people/person.js';
import type { Operation } from '../../../platform/storage/tables.js';
import { effectsOf } from '../domain/effects.js';
import { type Recognition, type Sending, undoableUntil, type Words } from '../domain/recognition.js';
import type { Limits } from '../store/limits.js';
import type { Sendings, StoredSending } from '../store/sendings.js';
import type { Checking, Problem } from './checking.js';
import type { Commits } from './commits.js';
import type { Places } from './places.js';

/** How often a change is tried again that another one was faster than. */
const TRIES = 5;

export type Prepared = { problem: Problem } | { draft: Sending; people: Person[]; identifiers: string[] };
export type SendResult = { problem: Problem } | { kind: 'sent' | 'undone' | 'outdated'; sending: Sending };
export type UndoResult = { kind: 'undone' | 'too-late'; sending: Sending };
/** `no-place`: there is no channel any more in which it could be published. */
export type PublishResult = Recognition | 'no-place';

export interface RecognitionServiceParts {
  sendings: Sendings;
  limits: Limits;
  checking: Checking;
  commits: Commits;
  places: Places;
  clock: Clock;
}

export class RecognitionService {
  constructor(private readonly parts: RecognitionServiceParts) {}

  /** Keeps a draft, when nothing is wrong with it. Its revision goes up, so that an older preview cannot be sent. */
  async prepare(senderId: string, id: string, words: Words): Promise<Prepared> {
    const { sendings, checking, clock } = this.parts;
    const checked = await checking.check(senderId, id, words);
    if ('problem' in checked) return checked;
    const stored = await this.#own(id, senderId);
    if (stored && stored.sending.state !== 'draft') throw new AppError('not-found');
    const draft: Sending = {
      ...words,
      id,
      senderId,
      state: 'draft',
      revision: (stored?.sending.revision ?? 0) + 1,
      at: clock().toISOString(),
    };
    if (!(await sendings.commit({ etag: stored?.etag, sending: draft })))
      throw new AppError('storage-conflict');
    return { draft, ...checked };
  }

  /** The own draft, or what was sent from it. */
  async find(senderId: string, id: string): Promise<Sending | undefined> {
    return (await this.#own(id, senderId))?.sending;
  }

  /**
   * Sends a draft as its preview showed it, once.
   * @param card where the sender's card is.
   */
  async send(
    senderId: string,
    id: string,
    revision: number,
    card: CardPlace | undefined,
  ): Promise<SendResult> {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const stored = await this.#own(id, senderId);
      if (!stored) throw new AppError('not-found');
      const { sending: draft } = stored;
      if (draft.state !== 'draft') return { kind: draft.state, sending: withWords(stored) };
      if (draft.revision !== revision) return { kind: 'outdated', sending: draft };
      const sent = await this.#send(stored, card);
      if (sent) return sent;
    }
    throw new AppError('storage-conflict');
  }

  /** Undefined when another change was faster. */
  async #send(
    { sending: draft, etag }: StoredSending,
    card: CardPlace | undefined,
  ): Promise<SendResult | undefined> {
    const { limits, checking, commits, clock } = this.parts;
    const problem = checking.wordsProblem(draft);
    if (problem) return { problem };
    const now = clock();
    const found = await checking.findAll(draft.people, bogotaDay(now));
    if ('problem' in found) return found;
    const limit = await limits.take(draft, now);
    if (limit) return { problem: limit };
    const at = now.toISOString();
    const sending: Sending = { ...draft, state: 'sent', revision: draft.revision + 1, at };
    const changed = found.people.map((person) => recognitionOf(sending, person));
    const isDone = await commits.commit({
      etag,
      // The words stand with each person, so that each can take their own away.
      sending: { ...sending, message: '' },
      changed,
      effects: effectsOf('sent', changed, now),
      extra: card ? [{ kind: 'upsert', row: toPlaceRow(draft.id, draft.senderId, card) }] : [],
    });
    return isDone ? { kind: 'sent', sending } : undefined;
  }

  /** Deletes a draft. @throws AppError `not-found` once it is sent. */
  async discard(senderId: string, id: string): Promise<void> {
    if (!(await this.#discard(senderId, id))) throw new AppError('not-found');
  }

  /** Deletes all drafts of a person; what is sent meanwhile stays. */
  async discardAll(senderId: string): Promise<void> {
    for await (const id of this.parts.sendings.unsent(senderId)) await this.#discard(senderId, id);
  }

  /** Returns false if it is sent. */
  async #discard(senderId: string, id: string): Promise<boolean> {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const stored = await this.#own(id, senderId);
      if (!stored) return true;
      if (stored.sending.state === 'sent') return false;
      if (await this.parts.sendings.discard(stored)) return true;
    }
    throw new AppError('storage-conflict');
  }

  /** Takes back what was sent less than two minutes ago: nobody has been told, and it no longer counts. */
  async undo(senderId: string, id: string): Promise<UndoResult> {
    const { limits, commits, clock } = this.parts;
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const stored = await this.#own(id, senderId);
      if (!stored || stored.sending.state === 'draft') throw new AppError('not-found');
      const { sending, recognitions, etag } = stored;
      if (sending.state === 'undone') return { kind: 'undone', sending };
      const now = clock();
      const released = await this.#releasing(stored, now);
      if (!released) return { kind: 'too-late', sending };
      const revision = sending.revision + 1;
      const undone: Sending = {
        ...sending,
        message: recognitions[0]?.message ?? '',
        state: 'undone',
        revision,
        at: now.toISOString(),
      };
      const changed = recognitions.map(
        (one): Recognition => ({ ...one, state: 'undone', message: '', revision }),
      );
      const effects = effectsOf('undone', changed, now);
      if (!(await commits.commit({ etag, sending: undone, changed, effects, extra: released }))) continue;
      await limits.free(undone);
      return { kind: 'undone', sending: undone };
    }
    throw new AppError('storage-conflict');
  }

  /** Undefined when it is too late, or somebody has been told. */
  async #releasing({ sending, recognitions }: StoredSending, now: Date): Promise<Operation[] | undefined> {
    const until = undoableUntil(sending);
    const isUntold = recognitions.every(({ revision }) => revision === sending.revision);
    return until && now <= until && isUntold ? this.parts.sendings.releasing(sending) : undefined;
  }

  /** @throws AppError `not-found` unless this person was recognised there. */
  async own(personId: string, sendingId: string): Promise<Recognition> {
    return (await this.#ofPerson(personId, sendingId)).recognition;
  }

  /** The recognised person agrees to a channel, or refuses. Who has decided has decided. */
  async publish(
    personId: string,
    sendingId: string,
    { agree, channel }: { agree: boolean; channel?: string | undefined },
  ): Promise<PublishResult> {
    const { places } = this.parts;
    const mine = await this.#ofPerson(personId, sendingId);
    if (mine.recognition.state !== 'sent' || !mine.recognition.isPublic) return mine.recognition;
    if (!agree) return this.#change(mine, 'declined', (before) => ({ ...before, state: 'declined' }));
    const place = await places.choose(personId, channel);
    if (!place) return 'no-place';
    return this.#change(mine, 'published', (before) => ({ ...before, state: 'published', place }));
  }

  /** The recognised person takes it away: its words are gone everywhere. */
  async remove(personId: string, sendingId: string): Promise<Recognition> {
    const mine = await this.#ofPerson(personId, sendingId);
    if (mine.recognition.state === 'removed') return mine.recognition;
    return this.#change(mine, 'removed', (before) => ({ ...before, state: 'removed', message: '' }));
  }

  async #change(
    mine: { stored: StoredSending; recognition: Recognition },
    happening: 'published' | 'declined' | 'removed',
    next: (before: Recognition) => Recognition,
  ): Promise<Recognition> {
    const { commits, clock } = this.parts;
    const { stored, recognition } = mine;
    const revision = stored.sending.revision + 1;
    const after = { ...next(recognition), revision };
    const isDone = await commits.commit({
      etag: stored.etag,
      sending: { ...stored.sending, revision },
      changed: [after],
      effects: effectsOf(happening, [after], clock()),
    });
    // The same click again, or another person of the same sending: they try again.
    if (!isDone) throw new AppError('storage-conflict');
    return after;
  }

  /** @throws AppError `not-found` for the drafts of others. */
  async #own(id: string, senderId: string): Promise<StoredSending | undefined> {
    const stored = await this.parts.sendings.load(id);
    if (stored && stored.sending.senderId !== senderId) throw new AppError('not-found');
    return stored;
  }

  /** @throws AppError `not-found` unless this person was recognised there, and has been told. */
  async #ofPerson(
    personId: string,
    sendingId: string,
  ): Promise<{ stored: StoredSending; recognition: Recognition }> {
    const stored = await this.parts.sendings.load(sendingId);
    const recognition = stored?.recognitions.find((one) => one.personId === personId);
    const until = stored && undoableUntil(stored.sending);
    const isTold = !until || this.parts.clock() > until;
    if (!stored || !recognition || !isTold) throw new AppError('not-found');
    return { stored, recognition };
  }
}

/** The words of what was sent stand with its people. */
function withWords({ sending, recognitions }: StoredSending): Sending {
  return { ...sending, message: sending.message || (recognitions[0]?.message ?? '') };
}

/** What one person of a sending gets. */
export function recognitionOf(
  sending: Sending,
  person: Pick<Person, 'id' | 'superiorId' | 'area'>,
): Recognition {
  const { id: sendingId, senderId, attribute, message, source, isPublic, at, revision } = sending;
  return {
    sendingId,
    personId: person.id,
    senderId,
    superiorId: person.superiorId ?? '',
    area: person.area,
    attribute,
    message,
    source,
    isPublic,
    at,
    state: 'sent',
    revision,
  };
}
