/** Adds stored files to the current version of a draft or a case. */
import type { Person } from '../../../platform/people/person.js';
import { allows, MAX_EVIDENCE } from '../domain/commands.js';
import type { Draft } from '../domain/draft.js';
import type { Evidence } from '../domain/report.js';
import type { CaseService } from './case-service.js';

/** More than the number of files that people send at once. */
const ROUNDS = 10;

/** `closed`: there is no such case, or it accepts no more files. `busy`: conflicts persisted. */
export type Joined = { kind: 'kept'; number: string } | { kind: 'too-many' | 'closed' | 'busy' };

/** Adds files to a draft as far as it has room. Idempotent for files that it has already. */
export function withEvidence(draft: Draft, files: readonly Evidence[]): Draft {
  const added = files.filter(({ id }) => !draft.evidence.some((known) => known.id === id));
  return { ...draft, evidence: [...draft.evidence, ...added].slice(0, MAX_EVIDENCE) };
}

/** Adds a file to a case. Retries when the case changes meanwhile. */
export async function joinCase(
  service: Pick<CaseService, 'view' | 'execute'>,
  caseId: string,
  reporter: Person,
  { evidence, commandId }: { evidence: Evidence; commandId: string },
): Promise<Joined> {
  for (let round = 0; round < ROUNDS; round++) {
    const loaded = await service.view(caseId, reporter);
    if (!loaded || !allows(loaded.subject.state, 'attach')) return { kind: 'closed' };
    const { revision, number } = loaded.subject;
    const seen = { revision, commandId };
    const result = await service.execute(caseId, reporter, { type: 'attach', evidence }, seen);
    if (result.kind === 'done') return { kind: 'kept', number };
    if (result.kind !== 'refused') return { kind: 'closed' };
    if (result.refusal === 'too-many-files') return { kind: 'too-many' };
  }
  return { kind: 'busy' };
}
