import type { Feature, FeatureContext } from '../../feature.js';
import type { Reply, Turn } from '../../turn.js';
import { ImportHandler } from './handlers/import-handler.js';
import { ThanksHandler } from './handlers/thanks-handler.js';
import { TriageHandler } from './handlers/triage-handler.js';
import { waitingRows } from './pages/waiting-rows.js';
import { BatchService } from './service/batch-service.js';
import { Digesting } from './service/digesting.js';
import { SourceExpiry } from './service/expiry.js';
import { Importing } from './service/importing.js';
import { sourceData } from './service/personal-data.js';
import { type Intake, Receiving } from './service/receiving.js';
import { SourceNotices } from './service/source-notices.js';
import { sourceReader } from './service/source-reader.js';
import { Thanking, type ThanksIntake } from './service/thanking.js';
import { Triage } from './service/triage.js';
import { ALERTS, Alerts } from './store/alerts.js';
import { Batches } from './store/batches.js';
import { Digests } from './store/digests.js';
import { SourceRows } from './store/source-rows.js';

// Used by the command in `cli/`.
export { problemLine } from './cards/import-cards.js';
export { readSourceFile } from './domain/source-file.js';
export { Importing } from './service/importing.js';
export { Alerts } from './store/alerts.js';
export { SourceRows } from './store/source-rows.js';

export interface Sources extends Feature {
  /** Takes a file of another channel; undefined for other files. */
  receiveFile: (turn: Turn) => Promise<Reply | undefined>;
}

/** Rows that the command kept are told of within this time. */
const ALERTS_MS = 60_000;
const AUDIT_MS = 10 * 60_000;

/**
 * @param intake what the cases make of a row.
 * @param thanks what the recognitions make of one.
 */
export function createSources(context: FeatureContext, intake: Intake, thanks: ThanksIntake): Sources {
  const { tables, clock, background, newId, log } = context;
  const stored = {
    ...context,
    intake,
    rows: new SourceRows(tables, newId),
    batches: new Batches(tables, clock),
    digests: new Digests(tables),
    alerts: new Alerts(tables),
  };
  const notices = new SourceNotices({ ...stored, untold: intake.untold });
  const importing = new Importing({
    ...stored,
    opinionOn: intake.propose,
    alert: (fileId) => notices.alert(fileId),
  });
  const receiving = new Receiving(stored);
  const thanking = new Thanking({ ...stored, thanks });
  const digesting = new Digesting({ ...stored, notices });
  const triage = new Triage({
    ...stored,
    receiving,
    thanking,
    tellLater: (leaderId, line) => digesting.add(leaderId, line),
  });
  const batches = new BatchService({ ...stored, importing, notices });
  const files = new ImportHandler({ ...context, batches, reader: sourceReader(log) });
  const triaging = new TriageHandler({ ...stored, triage, receiving, thanking });
  const thankful = new ThanksHandler({
    ...stored,
    triage,
    thanking,
    next: (turn, person, before) => triaging.next(turn, person, before),
  });
  return {
    verbs: [files, triaging, thankful].flatMap((handler) => handler.routes()),
    texts: [{ purpose: 'sources', scope: 'personal', handle: (turn) => triaging.open(turn) }],
    waits: waitingRows(stored.rows),
    work: { ...notices.work, ...triage.work, ...digesting.work, ...batches.work },
    receiveFile: (turn) => files.receive(turn),
    personalData: sourceData(stored),
    sweeps: [new SourceExpiry(stored)],
    start: () => {
      background.every(ALERTS_MS, 'alerts of rows', async () => void (await notices.dispatch(ALERTS)));
      background.every(AUDIT_MS, 'row audit', () => triage.audit());
    },
  };
}
