/** The cases that a person decides, and the questions that they are asked, for «Hoy». */
import type { Waiting, WaitingSource } from '../../../platform/pages/tab/waiting.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { dueOf } from '../cards/due.js';
import { isReceiver, mayView } from '../domain/permissions.js';
import { allOf, type CaseLists } from '../service/lists/case-lists.js';
import type { CaseIndex, ListedCase } from '../store/case-index.js';
import type { CaseStore } from '../store/case-store.js';

interface WaitingCaseParts {
  caseLists: CaseLists;
  index: CaseIndex;
  store: CaseStore;
}

/** As many as a list of the page shows. */
const MOST = 1_000;
const PAGE = 200;

export function waitingCases(parts: WaitingCaseParts): WaitingSource {
  return async (view) => {
    const { viewer, language, now } = view;
    const [listed, asked] = await Promise.all([
      allOf((page) => parts.caseLists.inbox(viewer, { size: PAGE }, page), MOST),
      askedOf(parts, viewer.id),
    ]);
    // The team also sees what others decide.
    const own = listed.filter(({ assigneeId }) => assigneeId === viewer.id || assigneeId === '');
    const [cases, questions] = await Promise.all([
      isReceiver(viewer) ? shownTo(parts, view, own) : own,
      shownTo(parts, view, asked),
    ]);
    const { toAnswer } = textIn(language).tab.today;
    return [
      ...cases.map((item) => waiting(item, dueOf(item, now, language), item.dueAt)),
      ...questions.map((item) => waiting(item, toAnswer)),
    ];
  };
}

async function askedOf({ index }: WaitingCaseParts, personId: string): Promise<ListedCase[]> {
  const found: ListedCase[] = [];
  for await (const item of index.asked(personId)) found.push(item);
  return found;
}

/** The lists are for every session; the cases themselves say to which they are open. */
async function shownTo(
  { store }: WaitingCaseParts,
  { viewer }: Parameters<WaitingSource>[0],
  listed: readonly ListedCase[],
): Promise<ListedCase[]> {
  if (!viewer.cameByLink) return [...listed];
  const loaded = await Promise.all(listed.map(({ id }) => store.load(id)));
  return listed.filter((_, at) => {
    const subject = loaded[at]?.subject;
    return subject !== undefined && mayView(subject, viewer);
  });
}

function waiting({ id, number, words }: ListedCase, due: string, until?: string): Waiting {
  const opens = { verb: 'case.view', data: { id } };
  return { what: `${number} · ${words}`, until, due, opens, words: number };
}
