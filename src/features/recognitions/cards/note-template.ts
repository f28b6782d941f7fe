import { z } from 'zod';
import { id, plain, verb, written } from '../../../platform/cards/fields.js';
import { rich } from '../../../platform/cards/rich.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import { textIn } from '../text/catalogue.js';

const button = z.object({ title: plain });

/** What others see of a recognition: the sender's receipt, the superior's copy, the post in a channel. */
export const recognitionNoteTemplate = defineTemplate(
  'recognitions/recognition-note',
  z.object({
    id: id.default(''),
    lead: rich,
    attribute: plain.default(''),
    words: written.default(''),
    foot: rich.default([]),
    undo: z.array(button).max(1).default([]),
    /** Opens the form with what was written. */
    corrections: z.array(button).max(1).default([]),
    links: z.array(button.extend({ verb })).max(2).default([]),
  }),
  { textIn },
);
