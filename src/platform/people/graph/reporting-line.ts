/** From what Graph tells about a person and all who are above, to the facts that the directory needs. */
import { z } from 'zod';

/** Nobody has so many superiors above each other; what goes on after that is a mistake. */
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

/** A user with `manager` in it, and in that the next, as `$expand=manager($levels=max)` answers. */
export const expandedUser = user;
export type ExpandedUser = z.output<typeof user>;

export interface PersonFacts {
  id: string;
  name: string;
  email: string;
  area: string;
  /** The first above whose account is in use; undefined at the top. */
  superiorId?: string;
  isGuest: boolean;
  isDisabled: boolean;
}

/**
 * The facts of everybody on the line, the person asked for first. Who has left (the account is disabled) is
 * passed over as a superior. A line that leads back to itself is cut above the member with the smallest id,
 * which is the same whoever is asked for, so that an escalation ends there instead of going round.
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

/** The first above the one at this place whose account is in use. */
function superiorOf(
  line: readonly ExpandedUser[],
  loop: readonly ExpandedUser[],
  at: number,
  top: string | undefined,
): string | undefined {
  // Above the last of the line stands the first of the loop, where there is one.
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
    area: member.department ?? '',
    superiorId,
    isGuest: member.userType === 'Guest',
    isDisabled: member.accountEnabled === false,
  };
}
