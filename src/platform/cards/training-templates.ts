import { z } from 'zod';
import { makeVisible } from '../text/visible.js';
import { id, MAX_ACTIONS, plain, style, typed, webLink, written } from './fields.js';

const fact = z.object({ label: plain, value: written });
/** A name in a list of choices, which some clients read as Markdown. */
const choiceTitle = z.string().transform((value) => makeVisible(value).replace(/[[\]()*_`~#!<>]/g, ''));
/** Of a channel: `19:…@thread.tacv2`. */
const channelId = z.string().regex(/^[\w:.@;=-]*$/);
const day = z.union([z.literal(''), z.iso.date()]);
const time = z.string().regex(/^(\d\d:\d\d)?$/);
const webLinks = z.array(webLink).max(MAX_ACTIONS - 1);
/** A picture of ours inside the card, or none. */
const picture = z.string().regex(/^(data:image\/png;base64,[\w+/=]+)?$/);

/** The data of the templates of trainings. */
export const TRAINING_TEMPLATES = {
  'training-form': z.object({
    id,
    problem: plain,
    dialog: z.boolean(),
    title: typed,
    trainer: id,
    trainerName: choiceTitle,
    /** Empty where it goes into the channel in which it was asked for. */
    channels: z.array(z.object({ title: choiceTitle, value: channelId })),
    channel: channelId,
    day,
    today: z.iso.date(),
    startsAt: time,
    endsAt: time,
    place: typed,
    /** Null for no limit: an empty text would be no number to the client, and hold the form back. */
    capacity: z.number().int().nullable(),
    requiresCode: z.enum(['true', 'false']),
  }),
  training: z.object({
    id,
    banner: plain,
    bannerStyle: style,
    title: written,
    state: plain,
    facts: z.array(fact),
    qr: picture,
    qrAlt: plain,
    code: id,
    requiresCode: z.boolean(),
    canRegister: z.boolean(),
    count: plain,
    webLinks,
  }),
  attendance: z.object({ style, heading: plain, body: plain, title: written, facts: z.array(fact) }),
  'training-desk': z.object({
    id,
    banner: plain,
    bannerStyle: style,
    title: written,
    state: plain,
    facts: z.array(fact),
    count: plain,
    /** Empty where there is none to show: it is shown once. */
    screenUrl: z.union([z.literal(''), z.url()]),
    warnings: z.array(written),
    attendees: z.array(z.object({ name: written, how: plain })),
    more: plain,
    results: z.array(plain),
    resultsNote: plain,
    requireTitle: plain,
    open: z.boolean(),
    canAskCheck: z.boolean(),
  }),
  'training-missing': z.object({
    id,
    heading: plain,
    body: plain,
    names: z.array(written),
    more: plain,
    canRemind: z.boolean(),
  }),
  'training-files': z.object({ webLinks }),
  'training-correct': z.object({
    id,
    title: written,
    problem: plain,
    kind: z.enum(['added', 'removed']),
    contact: typed,
    reason: typed,
  }),
  'training-check': z.object({
    id,
    problem: plain,
    open: z.boolean(),
    questions: z.array(
      z.object({
        number: plain,
        words: plain,
        input: id,
        options: z.array(z.object({ title: plain, value: id })),
        answered: z.boolean(),
        verdict: plain,
      }),
    ),
  }),
  'training-list': z.object({
    trainings: z.array(z.object({ id, title: written, when: plain })),
    next: z.string(),
  }),
  coverage: z.object({
    title: plain,
    summary: plain,
    areas: z.array(z.object({ area: written, people: plain, share: plain })),
    note: plain,
    before: plain,
    beforeMonth: id,
    after: plain,
    afterMonth: id,
  }),
} as const;
