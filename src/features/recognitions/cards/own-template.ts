import { z } from 'zod';
import { choiceTitle, id, plain, written } from '../../../platform/cards/fields.js';
import { rich } from '../../../platform/cards/rich.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import { textIn } from '../text/catalogue.js';

/** `19:…@thread.tacv2` */
const channelId = z.string().regex(/^[\w:.@;=-]*$/);

/** The card of the recognised person, which they keep. */
export const recognitionTemplate = defineTemplate(
  'recognitions/recognition',
  z.object({
    id,
    title: plain,
    /** The address of the picture; empty for none. The whole one is to be kept. */
    picture: z.union([z.literal(''), z.url()]),
    wholePicture: z.union([z.literal(''), z.url()]),
    pictureAlt: plain,
    attribute: plain,
    behaviours: plain,
    words: written,
    from: rich,
    when: plain,
    /** Those of their own people who are recognised with them. */
    also: rich,
    /** What the person decided about it. */
    status: rich,
    ask: rich,
    /** Where it may be published; empty when there is nothing to ask. */
    places: z.array(z.object({ title: choiceTitle, value: channelId })),
  }),
  { textIn },
);
