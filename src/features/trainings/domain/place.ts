import type { Address } from '../../../platform/delivery/channel.js';

/** A channel where a training can be posted. */
export interface Place extends Address {
  team: string;
  /** Empty for the General channel. */
  channel: string;
}
