import type { Attendee } from './attendee.js';
import type { Training } from './training.js';

/** What became of an attempt to register. */
export type AttendanceOutcome =
  | { kind: 'registered' | 'already'; training: Training; attendee: Attendee }
  | { kind: 'early' | 'late' | 'closed' | 'full' | 'code-needed' | 'code-expired'; training: Training }
  /** `locked`: after too many wrong codes, none is looked at. */
  | { kind: 'code-unknown' | 'locked' };
