/** What a person committed to, for «Hoy». */
import type { WaitingSource } from '../../../platform/pages/tab/waiting.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { calendarDay } from '../../../platform/text/dates.js';
import type { CommitmentList } from '../store/commitment-list.js';

export function waitingCommitments(commitments: Pick<CommitmentList, 'open'>): WaitingSource {
  return async ({ viewer, language }) => {
    const { today, commitmentsCommand: words } = textIn(language).tab;
    const listed = await commitments.open(viewer.id);
    return listed.map(({ what, until }) => ({
      what,
      // The whole of that day.
      until: `${until}T24`,
      due: today.toKeep(calendarDay(until, language)),
      words,
    }));
  };
}
