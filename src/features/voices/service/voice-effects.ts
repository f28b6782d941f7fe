/** The handlers of the outbox of a voice: what the dispatcher sends or does for each row. */
import type { FeatureContext } from '../../../feature.js';
import type { EffectHandler } from '../../../platform/delivery/carrier.js';
import { NoticeEffects, type RenderNotice } from '../../../platform/delivery/notice-effects.js';
import type { Names } from '../../../platform/people/names.js';
import { textIn } from '../../../platform/text/catalogue.js';
import {
  type CaseEvent,
  type CaseStore,
  type Deadlines,
  EFFECTS,
  eventOf,
  isUndone,
  unlessAhead,
} from '../../cases/index.js';
import type { VoiceCards } from '../cards/voice-card.js';
import { caseOfVoice, monthOfVoice, type Voices } from '../store/voices.js';
import { heardOf } from './voice-figures.js';
import { voiceReceivers } from './voice-receivers.js';
import { closingOf, VOICE_EFFECTS } from './voice-service.js';

export interface VoiceEffectParts extends Pick<FeatureContext, 'notices' | 'tables' | 'directory' | 'clock'> {
  names: Names;
  store: CaseStore;
  voices: Voices;
  voiceCards: VoiceCards;
  deadlines: Deadlines;
  /** Queues the question to the reporter whether they are satisfied. */
  askLater: (caseId: string, closing: CaseEvent) => Promise<void>;
  /** Recounts the answers of these months soon. */
  recount: (months: Iterable<string>) => Promise<void>;
}

/** The handlers, by kind: of the outbox of voices, and of the closing of a case. */
export function voiceEffects(parts: VoiceEffectParts): Record<string, EffectHandler> {
  const effects = new NoticeEffects(parts.notices, parts.tables, 'Cases');
  return {
    [EFFECTS.voice]: unlessAhead(parts.store, async (item, { subject, events }) => {
      const closing = eventOf(item, events);
      if (closing && !isUndone(events, closing)) await parts.askLater(subject.id, closing);
      return [];
    }),
    [VOICE_EFFECTS.ask]: effects.announcement(renderQuestion(parts)),
    [VOICE_EFFECTS.tell]: effects.announcement(renderAnswer(parts)),
    [VOICE_EFFECTS.count]: async ({ partitionKey }) => {
      const caseId = caseOfVoice(partitionKey);
      const [loaded, voice] = await Promise.all([parts.store.load(caseId), parts.voices.find(caseId)]);
      const reporterId = loaded?.subject.reporterId;
      if (!loaded || reporterId === undefined || !voice?.answer) return [];
      const { answer, answeredAt } = voice;
      await parts.voices.hear(caseId, voice, await heardOf(parts.directory, loaded.subject, voice));
      await parts.recount([monthOfVoice(voice)]);
      if (!voice.leaderId) return [];
      await parts.voices.count(caseId, voice, { reporterId, satisfied: answer.satisfied, answeredAt });
      return [];
    },
  };
}

/** Nothing is asked any more once it was answered, the case goes on, or the days are over. */
function renderQuestion({ store, voices, voiceCards, deadlines, clock }: VoiceEffectParts): RenderNotice {
  return async ({ partitionKey }, language) => {
    const caseId = caseOfVoice(partitionKey);
    const [loaded, voice] = await Promise.all([store.load(caseId), voices.find(caseId)]);
    if (!loaded || !voice || voice.answeredAt) return undefined;
    const { subject } = loaded;
    const closing = closingOf(loaded);
    const until = deadlines.reopenBy(new Date(subject.closedAt ?? 0));
    if (!closing || clock() > until) return undefined;
    const options = { summary: closing.body.summary, until, isReminder: voice.remindedAt !== '' };
    const { summary } = textIn(language).cases.voice;
    return { card: voiceCards.ask(subject, options, language), summary: summary(subject.number) };
  };
}

/** For its present readers. */
function renderAnswer({ store, voices, voiceCards, directory, names }: VoiceEffectParts): RenderNotice {
  return async ({ partitionKey, target }, language) => {
    const caseId = caseOfVoice(partitionKey);
    const [loaded, voice] = await Promise.all([store.load(caseId), voices.find(caseId)]);
    if (!loaded?.subject.reporterId || !voice?.answer) return undefined;
    const { people } = await voiceReceivers(directory, loaded, voice.answer.comment);
    if (!people.some(({ id }) => id === target)) return undefined;
    const { summary } = textIn(language).cases.voice.notice;
    const who = await names.of(loaded.subject.reporterId);
    return { card: voiceCards.notice(loaded.subject, voice.answer, who, language), summary };
  };
}
