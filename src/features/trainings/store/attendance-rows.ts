/** The rows of a training's list of attendees. */
import type { Row } from '../../../platform/storage/tables.js';
import { type Attendee, attendeeSchema } from '../domain/attendee.js';
import { type Correction, correctionSchema } from '../domain/correction.js';

export const ATTENDEE = 'attendee:';
export const SEAT = 'seat:';
export const CORRECTION = 'correction:';

/** A correction that is to be stored, with an id of its own. */
export interface NewCorrection extends Correction {
  id: string;
}

export const attendeeKey = (key: string): string => `${ATTENDEE}${key}`;
export const seatKey = (seat: number): string => `${SEAT}${String(seat).padStart(6, '0')}`;

export function attendeeRow(trainingId: string, { key, ...columns }: Attendee): Row {
  return { partitionKey: trainingId, rowKey: attendeeKey(key), ...columns };
}

export function attendeeOf(row: Row): Attendee {
  return attendeeSchema.parse({ ...row, key: row.rowKey.slice(ATTENDEE.length) });
}

/** Its key begins with the moment, so that they are read in order. */
export function correctionRow(trainingId: string, { id, ...columns }: NewCorrection): Row {
  return { partitionKey: trainingId, rowKey: `${CORRECTION}${columns.at}:${id}`, ...columns };
}

export function correctionOf(row: Row): Correction {
  return correctionSchema.parse(row);
}
