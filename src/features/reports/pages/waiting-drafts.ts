/** The reports that a person has not sent, for «Hoy». The page may be in view of others: it tells nothing of them. */
import type { WaitingSource } from '../../../platform/pages/tab/waiting.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { moment } from '../../../platform/text/dates.js';
import type { Drafts } from '../store/drafts.js';

export function waitingDrafts(drafts: Pick<Drafts, 'touchedBy'>): WaitingSource {
  return async ({ viewer, language }) => {
    const { today } = textIn(language).tab;
    const touched = await drafts.touchedBy(viewer.id);
    return touched
      .filter(({ draft }) => draft !== undefined)
      .map(({ at }) => ({
        what: today.draft,
        due: today.toSend(moment(new Date(at), language)),
        words: today.draftCommand,
      }));
  };
}
