/** Asks reporters how it went, keeps their answers, and passes them on to readers. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { bogotaMonth } from '../../../platform/calendar/days.js';
import type { Effect } from '../../../platform/delivery/outbox.js';
import {
  AWAIT_LATER_MS,
  type Case,
  type CaseEvent,
  type CaseStore,
  type Deadlines,
  DISPATCH,
  type EventBody,
  type StoredCase,
  type StoredEvent,
} from '../../cases/index.js';
import { type Figures, quarterOf, satisfactionOf } from '../domain/satisfaction.js';
import {
  isToBeRead,
  momentOfVoice,
  VOICE_PHASES,
  type VoiceAnswer,
  type VoicePhase,
} from '../domain/voice.js';
import { type StoredVoice, type Voice, type Voices, voiceKey } from '../store/voices.js';
import { type VoiceReceivers, voiceReceivers } from './voice-receivers.js';

export const VOICE = 'voice';
export const VOICE_EFFECTS = {
  /** Asks the reporter. */
  ask: 'voice.ask',
  /** Passes an answer on to a reader. */
  tell: 'voice.tell',
  /** Counts an answer for the leader. */
  count: 'voice.count',
} as const;

export const voiceWork = z.object({
  kind: z.literal(VOICE),
  caseId: z.string().min(1),
  /** The number of the event that closed it. */
  closing: z.number().int(),
  phase: z.enum(VOICE_PHASES),
});
type VoiceWork = z.output<typeof voiceWork>;

/** `over`: the days for it have passed, or it was never asked. */
export type VoiceState = 'open' | 'answered' | 'over';

type Closing = StoredEvent & { body: Extract<EventBody, { type: 'closed' }>; reporterId: string };

/** A question to a reporter. */
export interface AskedVoice {
  loaded: StoredCase;
  /** Undefined if the reporter was not asked. */
  voice?: StoredVoice | undefined;
  state: VoiceState;
  /** The readers of an answer with these words. */
  receivers: VoiceReceivers;
}

export interface VoiceParts
  extends Pick<FeatureContext, 'directory' | 'work' | 'background' | 'calendar' | 'clock' | 'log'> {
  store: CaseStore;
  voices: Voices;
  deadlines: Deadlines;
  /** Dispatches the outbox of a partition. */
  dispatch: (partitionKey: string) => Promise<number | undefined>;
}

export class VoiceService {
  constructor(private readonly parts: VoiceParts) {}

  /** Queues the question about a closing. Repeating is harmless: each reporter is asked once. */
  async schedule(caseId: string, closing: CaseEvent, phase: VoicePhase): Promise<void> {
    const { work, clock } = this.parts;
    const at = await this.#momentOf(caseId, closing, phase);
    const item = { kind: VOICE, caseId, closing: closing.seq, phase };
    await work.later(item, at.getTime() - clock().getTime());
  }

