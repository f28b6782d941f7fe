/** Finds a case by its number, as people write it: "HUM-2026-000001", "¿cómo va el caso hum-2026-1?". */
import type { Person } from '../../../platform/people/person.js';
import { phrase } from '../../../platform/text/phrase.js';
import { isInTeam } from '../domain/permissions.js';
import type { CaseIndex } from '../store/case-index.js';
import type { ReportedCases } from './reported-cases.js';

const NUMBER = /\bhum[ -]?(\d{4})[ -](\d{1,6})\b/;
/** "número" is a placeholder for the case number. */
const asksForCase = phrase(
  'número',
  'caso número',
  'el caso número',
  'mi caso número',
  'caso nº número',
  'reporte número',
  'cómo va el caso número',
  'cómo va mi caso número',
  'en qué va el caso número',
  'en qué va mi caso número',
  'qué pasó con el caso número',
  'qué pasó con mi caso número',
  'estado del caso número',
  'case número',
  'the case número',
  'my case número',
  'how is case número',
  'status of case número',
);

/** Asks who opened the case. */
export const asksForAccesses = phrase(
  'accesos número',
  'accesos caso número',
  'accesos al caso número',
  'accesos del caso número',
  'ver accesos número',
  'accesses número',
  'accesses to case número',
);

/**
 * The number of a case, if the text asks for that case and nothing else.
 * @param folded the message in lower case and without accents.
 * @param asks the wording, with "número" for the number.
 * @returns the number in the form `HUM-2026-000001`.
 */
export function numberIn(folded: string, asks = asksForCase): string | undefined {
  const found = folded.match(NUMBER);
  if (!found || !asks(folded.replace(NUMBER, 'numero'))) return undefined;
  return `HUM-${found[1]}-${(found[2] ?? '').padStart(6, '0')}`;
}

export class CaseNumbers {
  constructor(private readonly parts: { index: CaseIndex; reported: ReportedCases }) {}

  /**
   * The id of the case with this number, looked up in the lists of this person: cases that they reported,
   * attend to or attended to, and for the humanization team all cases of its year. Does not check
   * permissions.
   */
  async idOf(number: string, person: Person, now: Date): Promise<string | undefined> {
    const year = isInTeam(person) ? number.slice(4, 8) : undefined;
    const listed = await this.parts.index.numbered(number, person.id, year);
    return (listed ?? (await this.parts.reported.unlisted(person.id, number, now)))?.id;
  }
}
