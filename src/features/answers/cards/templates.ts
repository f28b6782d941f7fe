import { z } from 'zod';
import { id, link, MAX_ACTIONS, plain, webLink, written } from '../../../platform/cards/fields.js';
import { defineTemplate } from '../../../platform/cards/template.js';

export const answerTemplate = defineTemplate(
  'answers/answer',
  z.object({
    id,
    place: plain,
    title: plain,
    /** `marked`: contains a quote that answers the question. */
    official: z.array(z.object({ text: plain, marked: z.boolean() })),
    facts: z.array(plain),
    /** The child sections, in order. */
    parts: z.array(z.object({ number: z.number().int(), title: plain, lines: z.array(plain), below: plain })),
    explanation: plain,
    examples: z.array(plain),
    examplesShown: z.boolean(),
    webLinks: z.array(webLink).max(MAX_ACTIONS),
    canReport: z.boolean(),
    neighbourRows: z.array(z.object({ links: z.array(link).max(MAX_ACTIONS) })),
    source: plain,
    feedback: z.enum(['ask', 'comment', 'thanks']),
  }),
);

export const overviewTemplate = defineTemplate(
  'answers/overview',
  z.object({
    title: plain,
    parts: z.array(z.object({ id, title: plain, line: plain })),
    source: plain,
  }),
);

export const suggestionsTemplate = defineTemplate(
  'answers/suggestions',
  z.object({ sections: z.array(link) }),
);

export const abstentionTemplate = defineTemplate(
  'answers/abstention',
  z.object({
    /** True when the question was stored for the humanization team. */
    isKept: z.boolean(),
    isPrivate: z.boolean(),
  }),
);

export const questionsTemplate = defineTemplate(
  'answers/questions',
  z.object({
    groups: z.array(z.object({ count: z.number().int(), sample: written, near: plain })),
  }),
);
