import { z } from 'zod';
import {
  care,
  choice,
  day,
  fact,
  id,
  level,
  link,
  plain,
  run,
  several,
  style,
  typed,
  webLink,
  written,
} from '../../../platform/cards/fields.js';
import { defineTemplate } from '../../../platform/cards/template.js';

/** What a person may be able to do from the card of a case. */
export const CASE_ACTIONS = [
  'accept',
  'reject',
  'ask',
  'reply',
  'add',
  'reclassify',
  'escalate',
  'close',
  'withdraw',
  'contest',
  'reopen',
  'reassign',
  'hold',
  'release',
  'identify',
] as const;

export const LIST_VERBS = ['cases.mine', 'cases.inbox', 'cases.team', 'cases.all'] as const;

export const caseTemplate = defineTemplate(
  'cases/case',
  z.object({
    id,
    revision: z.number().int(),
    number: plain,
    level,
    levels: z.array(choice),
    levelStyle: style,
    levelTitle: plain,
    state: plain,
    due: plain,
    banner: plain,
    care,
    /** Why the level has to be confirmed first, where it has to. */
    review: z.array(plain),
    question: written,
    /** Grave words that do not count where they stand, for the one who confirms the level. */
    doubted: z.array(written),
    /** How many files there are. */
    evidence: z.number().int(),
    facts: z.array(fact),
    narrative: z.array(run),
    story: z.array(z.object({ when: plain, what: written, who: written, words: written })),
    can: z.record(z.enum(CASE_ACTIONS), z.boolean()),
    webLinks: z.array(webLink),
    back: z.enum(['', 'cases.mine', 'cases.inbox', 'cases.all']),
  }),
);

export const caseListTemplate = defineTemplate(
  'cases/case-list',
  z.object({
    title: plain,
    empty: plain,
    verb: z.enum(LIST_VERBS),
    level: z.union([level, z.literal('any')]),
    state: id,
    month: id,
    levels: z.array(choice),
    states: z.array(choice),
    cases: z.array(
      z.object({ id, number: plain, levelStyle: style, level: plain, state: plain, when: written }),
    ),
    next: z.string(),
  }),
);

export const exportTemplate = defineTemplate(
  'cases/export',
  z.object({ problem: plain, month: id, levels: z.array(choice), states: z.array(choice) }),
);

export const offerTemplate = defineTemplate(
  'cases/report-offer',
  z.object({
    care,
    /** It was told as something that happened. */
    isTold: z.boolean(),
    id,
    section: plain,
    links: z.array(link).max(1),
    /** What was told, where it may not be kept yet: the card carries it. */
    narrative: typed,
  }),
);

export const describeTemplate = defineTemplate(
  'cases/report-describe',
  z.object({
    id,
    problem: plain,
    narrative: typed,
    topic: z.enum(['proposed', 'information', 'behaviour']),
    source: id,
    place: typed,
    occurredOn: day,
    today: z.iso.date(),
    efforts: several,
    confidential: z.enum(['true', 'false']),
    details: z.boolean(),
    /** Empty once it is given. */
    authorisation: plain,
  }),
);

export const confirmTemplate = defineTemplate(
  'cases/report-confirm',
  z.object({
    id,
    problem: plain,
    care,
    level,
    levelStyle: style,
    levelTitle: plain,
    levelDefinition: plain,
    review: plain,
    reasons: z.array(z.object({ words: written, clause: plain })),
    narrative: z.array(run),
    levels: z.array(choice),
    topic: z.enum(['information', 'behaviour']),
    efforts: several,
    touches: several,
    touchable: z.array(choice),
    safety: z.object({ threat: z.boolean(), physical: z.boolean(), harm: z.boolean() }),
    /** The question whether the recipient is involved, where it has to be answered; otherwise empty. */
    involved: plain,
    superiorInvolved: z.enum(['', 'true', 'false']),
    recipient: written,
    recipientRole: plain,
    /** The superior that the reporter named; empty for nobody. */
    superior: id,
    superiorName: written,
    confidential: z.boolean(),
  }),
);
