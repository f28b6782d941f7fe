/** How long instances wait for each other. Tests shorten these times. */
export interface DeliveryTimes {
  /** The interval of the sign of life of an instance. */
  heartbeatMs: number;
  /** An instance without a sign of life for this long counts as gone; others take over its work. */
  lifeMs: number;
  /** A commit and its dispatch finish before this; after it, another instance carries on. */
  safetyNetMs: number;
  /** How long taken work is hidden from other instances; renewed while it is in progress. */
  inHandMs: number;
  /** The pause of an instance that has found the queue empty. */
  idleMs: number;
  /** The interval in which an instance looks for notices that others have left to it. */
  handoverMs: number;
  /** What changes the figures within this time is counted at once. */
  figuresMs: number;
}

/** The time for what is in flight when a process is told to stop, in milliseconds; after it, the process ends. */
export const FINISH_WITHIN_MS = 10_000;

export const DELIVERY_TIMES: DeliveryTimes = {
  heartbeatMs: 5_000,
  lifeMs: 15_000,
  safetyNetMs: 30_000,
  inHandMs: 60_000,
  idleMs: 1_000,
  handoverMs: 1_000,
  figuresMs: 20_000,
};
