import type { OutboxItem } from '../../../../platform/delivery/outbox.js';
import type { CaseEvent } from '../../domain/event.js';

/** The event that a row of the outbox follows from: `outbox:000002:001` belongs to event 2. */
export function eventOf(
  { rowKey }: Pick<OutboxItem, 'rowKey'>,
  events: readonly CaseEvent[],
): CaseEvent | undefined {
  const seq = Number(rowKey.split(':')[1]);
  return events.find((event) => event.seq === seq);
}

/** Only the event before can be taken back. */
export function isUndone(events: readonly CaseEvent[], { seq }: CaseEvent): boolean {
  return events.some(({ body, seq: at }) => body.type === 'undone' && at === seq + 1);
}
