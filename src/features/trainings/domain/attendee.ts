/** Somebody who was at a training, and how they said so. Pure. */

/** `button`: the card's. `typed`: a code sent to the bot, also by scanning. `web`: the form. `trainer`: by hand. */
export const MEANS = ['button', 'typed', 'web', 'trainer'] as const;
export type Means = (typeof MEANS)[number];

export interface Attendee {
  /** `person:` and the Entra object id, or `declared:` and a pseudonym of the document or e-mail. */
  key: string;
  /** Whether Teams authenticated them; else it is what they declared. */
  verified: boolean;
  name: string;
  /** Of the directory; or the organisation that somebody without Teams named. */
  area: string;
  /** The e-mail of the directory, or the document or e-mail that was declared. */
  contact: string;
  /** ISO 8601. */
  at: string;
  means: Means;
  /** Whether it came with the code on the wall. */
  rotating: boolean;
  /** Hash of the device that sent the form; empty where it is not known. */
  device: string;
  /** Which version of the authorisation of data they gave, and so when: with the registration itself. */
  authorisation: string;
  /** The seat taken where seats are counted; -1 elsewhere. */
  seat: number;
}

export const personKey = (id: string): string => `person:${id}`;
export const isPersonKey = (key: string): boolean => key.startsWith('person:');
export const idOfKey = (key: string): string => key.slice(key.indexOf(':') + 1);

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
