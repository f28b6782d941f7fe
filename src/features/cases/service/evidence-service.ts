/** Files that people send for a report: finds the draft or case that they belong to, and stores them. */
import type { FeatureContext } from '../../../feature.js';
import type { OpenedFile, Ticket } from '../../../platform/delivery/tickets.js';
import { AppError } from '../../../platform/errors.js';
import { stranger } from '../../../platform/people/person.js';
import { makeVisible } from '../../../platform/text/visible.js';
import type { InboundFile, Turn } from '../../../turn.js';
import type { Evidence } from '../domain/report.js';
import type { Drafts } from '../store/drafts.js';
import type { CaseService } from './case-service.js';
import { folderOf, MAX_FILE_BYTES, typeOf } from './evidence-files.js';
import { type Joined, joinCase, withEvidence } from './joining.js';

export interface EvidenceParts
  extends Pick<FeatureContext, 'blobs' | 'consents' | 'directory' | 'fetchFile' | 'newId'> {
  drafts: Drafts;
  service: CaseService;
}

/** A case accepts files from its reporter for this long. */
const YOUNG_MS = 7 * 24 * 3_600_000;
/** A draft touched within this time is the one being written. */
const OPEN_DRAFT_MS = 2 * 3_600_000;
const MAX_NAME = 120;

/** The content of an evidence ticket: `evidence:CASE:FILE`. */
const WHAT = /^evidence:([0-9a-f-]{36}):([0-9a-f-]{36})$/;

/** What became of the files of a message. */
export interface Kept {
  /** Where the kept files are; undefined if none was kept. */
  place?: { kind: 'draft' } | { kind: 'case'; number: string };
  /** The files that could not be stored, and why. */
  refused: { name: string; why: 'too-large' | 'not-allowed' }[];
  /** Why stored files were not kept. */
  problems: Exclude<Joined['kind'], 'kept'>[];
}

export class EvidenceService {
  constructor(private readonly parts: EvidenceParts) {}

  /** Stores the files of a message with the report being written, or with the case just made of it. */
  async keep(turn: Turn): Promise<Kept | undefined> {
    const place = await this.#placeFor(turn);
    if (!place) return undefined;
    // The card of the draft says that sending a file gives the authorisation. Every draft has had a card.
    if (place.isDraft) await this.parts.consents.grant(turn.actor.id, 'report', turn.now);
    const { stored, refused } = await this.#storeAll(turn, place.id);
    // Reading files is slow: the draft may have been changed, sent or deleted meanwhile.
    const joined =
      (place.isDraft && (await this.#joinDraft(turn, place.id, stored))) ||
      (await this.#joinCase(turn, place.id, stored));
    const rest = stored.filter(({ id }) => !joined.keptIds.has(id));
    await this.#remove(place.id, rest);
    return { place: joined.place, refused, problems: joined.problems };
  }

  /** The content of a ticket for a file of a case. */
  whatOf(caseId: string, { id }: Evidence): string {
    return `evidence:${caseId}:${id}`;
  }

  /** The file of a ticket, if the person may still see the case. */
  async open({ personId, what }: Ticket): Promise<OpenedFile | undefined> {
    const [, caseId = '', fileId = ''] = WHAT.exec(what) ?? [];
    if (!caseId) return undefined;
    const viewer = (await this.parts.directory.find(personId)) ?? stranger(personId);
    const loaded = await this.parts.service.view(caseId, viewer);
    const evidence = loaded?.subject.evidence.find(({ id }) => id === fileId);
    const content = evidence && (await this.parts.blobs.get(pathOf(caseId, fileId)));
    return evidence && content && { name: evidence.name, type: evidence.type, content };
  }

  /** Stores the acceptable files, or none if one of them fails. */
  async #storeAll(turn: Turn, caseId: string): Promise<{ stored: Evidence[]; refused: Kept['refused'] }> {
    const stored: Evidence[] = [];
    const refused: Kept['refused'] = [];
    try {
      for (const file of turn.files) {
        const evidence = await this.#store(turn, caseId, file).catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'too-large') return 'too-large' as const;
          throw error;
        });
        if (typeof evidence === 'string') refused.push({ name: shortName(file.name), why: evidence });
        else stored.push(evidence);
      }
    } catch (error) {
      await this.#remove(caseId, stored);
      throw error;
    }
    return { stored, refused };
  }

  async #store(turn: Turn, caseId: string, file: InboundFile): Promise<Evidence | 'not-allowed'> {
    const content = await this.parts.fetchFile(file, turn.serviceUrl, MAX_FILE_BYTES);
    const type = await typeOf(content);
    if (!type) return 'not-allowed';
    const id = this.parts.newId();
    await this.parts.blobs.put(pathOf(caseId, id), content, type);
    return { id, name: shortName(file.name), type, size: content.length };
  }

  async #remove(caseId: string, files: readonly Evidence[]): Promise<void> {
    for (const { id } of files) await this.parts.blobs.remove(pathOf(caseId, id));
  }

  /** Undefined if the draft is gone. */
  async #joinDraft(
    { actor }: Turn,
    id: string,
    stored: readonly Evidence[],
  ): Promise<JoinedFiles | undefined> {
    const draft = await this.parts.drafts.change(actor.id, id, (now) => withEvidence(now, stored));
    if (!draft) return undefined;
    const inDraft = new Set(draft.evidence.map((evidence) => evidence.id));
    const keptIds = new Set(stored.map((evidence) => evidence.id).filter((one) => inDraft.has(one)));
    return {
      keptIds,
      place: keptIds.size > 0 ? { kind: 'draft' } : undefined,
      problems: keptIds.size < stored.length ? ['too-many'] : [],
    };
  }

  async #joinCase(turn: Turn, caseId: string, stored: readonly Evidence[]): Promise<JoinedFiles> {
    const person = await turn.person();
    const keptIds = new Set<string>();
    const problems = new Set<Kept['problems'][number]>();
    let place: Kept['place'];
    for (const [at, evidence] of stored.entries()) {
      const file = { evidence, commandId: `${turn.activityId}:${at}` };
      const joined = await joinCase(this.parts.service, caseId, person, file);
      if (joined.kind === 'kept') {
        keptIds.add(evidence.id);
        place = { kind: 'case', number: joined.number };
      } else problems.add(joined.kind);
    }
    return { keptIds, place, problems: [...problems] };
  }

  /**
   * What the person last worked on: the report being written, or the case that it became, while that is open
   * and recent. Does not read the lists of cases, because those are updated after the reply.
   */
  async #placeFor(turn: Turn): Promise<{ id: string; isDraft: boolean } | undefined> {
    const { actor, now } = turn;
    const touched = await this.parts.drafts.touchedBy(actor.id);
    const last = touched.find(
      ({ at, draft }) => now.getTime() - Date.parse(at) < (draft ? OPEN_DRAFT_MS : YOUNG_MS),
    );
    if (!last) return undefined;
    // If the process ended in between, a draft may have been sent without being marked so.
    const sent = await this.parts.service.view(last.id, await turn.person());
    if (!sent) return last.draft && { id: last.id, isDraft: true };
    return sent.subject.dueAt === undefined ? undefined : { id: last.id, isDraft: false };
  }
}

type JoinedFiles = Pick<Kept, 'place' | 'problems'> & { keptIds: ReadonlySet<string> };

const pathOf = (caseId: string, fileId: string) => `${folderOf(caseId)}${fileId}`;

/** As much of a file name as a button shows. */
function shortName(name: string): string {
  return makeVisible(name).replace(/\s+/g, ' ').trim().slice(0, MAX_NAME) || 'archivo';
}