  /** Asks, or reminds, if that is still due. Returns the milliseconds until the next try, if one is needed. */
  async run({ caseId, closing: seq, phase }: VoiceWork): Promise<number | undefined> {
    const { store, clock } = this.parts;
    const loaded = await store.load(caseId);
    if (loaded?.isAhead) return AWAIT_LATER_MS;
    const closing = loaded && closingOf(loaded);
    if (!loaded || closing?.seq !== seq || !this.#isInTime(loaded.subject)) return undefined;
    const early = (await this.#momentOf(caseId, closing, phase)).getTime() - clock().getTime();
    if (early > 0) return early;
    const asks: Effect = { kind: VOICE_EFFECTS.ask, target: closing.reporterId, urgent: false };
    if (phase === 'ask') {
      await this.#carry(caseId, () => this.parts.voices.ask(caseId, clock(), [asks]));
      await this.schedule(caseId, closing, 'remind');
      return undefined;
    }
    const voice = await this.parts.voices.find(caseId);
    if (!voice || voice.answeredAt || voice.remindedAt) return undefined;
    await this.#carry(caseId, () => this.parts.voices.remind(caseId, voice, clock(), [asks]));
    return undefined;
  }

  /** Asks or reminds now, as `run` does; false if the case is not closed any more or the days for it are over. */
  async makeUp(caseId: string, phase: VoicePhase): Promise<boolean> {
    const loaded = await this.parts.store.load(caseId);
    const closing = loaded && closingOf(loaded);
    if (!closing || loaded.isAhead || !this.#isInTime(loaded.subject)) return false;
    await this.run({ kind: VOICE, caseId, closing: closing.seq, phase });
    return true;
  }

  /** The case of a question to this person, and whether it can be answered; undefined if there is none. */
  async asked(caseId: string, reporterId: string, comment = ''): Promise<AskedVoice | undefined> {
    const loaded = await this.parts.store.load(caseId);
    if (loaded?.subject.reporterId !== reporterId) return undefined;
    const voice = await this.parts.voices.find(caseId);
    const state = voice?.answeredAt ? 'answered' : voice && this.#isInTime(loaded.subject) ? 'open' : 'over';
    return { loaded, voice, state, receivers: await voiceReceivers(this.parts.directory, loaded, comment) };
  }

  /** Keeps an answer, once. Those who are to read it are told at once. */
  async answer({ loaded, voice, state, receivers }: AskedVoice, answer: VoiceAnswer): Promise<boolean> {
    const { voices, clock, log } = this.parts;
    const { subject } = loaded;
    if (!voice || state !== 'open') return false;
    const told = isToBeRead(answer) ? receivers.people.map(({ id }) => id) : [];
    if (isToBeRead(answer) && told.length === 0) log.error({ case: subject.id }, 'nobody can read a voice');
    const effects = [
      ...told.map((target): Effect => ({ kind: VOICE_EFFECTS.tell, target, urgent: answer.retaliation })),
      { kind: VOICE_EFFECTS.count, target: '', urgent: false },
    ];
    const answered = { answer, answeredAt: clock().toISOString(), ...countedFor(loaded) };
    return this.#carry(subject.id, () => voices.answer(subject.id, voice, answered, effects));
  }

  /** The latest quarter of which this leader may see the figures. */
  async figuresFor(leaderId: string): Promise<{ quarter: string; figures: Figures } | undefined> {
    const counted = await this.parts.voices.countedFor(leaderId);
    for (const quarter of [...counted.keys()].sort().reverse()) {
      const figures = satisfactionOf(counted.get(quarter) ?? []);
      if (figures) return { quarter, figures };
    }
    return undefined;
  }

  /** Commits with a message in the queue as the safety net of its notices. */
  async #carry(caseId: string, commit: () => Promise<boolean>): Promise<boolean> {
    const { work, background, dispatch } = this.parts;
    const partitionKey = voiceKey(caseId);
    const net = await work.prepare({ kind: DISPATCH, partitionKey });
    const isDone = await commit();
    background.run('dispatch', () => work.carry(net, () => dispatch(partitionKey)));
    return isDone;
  }

  async #momentOf(caseId: string, { at }: CaseEvent, phase: VoicePhase): Promise<Date> {
    const voice = phase === 'remind' ? await this.parts.voices.find(caseId) : undefined;
    const askedAt = voice && new Date(voice.askedAt);
    return momentOfVoice(this.parts.calendar, phase, new Date(at), askedAt);
  }

  /** Until the days for reopening end. */
  #isInTime({ state, closedAt }: Case): boolean {
    const { deadlines, clock } = this.parts;
    return state === 'closed' && clock() <= deadlines.reopenBy(new Date(closedAt ?? 0));
  }
}

/** How a case was closed, with the reporter to ask; undefined if it is not closed any more, or nobody is there to ask. */
export function closingOf({ subject, events }: Pick<StoredCase, 'subject' | 'events'>): Closing | undefined {
  const { state, reporterId } = subject;
  if (state !== 'closed' || reporterId === undefined) return undefined;
  const event = events.findLast(({ body }) => body.type === 'closed');
  return event?.body.type === 'closed' ? { ...event, body: event.body, reporterId } : undefined;
}

/** The leader who closed it, and the quarter of the closing; nobody for a protected case. */
function countedFor(loaded: StoredCase): Pick<Voice, 'leaderId' | 'quarter'> {
  const closing = closingOf(loaded);
  const leaderId = loaded.subject.protectedBy ? undefined : closing?.actorId;
  return { leaderId: leaderId ?? '', quarter: closing ? quarterOf(bogotaMonth(new Date(closing.at))) : '' };
}
