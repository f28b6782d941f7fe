/** Adds stored files to the current version of a case. */
import { type Evidence, mayBeKept } from '../../../../platform/cleaning/evidence.js';
import type { Person } from '../../../../platform/people/person.js';
import { allows } from '../../domain/commands.js';
import type { CaseService } from '../commands/case-service.js';

/** More than the number of files that people send at once. */
const ROUNDS = 10;

/** A stored file. */
export interface Joining {
  evidence: Evidence;
  /** The reporter agreed to add it as it is. */
  isAgreed: boolean;
}

/**
 * `closed`: there is no such case, or it accepts no more files. `busy`: conflicts persisted. `unclean`: the
 * reporter has to agree first. `later-version`: the case can only be read.
 */
export type Joined =
  | { kind: 'kept'; number: string }
  | { kind: 'too-many' | 'closed' | 'busy' | 'unclean' | 'later-version' };

/** Returns false for a file that needs a consent which is not there. */
export function admits({ confidential }: { confidential: boolean }, file: Joining): boolean {
  return mayBeKept(file.evidence, { confidential, isAgreed: file.isAgreed });
}

/** Adds a file to a case. Retries when the case changes meanwhile. */
export async function joinCase(
  service: Pick<CaseService, 'view' | 'execute'>,
  caseId: string,
  reporter: Person,
  { commandId, ...file }: Joining & { commandId: string },
): Promise<Joined> {
  for (let round = 0; round < ROUNDS; round++) {
    const loaded = await service.view(caseId, reporter);
    if (!loaded || !allows(loaded.subject.state, 'attach')) return { kind: 'closed' };
    const { revision, number, report } = loaded.subject;
    if (!admits(report, file)) return { kind: 'unclean' };
    const seen = { revision, commandId };
    const command = { type: 'attach', evidence: file.evidence } as const;
    const result = await service.execute(caseId, reporter, command, seen);
    if (result.kind === 'done') return { kind: 'kept', number };
    if (result.kind !== 'refused') return { kind: 'closed' };
    if (result.refusal === 'too-many-files') return { kind: 'too-many' };
    if (result.refusal === 'later-version') return { kind: result.refusal };
  }
  return { kind: 'busy' };
}
