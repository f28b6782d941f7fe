/** The immediate superior of a person; names as the directory has them. */

import { z } from 'zod';
import { link, MAX_ACTIONS, plain, written } from '../../../platform/cards/fields.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import { textIn } from '../text/catalogue.js';

export const superiorTemplate = defineTemplate(
  'home/superior',
  z.object({
    title: plain,
    name: written,
    body: plain,
    /** Who stands in. */
    note: written,
    links: z.array(link).max(MAX_ACTIONS),
  }),
  { textIn },
);
