/** Verifies the history of a case, for the people who run the bot: `npm run verify-case`. */
import { AppError } from '../../../../platform/errors.js';
import { StorageError } from '../../../../platform/storage/errors.js';
import { isEncrypted } from '../../../../platform/storage/field-cipher.js';
import type { Signer } from '../../../../platform/storage/signer.js';
import { type Row, rowsOf, type Tables } from '../../../../platform/storage/tables.js';
import type { Anchors } from '../../store/anchors.js';
import { toldBy } from '../../store/case-store.js';
import { type Chain, type ChainFault, checkChain, EVENT_PREFIX } from '../../store/chain.js';
import { eventKey } from '../../store/events.js';
import { CASE_ROW, differences, ERASED, verifySeal } from '../../store/snapshot.js';
import { anchorsOf, type Checked, checkAnchors } from './anchor-check.js';

export interface Verification extends Required<Checked> {
  /** The number of the case and of its events; empty when there is no such case. */
  title: string;
}

export interface VerificationParts {
  tables: Tables;
  /** The same tables without decryption: what cannot be decrypted has to be named, too. */
  raw: Tables;
  signer: Signer;
  anchors: Anchors;
}

interface Rows {
  events: Row[];
  snapshot?: Row;
  /** Keys of rows that cannot be decrypted. They are in the lists as stored. */
  sealed: string[];
}

export async function verifyCase(parts: VerificationParts, id: string): Promise<Verification> {
  const rows = await rowsOfCase(parts, id);
  const anchored = await anchorsOf(parts.anchors, id);
  const { events, snapshot, sealed } = rows;
  if (events.length === 0 && !snapshot) {
    const last = anchored.ends.at(-1);
    const gone = last ? [`It had ${last.revision} events on ${last.day}. See the table Deletions.`] : [];
    return { title: '', facts: [], faults: ['There is no such case.', ...gone] };
  }
  const chain = checkChain(events, parts.signer);
  const checked = [
    checkEvents(chain, sealed),
    checkSnapshot(rows, chain, parts.signer),
    checkAnchors(events, anchored),
  ];
  return {
    title: `${snapshot?.number ?? ''}, ${events.length} events`,
    facts: checked.flatMap(({ facts = [] }) => facts),
    faults: checked.flatMap(({ faults = [] }) => faults),
  };
}

async function rowsOfCase({ tables, raw }: VerificationParts, id: string): Promise<Rows> {
  const rows: Rows = { events: [], sealed: [] };
  const opened = async (stored: Row): Promise<Row> => {
    const row = await decrypted(tables, stored);
    if (!row) rows.sealed.push(stored.rowKey);
    return row ?? stored;
  };
  const snapshot = await raw.get('Cases', id, CASE_ROW);
  if (snapshot) rows.snapshot = await opened(snapshot.row);
  for await (const { row } of rowsOf(raw, 'Cases', id, EVENT_PREFIX)) rows.events.push(await opened(row));
  return rows;
}

/** Undefined when the row was changed or moved, or its key is missing. */
async function decrypted(tables: Tables, stored: Row): Promise<Row | undefined> {
  try {
    const row = (await tables.get('Cases', stored.partitionKey, stored.rowKey))?.row ?? stored;
    const isStillSealed = Object.entries(row).some(
      ([name, value]) => value === stored[name] && isEncrypted(value),
    );
    return isStillSealed ? undefined : row;
  } catch (error) {
    if (!(error instanceof AppError) || error instanceof StorageError) throw error;
    return undefined;
  }
}

function checkEvents({ faults, unsigned }: Chain, sealed: readonly string[]): Checked {
  return {
    facts:
      unsigned > 0
        ? [`${unsigned} of them are from before signing: anybody could have made their hashes.`]
        : [],
    faults: [
      ...sealed.map(
        (key) => `The row ${key} cannot be decrypted: it was changed or moved, or its key is missing.`,
      ),
      // Of words that cannot be read, one cannot tell whether they were changed.
      ...faults
        .filter(({ kind, seq }) => kind !== 'changed' || !sealed.includes(eventKey(seq)))
        .map(sentenceOf),
    ],
  };
}

function sentenceOf(fault: ChainFault): string {
  const { seq } = fault;
  switch (fault.kind) {
    case 'missing':
      return `The event before event ${seq} is missing.`;
    case 'changed':
      return `Event ${seq} is not as it was signed: its actor, time, command, type or words were changed, it is of another case, or it does not follow on the one before it.`;
    case 'misplaced':
      return `Event ${seq} is out of place: it was signed as event ${fault.as}.`;
    case 'unsigned':
      return `Event ${seq} is not signed, and those before it are.`;
    case 'unknown-key':
      return `Event ${seq} cannot be verified: its key is not in INTEGRITY_KEYS.`;
  }
}

/** The row `case` against its seal and against what the events make of the case. */
function checkSnapshot({ events, snapshot, sealed }: Rows, { unsigned }: Chain, signer: Signer): Checked {
  if (!snapshot) return { faults: ['The row of the case is missing.'] };
  if (snapshot.state === ERASED)
    return { faults: ['The case is marked as erased, and its rows are still there.'] };
  const faults: string[] = [];
  if (snapshot.revision !== events.length) {
    faults.push(`There are ${events.length} events; the row of the case says ${snapshot.revision}.`);
  }
  const seal = verifySeal(snapshot, signer);
  const hasOldEnd = unsigned === events.length;
  if (seal === 'unknown-key')
    faults.push('The row of the case cannot be verified: its key is not in INTEGRITY_KEYS.');
  const isOtherEnd = seal === 'valid' && snapshot.head !== events.at(-1)?.hash;
  if (seal === 'wrong' || isOtherEnd || (seal === 'before-signing') !== hasOldEnd) {
    faults.push('The end of the case is not the one that was signed: events may have been cut off or added.');
  }
  const replayed = sealed.length > 0 ? undefined : replayedOf(events, snapshot);
  if (replayed === 'no history') return { faults: [...faults, 'The events make no history of a case.'] };
  if (!replayed) return { faults };
  if (replayed.isAhead) {
    const news =
      'It has events of a later version of the bot: the row of the case was not compared with them.';
    return { faults, facts: [news] };
  }
  const columns = differences(snapshot, replayed.subject);
  if (columns.length > 0) faults.push(`The row of the case differs from its events: ${columns.join(', ')}.`);
  return { faults };
}

function replayedOf(events: readonly Row[], snapshot: Row) {
  try {
    return toldBy(events, snapshot) ?? ('no history' as const);
  } catch {
    return 'no history' as const;
  }
}
