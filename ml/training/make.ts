/** Makes the file of a model. */
import { fitHidden } from '../learn/fit-hidden.js';
import { fitLinear } from '../learn/fit-linear.js';
import { knownWords } from '../learn/known-words.js';
import type { Tell } from '../learn/order.js';
import { pack } from '../pack/pack.js';
import { digest } from './digest.js';
import type { Plan } from './plans.js';

/** Deterministic. @param tell is told how far it is; words have no epochs. */
export function make(plan: Plan, tell?: Tell): Buffer {
  if ('texts' in plan) return Buffer.from(`${knownWords(plan.texts).join('\n')}\n`);
  const { examples, options } = plan;
  const isHidden = options !== undefined && 'units' in options;
  return pack(isHidden ? fitHidden(examples, options, tell) : fitLinear(examples, options, tell));
}

/** Texts with all that is taken apart: accents, signs, sounds, long words, what is asked and what is called. */
const SAMPLE = {
  asks: ['¿Cuánto esfuerzo hace el usuario?', '¿qué es la amabilidad?', 'y eso a mí qué, ¿ah?'],
  calls: ['¡Auxilio, hay un señor tirado!', 'se cayó un niño de la guagua 😱', 'I need help, please'],
  tells: [
    'Me gritaron en la ventanilla 3, y nadie dijo nada.',
    'la obligasion de la EPS-S',
    'Excelentísimamente',
  ],
};

/**
 * The digest of what the learners make of a few texts: it changes with what they do, and with the stemmer, and not with how
 * the code is written.
 */
export function methodDigest(): string {
  const examples = Object.entries(SAMPLE).flatMap(([label, texts], at) =>
    texts.map((text) => ({ text, label, weight: 1 + at / 2 })),
  );
  const plans: Plan[] = [
    { name: 'linear', examples, options: { rate: 0.5, l2: 1e-3, shape: true, least: 1, epochs: 3 } },
    { name: 'circumstances', examples: examples.map((one) => ({ ...one, circumstance: one.label })) },
    { name: 'hidden', examples, options: { units: 5, rate: 0.1, l2: 1e-3, least: 1, epochs: 3 } },
    { name: 'words', texts: examples.flatMap(({ text }) => [text, text]) },
  ];
  return digest(plans.map((plan) => digest(make(plan))).join());
}

/** The digest of a model's examples and options. */
export const digestOf = (plan: Plan): string => digest(JSON.stringify(plan));
