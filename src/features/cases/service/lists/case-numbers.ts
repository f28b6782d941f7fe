/** Finds a case by its number. */
import type { Person } from '../../../../platform/people/person.js';
import { isReceiver } from '../../domain/permissions.js';
import type { CaseIndex } from '../../store/case-index.js';
import type { ReportedCases } from './reported-cases.js';

export class CaseNumbers {
  constructor(private readonly parts: { index: CaseIndex; reported: ReportedCases }) {}

  /**
   * The id of the case with this number, looked up in the lists of this person: cases that they reported,
   * attend to or attended to, and for the humanization team and those who receive protected cases all cases of its year.
   * Does not check permissions.
   */
  async idOf(number: string, person: Person, now: Date): Promise<string | undefined> {
    const ofYear = isReceiver(person) ? (['months', 'protected'] as const) : [];
    const listed = await this.parts.index.numbered(number, person.id, ofYear);
    return (listed ?? (await this.parts.reported.justSent(person.id, number, now)))?.id;
  }
}
