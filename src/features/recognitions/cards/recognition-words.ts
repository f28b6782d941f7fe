/** What the cards of recognitions say alike: who says it, the attribute, and a list of names. */
import { type Rich, richOf } from '../../../platform/cards/rich.js';
import type { Names } from '../../../platform/people/names.js';
import type { Section } from '../../../platform/policy/policy.js';
import type { Recognition } from '../domain/recognition.js';
import { type Language, textIn } from '../text/catalogue.js';

export interface WordParts {
  names: Names;
  attributes: ReadonlyMap<string, Section>;
}

/** "De Ana Colaboradora", "De parte de un usuario". */
export async function fromOf(
  { names }: WordParts,
  { senderId, source }: Pick<Recognition, 'senderId' | 'source'>,
  language: Language,
): Promise<Rich> {
  const { from } = textIn(language).recognitions;
  if (senderId === '') return richOf(from.user);
  const who = await names.of(senderId);
  return richOf(
    source === 'colleague'
      ? from.colleague(who)
      : from.told(who, textIn(language).recognitions.heard[source]),
  );
}

/** The title of the attribute and what it looks like, in the policy's words. */
export function attributeOf(
  { attributes }: WordParts,
  id: string,
): { attribute: string; behaviours: string } {
  const section = attributes.get(id);
  return { attribute: section?.title ?? '', behaviours: section?.official.join(' ') ?? '' };
}

/** "Ana, Carlos y Julia" */
export async function namesOf(
  { names }: WordParts,
  ids: readonly string[],
  language: Language,
): Promise<string> {
  const all = await Promise.all(ids.map((id) => names.of(id)));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(all);
}
