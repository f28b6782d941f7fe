/** What a message does to something that is open, learnt from the phrasings in `content/acts/`. */
export const ACTS = [
  'send',
  'affirm',
  'deny',
  'go-on',
  'correct',
  'add',
  'drop',
  'undo',
  'choose',
  'simplify',
  'example',
  'more',
  'other',
  'why',
  'how',
  'compare',
  'brief',
  'lost',
  'when',
  'who',
  'what-then',
  'accept',
  'ask-them',
  'tell-them',
  'close',
  'reject',
  'hand-over',
  'raise',
  'missing',
  'count',
  'export',
  'not-it',
  'thanks',
  'retract',
  'complain',
  'reply',
] as const;
export type Act = (typeof ACTS)[number];

/** The class of messages that do something else, whatever is open. */
export const NO_ACT = 'none';

/** What can be open between a person and the bot. */
export const THINGS = [
  /** A report that is not sent. */
  'draft',
  /** A report that the person has sent. */
  'mine',
  /** A case that waits for the person as its leader. */
  'lead',
  /** A question of a leader that waits for the person. */
  'question',
  /** Something that the bot has explained. */
  'answer',
  /** Things that were listed, to choose one of. */
  'choices',
  /** A form that is filled in. */
  'form',
  /** The offer to report what was told. */
  'offer',
  /** The card for somebody in danger. */
  'alarm',
  /** A training of the person that runs, or has just ended. */
  'training',
] as const;
export type ThingKind = (typeof THINGS)[number];
