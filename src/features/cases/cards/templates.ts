import { z } from 'zod';
import {
  care,
  choice,
  fact,
  id,
  level,
  MAX_ACTIONS,
  plain,
  run,
  style,
  typed,
  verb,
  webLink,
  written,
} from '../../../platform/cards/fields.js';
import { rich } from '../../../platform/cards/rich.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import { PURPOSES } from '../../../platform/understanding/intents.js';

/** The commands that a case card can offer. */
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
  'place',
  'health',
  'commit',
] as const;

export type CaseAction = (typeof CASE_ACTIONS)[number];

export const LIST_VERBS = ['cases.mine', 'cases.inbox', 'cases.team', 'cases.all'] as const;

/** A button whose verb comes from data. */
const button = z.object({ title: plain, verb });
/** A button that confirms the level of a case as it stands. */
export const confirm = z.array(z.object({ title: plain, level })).max(1);

export const caseTemplate = defineTemplate(
  'cases/case',
  z.object({
    id,
    revision: z.number().int(),
    number: plain,
    levelStyle: style,
    levelTitle: plain,
    /** The reason for the level, for whoever decides. */
    why: rich,
    /** Where the case is on its way. */
    progress: rich,
    due: plain,
    /** Of a health claim. */
    healthDue: plain,
    banner: plain,
    /** Takes back what the reader did last. */
    undo: z.array(button).max(1),
    /** What the reporter reads while they wait. */
    receipt: rich,
    care,
    /** Who reported, and who attends to it, as far as the reader does not know it already. */
    who: rich,
    /** Why the level must be confirmed first; empty if it need not be. */
    review: z.array(plain),
    question: written,
    /** Discounted words, for the assignee who confirms the level. */
    doubted: z.array(written),
    /** Number of files. */
    evidence: z.number().int(),
    facts: z.array(fact),
    /** The narrative, or its beginning when it is long. */
    beginning: z.array(run),
    /** The whole of a long narrative; empty for a short one. */
    whole: z.array(run),
    story: z.array(z.object({ when: plain, what: written, who: written, words: written })),
    taps: z.array(button).max(1),
    confirm,
    forms: z.array(button).max(2),
    moreForms: z.array(button).max(MAX_ACTIONS),
    /** Complete what is known of the case. */
    detailForms: z.array(button).max(2),
    /** Says what is missing. */
    nudge: plain,
    teamForms: z.array(button).max(MAX_ACTIONS),
    webLinks: z.array(webLink),
    /** Offers to recognise somebody, with nothing of the case. */
    recognises: z.boolean().default(false),
    back: z.enum(['', ...LIST_VERBS]),
  }),
  { isConfidential: true },
);

export const caseFilesTemplate = defineTemplate(
  'cases/case-files',
  z.object({
    /** Of the case. */
    id,
    title: plain,
    files: z.array(
      z.object({
        id,
        title: plain,
        name: plain,
        url: z.url(),
        /** What others get of it, for its reporter; empty for anybody else. */
        form: plain,
        /** Others cannot open it, and the reader may change that. */
        isClosed: z.boolean(),
      }),
    ),
  }),
  { isConfidential: true },
);

export const newsTemplate = defineTemplate(
  'cases/news',
  z.object({
    id,
    revision: z.number().int(),
    care: care.default([]),
    lead: rich,
    /** What somebody wrote; empty if nothing was. */
    words: written.default(''),
    /** What comes next. */
    next: rich,
    forms: z.array(button).max(MAX_ACTIONS).default([]),
    taps: z.array(button).max(1).default([]),
    confirm: confirm.default([]),
    /** How whoever was hurt prefers to be spoken to: what each button tells. */
    contact: z.array(z.object({ title: plain, words: plain })).default([]),
    links: z.array(button).max(2).default([]),
  }),
  { isConfidential: true },
);

export const caseListTemplate = defineTemplate(
  'cases/case-list',
  z.object({
    title: plain,
    empty: plain,
    /** Below the title; empty for none. */
    note: plain,
    verb: z.enum(LIST_VERBS),
    /** The same list on the page «mi página». */
    section: id,
    level: z.union([level, z.literal('any')]),
    state: id,
    month: id,
    levels: z.array(choice),
    states: z.array(choice),
    cases: z.array(
      z.object({
        id,
        number: plain,
        levelStyle: style,
        level: plain,
        state: plain,
        when: written,
        /** The first words of the story; empty for readers who may not see the case. */
        words: written,
      }),
    ),
    next: z.string(),
    /** There is something to filter. */
    hasFilters: z.boolean(),
  }),
  { isConfidential: true },
);

export const exportTemplate = defineTemplate(
  'cases/export',
  z.object({ problem: plain, month: id, levels: z.array(choice), states: z.array(choice) }),
  { isConfidential: true },
);

export const accessesTemplate = defineTemplate(
  'cases/accesses',
  z.object({
    title: plain,
    sections: z.array(
      z.object({
        heading: plain,
        /** Shown when there are no lines. */
        empty: plain,
        lines: z.array(z.object({ who: written, what: written })),
      }),
    ),
    /** Of the case; empty for all cases. */
    number: id,
    /** Continuation token of the next page; empty on the last page. */
    next: z.string(),
  }),
  { isConfidential: true },
);

export const answerHereTemplate = defineTemplate(
  'cases/answer-here',
  z.object({
    answer: typed,
    /** What else the text may be for. */
    purpose: z.enum(PURPOSES),
    questions: z.array(
      z.object({
        id,
        revision: z.number().int(),
        intro: written,
        question: written,
        note: plain,
        send: plain,
      }),
    ),
  }),
  { isConfidential: true },
);
