/** The fields of the web form for people without Teams. */
import { z } from 'zod';
import { lineOf } from '../../../platform/cards/inputs.js';
import { normalizeContact } from '../domain/attendee.js';

const line = lineOf(120);
const form = z.object({
  name: line,
  contact: line,
  organisation: line,
  consent: z
    .string()
    .optional()
    .catch(undefined)
    .transform((value) => value === 'yes'),
  ticket: z.string().max(200).catch(''),
});

export type Declaration = z.output<typeof form>;
export type DeclarationProblem = 'name' | 'contact' | 'organisation' | 'consent';

/** Reads the form from a request; missing or invalid fields become empty. */
export function readDeclaration(body: unknown): Declaration {
  const parsed = form.safeParse(body);
  return parsed.success ? parsed.data : form.parse({});
}

export function problemsOf({ name, contact, organisation, consent }: Declaration): DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  if (!/\p{L}.*\p{L}/u.test(name)) problems.push('name');
  if (!isContact(contact)) problems.push('contact');
  if (organisation.length < 2) problems.push('organisation');
  if (!consent) problems.push('consent');
  return problems;
}

/** True for an e-mail, or a document of at least five characters with a digit among them. */
function isContact(contact: string): boolean {
  if (contact.includes('@')) return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact);
  const document = normalizeContact(contact);
  return document.length >= 5 && /\d/.test(document);
}
