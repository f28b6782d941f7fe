import type { DataProvider } from '../../../platform/people/data-provider.js';
import type { CommitmentList } from '../store/commitment-list.js';

/** What a person committed to. */
export function commitmentData(commitments: CommitmentList): DataProvider {
  return {
    name: 'commitments',
    dataOf: async (personId) =>
      (await commitments.of(personId)).map(({ what, until, kind, state }) => ({
        what,
        until,
        kind,
        progress: state,
      })),
  };
}
