/** The files of a case behind links: the reporter gets them as they were sent; others get what `formFor` says. */
import type { FeatureContext } from '../../../../feature.js';
import type { Cleaner } from '../../../../platform/cleaning/cleaner.js';
import { type Evidence, fileName, formFor, isPdf } from '../../../../platform/cleaning/evidence.js';
import type { OpenedFile, Ticket } from '../../../../platform/delivery/tickets.js';
import { AppError } from '../../../../platform/errors.js';
import { stranger } from '../../../../platform/people/person.js';
import type { Case } from '../../domain/case.js';
import type { AccessRecord } from '../accesses/access-record.js';
import type { CaseService } from '../commands/case-service.js';
import { pathOf } from './evidence-files.js';
import type { Unopened } from './unopened.js';

export interface EvidenceLinkParts extends Pick<FeatureContext, 'blobs' | 'directory'> {
  service: CaseService;
  cleaner: Pick<Cleaner, 'make'>;
  record: Pick<AccessRecord, 'opened'>;
  unopened: Pick<Unopened, 'tell'>;
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
   * @throws AppError `not-cleaned` when it may tell who reported in confidence, `unreadable` when it cannot be checked,
   * `busy` when it would take too long to check.
   */
  async open({ personId, what }: Ticket): Promise<OpenedFile | undefined> {
    const [, caseId = '', fileId = ''] = WHAT.exec(what) ?? [];
    if (!caseId) return undefined;
    const viewer = (await this.parts.directory.find(personId)) ?? stranger(personId);
    const loaded = await this.parts.service.view(caseId, viewer);
    const file = loaded?.subject.evidence.find(({ id }) => id === fileId);
    const stored = file && (await this.parts.blobs.get(pathOf(caseId, fileId)));
    if (!loaded || !file || !stored) return undefined;
    const isOwn = loaded.subject.reporterId === viewer.id;
    const content = isOwn ? stored : await this.#forOthers(loaded.subject, file, { stored, personId });
    this.parts.record.opened(loaded.subject, personId, { what: 'file', detail: fileId });
    return { name: fileName(loaded.subject.evidence, file), type: file.type, content };
  }

  async #forOthers(
    subject: Case,
    file: Evidence,
    { stored, personId }: { stored: Buffer; personId: string },
  ): Promise<Buffer> {
    const { cleaner, unopened } = this.parts;
    const form = subject.report.confidential ? formFor(file) : 'as-sent';
    if (form === 'as-sent' && !isPdf(file)) return stored;
    const what = form === 'as-sent' ? 'inert' : 'copy';
    const asked = { what, type: file.type, content: stored, personId, isOpening: true } as const;
    const made = form === 'nothing' ? undefined : await cleaner.make(asked);
    if (made) return made;
    const why = what === 'copy' ? 'not-cleaned' : 'unreadable';
    unopened.tell(subject, file, why);
    throw new AppError(why, { detail: `file ${file.id}` });
  }
}
