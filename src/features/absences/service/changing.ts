/** What a text changes in an absence: its days, and who stands in. Pure. */
import { laterOf, shiftedDay } from '../../../platform/calendar/days.js';
import { fold, words } from '../../../platform/text/fold.js';
import { type Span, spanIn } from '../../../platform/understanding/dates.js';

/** "Desde el 13" is near the day that stands in the form. */
const NEAR = 7;

/** The days of an absence, changed by a text; undefined when it names none. */
export function daysChanged(
  text: string,
  today: string,
  before: { from: string; until: string },
): { from: string; until: string } | undefined {
  const { from, until } = read(text, today, before.from);
  if (!from && !until) return undefined;
  return {
    from: from ?? (before.from || today),
    until: until ?? (from && from > before.until ? '' : before.until),
  };
}

/** A date is read from the days in the form on, any other day from today on, unless it would end before it begins. */
function read(text: string, today: string, begins: string): Span {
  const near = begins ? laterOf(today, shiftedDay(begins, -NEAR)) : today;
  const span = spanIn(text, /\d/.test(text) ? near : today);
  const endsEarly = !span.from && span.until !== undefined && span.until < begins;
  return endsEarly ? spanIn(text, begins) : span;
}

const STANDS_IN =
  /\b(re?e?mpla[zc]\w*|cubr\w*|suple\w*|a cargo|encargad[oa]|deputy|stands? in|covers?|covering|replaces?|fills? in)\b/;

const IS_BACK = /\bya no\b|\b(quit|retom|volv|regres|llegu|back)/;

/** The text names a new deputy. */
export function namesDeputy(text: string): boolean {
  const folded = fold(text);
  return STANDS_IN.test(folded) && !IS_BACK.test(folded);
}

/** The people a text names: those with most of their names in it, several when several fit. */
export function peopleIn<P extends { name: string }>(text: string, people: readonly P[]): P[] {
  const said = new Set(words(fold(text)));
  const scored = people.flatMap((person) => {
    const [first = '', ...others] = words(fold(person.name));
    return said.has(first) ? [{ person, score: others.filter((name) => said.has(name)).length }] : [];
  });
  const most = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === most).map(({ person }) => person);
}

const BEGINS_WITH_DAYS =
  /^(?:(?:no|ay|uy|ah|perdon|mejor|es|era|y|pero|que sea|pon(?:le|lo)?|sorry|make it|better)[, ]+)*(?:hasta|desde|del?|a partir|entre|solo|vuelvo|until|till|from|through)\b/;

/** It begins with the days from or until when, as in a correction. */
export const beginsWithDays = (text: string): boolean => BEGINS_WITH_DAYS.test(fold(text));
