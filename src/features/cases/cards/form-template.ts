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
    quote: written,
    meaning: plain,
    level,
    levels: z.array(choice),
    chosen: several,
    outcomes: z.array(choice),
    likely: id,
    people: z.array(z.object({ title: written, value: id })),
    /** Other choices. */
    selects: z.array(z.object({ id, label: plain, value: id, choices: z.array(choice) })),
    /** Asks for it; the id of the input, or empty. */
    personInput: id,
    peopleLabel: plain,
    /** Above the inputs of a commitment that a closing asks for. */
    heading: plain,
    asksWhat: z.boolean(),
    what: typed,
    asksDay: z.boolean(),
    until: day,
    today: z.iso.date(),
    kind: id,
    kinds: z.array(choice),
    /** The id of the input that takes the words; empty when there is none. */
    input: id,
    label: plain,
    placeholder: plain,
    /** What to say when the words are missing; empty if they may be left out. */
    required: plain,
    words: typed,
    /** Comes before the form can be sent. */
    confirm,
    submit: plain,
  }),
);
