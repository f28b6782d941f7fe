/**
 * The row `case`: for optimistic concurrency by its ETag, for people who look into the table, and to show where the
 * history ends. Its seal signs the revision and the end of the chain, so that events cannot be cut off unnoticed.
 */
import type { Signable, Signer, Verdict } from '../../../platform/storage/signer.js';
import type { Row } from '../../../platform/storage/tables.js';
import type { Case } from '../domain/case.js';

export const CASE_ROW = 'case';
/** The state of the row during erasure. The case counts as missing. */
export const ERASED = 'erased';

/** The last event of a case. */
export interface Head {
  /** Its link in the chain. */
  hash: string;
  /** ISO 8601. */
  at: string;
}

export function toSnapshot(subject: Case, { hash, at }: Head, signer: Signer): Row {
  return {
    partitionKey: subject.id,
    rowKey: CASE_ROW,
    ...columnsOf(subject),
    head: hash,
    changedAt: at,
    seal: signer.sign(sealed(subject.id, subject.revision, hash)),
  };
}

/** `before-signing`: the row is from version 0.1, or made to look like it. */
export function verifySeal(
  { partitionKey, revision, head, seal }: Row,
  signer: Signer,
): Verdict | 'before-signing' {
  if (seal === undefined) return 'before-signing';
  return signer.verify(String(seal), sealed(partitionKey, Number(revision), String(head)));
}

/** The columns in which a stored row differs from the case. */
export function differences(stored: Row, subject: Case): string[] {
  return Object.entries(columnsOf(subject)).flatMap(([name, value]) =>
    stored[name] === value ? [] : [name],
  );
}

function columnsOf(subject: Case) {
  return {
    number: subject.number,
    state: subject.state,
    revision: subject.revision,
    level: subject.level,
    reporterId: subject.reporterId ?? '',
    assigneeKind: subject.assignee.kind,
    assigneeId: subject.assignee.kind === 'person' ? subject.assignee.id : '',
    confidential: subject.report.confidential,
    narrative: subject.report.narrative,
    reportedAt: subject.reportedAt,
    dueAt: subject.dueAt ?? '',
  };
}

const sealed = (caseId: string, revision: number, head: string): Signable => ['case', caseId, revision, head];
