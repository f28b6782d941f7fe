/** Parses what the cards of recognitions bring back. */
import { z } from 'zod';
import { pageToken, toggle } from '../../../platform/cards/inputs.js';
import { peopleInputs, peopleSent } from '../../../platform/cards/people-field.js';
import { makeVisible } from '../../../platform/text/visible.js';
import { LISTS } from '../cards/list-card.js';
import { SOURCES, type Words } from '../domain/recognition.js';

export const wordsInput = z
  .object({
    ...peopleInputs,
    attribute: z.string().max(100).catch(''),
    // Longer than the card allows, and than a row takes.
    message: z.string().max(20_000).catch(''),
    source: z.enum(SOURCES).catch('colleague'),
    public: toggle.catch(false),
  })
  .transform(
    ({ person, likely, message, public: isPublic, ...rest }): Words => ({
      ...rest,
      people: peopleSent({ likely, person }),
      message: makeVisible(message).trim(),
      isPublic,
    }),
  );

export const draftId = z.object({ id: z.uuid() });
export const ofDraft = z.object({ id: z.uuid().optional().catch(undefined) });
/** Teams returns numbers as it got them; some clients return strings. */
export const sending = draftId.extend({ revision: z.coerce.number().int() });

/** `SENDING.PERSON`: whose it is, the authenticated person says. */
export const recognition = z.object({
  id: z
    .string()
    .max(200)
    .transform((id) => id.split('.')[0])
    .pipe(z.uuid()),
});
export const decision = recognition.extend({
  agree: z.enum(['yes', 'no']),
  channel: z.string().max(400).optional().catch(undefined),
});

export const listInput = z.object({
  of: z.enum(LISTS).catch('got'),
  page: pageToken,
  period: z
    .string()
    .regex(/^20\d\d-Q[1-4]$/)
    .optional()
    .catch(undefined),
});
