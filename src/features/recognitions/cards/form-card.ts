/** The form of a recognition: in a dialog, or a message of its own. */
import { z } from 'zod';
import { choice, id, plain, run, typed } from '../../../platform/cards/fields.js';
import { peopleField, peopleShown } from '../../../platform/cards/people-field.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { rich, richOf } from '../../../platform/cards/rich.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { Section } from '../../../platform/policy/policy.js';
import { SOURCES, type Words } from '../domain/recognition.js';
import { type Language, textIn } from '../text/catalogue.js';

export const recognitionFormTemplate = defineTemplate(
  'recognitions/recognition-form',
  z.object({
    id,
    title: plain,
    standalone: z.boolean(),
    problem: rich,
    /** The words that cannot be sent like this. */
    marked: z.array(run),
    ...peopleField,
    personLabel: plain,
    message: typed,
    attribute: id,
    attributes: z.array(choice.extend({ behaviours: plain })),
    source: z.enum(SOURCES),
    sources: z.array(choice),
    isPublic: z.boolean(),
  }),
  { textIn },
);

export interface FormView {
  id: string;
  /** It is a message of its own. */
  standalone: boolean;
  /** Empty for none; `**` marks what stands out. */
  problem: string;
  marked: readonly string[];
  /** The people of the list, by name. */
  likely: readonly { id: string; name: string }[];
  written: Words;
}

export function formCard(
  renderer: Renderer,
  attributes: ReadonlyMap<string, Section>,
  { id: draftId, standalone, problem, marked, likely, written }: FormView,
  language: Language,
): Card {
  const text = textIn(language).recognitions;
  const card = textIn(language).cards['recognition-form'];
  const data = {
    id: draftId,
    title: text.title,
    standalone,
    problem: richOf(problem),
    marked: marked.map((words) => ({ text: words, marked: true })),
    ...peopleShown(written.people, likely),
    personLabel: likely.length > 0 ? card.otherPerson : card.person,
    message: written.message,
    attribute: written.attribute,
    attributes: [...attributes.values()].map((section) => ({
      title: section.title,
      value: section.id,
      behaviours: section.official.join(' '),
    })),
    source: written.source,
    sources: SOURCES.map((value) => ({ title: text.source[value], value })),
    isPublic: written.isPublic,
  };
  return renderer.render(recognitionFormTemplate, data, language);
}
