/** The text lines of the trainer's card. */

import { timeOfDay } from '../../../platform/text/dates.js';
import { type Attendee, isPersonKey, sharedDevices } from '../domain/attendee.js';
import type { Question } from '../domain/questions.js';
import { minutesOf } from '../domain/session.js';
import type { Training } from '../domain/training.js';
import type { MeetingStay } from '../store/meeting-store.js';
import { type Language, textIn } from '../text/catalogue.js';

/** Names on one line; a device at the entrance may have hundreds. */
const NAMES = 5;
const DEVICES = 5;
/** Results of fewer answers would reveal how one person did. */
const LEAST_ANSWERS = 3;

/**
 * How an attendee registered, on one line: time, means, rotating code or not, verified or declared, device, and the
 * minutes in the meeting.
 * @param isOver the training has ended.
 */
export function howOf(
  attendee: Attendee,
  stay: MeetingStay | undefined,
  isOver: boolean,
  language: Language,
): string {
  const text = textIn(language).trainings;
  return text.how([
    timeOfDay(new Date(attendee.at), language),
    text.means[attendee.means],
    ...(isOwn(attendee) ? [attendee.rotating ? text.rotating : text.outside] : []),
    attendee.verified ? text.verified : isPersonKey(attendee.key) ? text.byName : text.declared,
    ...(isOfUnknownDevice(attendee) ? [text.deviceUnknown] : []),
    ...(stay ? [stayIn(stay, isOver, language)] : []),
  ]);
}

/** The minutes in the meeting; since when, or that no leaving is known, of somebody who has not left. */
function stayIn({ sessions, since }: MeetingStay, isOver: boolean, language: Language): string {
  const text = textIn(language).trainings;
  const minutes = minutesOf(sessions);
  if (since === undefined) return text.minutes(minutes);
  const joined = timeOfDay(new Date(since), language);
  return isOver ? text.notLeft(joined, minutes) : text.since(joined, minutes);
}

/** Warnings for the trainer. */
export function warningLines(
  attendees: readonly Attendee[],
  {
    corrections,
    short,
    unended,
  }: {
    corrections: number;
    short: readonly MeetingStay[];
    /** Those who are not on the list, and of whom no leaving is known after the end. */
    unended: readonly MeetingStay[];
  },
  { leastMinutes }: Pick<Training, 'leastMinutes'>,
  language: Language,
): string[] {
  const text = textIn(language).trainings.desk;
  const outside = attendees.filter((attendee) => isOwn(attendee) && !attendee.rotating).length;
  const declared = attendees.filter(({ key }) => !isPersonKey(key)).length;
  const unknown = attendees.filter(isOfUnknownDevice).length;
  return [
    ...deviceLines(attendees, language),
    ...(unknown > 0 ? [text.unknownDevices(unknown)] : []),
    ...(outside > 0 ? [text.outsideCount(outside)] : []),
    ...(short.length > 0 ? [text.shortStays(...someOf(short), leastMinutes)] : []),
    ...(unended.length > 0 ? [text.unendedStays(...someOf(unended))] : []),
    ...(declared > 0 ? [text.declaredCount(declared)] : []),
    ...(corrections > 0 ? [text.corrections(corrections)] : []),
  ];
}

/** Who registered, and was not added by the trainer or for having been in a meeting. */
const isOwn = ({ means }: Attendee) => !['trainer', 'meeting', 'joined'].includes(means);

/** Some names, and how many more there are. */
function someOf(stays: readonly MeetingStay[]): [names: string, more: number] {
  const names = stays.slice(0, NAMES).map(({ name }) => name);
  return [names.join(', '), stays.length - names.length];
}

/** A form without the cookie that names its device. */
const isOfUnknownDevice = ({ means, device }: Attendee) => means === 'web' && device === '';

/** The devices with the most attendees, each with some names. */
function deviceLines(attendees: readonly Attendee[], language: Language): string[] {
  const text = textIn(language).trainings.desk;
  const devices = sharedDevices(attendees).sort((one, other) => other.length - one.length);
  const lines = devices.slice(0, DEVICES).map((sharing) => {
    const names = sharing.slice(0, NAMES).map(({ name }) => name);
    return text.sharedDevice(names.join(', '), sharing.length - names.length);
  });
  const more = devices.length - lines.length;
  return more > 0 ? [...lines, text.moreDevices(more)] : lines;
}

/** The results of the learning check, by question. */
export function resultLines(
  questions: readonly Question[],
  all: readonly (readonly string[])[],
  language: Language,
): { results: string[]; resultsNote: string } {
  const text = textIn(language).trainings.desk;
  if (all.length < LEAST_ANSWERS) {
    return { results: [], resultsNote: text.tooFewAnswers(all.length, LEAST_ANSWERS) };
  }
  const results = questions.map(({ sectionId, title }, at) => {
    const right = all.filter((answers) => answers[at] === sectionId).length;
    return text.result(at + 1, title, right, all.length);
  });
  return { results, resultsNote: '' };
}
