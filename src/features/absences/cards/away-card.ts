import { z } from 'zod';
import { day, plain, written } from '../../../platform/cards/fields.js';
import { defineTemplate } from '../../../platform/cards/template.js';

export const awayTemplate = defineTemplate(
  'absences/away',
  z.object({
    problem: plain,
    until: day,
    today: z.iso.date(),
    /** Name of the current deputy; empty for none. */
    deputy: written,
  }),
);
