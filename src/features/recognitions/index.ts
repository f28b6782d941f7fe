import type { Feature, FeatureContext } from '../../feature.js';
import { Painter } from '../../platform/pictures/painter.js';
import { PictureLinks } from './cards/picture-links.js';
import { RecognitionCards } from './cards/recognition-cards.js';
import { eventRoutes } from './handlers/event-routes.js';
import { ListsHandler } from './handlers/lists-handler.js';
import { ReceivingHandler } from './handlers/receiving-handler.js';
import { type Thanks, thanksOf } from './handlers/thanks.js';
import { WritingActs } from './handlers/writing-acts.js';
import { WritingHandler } from './handlers/writing-handler.js';
import { pictureRoute } from './pages/picture-route.js';
import { recognitionSection } from './pages/recognition-section.js';
import { attributesOf } from './service/attributes.js';
import { auditNotices } from './service/delivery-audit.js';
import { createRecognitionEngine } from './service/engine.js';
import { recognitionSweeps } from './service/expiry.js';
import { formIsOver } from './service/left-open.js';
import { recognitionData } from './service/personal-data.js';
import { Pictures } from './service/pictures.js';
import { recognitionFigures } from './service/recognition-figures.js';

// Used by the commands in `cli/`.
export { attributeIn } from './domain/reading.js';
export { attributesOf } from './service/attributes.js';
export { recognitionFigures } from './service/recognition-figures.js';

/** It reads the whole table. */
const AUDIT_MS = 3_600_000;

export interface Recognitions extends Feature {
  /** What other channels bring of thanks. */
  thanks: Thanks;
  /** Deletes what a person wrote and did not send. */
  discardDrafts: (personId: string) => Promise<void>;
}

export interface RecognitionHelpers {
  isGuest: (personId: string) => Promise<boolean>;
  /** Returns the words of a text that would hurt who reads them. */
  offensiveIn: (text: string) => string[];
  /** Ranks the sections of the policy by how well they fit a text. */
  sectionsFor: (text: string) => readonly { id: string; probability: number }[];
}

export function createRecognitions(context: FeatureContext, helpers: RecognitionHelpers): Recognitions {
  const { names, renderer, policy, settings } = context;
  const attributes = new Map(attributesOf(policy).map((section) => [section.id, section]));
  const pictureLinks = new PictureLinks(context);
  const cards = new RecognitionCards({ names, renderer, attributes, pictureLinks });
  const engine = createRecognitionEngine(context, { ...helpers, cards, attributes });
  const parts = { ...context, ...engine, cards, attributes };
  const painter = new Painter();
  const { organisation } = settings.privacy;
  const pictures = new Pictures({ ...parts, painter, colours: settings.colours, organisation });
  const event = eventRoutes({ ...context, lists: engine.lists, attributes });
  const writing = new WritingHandler(parts);
  const receiving = new ReceivingHandler(parts);
  const lists = new ListsHandler(parts);
  return {
    verbs: [...[writing, receiving, lists].flatMap((handler) => handler.routes()), ...event.verbs],
    texts: [
      { purpose: 'recognise', scope: 'personal', handle: (turn) => writing.written(turn) },
      { purpose: 'recognitions.mine', scope: 'personal', handle: (turn) => lists.mine(turn) },
      { purpose: 'recognitions.team', scope: 'personal', handle: (turn) => lists.team(turn) },
      { purpose: 'recognitions.event', scope: 'personal', handle: event.start },
    ],
    acts: [new WritingActs({ ...parts, writing }).route()],
    pages: [pictureRoute({ ...context, pictures, links: pictureLinks })],
    tab: [recognitionSection({ ...parts, lists: engine.lists })],
    work: engine.work,
    openFile: event.openFile,
    personalData: [...recognitionData(parts), ...event.personalData],
    figures: [recognitionFigures({ ...context, titleOf: (id) => attributes.get(id)?.title ?? id })],
    sweeps: [...recognitionSweeps(parts), ...event.sweeps],
    start: () =>
      context.background.every(AUDIT_MS, 'recognition audit', async () => void (await auditNotices(context))),
    stop: () => painter.stop(),
    thanks: thanksOf({ ...parts, ...helpers }),
    discardDrafts: async (personId) => {
      context.things.note(personId, [formIsOver], context.clock());
      await engine.service.discardAll(personId);
    },
  };
}
