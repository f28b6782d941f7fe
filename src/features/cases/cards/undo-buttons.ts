/** What comes next for who has just decided, and for two minutes the button that takes it back. */
import type { Person } from '../../../platform/people/person.js';
import { type Catalogue, type Language, textIn } from '../../../platform/text/catalogue.js';
import { timeOfDay } from '../../../platform/text/dates.js';
import type { Case } from '../domain/case.js';
import { nextFollowUp } from '../domain/commitment.js';
import { commitmentOf } from '../domain/commitment-effects.js';
import type { CaseEvent } from '../domain/event.js';
import { undoableUntil } from '../domain/undo.js';
import type { Button } from './case-buttons.js';

/** Empty after an event that nobody decided. */
export function afterwards(subject: Case, events: readonly CaseEvent[], text: Catalogue['cases']): string {
  const event = events.at(-1);
  const type = event?.body.type;
  const commitment = event?.body.type === 'committed' ? commitmentOf(event, subject) : undefined;
  const next = commitment && nextFollowUp(commitment);
  if (next) {
    const { own, other } = text.commitments.noted;
    return (commitment.personId === event?.actorId ? own : other)[next.phase];
  }
  const after: Partial<Record<string, string>> =
    subject.reporterId === undefined ? { ...text.after, ...text.takenIn.after } : text.after;
  return (type && after[type]) ?? '';
}

/** The button says until when, because the card may be looked at later. */
export function undoButtons(
  subject: Case,
  viewer: Pick<Person, 'id'>,
  { now, language }: { now: Date; language: Language },
): Button[] {
  const until = undoableUntil(subject, viewer);
  if (!until || now > until) return [];
  const title = textIn(language).cases.undo(timeOfDay(until, language));
  return [{ title, verb: 'case.undo' }];
}
