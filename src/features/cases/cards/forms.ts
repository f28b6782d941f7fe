/** The forms of a case: which command each gives, and the inputs that it has besides its words. */
import type { CommandType } from '../domain/commands.js';

export interface FormSpec {
  /** The id of the input that takes the words; empty if the form has none. */
  input: string;
  /** True when the words may be left out. */
  isOptional?: boolean;
  asks?: 'level' | 'outcomes' | 'person' | 'place' | 'health' | 'commitment';
  /** The inputs that say enough without words. */
  enough?: readonly string[];
}

/** By command. */
export const FORMS = {
  ask: { input: 'question' },
  reply: { input: 'answer' },
  add: { input: 'words' },
  reclassify: { input: 'reclassifyReason', isOptional: true, asks: 'level', enough: ['level'] },
  escalate: { input: 'escalateReason' },
  close: { input: 'summary', asks: 'outcomes' },
  commit: { input: 'what', asks: 'commitment' },
  accept: { input: 'note', isOptional: true },
  reject: { input: 'reason' },
  withdraw: { input: 'reason', isOptional: true },
  contest: { input: 'reason' },
  reopen: { input: 'reason' },
  place: { input: '', asks: 'place', enough: ['service', 'site', 'stage'] },
  health: { input: '', asks: 'health', enough: ['priority'] },
  reassign: { input: 'reassignReason', asks: 'person' },
  hold: { input: 'holdReason' },
  release: { input: 'holdReason' },
  identify: { input: 'identifyReason' },
} as const satisfies Partial<Record<CommandType, FormSpec>>;

export type FormName = keyof typeof FORMS;
export const FORM_NAMES = Object.keys(FORMS) as FormName[];

/** `case.` and the command. A commitment is not only of its case. */
export const verbOf = (name: FormName): string => (name === 'commit' ? 'commitment.add' : `case.${name}`);

export function formOf(verb: string): FormName | undefined {
  return FORM_NAMES.find((name) => verbOf(name) === verb);
}
