/** A file of conversations: what is said and pressed, turn by turn, and what a thoughtful person expects of the bot. */
import { z } from 'zod';

const pattern = z.string().transform((source) => new RegExp(source, 'i'));

/** Holds when all of its parts do; they may come from different cards. */
const alternative = z.strictObject({
  /** Verbs that must be on buttons. */
  offers: z.array(z.string()).default([]),
  /** Verbs that must be on none. */
  notOffers: z.array(z.string()).default([]),
  /** Matches the whole text that the person can see, without accents. */
  says: pattern.optional(),
  notSays: pattern.optional(),
  /** Inputs by their id, with what their value matches. */
  form: z.record(z.string(), pattern).default({}),
});
export type Alternative = z.output<typeof alternative>;

const expectation = z.strictObject({
  /** One of these has to hold, if there are any. */
  any: z.array(alternative).default([]),
  /** None of these may hold. */
  never: z.array(alternative).default([]),
  why: z.string(),
});
export type Expectation = z.output<typeof expectation>;

const common = { as: z.string(), expect: expectation.optional() };
const turn = z.union([
  z.strictObject({ ...common, say: z.string() }),
  z.strictObject({ ...common, tap: z.string(), fill: z.record(z.string(), z.string()).default({}) }),
  z.strictObject({ ...common, look: z.literal(true) }),
]);
export type ConversationTurn = z.output<typeof turn>;

const conversation = z.strictObject({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  turns: z.array(turn),
});
export type Conversation = z.output<typeof conversation>;

export const conversationRows = z.array(conversation);
