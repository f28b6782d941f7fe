/** Turns Graph's answer about a person and their superiors into the facts that the directory needs. */
import { z } from 'zod';

/** No reporting line is longer; everything beyond this is an error in the data. */
const MAX_STEPS = 50;

const guid = z.guid().transform((value) => value.toLowerCase());
const user = z.looseObject({
  id: guid,
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  department: z.string().nullish(),
  userType: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
  manager: z.unknown().optional(),
});

/** A user with nested `manager`s, as `$expand=manager($levels=max)` returns it. */
export const expandedUser = user;
export type ExpandedUser = z.output<typeof user>;

export interface PersonFacts {
  id: string;
  name: string;
  email: string;
  upn?: string | undefined;
  area: string;
  /** The nearest superior whose account is in use; undefined at the top. */
  superiorId?: string | undefined;
  isGuest: boolean;
  isDisabled: boolean;
}

/**
 * Returns the facts of everybody on the line, starting with the requested person. Skips superiors whose
 * account is disabled (they have left). Cuts a circular line above the member with the smallest id, which is
 * the same for every requested person, so that an escalation ends there instead of going round.
 */
export function reportingLine(asked: ExpandedUser): { people: PersonFacts[]; hasLoop: boolean } {
  const line: ExpandedUser[] = [];
  let next: ExpandedUser | undefined = asked;
  let loop: ExpandedUser[] = [];
  while (next && line.length < MAX_STEPS) {
    const seen = line.findIndex(({ id }) => id === next?.id);
    if (seen >= 0) {
      loop = line.slice(seen);
      break;
    }
    line.push(next);
    next = user.safeParse(next.manager).data;
  }
  const top = loop.map(({ id }) => id).sort()[0];
  const above = new Map(
    line.map(({ id }, at) => [id, id === top ? undefined : superiorOf(line, loop, at, top)]),
  );
  return {
    people: line.map((member) => toFacts(member, above.get(member.id))),
    hasLoop: loop.length > 0,
  };
}

/** Returns the nearest superior of the person at `at` whose account is in use. */
function superiorOf(
  line: readonly ExpandedUser[],
  loop: readonly ExpandedUser[],
  at: number,
  top: string | undefined,
): string | undefined {
  // A circular line continues with the start of its loop.
  const above = [...line.slice(at + 1), ...loop];
  for (const candidate of above) {
    if (candidate.id === line[at]?.id) return undefined;
    if (candidate.accountEnabled !== false) return candidate.id;
    if (candidate.id === top) return undefined;
  }
  return undefined;
}

function toFacts(member: ExpandedUser, superiorId: string | undefined): PersonFacts {
  return {
    id: member.id,
    name: member.displayName ?? '',
    email: member.mail ?? member.userPrincipalName ?? '',
    upn: member.userPrincipalName ?? undefined,
    area: member.department ?? '',
    superiorId,
    isGuest: member.userType === 'Guest',
    isDisabled: member.accountEnabled === false,
  };
}
