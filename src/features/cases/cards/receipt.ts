/** What the reporter reads while the case waits to be accepted: thanks, who reads it, and until when they answer. */
import { type Rich, richOf } from '../../../platform/cards/rich.js';
import type { Person } from '../../../platform/people/person.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import type { Case } from '../domain/case.js';
import { whenDue } from './due.js';
import type { CaseNames } from './story.js';

/** Empty for other readers, and once somebody has decided. */
export async function receiptOf(
  subject: Case,
  viewer: Person,
  { names, now, language }: { names: CaseNames; now: Date; language: Language },
): Promise<Rich> {
  if (subject.reporterId !== viewer.id || subject.state !== 'reported') return [];
  const { receipt } = textIn(language).cases;
  const [first = ''] = viewer.name.split(' ');
  const { report, protectedBy, dueAt } = subject;
  const told = {
    name: first,
    who: await names.holder(),
    due: dueAt && Date.parse(dueAt) > now.getTime() ? whenDue(dueAt, now, language) : '',
  };
  const isHurt = protectedBy !== undefined || report.cares.length > 0 || report.level === 'high';
  const lines = [
    isHurt ? receipt.kind(told) : receipt.thanks(told),
    protectedBy ? receipt.protected(told) : receipt.told(told),
    ...(report.confidential ? [receipt.confidential] : []),
  ];
  return richOf(lines.join(' '));
}
