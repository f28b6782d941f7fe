/** A person on the list of a training, and how they registered. */
import { z } from 'zod';
import { pseudonymOf } from './codes.js';
import type { Training } from './training.js';

/**
 * `button`: on the card. `typed`: by a typed or scanned code. `web`: by the form. `trainer`: by hand. `meeting`:
 * by Teams' attendance report. `joined`: by joining the meeting that is tied to the training.
 */
const MEANS = ['button', 'typed', 'web', 'trainer', 'meeting', 'joined'] as const;
export type Means = (typeof MEANS)[number];

export const attendeeSchema = z.object({
  /** `person:` and the Entra object id, or `declared:` and a pseudonym of the document or e-mail. */
  key: z.string(),
  /** True when Teams authenticated the person; false for data declared in the web form, and for a mere name. */
  verified: z.boolean(),
  name: z.string(),
  /** The area in the directory, or the organisation declared in the web form. */
  area: z.string(),
  /** The e-mail in the directory, or the declared document or e-mail. */
  contact: z.string(),
  /** ISO 8601. */
  at: z.string(),
  means: z.enum(MEANS),
  /** True when the person used the rotating code on the screen. */
  rotating: z.boolean(),
  /** Hash of the device that sent the form; empty if unknown. */
  device: z.string(),
  /** Version of the data authorisation given with the form; empty for people in the directory. */
  authorisation: z.string(),
  /** Id of the form ticket that made the entry; empty for other means. Rows of version 0.1 have none. */
  ticket: z.string().default(''),
  /** Seat number when the training has limited seats; otherwise -1. */
  seat: z.number().int(),
});
export type Attendee = z.output<typeof attendeeSchema>;

export const personKey = (id: string): string => `person:${id}`;
export const isPersonKey = (key: string): boolean => key.startsWith('person:');
export const idOfKey = (key: string): string => key.slice(key.indexOf(':') + 1);

/** The attendee key for a declared document or e-mail; undefined if the contact is empty. */
export function declaredKey({ secret }: Pick<Training, 'secret'>, contact: string): string | undefined {
  const normalized = normalizeContact(contact);
  return normalized === '' ? undefined : `declared:${pseudonymOf(secret, normalized)}`;
}

/** Normalises a document or e-mail, so that "1.234.567" and "1234567" compare equal. */
export function normalizeContact(written: string): string {
  const text = written.normalize('NFKC').trim().toLowerCase();
  return text.includes('@') ? text : text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Groups attendees by shared device; one list for each device with more than one attendee. */
export function sharedDevices(attendees: readonly Attendee[]): Attendee[][] {
  const byDevice = new Map<string, Attendee[]>();
  for (const attendee of attendees) {
    if (attendee.device === '') continue;
    byDevice.set(attendee.device, [...(byDevice.get(attendee.device) ?? []), attendee]);
  }
  return [...byDevice.values()].filter((sharing) => sharing.length > 1);
}
