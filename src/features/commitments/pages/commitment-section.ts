/** The commitments on «mi página»: the viewer's own, then those of their people. */
import type { FeatureContext } from '../../../feature.js';
import type { TabRow, TabSection, TabTable, TabView } from '../../../platform/pages/tab/content.js';
import { chatUrl } from '../../../platform/people/chat-url.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { calendarDay } from '../../../platform/text/dates.js';
import type { ListedCommitment } from '../../cases/index.js';
import type { CommitmentList } from '../store/commitment-list.js';

interface CommitmentSectionParts extends Pick<FeatureContext, 'names' | 'botId'> {
  commitments: CommitmentList;
}

const MOST = 500;

export function commitmentSection(parts: CommitmentSectionParts): TabSection {
  const { commitments } = parts;
  return {
    id: 'compromisos',
    title: (language) => textIn(language).tab.commitments,
    mayOpen: () => true,
    read: async (view) => {
      const { tab, cases } = textIn(view.language);
      const { list } = cases.commitments;
      const [own, team] = await Promise.all([
        commitments.open(view.viewer.id),
        commitments.team(view.viewer.id, undefined, MOST),
      ]);
      const blocks = [await tableOf(parts, view, 'propios', list.own, own)];
      if (team.commitments.length > 0) {
        const table = await tableOf(parts, view, 'equipo', list.team, team.commitments);
        blocks.push({ ...table, note: team.next === undefined ? undefined : tab.cut(MOST) });
      }
      return { note: tab.howToKeep, blocks };
    },
  };
}

async function tableOf(
  parts: CommitmentSectionParts,
  view: TabView,
  id: string,
  title: string,
  listed: readonly ListedCommitment[],
): Promise<TabTable> {
  const { tab } = textIn(view.language);
  const { columns } = tab;
  return {
    kind: 'table',
    id,
    title,
    columns: [columns.what, columns.who, columns.until, columns.state].map((name) => ({ title: name })),
    rows: await Promise.all(listed.map((one) => rowOf(parts, view, one))),
    empty: tab.noCommitments,
  };
}

async function rowOf(
  { names, botId }: CommitmentSectionParts,
  { viewer, language }: TabView,
  { personId, what, until, kind, state }: ListedCommitment,
): Promise<TabRow> {
  const { tab, cases } = textIn(language);
  const words = cases.commitments;
  return {
    cells: [
      { text: `${what} (${words.kind[kind]})` },
      { text: personId === viewer.id ? words.list.you : await names.of(personId) },
      { text: calendarDay(until, language), sortBy: until },
      { text: words.state[state], tone: state === 'lapsed' ? 'attention' : undefined },
    ],
    link: { title: tab.open, url: chatUrl(botId, tab.commitmentsCommand) },
  };
}
