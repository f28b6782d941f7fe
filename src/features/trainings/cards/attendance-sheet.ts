/** The list of a training as sheets. */
import type { Sheet } from '../../../platform/sheets/sheet.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { sortableMoment } from '../../../platform/text/dates.js';
import { type Attendee, sharedDevices } from '../domain/attendee.js';
import type { Correction } from '../store/attendance-store.js';

/** The sheets of an export. */
export interface Sheets {
  attendance: Sheet;
  corrections: Sheet;
}

export function sheetsOf(
  attendees: readonly Attendee[],
  corrections: readonly Correction[],
  language: Language,
): Sheets {
  const text = textIn(language).trainings;
  const { sheet } = text;
  const shared = new Set(sharedDevices(attendees).flat());
  const inOrder = [...attendees].sort((one, other) => one.at.localeCompare(other.at));
  return {
    attendance: {
      title: sheet.name,
      head: sheet.columns,
      rows: inOrder.map((attendee) => [
        attendee.name,
        attendee.area,
        attendee.contact,
        sortableMoment(new Date(attendee.at)),
        text.means[attendee.means],
        attendee.verified ? sheet.verified : sheet.declared,
        attendee.rotating ? sheet.yes : sheet.no,
        shared.has(attendee) ? sheet.yes : sheet.no,
      ]),
    },
    corrections: {
      title: sheet.corrections,
      head: sheet.correctionColumns,
      rows: corrections.map(({ at, kind, name, byName, reason }) => [
        sortableMoment(new Date(at)),
        sheet[kind],
        name,
        byName,
        reason,
      ]),
    },
  };
}
