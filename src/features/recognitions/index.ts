import type { Feature, FeatureContext } from '../../feature.js';
import { RecognitionCards } from './cards/recognition-cards.js';
import type { Recognition } from './domain/recognition.js';
import { ListsHandler } from './handlers/lists-handler.js';
import { ReceivingHandler } from './handlers/receiving-handler.js';
import { WritingHandler } from './handlers/writing-handler.js';
import { attributesOf } from './service/attributes.js';
import { createRecognitionEngine } from './service/engine.js';
import { recognitionSweeps } from './service/expiry.js';
import { recognitionData } from './service/personal-data.js';
import type { TakeInResult, TakenIn } from './service/taking-in.js';

export interface Recognitions extends Feature {
  /** Takes in a thanks that another channel brought, once; it is told on behalf of a user. */
  takeIn: (row: TakenIn) => Promise<TakeInResult>;
  /** Everything from a moment on and before another one, the newest first, without what was taken away. */
  between: (from: Date, to: Date) => AsyncGenerator<Recognition>;
  /** Deletes what a person wrote and did not send. */
  discardDrafts: (personId: string) => Promise<void>;
}

export interface RecognitionHelpers {
  isGuest: (personId: string) => Promise<boolean>;
  /** Returns the words of a text that would hurt who reads them. */
  offensiveIn: (text: string) => string[];
}

export function createRecognitions(context: FeatureContext, helpers: RecognitionHelpers): Recognitions {
  const { names, renderer, policy } = context;
  const attributes = new Map(attributesOf(policy).map((section) => [section.id, section]));
  const cards = new RecognitionCards({ names, renderer, attributes });
  const engine = createRecognitionEngine(context, { ...helpers, cards, attributes });
  const parts = { ...context, ...engine, cards, attributes };
  const writing = new WritingHandler(parts);
  const receiving = new ReceivingHandler(parts);
  const lists = new ListsHandler(parts);
  return {
    verbs: [writing, receiving, lists].flatMap((handler) => handler.routes()),
    texts: [
      { purpose: 'recognise', scope: 'personal', handle: (turn) => writing.written(turn) },
      { purpose: 'recognitions.mine', scope: 'personal', handle: (turn) => lists.mine(turn) },
      { purpose: 'recognitions.team', scope: 'personal', handle: (turn) => lists.team(turn) },
    ],
    work: engine.work,
    personalData: recognitionData(parts),
    sweeps: recognitionSweeps(parts),
    takeIn: engine.takeIn,
    between: (from, to) => engine.lists.between(from, to),
    discardDrafts: async (personId) => {
      for await (const id of engine.sendings.unsent(personId)) await engine.sendings.erase(id);
    },
  };
}
