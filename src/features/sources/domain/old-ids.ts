/**
 * The ids of rows from before they came from the server. Anybody who knows a row's channel and number can compute them, so
 * nothing under such an id is taken for the row's own without a look.
 */
import { createHash } from 'node:crypto';
import type { Arrived } from './arrived.js';

type Named = Pick<Arrived, 'channel' | 'ownId'>;

/** The id that cards of such a row send back. */
export const oldIdOf = ({ channel, ownId }: Named): string =>
  hashOf(`sources:${channel}:${ownId}`).slice(0, 32);

/** The case that such a row becomes. */
export function oldCaseIdOf(row: Named): string {
  const hex = oldIdOf(row);
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
  return uuidOf(hex, '5', variant);
}

/** The recognition that such a row becomes. */
export const oldRecognitionIdOf = ({ channel, ownId }: Named): string =>
  uuidOf(hashOf(`${channel} ${ownId}`), '8', '8');

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

const uuidOf = (hex: string, version: string, variant = '8'): string =>
  [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `${version}${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
