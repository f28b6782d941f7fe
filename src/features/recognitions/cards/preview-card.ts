/** How a recognition will look, before it is sent. */
import { z } from 'zod';
import { id, plain, run, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { rich, richOf } from '../../../platform/cards/rich.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { Person } from '../../../platform/people/person.js';
import type { Sending } from '../domain/recognition.js';
import { type Language, textIn } from '../text/catalogue.js';
import { attributeOf, fromOf, namesOf, type WordParts } from './recognition-words.js';

export const recognitionPreviewTemplate = defineTemplate(
  'recognitions/recognition-preview',
  z.object({
    id,
    revision: z.number().int(),
    title: plain,
    problem: rich,
    to: rich,
    attribute: plain,
    behaviours: plain,
    words: written,
    from: rich,
    /** Numbers and addresses that may belong to a user. */
    identifiers: z.array(run),
    /** Who gets a copy; empty for nobody. */
    also: rich,
    public: plain,
  }),
  { textIn },
);

export interface Preview {
  draft: Sending;
  people: readonly Person[];
  identifiers: readonly string[];
  /** Why it could not be sent; `**` marks what stands out. */
  problem?: string;
}

export async function previewCard(
  renderer: Renderer,
  parts: WordParts,
  { draft, people, identifiers, problem = '' }: Preview,
  language: Language,
): Promise<Card> {
  const { preview } = textIn(language).recognitions;
  const superiors = [...new Set(people.flatMap(({ superiorId }) => superiorId ?? []))];
  const copied = superiors.filter((one) => one !== draft.senderId && !draft.people.includes(one));
  const to = await namesOf(parts, draft.people, language);
  const data = {
    id: draft.id,
    revision: draft.revision,
    title: draft.people.length > 1 ? preview.titleSeveral : preview.title,
    problem: richOf(problem),
    to: richOf(draft.people.length > 1 ? preview.toSeveral(to) : preview.to(to)),
    ...attributeOf(parts, draft.attribute),
    words: draft.message,
    from: await fromOf(parts, draft, language),
    identifiers: identifiers.map((text) => ({ text, marked: true })),
    also: copied.length > 0 ? richOf(preview.also(await namesOf(parts, copied, language))) : [],
    public: draft.isPublic ? preview.public : preview.private,
  };
  return renderer.render(recognitionPreviewTemplate, data, language);
}
