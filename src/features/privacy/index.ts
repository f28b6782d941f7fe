/** The parts of data protection, put together. */
import type { Renderer } from '../../platform/cards/renderer.js';
import type { Clock } from '../../platform/clock.js';
import type { Tickets } from '../../platform/delivery/tickets.js';
import type { Work, WorkQueue } from '../../platform/delivery/work.js';
import type { Logger } from '../../platform/log.js';
import type { Authorisation } from '../../platform/people/authorisation.js';
import { AuthorisationWords } from '../../platform/people/authorisation-words.js';
import { Consents } from '../../platform/people/consents.js';
import type { DataProvider } from '../../platform/people/data-provider.js';
import { Names } from '../../platform/people/names.js';
import type { Directory } from '../../platform/people/person.js';
import type { Retention } from '../../platform/storage/retention.js';
import type { Tables } from '../../platform/storage/tables.js';
import type { Language } from '../../platform/text/catalogue.js';
import { MyData, type MyDataParts } from './handlers/my-data-handler.js';
import { CorrectionDesk, type CorrectionDeskParts } from './handlers/requests-handler.js';
import { PersonalData } from './service/personal-data.js';
import { CorrectionNotice, type CorrectionNoticeParts } from './service/request-notice.js';
import { type CorrectionRequestParts, CorrectionRequests } from './service/request-service.js';
import { RetentionNights, type Sweep } from './service/retention-nights.js';
import { tableSweeps } from './service/table-sweeps.js';
import { Corrections } from './store/data-requests.js';

/** Whether people have authorised that their data are kept. */
export interface Consent {
  consents: Consents;
  words: AuthorisationWords;
  authorisation: Authorisation;
  /** What stands on the welcome; empty for whoever has given the authorisation. */
  welcome: (personId: string, language: Language) => Promise<string>;
}

export interface PrivacySettings {
  organisation: string;
  url?: string;
  retention: Retention;
}

/** Built first: whoever keeps something about people asks it. */
export function createConsent(settings: PrivacySettings, tables: Tables): Consent {
  const consents = new Consents(tables);
  const words = new AuthorisationWords(settings);
  return {
    consents,
    words,
    authorisation: {
      stateOf: (personId) => consents.stateOf(personId),
      words: (language) => words.forReport(language),
      record: async (personId, at) => void (await consents.grant(personId, 'report', at)),
    },
    welcome: async (personId, language) =>
      (await consents.stateOf(personId)) === 'given' ? '' : words.forWelcome(language),
  };
}

export interface PrivacyParts
  extends Pick<MyDataParts, 'discardDrafts' | 'publicUrl'>,
    Pick<CorrectionRequestParts, 'businessDaysAfter' | 'background'>,
    Pick<CorrectionDeskParts, 'personOf'> {
  settings: PrivacySettings;
  consent: Consent;
  tables: Tables;
  work: WorkQueue;
  tickets: Tickets;
  directory: Directory;
  renderer: Renderer;
  tell: CorrectionNoticeParts['tell'];
  /** Whoever keeps something about people, besides what is kept here. */
  providers: readonly DataProvider[];
  /** Who deletes what a feature keeps, besides single rows. */
  sweeps: readonly Sweep[];
  clock: Clock;
  log: Logger;
}

export interface Privacy {
  myData: MyData;
  desk: CorrectionDesk;
  data: PersonalData;
  nights: RetentionNights;
  run: (item: Extract<Work, { kind: 'retention' | 'correction' }>) => Promise<number | undefined>;
}

export function createPrivacy(parts: PrivacyParts): Privacy {
  const { settings, tables, clock, log, work, directory, renderer } = parts;
  const { consents, words } = parts.consent;
  const corrections = new Corrections(tables);
  const data = new PersonalData([...parts.providers, consents, corrections], clock);
  const names = new Names(directory, clock);
  const notice = new CorrectionNotice({ directory, names, renderer, tell: parts.tell, clock, log });
  const requests = new CorrectionRequests({ ...parts, corrections, notice });
  const sweeps = [...parts.sweeps, ...tableSweeps(tables)];
  const nights = new RetentionNights({ tables, work, retention: settings.retention, sweeps, clock, log });
  return {
    myData: new MyData({
      ...parts,
      consents,
      requests,
      data,
      words,
      keptFor: settings.retention.cases,
    }),
    desk: new CorrectionDesk({ ...parts, corrections, requests, names }),
    data,
    nights,
    run: (item) => (item.kind === 'retention' ? nights.run(item) : requests.run(item.number)),
  };
}
