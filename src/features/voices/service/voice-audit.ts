/** Asks reporters whose question, or whose one reminder, the queue has lost. */
import type { FeatureContext } from '../../../feature.js';
import { addMilliseconds } from '../../../platform/clock.js';
import { type CaseIndex, LOST_AFTER_MS, makeUpAll } from '../../cases/index.js';
import { momentOfVoice, type VoicePhase } from '../domain/voice.js';
import type { Voices } from '../store/voices.js';
import type { VoiceService } from './voice-service.js';

/** The days for reopening are over by then, also around Christmas: the question is no longer asked. */
const LONGEST_MS = 35 * 86_400_000;

export interface VoiceAuditParts extends Pick<FeatureContext, 'instances' | 'calendar' | 'clock' | 'log'> {
  index: CaseIndex;
  voices: Voices;
  voice: Pick<VoiceService, 'makeUp'>;
}

export class VoiceAudit {
  constructor(private readonly parts: VoiceAuditParts) {}

  /** Looks at the voices of all cases closed of late, so one instance does it for all. Returns how many were lost. */
  async run(): Promise<number> {
    const { instances, index, clock, log } = this.parts;
    if (instances.ownerOf('voice audit') !== instances.me) return 0;
    return makeUpAll(
      index.closedSince(addMilliseconds(clock(), -LONGEST_MS)),
      ({ id, closedAt }) => this.#makeUp(id, closedAt),
      ({ id }, err) =>
        log.error({ case: id, err }, 'a lost question to who reported is still not made up for'),
    );
  }

  async #makeUp(id: string, closedAt: Date): Promise<boolean> {
    const { voice, log } = this.parts;
    const phase = await this.#missing(id, closedAt);
    if (!phase || !(await voice.makeUp(id, phase))) return false;
    log.error({ case: id, phase }, 'a question to who reported was lost; it is made up for');
    return true;
  }

  /** What should have been done by now, and was not. */
  async #missing(caseId: string, closedAt: Date): Promise<VoicePhase | undefined> {
    const { voices, calendar, clock } = this.parts;
    const before = addMilliseconds(clock(), -LOST_AFTER_MS);
    if (momentOfVoice(calendar, 'ask', closedAt) > before) return undefined;
    const voice = await voices.find(caseId);
    if (!voice) return 'ask';
    if (voice.answeredAt || voice.remindedAt) return undefined;
    return momentOfVoice(calendar, 'remind', closedAt, new Date(voice.askedAt)) < before
      ? 'remind'
      : undefined;
  }
}
