/** Up to where each person has read each chat. */
import { KeptMap, placeOf } from './kept.js';
import type { ChatMessage, State } from './types.js';

export class ReadMarks {
  readonly #marks = new KeptMap<number>('read-marks');

  /** What is there when this browser sees a chat for the first time counts as read. */
  constructor({ conversations, messages }: State, changed: () => void) {
    for (const { id, members } of conversations) {
      const last = Number(messages.findLast(({ conversationId }) => conversationId === id)?.id ?? 0);
      for (const personId of members) {
        const place = placeOf(personId, id);
        if (this.#marks.get(place) === undefined) this.#marks.set(place, last);
      }
    }
    this.#marks.onChangeElsewhere(changed);
  }

  /** Counts what others wrote in a chat since the person last read it. */
  unread(personId: string, conversationId: string, messages: readonly ChatMessage[]): number {
    const mark = this.#marks.get(placeOf(personId, conversationId)) ?? 0;
    return messages.filter(({ id, from }) => from !== personId && Number(id) > mark).length;
  }

  markRead(personId: string, { conversationId, id }: ChatMessage): void {
    const place = placeOf(personId, conversationId);
    if ((this.#marks.get(place) ?? 0) < Number(id)) this.#marks.set(place, Number(id));
  }
}
