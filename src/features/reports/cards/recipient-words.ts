/** What the second card says of those who will receive the report. */
import { type Language, textIn } from '../../../platform/text/catalogue.js';
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
