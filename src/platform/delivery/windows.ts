/** Teams' limits, and how instances share them. */
import type { Share } from './instances.js';

/** At most `limit` messages in any span of `ms`. */
export interface Window {
  limit: number;
  ms: number;
}

const SECOND = 1_000;
const HALF_A_MINUTE = 30_000;
const HOUR = 3_600_000;

function windows(second: number, two: number, half: number, hour: number): readonly Window[] {
  return [
    { limit: second, ms: SECOND },
    { limit: two, ms: 2 * SECOND },
    { limit: half, ms: HALF_A_MINUTE },
    { limit: hour, ms: HOUR },
  ];
}

/** Teams' limits for a bot in one conversation. */
const ALL = windows(7, 8, 60, 1_800);
/** The share of the limits for notices; the rest is for answers. */
const NOTICES = windows(5, 6, 50, 1_500);
/** More than two instances that only reply need a larger part together. It divides among four: infra/ runs five instances. */
const MANY = 2;
/** The part of the instances that only reply, together. */
const GUESTS = windows(2, 2, 10, 300);
const MANY_GUESTS = windows(4, 4, 12, 300);
/**
 * The part of the owner beside them. In an hour, a conversation may change its owner once without passing the
 * limit, since no instance knows what another one has sent.
 */
const OWNER = windows(5, 6, 50, 750);
const OWNER_NOTICES = windows(4, 5, 40, 600);
const OWNER_OF_MANY = windows(3, 4, 48, 750);
const NOTICES_OF_MANY = windows(2, 3, 38, 600);
/** Teams' limit for an app in a tenant. */
const APP: Window = { limit: 50, ms: SECOND };

export interface Limits {
  all: readonly Window[];
  /** For everything but replies. */
  notices: readonly Window[];
}

/** The limits of an instance in a conversation. */
export function limitsOf(share: Share): Limits {
  switch (share.kind) {
    case 'alone':
      return { all: ALL, notices: NOTICES };
    case 'owner':
      return share.guests > MANY
        ? { all: OWNER_OF_MANY, notices: NOTICES_OF_MANY }
        : { all: OWNER, notices: OWNER_NOTICES };
    case 'guest': {
      const part = (share.of > MANY ? MANY_GUESTS : GUESTS).map((window) => divided(window, share.of));
      return { all: part, notices: part };
    }
  }
}

/** The limits of an instance over all conversations. */
export function appLimits(instances: number): readonly Window[] {
  return [divided(APP, instances)];
}

/** Less than one message in the span becomes one in a longer span. */
function divided({ limit, ms }: Window, by: number): Window {
  return limit >= by ? { limit: Math.floor(limit / by), ms } : { limit: 1, ms: Math.ceil((ms * by) / limit) };
}
