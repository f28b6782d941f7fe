/** The card that shows a person what the bot can do. */
import { z } from 'zod';
import { plain } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { Role } from '../../../platform/people/person.js';
import type { Audience, Command } from '../../../platform/understanding/commands.js';
import { type Language, textIn } from '../text/catalogue.js';

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
  { textIn },
);

const AUDIENCES: readonly Audience[] = ['everybody', 'leader', 'trainer', 'humanization', 'admin'];

export function welcomeCard(
  renderer: Renderer,
  view: { title: string; roles: readonly Role[]; authorisation: string; commands: readonly Command[] },
  language: Language,
): Card {
  const data = {
    greeting: view.title,
    leader: hasAny(view.roles, 'leader', 'humanization'),
    everything: everythingFor(view.roles, view.commands, language),
    authorisation: view.authorisation,
    examples: examplesFor(view.roles, language),
  };
  return renderer.render(welcomeTemplate, data, language);
}

function examplesFor(roles: readonly Role[], language: Language): string[] {
  const { examples, examplesOf } = textIn(language).home;
  const own = (Object.keys(examplesOf) as (keyof typeof examplesOf)[]).filter((role) => roles.includes(role));
  return [...examples, ...own.flatMap((role) => [...examplesOf[role]])];
}

/** The parts of the help that are for people with these roles. */
function everythingFor(roles: readonly Role[], commands: readonly Command[], language: Language) {
  const { audience } = textIn(language).home;
  const rows = commands.flatMap(({ help }) => help).toSorted((one, other) => one.order - other.order);
  return AUDIENCES.filter((whom) => belongs(roles, whom)).map((whom) => ({
    title: audience[whom],
    lines: rows.filter((row) => row.for === whom).map(({ line }) => line(language)),
  }));
}

function belongs(roles: readonly Role[], whom: Audience): boolean {
  if (whom === 'everybody') return true;
  return whom === 'trainer' ? hasAny(roles, 'trainer', 'humanization') : hasAny(roles, whom);
}

function hasAny(roles: readonly Role[], ...wanted: Role[]): boolean {
  return wanted.some((role) => roles.includes(role));
}
