/** Somebody who is on the list of a training, and how they came to be on it. */
import { z } from 'zod';
import { pseudonymOf } from './codes.js';
import type { Training } from './training.js';

/** `button`: the card's. `typed`: a code sent to the bot, also by scanning. `web`: the form. `trainer`: by hand. */
const MEANS = ['button', 'typed', 'web', 'trainer'] as const;
export type Means = (typeof MEANS)[number];

export const attendeeSchema = z.object({
  /** `person:` and the Entra object id, or `declared:` and a pseudonym of the document or e-mail. */
  key: z.string(),
  /** Teams has authenticated them; otherwise the data are what they declared. */
  verified: z.boolean(),
  name: z.string(),
  /** From the directory; or the organisation that somebody without Teams named. */
  area: z.string(),
  /** The e-mail in the directory, or the document or e-mail that was declared. */
  contact: z.string(),
  /** ISO 8601. */
  at: z.string(),
  means: z.enum(MEANS),
  /** They had the code on the screen. */
  rotating: z.boolean(),
  /** Hash of the device that sent the form; empty where it is not known. */
  device: z.string(),
  /** The version of the data authorisation that they gave with the form; empty for people of the directory. */
  authorisation: z.string(),
  /** The seat taken where seats are counted; -1 elsewhere. */
  seat: z.number().int(),
});
export type Attendee = z.output<typeof attendeeSchema>;

export const personKey = (id: string): string => `person:${id}`;
export const isPersonKey = (key: string): boolean => key.startsWith('person:');
export const idOfKey = (key: string): string => key.slice(key.indexOf(':') + 1);

/** The key of somebody who registers with this document or e-mail; undefined where there is nothing in it. */
export function declaredKey({ secret }: Pick<Training, 'secret'>, contact: string): string | undefined {
  const normalized = normalizeContact(contact);
  return normalized === '' ? undefined : `declared:${pseudonymOf(secret, normalized)}`;
}

/** The form in which two ways of writing a document or an e-mail are the same: "1.234.567" and "1234567". */
export function normalizeContact(written: string): string {
  const text = written.normalize('NFKC').trim().toLowerCase();
  return text.includes('@') ? text : text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** The people who share a device with somebody else, a list for each such device. */
export function sharedDevices(attendees: readonly Attendee[]): Attendee[][] {
  const byDevice = new Map<string, Attendee[]>();
  for (const attendee of attendees) {
    if (attendee.device === '') continue;
    byDevice.set(attendee.device, [...(byDevice.get(attendee.device) ?? []), attendee]);
  }
  return [...byDevice.values()].filter((sharing) => sharing.length > 1);
}
