/** The cases that a person decides, and the questions that they are asked, for «Hoy». */
import type { Waiting, WaitingSource } from '../../../platform/pages/tab/waiting.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { dueOf } from '../cards/due.js';
import { allOf, type CaseLists } from '../service/lists/case-lists.js';
import type { CaseIndex, ListedCase } from '../store/case-index.js';

interface WaitingCaseParts {
  caseLists: CaseLists;
  index: CaseIndex;
}

/** As many as a list of the page shows. */
const MOST = 1_000;
const PAGE = 200;

export function waitingCases(parts: WaitingCaseParts): WaitingSource {
  return async ({ viewer, language, now }) => {
    const [listed, asked] = await Promise.all([
      allOf((page) => parts.caseLists.inbox(viewer, { size: PAGE }, page), MOST),
      askedOf(parts, viewer.id),
    ]);
    // The team also sees what others decide.
    const own = listed.filter(({ assigneeId }) => assigneeId === viewer.id || assigneeId === '');
    const questions = viewer.cameByLink ? await parts.caseLists.readable(viewer, asked) : asked;
    const { toAnswer } = textIn(language).tab.today;
    return [
      ...own.map((item) => waiting(item, dueOf(item, now, language), item.dueAt)),
      ...questions.map((item) => waiting(item, toAnswer)),
    ];
  };
}

async function askedOf({ index }: WaitingCaseParts, personId: string): Promise<ListedCase[]> {
  const found: ListedCase[] = [];
  for await (const item of index.asked(personId)) found.push(item);
  return found;
}

function waiting({ number, words }: ListedCase, due: string, until?: string): Waiting {
  return { what: `${number} · ${words}`, until, due, words: number };
}
