/**
 * The chain of a case's events: each is signed together with the signature of the one before it. Events of version 0.1
 * have a SHA-256 hash instead, which anybody can make; the first signed event builds on it.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isSignature, type Signable, type Signer } from '../../../platform/storage/signer.js';
import type { Row } from '../../../platform/storage/tables.js';

export const EVENT_PREFIX = 'event:';
/** What the first event builds on. */
const GENESIS = '';

const linkRow = z.object({
  partitionKey: z.string(),
  rowKey: z.string(),
  type: z.string(),
  actorId: z.string(),
  at: z.string(),
  commandId: z.string(),
  body: z.string(),
});
/** The columns of an event that its link covers. */
type LinkRow = z.output<typeof linkRow>;
const linkedRow = linkRow.extend({ hash: z.string() });
export type LinkedRow = z.output<typeof linkedRow>;

export function linkOf(signer: Signer, row: LinkRow, previous = GENESIS): string {
  return signer.sign(valuesOf(row, seqOf(row), previous));
}

/**
 * `missing`: the event before it is not there. `changed`: it is not as it was signed, comes from elsewhere, or does not
 * follow on the one before it. `misplaced`: it was signed as the event `as` of this case. `unsigned`: it stands behind signed ones without a
 * signature. `unknown-key`: its key is not in the ring.
 */
export type ChainFault = { seq: number } & (
  | { kind: 'missing' | 'changed' | 'unsigned' | 'unknown-key' }
  | { kind: 'misplaced'; as: number }
);

export interface Chain {
  faults: ChainFault[];
  /** The number of events from before signing. */
  unsigned: number;
}

/** @param rows the event rows of one case, decrypted, in order. */
export function checkChain(rows: readonly Row[], signer: Signer): Chain {
  const chain: Chain = { faults: [], unsigned: 0 };
  const hashes = [GENESIS, ...rows.map(({ hash }) => String(hash))];
  let next = 1;
  let isSigned = false;
  for (const [at, row] of rows.entries()) {
    const seq = seqOf(row);
    if (seq !== next) chain.faults.push({ seq, kind: 'missing' });
    next = seq + 1;
    const linked = linkedRow.safeParse(row).data;
    const fault = linked
      ? faultOf(linked, { previous: hashes[at] ?? GENESIS, isSigned, hashes, signer })
      : { kind: 'changed' as const };
    if (fault) chain.faults.push({ seq, ...fault });
    if (isSignature(String(row.hash))) isSigned = true;
    else chain.unsigned += 1;
  }
  return chain;
}

interface Around {
  previous: string;
  /** Tells whether an event before it is signed. */
  isSigned: boolean;
  /** All hashes of the case, to find out where a misplaced event belongs. */
  hashes: readonly string[];
  signer: Signer;
}

type Fault = { kind: 'changed' | 'unsigned' | 'unknown-key' } | { kind: 'misplaced'; as: number };

function faultOf(row: LinkedRow, { previous, isSigned, hashes, signer }: Around): Fault | undefined {
  const seq = seqOf(row);
  if (!isSignature(row.hash)) {
    if (isSigned) return { kind: 'unsigned' };
    return row.hash === oldHashOf(row, seq, previous) ? undefined : { kind: 'changed' };
  }
  const isSignedAs = (as: number, after: string) => signer.verify(row.hash, valuesOf(row, as, after));
  const verdict = isSignedAs(seq, previous);
  if (verdict === 'valid') return undefined;
  if (verdict === 'unknown-key') return { kind: 'unknown-key' };
  const as = hashes.findIndex((_, place) => hashes.some((after) => isSignedAs(place, after) === 'valid'));
  return as < 0 || as === seq ? { kind: 'changed' } : { kind: 'misplaced', as };
}

function valuesOf(row: LinkRow, seq: number, previous: string): Signable {
  const { partitionKey: caseId, type, actorId, at, commandId, body } = row;
  return ['event', caseId, seq, type, actorId, at, commandId, body, previous];
}

/** The hash of version 0.1. */
function oldHashOf({ actorId, at, commandId, body }: LinkRow, seq: number, previous: string): string {
  return createHash('sha256')
    .update(JSON.stringify([previous, seq, actorId, at, commandId, body]))
    .digest('hex');
}

const seqOf = ({ rowKey }: Pick<Row, 'rowKey'>) => Number(rowKey.slice(EVENT_PREFIX.length));
