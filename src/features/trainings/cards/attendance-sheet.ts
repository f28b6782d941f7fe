/** The attendees of a training, and the corrections of the list, as sheets. */
import { sortableMoment } from '../../../platform/calendar/days.js';
import type { Sheet } from '../../../platform/sheets/sheet.js';
import { type Attendee, isPersonKey, sharedDevices } from '../domain/attendee.js';
import type { Correction } from '../domain/correction.js';
import { minutesOf } from '../domain/session.js';
import type { MeetingStay } from '../store/meeting-store.js';
import { type Language, textIn } from '../text/catalogue.js';

/**
 * The list with how each person came to be on it, the earliest first; then who was in the meeting and does not count.
 * @param stays the times in the meeting.
 */
export function attendanceSheet(
  attendees: readonly Attendee[],
  stays: readonly MeetingStay[],
  language: Language,
): Sheet {
  const { sheet, means } = textIn(language).trainings;
  const yesOrNo = (isSo: boolean) => (isSo ? sheet.yes : sheet.no);
  const shared = new Set(sharedDevices(attendees).flat());
  const stayOf = new Map(stays.map((stay) => [stay.key, stay]));
  const minutes = (stay?: MeetingStay) => {
    const known = stay ? minutesOf(stay.sessions) : 0;
    if (!stay || (stay.since !== undefined && known === 0)) return sheet.unknown;
    return stay.since === undefined ? String(known) : sheet.orMore(known);
  };
  const listed = new Set(attendees.map(({ key }) => key));
  const others = stays.filter(({ key }) => !listed.has(key));
  const inOrder = attendees.toSorted((one, other) => one.at.localeCompare(other.at));
  return {
    title: sheet.name,
    head: sheet.columns,
    rows: [
      ...inOrder.map((attendee) => [
        attendee.name,
        attendee.area,
        attendee.contact,
        sortableMoment(new Date(attendee.at)),
        means[attendee.means],
        attendee.verified ? sheet.verified : isPersonKey(attendee.key) ? sheet.byName : sheet.declared,
        yesOrNo(attendee.rotating),
        attendee.device === '' ? sheet.unknown : yesOrNo(shared.has(attendee)),
        minutes(stayOf.get(attendee.key)),
        sheet.yes,
      ]),
      ...others.map((stay) => [
        stay.name,
        stay.area,
        stay.contact,
        sortableMoment(new Date(stay.sessions[0]?.from ?? stay.since ?? 0)),
        means[stay.means],
        sheet.unknown,
        sheet.no,
        sheet.unknown,
        minutes(stay),
        sheet.no,
      ]),
    ],
  };
}

export function correctionsSheet(corrections: readonly Correction[], language: Language): Sheet {
  const { sheet } = textIn(language).trainings;
  return {
    title: sheet.corrections,
    head: sheet.correctionColumns,
    rows: corrections.map(({ at, kind, name, byName, reason }) => [
      sortableMoment(new Date(at)),
      sheet[kind],
      name,
      byName,
      reason,
    ]),
  };
}
