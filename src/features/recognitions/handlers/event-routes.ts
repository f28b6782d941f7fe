/** Everything about recognition events that the feature offers. */
import type { Feature, FeatureContext } from '../../../feature.js';
import type { Handler } from '../../../turn.js';
import type { Attributes } from '../service/attributes.js';
import { eventData, eventSweep } from '../service/event-data.js';
import { EventExport } from '../service/event-export.js';
import { EventService } from '../service/event-service.js';
import type { RecognitionLists } from '../store/lists.js';
import { Shortlist } from '../store/shortlist.js';
import { EventExportHandler } from './event-export-handler.js';
import { EventHandler } from './event-handler.js';

type EventRoutes = Required<Pick<Feature, 'verbs' | 'openFile' | 'personalData' | 'sweeps'>>;

export function eventRoutes(
  context: FeatureContext & { lists: RecognitionLists; attributes: Attributes },
): EventRoutes & { start: Handler } {
  const shortlist = new Shortlist(context.tables);
  const event = new EventService({ ...context, shortlist });
  const exporting = new EventExport({ ...context, event });
  const handler = new EventHandler({ ...context, event });
  const exported = new EventExportHandler({ ...context, exporting });
  return {
    verbs: [...handler.routes(), ...exported.routes()],
    start: (turn) => handler.candidates(turn),
    openFile: (ticket, kind) => exporting.open(ticket, kind),
    personalData: [eventData({ shortlist })],
    sweeps: [eventSweep({ ...context, shortlist })],
  };
}
