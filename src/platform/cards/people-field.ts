/** The field of a form for people: a list of likely ones beside the picker of Teams, which phones do not have. */
import { z } from 'zod';
import { choiceTitle, id } from './fields.js';

/** Ids with commas between them, as both inputs hold them. */
const ids = z.string().regex(/^[\w,-]*$/);

/** The field in a template. */
export const peopleField = {
  people: z.array(z.object({ title: choiceTitle, value: id })),
  likely: ids,
  person: ids,
};

/** What the field shows: who is chosen and likely is ticked in the list, all others stand in the picker. */
export function peopleShown(chosen: readonly string[], likely: readonly { id: string; name: string }[]) {
  const listed = chosen.filter((one) => likely.some((person) => person.id === one));
  return {
    people: likely.map((person) => ({ title: person.name, value: person.id })),
    likely: listed.join(','),
    person: chosen.filter((one) => !listed.includes(one)).join(','),
  };
}

const sent = z
  .string()
  .max(5_000)
  .catch('')
  .transform((value) =>
    value
      .split(',')
      .map((one) => one.trim().toLowerCase())
      .filter((one) => /^[\w-]{1,100}$/.test(one)),
  );

/** What both inputs bring back; see `peopleSent`. */
export const peopleInputs = { likely: sent, person: sent };

/** Each person once. */
export const peopleSent = ({ likely, person }: Record<keyof typeof peopleInputs, string[]>): string[] => [
  ...new Set([...likely, ...person]),
];
