/** Recognitions on the page «mi página»: what one got and gave, and what one's people got. */
import { bogotaDay } from '../../../platform/calendar/days.js';
import type { richOf } from '../../../platform/cards/rich.js';
import type {
  TabCell,
  TabChoice,
  TabRow,
  TabSection,
  TabTable,
  TabView,
} from '../../../platform/pages/tab/content.js';
import { chatUrl } from '../../../platform/people/chat-url.js';
import { calendarDay } from '../../../platform/text/dates.js';
import type { ListName } from '../cards/list-card.js';
import { attributeOf, fromOf, type WordParts } from '../cards/recognition-words.js';
import type { Recognition } from '../domain/recognition.js';
import { quartersTo, type RecognitionLists, type RecognitionPage } from '../store/lists.js';
import { textIn } from '../text/catalogue.js';

interface SectionParts extends WordParts {
  lists: RecognitionLists;
  botId: string;
}

/** More would make the page slow; the chat has the rest. */
const MOST = 500;
/** The name of the choice in the query. */
const QUARTER = 'periodo';

export function recognitionSection(parts: SectionParts): TabSection {
  const { lists } = parts;
  return {
    id: 'reconocimientos',
    title: (language) => textIn(language).section.recognitions,
    mayOpen: () => true,
    read: async (view) => {
      const { id, roles } = view.viewer;
      const quarter = quarterChoice(view);
      const [got, given, team] = await Promise.all([
        lists.got(id, MOST),
        lists.given(id, MOST),
        roles.includes('leader') ? lists.ofTeam(id, quarter.value, MOST) : undefined,
      ]);
      const tables = [tableOf(parts, view, 'got', got), tableOf(parts, view, 'given', given)];
      if (team) tables.push(tableOf(parts, view, 'team', team));
      return { choices: team ? [quarter] : [], blocks: await Promise.all(tables) };
    },
  };
}

/** The quarter of the team's list; the present one when none was asked for. */
function quarterChoice({ query, now, language }: TabView): TabChoice {
  const { list } = textIn(language).recognitions;
  const quarters = quartersTo(now);
  return {
    name: QUARTER,
    label: list.team,
    options: quarters.map((value) => ({ value, title: list.quarter(value) })),
    value: quarters.find((one) => one === query.get(QUARTER)) ?? quarters[0] ?? '',
  };
}

async function tableOf(
  parts: SectionParts,
  view: TabView,
  of: ListName,
  { recognitions, next }: RecognitionPage,
): Promise<TabTable> {
  const { section, tab, recognitions: text } = textIn(view.language);
  const { columns } = section;
  const people = { got: [columns.from], given: [columns.to], team: [columns.to, columns.from] }[of];
  return {
    kind: 'table',
    id: { got: 'recibidos', given: 'dados', team: 'equipo' }[of],
    title: text.list.title[of],
    columns: [...people, columns.attribute, columns.words, tab.columns.when].map((title) => ({ title })),
    rows: await Promise.all(recognitions.map((one) => rowOf(parts, view, of, one))),
    empty: text.list.empty[of],
    ...(next !== undefined && { note: tab.latest(MOST) }),
  };
}

async function rowOf(
  parts: SectionParts,
  { language }: TabView,
  of: ListName,
  recognition: Recognition,
): Promise<TabRow> {
  const { section, tab } = textIn(language);
  const { at, personId, attribute, message } = recognition;
  const to = { text: await parts.names.of(personId) };
  const from = { text: plainly(await fromOf(parts, recognition, language)) };
  const people: TabCell[] = { got: [from], given: [to], team: [to, from] }[of];
  return {
    cells: [
      ...people,
      { text: attributeOf(parts, attribute).attribute },
      { text: message },
      { text: calendarDay(bogotaDay(new Date(at)), language), sortBy: at },
    ],
    link: { title: tab.open, url: chatUrl(parts.botId, section.command[of]) },
  };
}

const plainly = (rich: ReturnType<typeof richOf>): string => rich.map(({ text }) => text).join('');
