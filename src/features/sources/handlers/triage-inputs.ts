/** What the handlers of the review share: who may decide, on which row, and until when it can be taken back. */
import { z } from 'zod';
import { onlyFor } from '../../../platform/errors.js';
import type { Person } from '../../../platform/people/person.js';
import { timeOfDay } from '../../../platform/text/dates.js';
import type { Turn } from '../../../turn.js';
import { isTriager } from '../domain/people.js';
import { UNDO_MS } from '../domain/source-row.js';
import { textIn } from '../text/catalogue.js';

/** Rows of before have an id without hyphens. */
export const rowId = z.uuid().or(z.string().regex(/^[a-f0-9]{32}$/));
export const target = z.object({ id: rowId });

/** What came of the row before. */
export interface Before {
  banner: string;
  /** The row that can be taken back. */
  undo?: string;
}

/** @throws AppError `not-allowed` for who is not of the team. */
export async function triagerIn(turn: Turn): Promise<Person> {
  const person = await turn.person();
  if (!isTriager(person)) throw onlyFor((language) => textIn(language).sources.onlyTeam);
  return person;
}

/** Until when a decision of now can be taken back. */
export const endOf = ({ now, language }: Turn): string =>
  timeOfDay(new Date(now.getTime() + UNDO_MS), language);
