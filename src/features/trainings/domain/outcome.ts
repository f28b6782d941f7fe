import type { Attendee } from './attendee.js';
import type { Training } from './training.js';

/** The result of an attempt to register. */
export type AttendanceOutcome =
  | { kind: 'registered' | 'already'; training: Training; attendee: Attendee }
  | { kind: 'early' | 'late' | 'closed' | 'full' | 'code-needed' | 'code-expired'; training: Training }
  /** `locked`: no code is checked, after too many wrong ones. */
  | { kind: 'code-unknown' | 'locked' };
