/** The rows of other channels that the team decides on, for «Hoy»: one line, as they are decided one after the other. */
import type { WaitingSource } from '../../../platform/pages/tab/waiting.js';
import { isTriager } from '../domain/people.js';
import type { SourceRows } from '../store/source-rows.js';
import { textIn } from '../text/catalogue.js';

export function waitingRows(rows: Pick<SourceRows, 'count'>): WaitingSource {
  return async ({ viewer, language }) => {
    if (!isTriager(viewer)) return [];
    const { waiting } = await rows.count();
    const text = textIn(language).sources.today;
    if (waiting === 0) return [];
    return [{ what: text.rows(waiting), due: text.due, words: text.words }];
  };
}
