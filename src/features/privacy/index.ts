import { z } from 'zod';
import type { Feature, FeatureContext } from '../../feature.js';
import { workKind } from '../../platform/delivery/work.js';
import { peopleData } from '../../platform/people/personal-data.js';
import type { RetainedRows } from '../../platform/storage/table-spec.js';
import { MyDataHandler } from './handlers/my-data-handler.js';
import { RequestsHandler } from './handlers/requests-handler.js';
import { PersonalData } from './service/personal-data.js';
import { RequestNotice } from './service/request-notice.js';
import { DataRequestService } from './service/request-service.js';
import { RetentionNights } from './service/retention-nights.js';
import { tableSweeps } from './service/table-sweeps.js';
import { DataRequests } from './store/data-requests.js';

/** Interval of the check that the next retention night is scheduled. */
const NIGHTS_MS = 3_600_000;

export interface PrivacyHelpers {
  /** The features that store personal data. */
  keepers: readonly Feature[];
  /** The rows that are deleted when they are old. */
  retained: readonly RetainedRows[];
  discardDrafts: (personId: string) => Promise<void>;
}

export function createPrivacy(
  context: FeatureContext,
  { keepers, retained, discardDrafts }: PrivacyHelpers,
): Feature {
  const { settings, tables, clock, background, consents } = context;
  const { retention } = settings.privacy;
  const requests = new DataRequests(tables);
  const data = new PersonalData(
    [
      ...peopleData(context),
      ...keepers.flatMap(({ personalData = [] }) => personalData),
      context.things,
      consents,
      requests,
    ],
    clock,
  );
  const service = new DataRequestService({ ...context, requests, notice: new RequestNotice(context) });
  const sweeps = [...keepers.flatMap((feature) => feature.sweeps ?? []), ...tableSweeps(tables, retained)];
  const nights = new RetentionNights({ ...context, retention, sweeps });
  const myData = new MyDataHandler({ ...context, service, data, discardDrafts, keptFor: retention.cases });
  const handler = new RequestsHandler({ ...context, requests, service });
  return {
    verbs: [...myData.routes(), ...handler.routes()],
    texts: [
      { purpose: 'privacy', scope: 'personal', handle: (turn) => myData.view(turn) },
      {
        purpose: 'data-requests',
        scope: 'personal',
        handle: (turn) => handler.list(turn),
      },
    ],
    work: {
      // Deletes expired data in the night of this day. Lost messages are recovered from the row of the night.
      retention: workKind(
        z.object({ kind: z.literal('retention'), day: z.iso.date() }),
        ({ day }) => nights.run(day),
        { comesAgain: false },
      ),
      // Notifies and reminds the team of a data request, and delivers the answer.
      correction: workKind(
        z.object({ kind: z.literal('correction'), number: z.string().min(1) }),
        ({ number }) => service.run(number),
      ),
    },
    openFile: (ticket) => data.open(ticket),
    start: () => background.every(NIGHTS_MS, 'retention', () => nights.ensure()),
  };
}
