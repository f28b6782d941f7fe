/** The form that makes a recognition of a row of thanks: in a dialog, or a message of its own. */
import { z } from 'zod';
import { choice, id, plain, run, typed, written } from '../../../platform/cards/fields.js';
import { peopleField, peopleShown } from '../../../platform/cards/people-field.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { rich, richOf } from '../../../platform/cards/rich.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { SourceRow, Thanked } from '../domain/source-row.js';
import { type Language, textIn } from '../text/catalogue.js';

export const thanksTemplate = defineTemplate(
  'sources/source-thanks',
  z.object({
    id,
    title: plain,
    standalone: z.boolean(),
    problem: rich,
    /** The words that cannot be sent like this. */
    marked: z.array(run),
    /** What the row says, as far as the words to send do not say it. */
    whole: written,
    ...peopleField,
    personLabel: plain,
    message: typed,
    attribute: id,
    attributes: z.array(choice.extend({ behaviours: plain })),
    isPublic: z.boolean(),
  }),
  { textIn },
);

export interface ThanksView {
  row: SourceRow;
  words: Thanked;
  /** The people of the list, by name. */
  likely: readonly { id: string; name: string }[];
  problem?: { sentence: string; marked: readonly string[] } | undefined;
  attributes: readonly { id: string; title: string; behaviours: string }[];
  /** It is a message of its own. */
  standalone: boolean;
}

export function thanksForm(
  renderer: Renderer,
  { row, words, likely, problem, attributes, standalone }: ThanksView,
  language: Language,
): Card {
  const { sources, cards } = textIn(language);
  const data = {
    id: row.id,
    title: sources.thanks.title,
    standalone,
    problem: richOf(problem?.sentence ?? ''),
    marked: (problem?.marked ?? []).map((text) => ({ text, marked: true })),
    whole: words.message === row.text ? '' : row.text,
    ...peopleShown(words.people, likely),
    personLabel: likely.length > 0 ? cards['source-thanks'].otherPerson : cards['source-thanks'].person,
    message: words.message,
    attribute: words.attribute,
    attributes: attributes.map(({ id: value, ...section }) => ({ ...section, value })),
    isPublic: words.isPublic,
  };
  return renderer.render(thanksTemplate, data, language);
}
