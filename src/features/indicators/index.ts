import type { Feature, FeatureContext } from '../../feature.js';
import { ExportHandler } from './handlers/export-handler.js';
import { IndicatorsHandler } from './handlers/indicators-handler.js';
import { MonthlyHandler } from './handlers/monthly-handler.js';
import { indicatorSection } from './pages/indicator-section.js';
import { Looking } from './service/looking.js';
import { Monthly } from './service/monthly.js';
import { Wishes } from './store/wishes.js';

/** How often it is checked whether the figures of a month are due. */
const LOOK_MS = 60_000;

export function createIndicators(context: FeatureContext): Feature {
  const { policy, tables, background } = context;
  const titleOf = (sectionId: string) => policy.find(sectionId)?.title ?? sectionId;
  const wishes = new Wishes(tables);
  const parts = { ...context, looking: new Looking({ ...context, wishes }), titleOf, wishes };
  const handler = new IndicatorsHandler(parts);
  const exporting = new ExportHandler(parts);
  const monthly = new Monthly(parts);
  return {
    verbs: [...handler.routes(), ...exporting.routes(), ...new MonthlyHandler(parts).routes()],
    texts: [{ purpose: 'indicators', scope: 'personal', handle: (turn) => handler.asked(turn) }],
    tab: [indicatorSection(parts)],
    work: monthly.work,
    openFile: (ticket, kind) => exporting.open(ticket, kind),
    personalData: [
      {
        name: 'monthlyFigures',
        dataOf: async (personId) => {
          const wish = await wishes.find(personId);
          return wish ? [{ wants: wish.wants, at: wish.at }] : [];
        },
      },
    ],
    start: () => background.every(LOOK_MS, 'monthly figures', () => monthly.look()),
  };
}
