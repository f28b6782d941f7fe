/** The card that shows a person what the bot can do. */
import { z } from 'zod';
import { plain } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { Role } from '../../../platform/people/person.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';

export const welcomeTemplate = defineTemplate(
  'home/welcome',
  z.object({
    greeting: plain,
    leader: z.boolean(),
    /** Texts that a tap writes. */
    examples: z.array(plain),
    /** All commands that this person can write, in groups. */
    everything: z.array(
      z.object({ title: plain, lines: z.array(z.object({ words: plain, meaning: plain })) }),
    ),
    /** The text of the data authorisation; empty once the person has given it. */
    authorisation: plain,
  }),
);

export function welcomeCard(
  renderer: Renderer,
  view: { title: string; roles: readonly Role[]; authorisation: string },
  language: Language,
): Card {
  const data = {
    greeting: view.title,
    leader: hasAny(view.roles, 'leader', 'humanization'),
    everything: everythingFor(view.roles, language),
    authorisation: view.authorisation,
    examples: examplesFor(view.roles, language),
  };
  return renderer.render(welcomeTemplate, data, language);
}

function examplesFor(roles: readonly Role[], language: Language): string[] {
  const { examples, examplesOf } = textIn(language).chat;
  const own = (Object.keys(examplesOf) as (keyof typeof examplesOf)[]).filter((role) => roles.includes(role));
  return [...examples, ...own.flatMap((role) => [...examplesOf[role]])];
}

function everythingFor(roles: readonly Role[], language: Language) {
  const { everybody, leader, trainer, humanization, admin } = textIn(language).chat.everything;
  return [
    everybody,
    ...(hasAny(roles, 'leader') ? [leader] : []),
    ...(hasAny(roles, 'trainer', 'humanization') ? [trainer] : []),
    ...(hasAny(roles, 'humanization') ? [humanization] : []),
    ...(hasAny(roles, 'admin') ? [admin] : []),
  ];
}

function hasAny(roles: readonly Role[], ...wanted: Role[]): boolean {
  return wanted.some((role) => roles.includes(role));
}
