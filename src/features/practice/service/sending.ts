/** Sends the practices of the day through an outbox, in waves, after everything else that the bot has to say. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { Dispatcher, type DispatcherParts } from '../../../platform/delivery/dispatcher.js';
import { NoticeEffects, type RenderNotice } from '../../../platform/delivery/notice-effects.js';
import { NoticeGate, type NoticeGateParts } from '../../../platform/delivery/notice-gate.js';
import type { OutboxItem } from '../../../platform/delivery/outbox.js';
import { type WorkKinds, workKind } from '../../../platform/delivery/work.js';
import type { PracticeCards } from '../cards/practice-card.js';
import { isTooLate } from '../domain/hours.js';
import { givenOn, withFailure } from '../domain/member.js';
import type { Practice } from '../domain/practice.js';
import type { Members } from '../store/members.js';
import { dayOf, PRACTICE, type PracticeOutbox, wavesOf } from '../store/practice-outbox.js';
import { textIn } from '../text/catalogue.js';

/** Until then, the rows of a wave are stored, or will never be. */
const FIRST_AFTER_MS = 10_000;
/** 1,500 people at one hour: 25 in a wave, 12 a second of the 50 that Teams allows. */
const BETWEEN_MS = 2_000;

const wave = z.object({ kind: z.literal(PRACTICE), partitionKey: z.string().min(1) });

export interface SendingParts
  extends Pick<FeatureContext, 'tables' | 'contacts' | 'notices' | 'clock' | 'log'> {
  members: Members;
  outbox: PracticeOutbox;
  practices: readonly Practice[];
  cards: PracticeCards;
  rates: NoticeGateParts['rates'];
  instances: NoticeGateParts['instances'] & DispatcherParts['instances'];
  work: Pick<FeatureContext['work'], 'later'>;
  handover: Pick<FeatureContext['handover'], 'give'>;
}

export class Sending {
  readonly #dispatcher: Dispatcher;

  constructor(private readonly parts: SendingParts) {
    const { notices, tables, handover } = parts;
    const leave = (to: string, partitionKey: string) => handover.give(to, { kind: PRACTICE, partitionKey });
    const gate = new NoticeGate({ ...parts, leave, priority: 'practice' });
    const effects = new NoticeEffects(notices, tables, 'Practice');
    this.#dispatcher = new Dispatcher({
      ...parts,
      table: 'Practice',
      handlers: { [PRACTICE]: effects.announcement((item, language) => this.#render(item, language)) },
      permit: (item) => gate.permit(item),
      leave,
      onGivenUp: (item) => this.#noteFailure(item),
    });
  }

  get work(): WorkKinds {
    return { [PRACTICE]: workKind(wave, ({ partitionKey }) => this.#dispatcher.dispatch(partitionKey)) };
  }

  /** Each wave is queued before it is stored: a stored wave is sent, and a message without one does nothing. */
  async send(day: string, personIds: readonly string[]): Promise<void> {
    for (const [at, [partitionKey, ids]] of wavesOf(personIds).entries()) {
      await this.parts.work.later({ kind: PRACTICE, partitionKey }, FIRST_AFTER_MS + at * BETWEEN_MS);
      await this.parts.outbox.add(partitionKey, day, ids);
    }
  }

  /** Nothing for who has stopped meanwhile, and nothing when it is too late. */
  async #render(item: OutboxItem, language: Parameters<RenderNotice>[1]): ReturnType<RenderNotice> {
    const { members, practices, cards, clock } = this.parts;
    const member = await members.find(item.target);
    const given = member && givenOn(member, dayOf(item));
    if (member?.state !== 'on' || !given || isTooLate(given.day, given.hour, clock())) return undefined;
    const practice = practices.find(({ id }) => id === given.practice);
    if (!practice) return undefined;
    const card = cards.render(practice, { day: given.day }, language);
    return { card, summary: textIn(language).practice.summary(practice[language]) };
  }

  async #noteFailure(item: OutboxItem): Promise<void> {
    const { members, log } = this.parts;
    const after = await members.change(item.target, (member) => member && withFailure(member, dayOf(item)));
    if (after?.state === 'paused') log.warn({ actor: item.target }, 'the practice of the day is paused');
  }
}
