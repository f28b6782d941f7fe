/** The field of a form for people: a list of likely people, and Teams' picker, which phones lack. */
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

/** Splits the chosen people: likely ones are ticked in the list, the others go to the picker. */
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
