import { z } from 'zod';
import {
  id,
  link,
  MAX_ACTIONS,
  plain,
  typed,
  verb,
  webLink,
  written,
} from '../../../platform/cards/fields.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import { INTENTS } from '../../../platform/understanding/intents.js';
import { textIn } from '../text/catalogue.js';

/** Whether somebody has said what they think of an answer, and may say why. */
const feedback = z.enum(['ask', 'comment', 'thanks']);

/** More to choose from is a wall. */
export const MOST_NEIGHBOURS = 3;

export const answerTemplate = defineTemplate(
  'answers/answer',
  z.object({
    id,
    place: plain,
    title: plain,
    official: z.array(plain),
    facts: z.array(plain),
    /** The child sections, in order; each opens with its own words. */
    parts: z.array(z.object({ id, number: z.number().int(), title: plain, line: plain })),
    explanation: plain,
    examples: z.array(plain),
    examplesShown: z.boolean(),
    webLinks: z.array(webLink).max(MAX_ACTIONS),
    canReport: z.boolean(),
    /** What the person wrote, if it may tell of a failure; for the report that they may make of it. */
    narrative: typed,
    neighbours: z.array(link).max(MOST_NEIGHBOURS),
    source: plain,
    feedback,
  }),
  { textIn },
);

export const articleTemplate = defineTemplate(
  'answers/article',
  z.object({
    id,
    title: plain,
    answer: plain,
    points: z.array(plain),
    steps: z.array(z.object({ number: z.number().int(), step: plain })),
    say: z.array(plain),
    avoid: z.array(plain),
    /** What somebody may do next. */
    next: z.array(z.object({ title: plain, verb })).max(1),
    sections: z.array(link).max(MAX_ACTIONS),
    source: plain,
    feedback,
  }),
  { textIn },
);

export const overviewTemplate = defineTemplate(
  'answers/overview',
  z.object({
    title: plain,
    parts: z.array(z.object({ id, title: plain, line: plain })),
    source: plain,
  }),
  { textIn },
);

/** A section as somebody puts it into a chat. */
export const quotationTemplate = defineTemplate(
  'answers/quotation',
  z.object({
    place: plain,
    title: plain,
    official: z.array(plain),
    facts: z.array(plain),
    source: plain,
    links: z.array(webLink).max(1),
  }),
  { textIn },
);

export const suggestionsTemplate = defineTemplate(
  'answers/suggestions',
  z.object({
    sections: z.array(link),
    /** What the person wrote, if it may tell of a failure. */
    narrative: typed,
  }),
  { textIn },
);

export const abstentionTemplate = defineTemplate(
  'answers/abstention',
  z.object({
    /** True when the question was stored for the humanization team. */
    isKept: z.boolean(),
    isPrivate: z.boolean(),
    /** The way into private, in a channel. */
    webLinks: z.array(webLink).max(1),
    /** The sections that come closest. */
    nearest: z.array(link).max(MAX_ACTIONS),
  }),
  { textIn },
);

export const choicesTemplate = defineTemplate(
  'answers/choices',
  z.object({
    /** The activity of the text that is asked back. */
    id: z.string(),
    said: typed,
    choices: z.array(z.object({ intent: z.enum(INTENTS), title: plain })),
    nearest: z.array(link).max(MAX_ACTIONS),
  }),
  { textIn },
);

export const questionsTemplate = defineTemplate(
  'answers/questions',
  z.object({
    groups: z.array(z.object({ count: z.number().int(), sample: written, near: plain })),
    askedBack: z.array(z.object({ count: z.number().int(), offered: plain, chosen: plain, sample: written })),
    opinions: z.array(
      z.object({
        title: plain,
        useful: z.number().int(),
        useless: z.number().int(),
        comments: z.array(written),
      }),
    ),
  }),
  { textIn },
);
