/** What the models of understanding learn from. */

import { NO_DANGER } from '../../src/platform/understanding/danger.js';
import type { Intent } from '../../src/platform/understanding/intents.js';
import type { FitOptions } from '../learn/fit-linear.js';
import type { Example } from '../learn/prepare.js';
import { type DangerText, type DangerTexts, dangerTexts } from './danger.js';
import { HARMLESS, type Phrasings, type Wanted } from './phrasings.js';

/** Content written for other models, which also shows what people write. */
export interface OtherTexts {
  /** Questions about the policy. */
  policy: readonly string[];
  offPolicy: readonly string[];
  smallTalk: readonly string[];
  /** Questions about what the bot can do. */
  help: readonly string[];
  /** Narratives of failures. */
  told: readonly string[];
  /** Messages that sound like narratives and tell of no failure. */
  untold: readonly string[];
  /** What people say to what is open, and that tells nothing: "perdón, hasta el 20". */
  turns: readonly string[];
}

export const UNDERSTANDING_FIT: FitOptions = { rate: 0.5, l2: 5e-5, shape: true, least: 2 };

/**
 * The weights even out the intents: thousands of questions and narratives stand beside some hundreds of phrasings for
 * each intent, and none of them should be likelier only because more is known of it.
 */
const OWN = 8;
const OTHERS = { policy: 0.15, offPolicy: 0.25, smallTalk: 8 };
/** Of all narratives together, however many there are; of all messages without a failure. */
const ALL_TOLD = 1_000;
/** Of all texts of danger together, for the intents and for the model of danger. */
const ALL_DANGER = { intents: 4_000, danger: 8_000 };
const ALL_UNTOLD = 800;
const ALL_TURNS = 5_000;

/** One class more than there are intents: what only sounds like danger keeps the words of danger from deciding alone. */
export function intentExamples(
  { intents, harmless }: Phrasings,
  dangers: DangerTexts,
  others: OtherTexts,
): Example[] {
  const examples: Example[] = [];
  const add = (label: Intent | typeof HARMLESS, texts: readonly string[], weight: number) => {
    for (const text of texts) examples.push({ text, label, weight });
  };
  for (const [intent, texts] of Object.entries(intents) as [Wanted, string[]][]) add(intent, texts, OWN);
  const dangerous = dangerTexts(dangers);
  for (const { text, danger } of dangerous) add(danger, [text], ALL_DANGER.intents / dangerous.length);
  add(HARMLESS, harmless, OWN);
  add('policy', others.policy, OTHERS.policy);
  add('offtopic', others.offPolicy, OTHERS.offPolicy);
  add('smalltalk', others.smallTalk, OTHERS.smallTalk);
  add('help', others.help, OTHERS.smallTalk);
  add('tell', others.told, ALL_TOLD / others.told.length);
  return examples;
}

export function dangerExamples(
  { intents, harmless }: Phrasings,
  dangers: DangerTexts,
  others: OtherTexts,
): Example[] {
  const none = (texts: readonly string[], weight: number): Example[] =>
    texts.map((text) => ({ text, label: NO_DANGER, weight }));
  const ordinary = (Object.entries(intents) as [Wanted, string[]][]).filter(([intent]) => intent !== 'tell');
  const dangerous = dangerTexts(dangers);
  return [
    ...dangerous.map(({ text, kind }) => ({
      text,
      label: kind,
      weight: ALL_DANGER.danger / dangerous.length,
    })),
    ...none(harmless, 2),
    ...none([...dangers.near.answers, ...dangers.near.others], 3),
    ...ordinary.flatMap(([, texts]) => none(texts, 0.7)),
    // What happened to somebody may have been dangerous; it is over.
    ...none(intents.tell, 0.5),
    ...none(others.untold, ALL_UNTOLD / others.untold.length),
    ...none(others.turns, ALL_TURNS / others.turns.length),
    ...none(others.policy, 0.1),
    ...none(others.offPolicy, 0.3),
    ...none([...others.smallTalk, ...others.help], 1),
  ];
}

/** When the danger is, and to whom. */
export const situationExamples = (dangers: DangerTexts): Example[] =>
  dangerTexts(dangers).map(({ text, situation }: DangerText) => ({ text, label: situation }));
