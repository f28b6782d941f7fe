/** The lists of cases for a person, as cards and the page show them. Nothing is decided by them. */
import { AppError } from '../../../../platform/errors.js';
import type { Person } from '../../../../platform/people/person.js';
import { isInTeam, isReceiver, mayView } from '../../domain/permissions.js';
import type { CaseFilter, CaseIndex, CasePage, ListedCase } from '../../store/case-index.js';
import type { CaseStore } from '../../store/case-store.js';
import type { ReportedCases } from './reported-cases.js';

export type ListFilter = Pick<CaseFilter, 'level' | 'state' | 'size'>;

export class CaseLists {
  constructor(private readonly parts: { index: CaseIndex; reported: ReportedCases; store: CaseStore }) {}

  /** What a person reported. */
  mine({ id }: Pick<Person, 'id'>, filter: ListFilter, now: Date, page?: string): Promise<CasePage> {
    return this.parts.reported.page(id, filter, now, page);
  }

  /**
   * The pending cases of this person; for a team member, also those of the team and those that it accompanies. The
   * protected cases that this person receives come first: they wait an hour.
   */
  async inbox(person: Person, filter: ListFilter, page?: string): Promise<CasePage> {
    const found = await this.#inbox(person, filter, page);
    if (!person.cameByLink || !isReceiver(person)) return found;
    return { ...found, cases: await this.readable(person, found.cases) };
  }

  async #inbox(person: Person, filter: ListFilter, page?: string): Promise<CasePage> {
    const { index } = this.parts;
    const filters = { ...filter, viewerId: person.id };
    const isFirst = page === undefined && person.roles.includes('protected');
    const guarded = isFirst ? await this.#protected(filters) : [];
    const mine = { kind: 'person', id: person.id } as const;
    if (!isInTeam(person)) {
      const own = await index.inbox(mine, filter, page);
      return { ...own, cases: [...guarded, ...own.cases] };
    }
    const own = page === undefined ? await allOf((token) => index.inbox(mine, filter, token)) : [];
    const found = await index.inbox({ kind: 'humanization' }, filters, page);
    const known = new Set([...guarded, ...own].map(({ id }) => id));
    const others = found.cases.filter(({ id }) => !known.has(id));
    return { ...found, cases: [...guarded, ...own, ...others] };
  }

  /** Those that a person may read. Lists do not say what is protected; the cases do. */
  async readable(person: Person, listed: readonly ListedCase[]): Promise<ListedCase[]> {
    const loaded = await Promise.all(listed.map(({ id }) => this.parts.store.load(id)));
    const isOpen = loaded.map((one) => one !== undefined && mayView(one.subject, person));
    return listed.filter((_, at) => isOpen[at]);
  }

  /** The open cases of this leader's people and their own. The list gives no access to the cases themselves. */
  team({ id }: Pick<Person, 'id'>, filter: ListFilter, page?: string): Promise<CasePage> {
    return this.parts.index.line(id, filter, page);
  }

  /**
   * All cases of a month, `YYYY-MM`. Members do not see cases that they are involved in.
   * @throws AppError `not-allowed` to who is not in the humanization team.
   */
  all(person: Person, month: string, filter: ListFilter, page?: string): Promise<CasePage> {
    if (!isInTeam(person)) throw new AppError('not-allowed');
    return this.parts.index.month(month, { ...filter, viewerId: person.id }, page);
  }

  /** All open cases of those who receive protected cases; they are few. */
  #protected(filters: CaseFilter): Promise<ListedCase[]> {
    return allOf((token) => this.parts.index.inbox({ kind: 'protected' }, filters, token));
  }
}

/**
 * The cases of all pages of a list.
 * @param most stops after the page with which there are so many.
 */
export async function allOf(
  pageOf: (token?: string) => Promise<CasePage>,
  most = Number.POSITIVE_INFINITY,
): Promise<ListedCase[]> {
  const cases: ListedCase[] = [];
  let token: string | undefined;
  do {
    const page = await pageOf(token);
    cases.push(...page.cases);
    token = page.next;
  } while (token !== undefined && cases.length < most);
  return cases;
}
