/** The people one can talk to. */

import { z } from 'zod';
import { MAX_ACTIONS, plain, webLink } from '../../../platform/cards/fields.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import { textIn } from '../text/catalogue.js';

export const personTemplate = defineTemplate(
  'home/person',
  z.object({
    intro: plain,
    /** A chat with each member of the team. */
    chats: z.array(webLink).max(MAX_ACTIONS),
    /** Who else helps: a name, and how to reach it. */
    contacts: z.array(z.object({ name: plain, value: plain })),
    webLinks: z.array(webLink).max(MAX_ACTIONS),
    urgent: plain,
  }),
  { textIn },
);
