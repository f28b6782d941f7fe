import type { CaseEvent } from './event.js';

/** What was written with an event; empty if nothing was. */
export function wordsOf({ body }: CaseEvent): string {
  switch (body.type) {
    case 'accepted':
      return body.note;
    case 'asked':
      return body.question;
    case 'replied':
      return body.answer;
    case 'added':
      return body.words;
    case 'closed':
      return body.summary;
    default:
      return 'reason' in body ? body.reason : '';
  }
}

/** What the reporter wrote last to a case that was there already; empty if nothing. */
export function lastWordsOf(reporterId: string, events: readonly CaseEvent[]): string {
  const written = events.filter(({ actorId }) => actorId === reporterId).map(wordsOf);
  return written.findLast((words) => words !== '') ?? '';
}
