import { z } from 'zod';
import {
  choice,
  day,
  id,
  level,
  plain,
  several,
  typed,
  verb,
  written,
} from '../../../platform/cards/fields.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import { confirm } from './templates.js';

/** What is left out is not asked. */
export const caseFormTemplate = defineTemplate(
  'cases/form',
  z.object({
    id,
    revision: z.number().int(),
    verb,
    standalone: z.boolean(),
    title: plain,
    problem: plain,
    /** What the words answer to. */
    quote: written.default(''),
    meaning: plain,
    /** The one that is chosen. */
    level: level.default('low'),
    levels: z.array(choice).default([]),
    chosen: several.default(''),
    outcomes: z.array(choice).default([]),
    likely: id.default(''),
    people: z.array(z.object({ title: written, value: id })).default([]),
    /** Other choices. */
    selects: z.array(z.object({ id, label: plain, value: id, choices: z.array(choice) })).default([]),
    /** Asks for it; the id of the input, or empty. */
    personInput: id.default(''),
    peopleLabel: plain.default(''),
    /** Above the inputs of a commitment that a closing asks for. */
    heading: plain.default(''),
    asksWhat: z.boolean().default(false),
    what: typed.default(''),
    asksDay: z.boolean().default(false),
    until: day,
    today: z.iso.date(),
    kind: id.default(''),
    kinds: z.array(choice).default([]),
    /** The id of the input that takes the words; empty when there is none. */
    input: id,
    label: plain,
    placeholder: plain,
    /** What to say when the words are missing; empty if they may be left out. */
    required: plain,
    words: typed,
    /** Comes before the form can be sent. */
    confirm: confirm.default([]),
    submit: plain,
  }),
  { isConfidential: true },
);
