import type { CaseEvent } from './event.js';

/** What the reporter wrote last to a case that was there already; empty if nothing. */
export function lastWordsOf(reporterId: string, events: readonly CaseEvent[]): string {
  const written = events.filter(({ actorId }) => actorId === reporterId).map(({ body }) => wordsIn(body));
  return written.findLast((words) => words !== '') ?? '';
}

function wordsIn(body: CaseEvent['body']): string {
  switch (body.type) {
    case 'replied':
      return body.answer;
    case 'added':
      return body.words;
    case 'withdrawn':
    case 'contested':
    case 'reopened':
      return body.reason;
    default:
      return '';
  }
}
