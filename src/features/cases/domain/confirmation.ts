/** What a reporter chooses on the second card, and what of it is kept while they go back to the first. */
import { z } from 'zod';
import { LEVELS, type Level } from './assessment.js';
import { EFFORTS, type Effort, type Safety, TOPICS, type Topic } from './case.js';

export interface Confirmation {
  level?: Level;
  /** Undefined where the card did not ask, rather than was answered with nothing. */
  topic?: Topic;
  efforts?: Effort[];
  /** Sections of the policy. */
  touches?: string[];
  safety: Safety;
  /** Undefined where it was asked and not answered. */
  superiorInvolved?: boolean;
  /** Entra object id of the superior that the reporter named. */
  chosenSuperiorId?: string;
}

/** The same as it is kept with a draft. */
export const keptConfirmation: z.ZodType<Confirmation> = z.object({
  level: z.enum(LEVELS).optional(),
  topic: z.enum(TOPICS).optional(),
  efforts: z.array(z.enum(EFFORTS)).optional(),
  touches: z.array(z.string()).optional(),
  safety: z.object({ threat: z.boolean(), physical: z.boolean(), harm: z.boolean() }),
  superiorInvolved: z.boolean().optional(),
  chosenSuperiorId: z.string().optional(),
});

/** What was proposed to the reporter, by the card or by themselves on the first one. */
interface Proposed {
  level: Level;
  topic: Topic;
  efforts: Effort[];
  touches: string[];
}

/**
 * What the reporter has chosen of their own accord. What only was proposed is left out, so that it is proposed anew
 * when the narrative has changed.
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
 * The choices without those that the first card has been answered otherwise to since. That nobody of those whom it
 * goes to is involved was said of what was told then, and of nothing else.
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
