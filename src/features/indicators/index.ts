import type { Feature, FeatureContext } from '../../feature.js';
import { ExportHandler } from './handlers/export-handler.js';
import { IndicatorsHandler } from './handlers/indicators-handler.js';
import { indicatorSection } from './pages/indicator-section.js';
import { Looking } from './service/looking.js';

export function createIndicators(context: FeatureContext): Feature {
  const { policy } = context;
  const titleOf = (sectionId: string) => policy.find(sectionId)?.title ?? sectionId;
  const parts = { ...context, looking: new Looking(context), titleOf };
  const handler = new IndicatorsHandler(parts);
  const exporting = new ExportHandler(parts);
  return {
    verbs: [...handler.routes(), ...exporting.routes()],
    texts: [{ purpose: 'indicators', scope: 'personal', handle: (turn) => handler.asked(turn) }],
    tab: [indicatorSection(parts)],
    openFile: (ticket, kind) => exporting.open(ticket, kind),
  };
}
