/** The rows of a sending: the row `sending`, and one row `to:…` for each person recognised in it. */
import { z } from 'zod';
import type { Row } from '../../../platform/storage/tables.js';
import { type Recognition, SENDING_STATES, type Sending, SOURCES, STATES } from '../domain/recognition.js';

export const SENDING = 'sending';
export const TO = 'to:';

const words = {
  attribute: z.string(),
  message: z.string(),
  source: z.enum(SOURCES),
  isPublic: z.boolean(),
  at: z.string(),
  revision: z.number().int(),
};
const sendingRow = z.object({
  ...words,
  partitionKey: z.string(),
  senderId: z.string(),
  state: z.enum(SENDING_STATES),
  people: z.string().transform((ids) => ids.split(',').filter((id) => id !== '')),
});
/** The columns of a recognition, in its sending and in the lists. */
const recognitionRow = z.object({
  ...words,
  sendingId: z.string(),
  personId: z.string(),
  senderId: z.string(),
  superiorId: z.string(),
  area: z.string(),
  state: z.enum(STATES),
  /** Of the place where it is published; empty without one. */
  conversationId: z.string(),
  serviceUrl: z.string(),
  team: z.string(),
});

export function toSendingRow({ id, people, ...columns }: Sending): Row {
  return { partitionKey: id, rowKey: SENDING, ...columns, people: people.join(',') };
}

export function fromSendingRow(row: Row): Sending {
  const { partitionKey, ...columns } = sendingRow.parse(row);
  return { id: partitionKey, ...columns };
}

export function toRecognitionRow(key: Pick<Row, 'partitionKey' | 'rowKey'>, recognition: Recognition): Row {
  const { place, ...columns } = recognition;
  const where = place ?? { conversationId: '', serviceUrl: '', team: '' };
  return { ...key, ...columns, ...where };
}

export function fromRecognitionRow(row: Row): Recognition {
  const { conversationId, serviceUrl, team, ...columns } = recognitionRow.parse(row);
  const place = conversationId === '' ? undefined : { conversationId, serviceUrl, team };
  return { ...columns, ...(place && { place }) };
}
