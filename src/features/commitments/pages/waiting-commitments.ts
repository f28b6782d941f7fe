/** What a person committed to, for «Hoy». */
import type { WaitingSource } from '../../../platform/pages/tab/waiting.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { calendarDay } from '../../../platform/text/dates.js';
import type { CommitmentIds } from '../cards/commitment-ids.js';
import type { CommitmentList } from '../store/commitment-list.js';

export function waitingCommitments(parts: {
  commitments: CommitmentList;
  ids: CommitmentIds;
}): WaitingSource {
  return async ({ viewer, language }) => {
    const { today, commitmentsCommand: words } = textIn(language).tab;
    const listed = await parts.commitments.open(viewer.id);
    return listed.map(({ caseId, of, what, until }) => ({
      what,
      // The whole of that day.
      until: `${until}T24`,
      due: today.toKeep(calendarDay(until, language)),
      opens: { verb: 'commitment.done', data: { id: parts.ids.of({ caseId, seq: of }) } },
      words,
    }));
  };
}
