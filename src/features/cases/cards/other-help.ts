import { type Language, textIn } from '../../../platform/text/catalogue.js';
import type { Helplines } from '../../../platform/text/helplines.js';

/** Whom else people can turn to. */
export function otherHelp(
  { contacts, helplines }: { contacts: readonly { name: string; value: string }[]; helplines: Helplines },
  language: Language,
): string {
  const { violence, emergency } = textIn(language).cases.protected.others;
  const own = contacts.map(({ name, value }) => `${name} (${value})`);
  return [...own, violence(helplines.violence), emergency(helplines.emergency)].join('; ');
}
