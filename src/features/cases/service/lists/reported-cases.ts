/** The cases that a person reported, including those sent a moment ago. */
import type { Case } from '../../domain/case.js';
import type { CaseFilter, CaseIndex, CasePage, ListedCase } from '../../store/case-index.js';
import type { CaseStore } from '../../store/case-store.js';
import { listedOf } from '../../store/index-rows.js';

/** The lists are updated after the reply, at worst by the audit. After this time they are complete. */
const BEHIND_MS = 24 * 3_600_000;

/** What people write or have sent. */
export interface SentReports {
  /** What a person wrote or sent, latest first; it has a draft as long as it is not sent. */
  touchedBy: (personId: string) => Promise<readonly { id: string; at: string; draft?: unknown }[]>;
}

export class ReportedCases {
  constructor(private readonly parts: { index: CaseIndex; drafts: SentReports; store: CaseStore }) {}

  /** A page of cases, newest first. Cases that are not in the lists yet precede the first page. */
  async page(reporterId: string, filter: CaseFilter, now: Date, token?: string): Promise<CasePage> {
    if (token !== undefined) return this.parts.index.mine(reporterId, filter, token);
    const ahead = await this.#unlisted(reporterId, now);
    const page = await this.parts.index.mine(reporterId, filter);
    return { ...page, cases: [...without(ahead, page.cases).filter(fits(filter)), ...page.cases] };
  }

  /** All cases, newest first. */
  async all(reporterId: string, now: Date): Promise<ListedCase[]> {
    const ahead = await this.#unlisted(reporterId, now);
    const listed: ListedCase[] = [];
    for await (const one of this.parts.index.reportedBy(reporterId)) listed.push(one);
    return [...without(ahead, listed), ...listed];
  }

  /** The case with this number, if it was sent a moment ago. It may have come into the lists since one looked there. */
  async justSent(reporterId: string, number: string, now: Date): Promise<ListedCase | undefined> {
    const sent = await this.#sent(reporterId, now);
    const found = sent.find((subject) => subject.number === number);
    return found && listedOf(found);
  }

  async #unlisted(reporterId: string, now: Date): Promise<ListedCase[]> {
    const sent = await this.#sent(reporterId, now);
    const cases = await Promise.all(
      sent.map(async (subject) => ((await this.parts.index.isListed(subject)) ? [] : [listedOf(subject)])),
    );
    return cases.flat();
  }

  async #sent(reporterId: string, now: Date): Promise<Case[]> {
    const { drafts, store } = this.parts;
    const sent = (await drafts.touchedBy(reporterId)).filter(
      ({ draft, at }) => !draft && now.getTime() - Date.parse(at) < BEHIND_MS,
    );
    const subjects = await Promise.all(sent.map(async ({ id }) => (await store.load(id))?.subject));
    return subjects.flatMap((subject) => (subject?.reporterId === reporterId ? [subject] : []));
  }
}

const without = (cases: readonly ListedCase[], others: readonly ListedCase[]) =>
  cases.filter(({ id }) => !others.some((other) => other.id === id));
const fits =
  ({ level, state }: CaseFilter) =>
  (one: ListedCase) =>
    (level === undefined || one.level === level) && (state === undefined || one.state === state);
