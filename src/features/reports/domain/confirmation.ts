/** The choices on the second card, and which of them are kept while the reporter goes back to the first. */
import { z } from 'zod';
import { LEVELS, type Level } from '../../../platform/impact/assessment.js';
import {
  EFFORTS,
  type Effort,
  SAFETY_QUESTIONS,
  type Safety,
  safety,
  TOPICS,
  type Topic,
} from '../../../platform/impact/failure.js';

export const confirmation = z.object({
  level: z.enum(LEVELS).optional(),
  /** It was not as grave as proposed: keeps the level, and somebody has to confirm it. */
  lessSevere: z.boolean().optional(),
  /** Undefined when the card did not ask. An empty list below is an answer. */
  topic: z.enum(TOPICS).optional(),
  efforts: z.array(z.enum(EFFORTS)).optional(),
  /** Sections of the policy. */
  touches: z.array(z.string()).optional(),
  /** Without the answers that are as proposed. */
  safety: safety.partial(),
  /** Undefined when the question was not answered. */
  superiorInvolved: z.boolean().optional(),
  /** Entra object id of the superior that the reporter named. */
  chosenSuperiorId: z.string().optional(),
  /** The reporter wants a report that calls for protection to go up the line. */
  upTheLine: z.boolean().optional(),
});
export type Confirmation = z.output<typeof confirmation>;

/** The defaults of the second card: answers on the first card, else proposals from the narrative. */
export interface Proposed {
  level: Level;
  topic: Topic;
  efforts: Effort[];
  touches: string[];
  /** What the narrative answers with a yes by itself. */
  safety: Safety;
}

/**
 * Keeps only what the reporter changed. Unchanged proposals are left out, so that they are computed again
 * when the narrative changes.
 */
export function choicesOf(confirmed: Confirmation, proposed: Proposed): Confirmation {
  return {
    ...confirmed,
    level: confirmed.level === proposed.level ? undefined : confirmed.level,
    topic: confirmed.topic === proposed.topic ? undefined : confirmed.topic,
    efforts: isSame(confirmed.efforts, proposed.efforts) ? undefined : confirmed.efforts,
    touches: isSame(confirmed.touches, proposed.touches) ? undefined : confirmed.touches,
    safety: Object.fromEntries(
      SAFETY_QUESTIONS.filter((question) => confirmed.safety[question] !== proposed.safety[question]).map(
        (question) => [question, confirmed.safety[question]],
      ),
    ),
  };
}

/** The answers on the second card; what was not answered there is as the narrative says. */
export function safetyOf(
  { safety: answers }: Pick<Confirmation, 'safety'>,
  proposed: Pick<Proposed, 'safety'>,
): Safety {
  const { threat, physical, harm } = proposed.safety;
  return {
    threat: answers.threat ?? threat,
    physical: answers.physical ?? physical,
    harm: answers.harm ?? harm,
  };
}

/** Inputs of the first card that choices on the second card depend on. */
interface Described {
  narrative: string;
  topic: Topic | '';
  efforts: Effort[];
}

/**
 * Drops the choices that depend on changed inputs of the first card. "Not involved" was said about the old
 * narrative, so it is dropped when the narrative changes, and so is the wish to send it up the line; "involved" stays.
 */
export function stillChosen(chosen: Confirmation, before: Described, after: Described): Confirmation {
  return {
    ...chosen,
    topic: before.topic === after.topic ? chosen.topic : undefined,
    efforts: isSame(before.efforts, after.efforts) ? chosen.efforts : undefined,
    superiorInvolved:
      chosen.superiorInvolved || before.narrative === after.narrative ? chosen.superiorInvolved : undefined,
    upTheLine: before.narrative === after.narrative ? chosen.upTheLine : undefined,
  };
}

function isSame(some: readonly string[] | undefined, others: readonly string[]): boolean {
  return some?.length === others.length && some.every((one) => others.includes(one));
}
