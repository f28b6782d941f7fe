import { admits, type Joining, MAX_EVIDENCE } from '../../cases/index.js';
import type { Draft } from '../domain/draft.js';

/**
 * Adds files to a draft as far as it has room, and without those that need a consent which is not there.
 * Idempotent for files that it has already.
 */
export function withEvidence(draft: Draft, files: readonly Joining[]): Draft {
  const added = files
    .filter((file) => admits(draft, file))
    .map(({ evidence }) => evidence)
    .filter((file) => !draft.evidence.some(({ id }) => id === file.id));
  return { ...draft, evidence: [...draft.evidence, ...added].slice(0, MAX_EVIDENCE) };
}
