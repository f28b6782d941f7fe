/** The files of a case behind links: as they were sent to the reporter, and in confidence cleaned to others. */
import type { FeatureContext } from '../../../feature.js';
import type { Cleaner } from '../../../platform/cleaning/cleaner.js';
import type { OpenedFile, Ticket } from '../../../platform/delivery/tickets.js';
import { AppError } from '../../../platform/errors.js';
import { type Person, stranger } from '../../../platform/people/person.js';
import type { Case } from '../domain/case.js';
import { fileName } from '../domain/evidence.js';
import type { Evidence } from '../domain/report.js';
import type { AccessRecord } from './access-record.js';
import type { CaseService } from './case-service.js';
import { pathOf } from './evidence-files.js';

export interface EvidenceLinkParts extends Pick<FeatureContext, 'blobs' | 'directory'> {
  service: CaseService;
  cleaner: Pick<Cleaner, 'clean'>;
  record: Pick<AccessRecord, 'opened'>;
}

/** The content of an evidence ticket: `evidence:CASE:FILE`. */
const WHAT = /^evidence:([0-9a-f-]{36}):([0-9a-f-]{36})$/;

export class EvidenceLinks {
  constructor(private readonly parts: EvidenceLinkParts) {}

  /** The content of a ticket for a file of a case. */
  whatOf(caseId: string, { id }: Evidence): string {
    return `evidence:${caseId}:${id}`;
  }

  /**
   * The file of a ticket, if the person may still see the case.
   * @throws AppError `not-cleaned` when it tells who reported in confidence and cannot be cleaned.
   */
  async open({ personId, what }: Ticket): Promise<OpenedFile | undefined> {
    const [, caseId = '', fileId = ''] = WHAT.exec(what) ?? [];
    if (!caseId) return undefined;
    const viewer = (await this.parts.directory.find(personId)) ?? stranger(personId);
    const loaded = await this.parts.service.view(caseId, viewer);
    const file = loaded?.subject.evidence.find(({ id }) => id === fileId);
    const stored = file && (await this.parts.blobs.get(pathOf(caseId, fileId)));
    if (!loaded || !file || !stored) return undefined;
    const content = tellsTooMuch(loaded.subject, file, viewer) ? await this.#cleaned(file, stored) : stored;
    this.parts.record.opened(loaded.subject, personId, { what: 'file', detail: fileId });
    return { name: fileName(loaded.subject.evidence, file), type: file.type, content };
  }

  async #cleaned({ id, type }: Evidence, content: Buffer): Promise<Buffer> {
    const cleaned = await this.parts.cleaner.clean(type, content);
    if (!cleaned) throw new AppError('not-cleaned', { detail: `file ${id}` });
    return cleaned;
  }
}

/** A file that cannot be cleaned is with a confidential case only by the reporter's consent. */
function tellsTooMuch({ report, reporterId }: Case, { cleans }: Evidence, viewer: Person): boolean {
  return report.confidential && reporterId !== viewer.id && cleans !== false;
}
