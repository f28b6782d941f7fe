/** Tools to change a true history into one that breaks a rule. */
import { type EntryOf, entriesOf, type History, numbersIn } from '../history.js';
import type { StoredEffect } from './effects.js';
import type { Facts, StoredCase, StoredEvent } from './facts.js';
import { toldBy } from './news.js';
import { numberOf, storyOf } from './stories.js';
import type { Violation } from './violation.js';

/** What was seen and what is stored, to be changed at will. */
export interface Seen {
  history: History & { entries: History['entries'][number][] };
  facts: Facts;
}

export interface Forgery {
  title: string;
  forge: (seen: Seen) => void;
  complaint: RegExp;
  count: Violation['count'];
}

/** A quiet day has nothing of the kind that is forged. */
export class NotThere extends Error {}

export function only<T>(found: T | undefined): T {
  if (found === undefined) throw new NotThere('a quiet day has what is forged here');
  return found;
}

export const open = ({ facts }: Seen) =>
  only(facts.cases.find((one) => storyOf(one).at(-1)?.after.dueAt !== undefined));
export const first = ({ facts }: Seen) => only(facts.cases[0]);
export const lastOf = (one: StoredCase) => only(storyOf(one).at(-1)).after;
export const someRow = (seen: Seen) => only(first(seen).outbox[0]);

/** A line of news that a reporter got, with its case. */
export function newsIn({ history, facts }: Seen): { line: EntryOf<'sent'>; one: StoredCase } {
  for (const one of facts.cases) {
    const reporter = lastOf(one).reporterId;
    const line = entriesOf(history, 'sent').find(
      ({ conversation, shown, method }) =>
        method === 'post' &&
        conversation === `a:${reporter}` &&
        toldBy(shown?.text ?? '') === 'accepted' &&
        numbersIn(shown?.text ?? '').includes(numberOf(one)),
    );
    if (line) return { line, one };
  }
  return only<never>(undefined);
}

export function remove(seen: Seen, gone: (entry: History['entries'][number]) => boolean): void {
  seen.history.entries = seen.history.entries.filter((entry) => !gone(entry));
}

/** Somebody reads this text. */
export function read(seen: Seen, person: string, text: string, instance = 0): void {
  seen.history.entries.push({
    at: seen.facts.now,
    kind: 'sent',
    instance,
    leftAt: seen.facts.now,
    method: 'post',
    conversation: `a:${person}`,
    message: 'forged',
    shown: { text, summary: '', isCard: false },
    arrived: true,
    status: 201,
  });
}

/** An instance begins anew. */
export const startNow = ({ history, facts }: Seen, instance = 0): void =>
  void history.entries.push({ at: facts.now, kind: 'started', instance });

/** A case that moved up from somebody, who is told nothing of it now, and the rows of what they were to be told. */
export function movedUpUntold(seen: Seen): { rows: StoredEffect[]; climbed: StoredEvent } {
  for (const one of seen.facts.cases) {
    const story = storyOf(one);
    const climbed = story.find(({ event }) => event.body.type === 'climbed')?.event;
    const assignee = story[0]?.after.assignee;
    if (!climbed || assignee?.kind !== 'person') continue;
    remove(
      seen,
      (entry) =>
        entry.kind === 'sent' &&
        entry.conversation === `a:${assignee.id}` &&
        JSON.stringify(entry).includes(numberOf(one)),
    );
    const rows = one.outbox.filter(
      ({ seq, kind, target }) => seq === 1 && kind === 'case.card' && target === assignee.id,
    );
    return { rows, climbed };
  }
  return only<never>(undefined);
}

export const confidential = ({ facts }: Seen) =>
  only(facts.cases.find((one) => lastOf(one).report.confidential && lastOf(one).identifiedBy.length === 0));

export function strangerTo(seen: Seen, one: StoredCase): string {
  const known = storyOf(one).flatMap(({ after: { assignee } }) =>
    assignee.kind === 'person' ? assignee.id : [],
  );
  const stranger = seen.history.people.find(
    ({ id, roles }) =>
      !roles.includes('humanization') && id !== lastOf(one).reporterId && !known.includes(id),
  );
  return only(stranger).id;
}

/** The same message once more, a minute later. */
export function repeat({ history }: Seen, sent: EntryOf<'sent'>): void {
  history.entries.push({ ...sent, at: sent.at + 60_000, message: 'again' });
  history.entries.sort((one, other) => one.at - other.at);
}
