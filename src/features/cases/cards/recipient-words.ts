/** What the second card says of those who will receive the report. */
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import type { Helplines } from '../../../platform/text/helplines.js';
import type { Protection } from '../domain/protection.js';
import type { Recipient } from '../domain/recipient.js';

/** By name; nobody of the humanization team is named. */
export function nameOf({ names }: Recipient, language: Language): string {
  if (names.length === 0) return textIn(language).cases.team;
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

export function roleOf({ role, teamReason }: Recipient, language: Language): string {
  const text = textIn(language).cases;
  return teamReason ? text.teamReason[teamReason] : text.role[role];
}

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
