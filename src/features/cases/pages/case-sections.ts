/** The lists of cases on the page «mi página». Opening a case is for the chat, where it goes on record. */
import type { FeatureContext } from '../../../feature.js';
import { LEVELS, type Level } from '../../../platform/impact/assessment.js';
import type {
  TabChoice,
  TabContent,
  TabRow,
  TabSection,
  TabView,
} from '../../../platform/pages/tab/content.js';
import { monthChoice } from '../../../platform/pages/tab/month-choice.js';
import { chatUrl } from '../../../platform/people/chat-url.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { moment } from '../../../platform/text/dates.js';
import { LEVEL_STYLES } from '../cards/case-card.js';
import { dueOf } from '../cards/due.js';
import { type ListVerb, SECTIONS } from '../cards/list-card.js';
import { STATES, type State } from '../domain/case.js';
import { isInTeam, isReceiver } from '../domain/permissions.js';
import { allOf, type CaseLists, type ListFilter } from '../service/lists/case-lists.js';
import type { CasePage, ListedCase } from '../store/case-index.js';

interface SectionParts extends Pick<FeatureContext, 'names' | 'botId'> {
  caseLists: CaseLists;
}

/** More would make the page slow; filters reach the rest. */
const MOST = 1_000;
const PAGE = 200;
const SEVERITY: Readonly<Record<Level, number>> = { low: 1, medium: 2, high: 3 };

type ColumnName = 'number' | 'story' | 'level' | 'state' | 'reported' | 'due' | 'assignee';

export function caseSections(parts: SectionParts): TabSection[] {
  const { caseLists } = parts;
  const show = (list: ListShown) => contentOf(parts, list);
  return [
    {
      id: SECTIONS['cases.mine'],
      title: (language) => textIn(language).tab.mine,
      mayOpen: () => true,
      read: (view) =>
        show({
          view,
          verb: 'cases.mine',
          columns: ['number', 'story', 'level', 'state', 'reported'],
          choices: ['level', 'state'],
          pageOf: (filter, page) => caseLists.mine(view.viewer, filter, view.now, page),
        }),
    },
    {
      id: SECTIONS['cases.inbox'],
      title: (language) => textIn(language).tab.inbox,
      mayOpen: (viewer) => viewer.roles.includes('leader') || isReceiver(viewer),
      read: (view) =>
        show({
          view,
          verb: 'cases.inbox',
          columns: ['number', 'story', 'level', 'state', 'due', 'assignee'],
          choices: ['level'],
          pageOf: (filter, page) => caseLists.inbox(view.viewer, filter, page),
        }),
    },
    {
      id: SECTIONS['cases.team'],
      title: (language) => textIn(language).tab.team,
      mayOpen: ({ roles }) => roles.includes('leader'),
      read: (view) =>
        show({
          view,
          verb: 'cases.team',
          columns: ['number', 'level', 'state', 'due', 'assignee'],
          choices: ['level'],
          pageOf: (filter, page) => caseLists.team(view.viewer, filter, page),
        }),
    },
    {
      id: SECTIONS['cases.all'],
      title: (language) => textIn(language).tab.all,
      mayOpen: isInTeam,
      read: (view) => {
        const month = monthChoice(view);
        return show({
          view,
          verb: 'cases.all',
          columns: ['number', 'story', 'level', 'state', 'reported', 'assignee'],
          choices: ['level', 'state'],
          first: month,
          pageOf: (filter, page) => caseLists.all(view.viewer, month.value, filter, page),
        });
      },
    },
  ];
}

interface ListShown {
  view: TabView;
  verb: ListVerb;
  columns: readonly ColumnName[];
  choices: readonly ('level' | 'state')[];
  /** Stands before the others. */
  first?: TabChoice;
  pageOf: (filter: ListFilter, page?: string) => Promise<CasePage>;
}

async function contentOf(parts: SectionParts, list: ListShown): Promise<TabContent> {
  const { view, verb, columns } = list;
  const { cases: text, tab } = textIn(view.language);
  const level = LEVELS.find((one) => one === view.query.get('nivel'));
  const state = STATES.find((one) => one === view.query.get('estado'));
  const found = await allOf((page) => list.pageOf({ level, state, size: PAGE }, page), MOST);
  const rows = await Promise.all(found.slice(0, MOST).map((item) => rowOf(parts, list, item)));
  const { title, empty } = text.list[verb];
  const choices = { level: levelChoice(level, view.language), state: stateChoice(state, view.language) };
  return {
    note: noteOn(list),
    choices: [...(list.first ? [list.first] : []), ...list.choices.map((name) => choices[name])],
    blocks: [
      {
        kind: 'table',
        id: 'casos',
        title,
        columns: columns.map((name) => ({ title: tab.columns[name] })),
        rows,
        empty: level || state ? text.nothingLikeThat : empty,
        note: found.length > MOST ? tab.cut(MOST) : undefined,
      },
    ],
  };
}

function noteOn({ verb, view: { viewer, language } }: ListShown): string | undefined {
  if (verb === 'cases.team') return undefined;
  const { howToOpen, byLink } = textIn(language).tab;
  return verb === 'cases.inbox' && viewer.cameByLink ? `${howToOpen} ${byLink}` : howToOpen;
}

async function rowOf(
  { names, botId }: SectionParts,
  { view: { language, now }, verb, columns }: ListShown,
  item: ListedCase,
): Promise<TabRow> {
  const { cases: text, tab } = textIn(language);
  const { number, level, state, words, reportedAt, dueAt, assigneeId } = item;
  const cells = {
    number: { text: number },
    story: { text: words },
    level: {
      text: (item.unconfirmed ? text.unconfirmedLevel : text.levelTitle)[level],
      sortBy: SEVERITY[level],
      tone: LEVEL_STYLES[level],
    },
    state: { text: text.state[state] },
    reported: { text: moment(new Date(reportedAt), language), sortBy: reportedAt },
    due: { text: dueOf(item, now, language), sortBy: dueAt ?? '' },
    assignee: { text: assigneeId ? await names.of(assigneeId) : text.team },
  };
  return {
    cells: columns.map((name) => cells[name]),
    // A leader may not read the cases of others in the own line.
    ...(verb !== 'cases.team' && { link: { title: tab.open, url: chatUrl(botId, number) } }),
  };
}

function levelChoice(level: Level | undefined, language: Language): TabChoice {
  const { cases: text, tab } = textIn(language);
  const options = LEVELS.map((value) => ({ value, title: text.levelTitle[value] }));
  return {
    name: 'nivel',
    label: tab.level,
    options: [{ value: '', title: tab.any }, ...options],
    value: level ?? '',
  };
}

function stateChoice(state: State | undefined, language: Language): TabChoice {
  const { cases: text, tab } = textIn(language);
  const options = STATES.map((value) => ({ value, title: text.state[value] }));
  return {
    name: 'estado',
    label: tab.state,
    options: [{ value: '', title: tab.any }, ...options],
    value: state ?? '',
  };
}
