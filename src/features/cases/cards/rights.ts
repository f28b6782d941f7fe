import { type Language, textIn } from '../../../platform/text/catalogue.js';
import type { Helplines } from '../../../platform/text/helplines.js';
import type { Protection } from '../domain/protection.js';

/** The law on what was told; that on harassment at work, and the hint for whoever only asked for confidence, say no more then. */
const TOLD: readonly Protection[] = ['sexual-violence', 'child'];

/** What the law offers to people who were hurt. Empty if a report is not protected. */
export function rightsOf(
  protections: readonly Protection[],
  helplines: Helplines,
  language: Language,
): { title: string; lines: string[] }[] {
  const { rights, rightsTitle } = textIn(language).cases.protected;
  if (protections.length === 0) return [];
  const told = protections.filter((protection) => TOLD.includes(protection));
  const others = protections.filter((protection) => protection !== 'asked');
  const [shown = protections] = [told, others].filter((some) => some.length > 0);
  return [{ title: rightsTitle, lines: shown.map((protection) => rights[protection](helplines)) }];
}
