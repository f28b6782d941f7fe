/** Tells by mail that a grave case waits which nobody who is to act has opened: it says no more than that. */
import type { FeatureContext } from '../../../../feature.js';
import { chatUrl } from '../../../../platform/people/chat-url.js';
import type { Person } from '../../../../platform/people/person.js';
import type { Row } from '../../../../platform/storage/tables.js';
import { textIn } from '../../../../platform/text/catalogue.js';
import type { Case } from '../../domain/case.js';
import { isToMail } from '../../domain/effects.js';
import { rolesIn, watchingRole } from '../../domain/permissions.js';
import { Accesses } from '../../store/accesses.js';
import type { LoadedCase } from '../../store/case-store.js';

type MailParts = Pick<FeatureContext, 'tables' | 'directory' | 'actors' | 'mailer' | 'botId' | 'log'>;

export async function mailUnopened(parts: MailParts, { subject, events }: LoadedCase): Promise<Row[]> {
  const { tables, mailer, botId, log } = parts;
  if (!mailer || !isToMail(subject)) return [];
  const people = await assigneesOf(parts, subject);
  const readers = await new Accesses(tables).readersOf(subject.id);
  // Who asks or answers something on the card has seen it, too.
  for (const { actorId } of events) readers.add(actorId);
  if (people.some(({ id }) => readers.has(id))) return [];
  const to = people.map(({ email }) => email).filter((email) => email !== '');
  if (to.length === 0) {
    log.error({ case: subject.id }, 'nobody who is to act on a case has an address for mail');
    return [];
  }
  const url = chatUrl(botId);
  const { subject: title } = textIn('es').cases.unopenedMail;
  const text = (['es', 'en'] as const).map((each) => textIn(each).cases.unopenedMail.body(url)).join('\n\n');
  await mailer.send({ to, subject: title, text });
  return [];
}

/** Those who are to act: one person, or those of a team who may. */
async function assigneesOf({ directory, actors }: MailParts, subject: Case): Promise<Person[]> {
  const { assignee } = subject;
  if (assignee.kind !== 'person') {
    const team = await directory.withRole(watchingRole(subject));
    return team.filter((member) => rolesIn(subject, member).includes('assignee'));
  }
  const person = await actors.find(assignee.id);
  return person ? [person] : [];
}
