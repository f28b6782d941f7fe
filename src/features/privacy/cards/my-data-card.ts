import { z } from 'zod';
import { plain } from '../../../platform/cards/fields.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import { textIn } from '../text/catalogue.js';

export const myDataTemplate = defineTemplate(
  'privacy/my-data',
  z.object({
    given: z.boolean(),
    consent: plain,
    kept: z.array(plain),
    authorisation: z.array(plain),
    withdrawal: plain,
  }),
  { textIn },
);
