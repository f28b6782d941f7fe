/** «Hoy»: what waits for the viewer, of all features. */
import type { FeatureContext } from '../../../feature.js';
import type { TabRow, TabSection, TabView } from '../../../platform/pages/tab/content.js';
import { byDeadline, type Waiting, type WaitingSource } from '../../../platform/pages/tab/waiting.js';
import { chatUrl } from '../../../platform/people/chat-url.js';
import { textIn } from '../text/catalogue.js';
import { TODAY } from './paths.js';

export interface TodayParts extends Pick<FeatureContext, 'botId'> {
  waits: readonly WaitingSource[];
}

export function todaySection(parts: TodayParts): TabSection {
  return {
    id: TODAY,
    title: (language) => textIn(language).today.title,
    mayOpen: () => true,
    read: async (view) => {
      const { today, tab } = textIn(view.language);
      const all = await Promise.all(parts.waits.map((find) => find(view)));
      const waiting = byDeadline(all.flat());
      const columns = [today.what, tab.columns.due].map((title) => ({ title }));
      const rows = waiting.map((one) => rowOf(parts, one, view));
      const { waits: title, empty } = today;
      // Said to all who came by a link, so that it tells nothing.
      const note = view.viewer.cameByLink ? tab.byLink : undefined;
      return { note, blocks: [{ kind: 'table', id: 'espera', title, columns, rows, empty }] };
    },
  };
}

function rowOf({ botId }: TodayParts, { what, until, due, words }: Waiting, view: TabView): TabRow {
  const isLate = until !== undefined && until < view.now.toISOString();
  return {
    cells: [{ text: what }, { text: due, sortBy: until ?? '', tone: isLate ? 'attention' : undefined }],
    link: { title: textIn(view.language).tab.open, url: chatUrl(botId, words) },
  };
}
