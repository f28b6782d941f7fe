/** A request for figures, and how a card carries it. */
import { z } from 'zod';
import { FIRST_MONTH, laterOf } from '../../../platform/calendar/days.js';
import { month } from '../../../platform/cards/inputs.js';
import { type Period, periodOf, SPANS } from '../../../platform/figures/period.js';
import type { Scope } from '../../../platform/figures/scope.js';
import type { Person } from '../../../platform/people/person.js';
import { lineOf, maySeeAreas, scopeOf } from '../domain/permissions.js';

export interface Asked {
  scope: Scope;
  period: Period;
  /** Compared with this one and not with the period before. */
  against?: Period | undefined;
  /** The period or scope differs from the request. */
  notes: Note[];
}

/** `nearest`: no figures are kept for the requested period. `own`: the reader may not see other people's figures. */
export type Note = 'nearest' | 'own';

const AREA = 'area.';

/** The scope as the data of a button: names of areas have signs that such data may not have. */
export function scopeCode(scope: Scope): string {
  return scope.kind === 'area' ? `${AREA}${Buffer.from(scope.area).toString('base64url')}` : scope.kind;
}

/** What a card sends; a wrong value counts as none. */
export const askedInput = z.object({
  period: z.enum(SPANS).optional().catch(undefined),
  from: month.optional().catch(undefined),
  scope: z.string().max(400).optional().catch(undefined),
});

/**
 * Returns what a card asks for. Falls back to this month, and to what the person may see: the card is not trusted.
 * @param thisMonth `YYYY-MM` in Bogotá.
 * @returns undefined for somebody who sees no figures.
 */
export function askedByCard(
  { period = 'month', from, scope: code = '' }: z.output<typeof askedInput>,
  person: Person,
  thisMonth: string,
): Asked | undefined {
  const scope = scopeFrom(code, person) ?? scopeOf(person);
  const first = laterOf(FIRST_MONTH, from === undefined || from > thisMonth ? thisMonth : from);
  return scope && { scope, period: periodOf(period, first), notes: [] };
}

function scopeFrom(code: string, person: Person): Scope | undefined {
  if (code === 'line') return lineOf(person);
  if (!maySeeAreas(person)) return undefined;
  if (code === 'all') return { kind: 'all' };
  const area = code.startsWith(AREA) ? Buffer.from(code.slice(AREA.length), 'base64url').toString() : '';
  return area === '' ? undefined : { kind: 'area', area };
}
