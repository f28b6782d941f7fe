import { type Language, textIn } from '../../../platform/text/catalogue.js';
import type { Helplines } from '../../../platform/text/helplines.js';
import type { Protection } from '../domain/protection.js';

/** What the law offers to people who were hurt. Empty if a report is not protected. */
export function rightsOf(
  protections: readonly Protection[],
  helplines: Helplines,
  language: Language,
): { title: string; lines: string[] }[] {
  const { rights, rightsTitle } = textIn(language).cases.protected;
  if (protections.length === 0) return [];
  return [{ title: rightsTitle, lines: protections.map((protection) => rights[protection](helplines)) }];
}
