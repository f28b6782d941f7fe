/** How the bot is, and which parts need attention. docs/operations.md says what to do about each. */
import type { Round } from '../../../platform/rounds.js';

export interface Status {
  version: string;
  /** Instances alive. */
  instances: number;
  /** Messages of the queue, including scheduled ones. */
  queued: number;
  /** Messages set aside, which need a person. */
  setAside: number;
  audit?: Round | undefined;
  parked?: Round | undefined;
  /** The last copy of the tables; undefined before the first. */
  backup?: Round | undefined;
  /** The last import; `live` where Microsoft Graph is asked each time. */
  people: Round | 'live' | undefined;
}

export const LINES = [
  'version',
  'instances',
  'queue',
  'setAside',
  'audit',
  'parked',
  'backup',
  'people',
] as const;
export type Line = (typeof LINES)[number];

const MINUTE_MS = 60_000;
/** The audits run every ten minutes. Three that fail to come are no accident. */
const AUDIT_LATE_MS = 35 * MINUTE_MS;
/** A copy is made every night. */
const BACKUP_OLD_MS = 27 * 60 * MINUTE_MS;
/** People join, move and leave every month. */
const PEOPLE_OLD_MS = 35 * 24 * 60 * MINUTE_MS;

/** The lines that need attention, in order. */
export function concernsOf(status: Status, now: Date): Line[] {
  const isLate = (round: Round | undefined, ms: number) =>
    round === undefined || now.getTime() - round.at.getTime() > ms;
  const { audit, parked, backup, people } = status;
  const concerns: Partial<Record<Line, boolean>> = {
    setAside: status.setAside > 0,
    audit: isLate(audit, AUDIT_LATE_MS) || (audit?.count ?? 0) > 0,
    parked: isLate(parked, AUDIT_LATE_MS) || (parked?.count ?? 0) > 0,
    backup: backup !== undefined && isLate(backup, BACKUP_OLD_MS),
    people: people !== 'live' && isLate(people, PEOPLE_OLD_MS),
  };
  return LINES.filter((line) => concerns[line]);
}
