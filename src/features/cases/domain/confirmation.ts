/** What a reporter chooses on the second card, and what of it is kept while they go back to the first. */
import { z } from 'zod';
import { LEVELS, type Level } from './assessment.js';
import { EFFORTS, type Effort, safety, TOPICS, type Topic } from './report.js';

export const confirmation = z.object({
  level: z.enum(LEVELS).optional(),
  /** Undefined where the card did not ask, rather than was answered with nothing. */
  topic: z.enum(TOPICS).optional(),
  efforts: z.array(z.enum(EFFORTS)).optional(),
  /** Sections of the policy. */
  touches: z.array(z.string()).optional(),
  safety,
  /** Undefined where it was asked and not answered. */
  superiorInvolved: z.boolean().optional(),
  /** Entra object id of the superior that the reporter named. */
  chosenSuperiorId: z.string().optional(),
});
export type Confirmation = z.output<typeof confirmation>;

/** What was proposed to the reporter, by the card or by themselves on the first one. */
export interface Proposed {
  level: Level;
  topic: Topic;
  efforts: Effort[];
  touches: string[];
}

/**
 * Keeps what the reporter has chosen of their own accord. What only was proposed is left out, so that it is proposed
 * anew when the narrative has changed.
 */
export function choicesOf(confirmed: Confirmation, proposed: Proposed): Confirmation {
  return {
    ...confirmed,
    level: confirmed.level === proposed.level ? undefined : confirmed.level,
    topic: confirmed.topic === proposed.topic ? undefined : confirmed.topic,
    efforts: isSame(confirmed.efforts, proposed.efforts) ? undefined : confirmed.efforts,
    touches: isSame(confirmed.touches, proposed.touches) ? undefined : confirmed.touches,
  };
}

/** What the first card asks as well, and the narrative to which the answers were given. */
interface Described {
  narrative: string;
  topic: Topic | '';
  efforts: Effort[];
}

/**
 * Drops the choices that the first card has been answered otherwise to since. "Nobody of those whom it goes to is
 * involved" was said of what was told then, and of nothing else.
 */
export function stillChosen(chosen: Confirmation, before: Described, after: Described): Confirmation {
  return {
    ...chosen,
    topic: before.topic === after.topic ? chosen.topic : undefined,
    efforts: isSame(before.efforts, after.efforts) ? chosen.efforts : undefined,
    superiorInvolved:
      chosen.superiorInvolved || before.narrative === after.narrative ? chosen.superiorInvolved : undefined,
  };
}

function isSame(some: readonly string[] | undefined, others: readonly string[]): boolean {
  return some?.length === others.length && some.every((one) => others.includes(one));
}
