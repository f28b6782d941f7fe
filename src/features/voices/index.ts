/** Voices: how satisfied those are who reported, and whether reporting brought them trouble, asked some days after the closing. */
import type { Feature, FeatureContext } from '../../feature.js';
import type { EffectHandler } from '../../platform/delivery/carrier.js';
import type { OutboxItem } from '../../platform/delivery/outbox.js';
import { workKind } from '../../platform/delivery/work.js';
import type { Tables } from '../../platform/storage/tables.js';
import type { CaseEngine, CountedBeside } from '../cases/index.js';
import { VoiceCards } from './cards/voice-card.js';
import { VoiceHandler, type VoiceHandlerParts } from './handlers/voice-handler.js';
import { onLost } from './service/lost-notices.js';
import { type VoiceDataParts, voiceData } from './service/personal-data.js';
import { VoiceAudit } from './service/voice-audit.js';
import { voiceEffects } from './service/voice-effects.js';
import { voiceFigures } from './service/voice-figures.js';
import { VOICE, VoiceService, voiceWork } from './service/voice-service.js';
import { Voices } from './store/voices.js';

// Used by the commands in `cli/`.
export { voiceFiguresAnew } from './service/counting-anew.js';

export interface VoiceFeature extends Feature, Pick<VoiceService, 'figuresFor'>, Pick<Voices, 'forget'> {
  /** The handlers of its rows in the outbox of cases, by kind. */
  effects: Readonly<Record<string, EffectHandler>>;
  /** Called when the notice of a row is given up. */
  lost: (item: OutboxItem) => Promise<void>;
}

/** What voices need of others. */
export interface VoiceNeighbours
  extends Pick<VoiceDataParts, 'reportedBy'>,
    Pick<VoiceHandlerParts, 'helpFor' | 'reportTrouble'> {
  engine: CaseEngine;
}

/** The audit rounds, which redo lost work. */
const AUDIT_MS = 10 * 60_000;

/** What voices count, with the cases. */
export const countedVoices = (tables: Tables): CountedBeside => voiceFigures(new Voices(tables));

/** Wires up voices, on the cases that they are about. */
export function createVoices(
  context: FeatureContext,
  { engine, reportedBy, helpFor, reportTrouble }: VoiceNeighbours,
): VoiceFeature {
  const { store, index, moments, dispatch, recount } = engine;
  const cards = new VoiceCards(context);
  const voices = new Voices(context.tables);
  const voice = new VoiceService({ ...context, store, voices, deadlines: moments, dispatch });
  const audit = new VoiceAudit({ ...context, index, voices, voice });
  const handler = new VoiceHandler({ ...context, voice, cards, reportTrouble, helpFor });
  return {
    verbs: handler.routes(),
    texts: [],
    work: { [VOICE]: workKind(voiceWork, (item) => voice.run(item)) },
    personalData: [voiceData({ voices, reportedBy })],
    start: () => {
      context.background.every(AUDIT_MS, 'voice audit', async () => void (await audit.run()));
    },

    effects: voiceEffects({
      ...context,
      store,
      voices,
      voiceCards: cards,
      deadlines: moments,
      askLater: (caseId, closing) => voice.schedule(caseId, closing, 'ask'),
      recount,
    }),
    lost: onLost({ ...context, store }),
    figuresFor: (leaderId) => voice.figuresFor(leaderId),
    forget: (caseId) => voices.forget(caseId),
  };
}
