/** The rows of the list of attendees of a training. */
import type { Row } from '../../../platform/storage/tables.js';
import { type Attendee, attendeeSchema } from '../domain/attendee.js';
import { type Correction, correctionSchema } from '../domain/correction.js';

export const ATTENDEE = 'attendee:';
export const SEAT = 'seat:';
export const CORRECTION = 'correction:';
const TICKET = 'ticket:';

/** A correction before it is stored; the id makes its row key unique. */
export interface NewCorrection extends Correction {
  id: string;
}

export const attendeeKey = (key: string): string => `${ATTENDEE}${key}`;
export const ticketKey = (id: string): string => `${TICKET}${id}`;
export const seatKey = (seat: number): string => `${SEAT}${String(seat).padStart(6, '0')}`;

export function attendeeRow(trainingId: string, { key, ...columns }: Attendee): Row {
  return { partitionKey: trainingId, rowKey: attendeeKey(key), ...columns };
}

export function attendeeOf(row: Row): Attendee {
  return attendeeSchema.parse({ ...row, key: row.rowKey.slice(ATTENDEE.length) });
}

/** The row key begins with the time, so that corrections are read in order. */
export function correctionRow(trainingId: string, { id, ...columns }: NewCorrection): Row {
  return { partitionKey: trainingId, rowKey: `${CORRECTION}${columns.at}:${id}`, ...columns };
}

export function correctionOf(row: Row): Correction {
  return correctionSchema.parse(row);
}
