/** The attendees of a training, and the corrections of the list, as sheets. */
import { sortableMoment } from '../../../platform/calendar/days.js';
import type { Sheet } from '../../../platform/sheets/sheet.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { type Attendee, sharedDevices } from '../domain/attendee.js';
import type { Correction } from '../domain/correction.js';

/** The earliest first. */
export function attendanceSheet(attendees: readonly Attendee[], language: Language): Sheet {
  const { sheet, means } = textIn(language).trainings;
  const yesOrNo = (isSo: boolean) => (isSo ? sheet.yes : sheet.no);
  const shared = new Set(sharedDevices(attendees).flat());
  const inOrder = attendees.toSorted((one, other) => one.at.localeCompare(other.at));
  return {
    title: sheet.name,
    head: sheet.columns,
    rows: inOrder.map((attendee) => [
      attendee.name,
      attendee.area,
      attendee.contact,
      sortableMoment(new Date(attendee.at)),
      means[attendee.means],
      attendee.verified ? sheet.verified : sheet.declared,
      yesOrNo(attendee.rotating),
      attendee.device === '' ? sheet.unknown : yesOrNo(shared.has(attendee)),
    ]),
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
