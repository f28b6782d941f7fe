/** Files that people send for a report: finds the draft or case that they belong to, and stores them. */
import type { FeatureContext } from '../../../feature.js';
import type { Cleaner } from '../../../platform/cleaning/cleaner.js';
import { AppError } from '../../../platform/errors.js';
import { makeVisible } from '../../../platform/text/visible.js';
import type { InboundFile, Turn } from '../../../turn.js';
import { isAgreed, mayBeKept } from '../domain/evidence.js';
import type { Evidence } from '../domain/report.js';
import type { Drafts } from '../store/drafts.js';
import type { CaseService } from './case-service.js';
import { MAX_FILE_BYTES, pathOf, typeOf } from './evidence-files.js';
import { admits, type Joined, joinCase, withEvidence } from './joining.js';

export interface EvidenceParts extends Pick<FeatureContext, 'blobs' | 'consents' | 'fetchFile' | 'newId'> {
  drafts: Drafts;
  service: CaseService;
  cleaner: Pick<Cleaner, 'clean'>;
}

/** A case accepts files from its reporter for this long. */
const YOUNG_MS = 7 * 24 * 3_600_000;
/** A draft touched within this time is the one being written. */
const OPEN_DRAFT_MS = 2 * 3_600_000;
const MAX_NAME = 120;

/** What became of the files of a message. */
export interface Kept {
  /** The id of the draft, or of the case that it became. */
  id: string;
  /** Where the kept files are; undefined if none was kept. */
  place?: { kind: 'draft' } | { kind: 'case'; number: string };
  /** The files that could not be stored, and why. */
  refused: { name: string; why: 'too-large' | 'not-allowed' }[];
  /** The number of files that were not kept because the reporter has to agree first. */
  unclean: number;
  /** Why other files were not kept. */
  problems: Exclude<Joined['kind'], 'kept' | 'unclean'>[];
}

/** The draft or case that files belong to, as it is when they arrive. */
interface Place {
  id: string;
  isDraft: boolean;
  confidential: boolean;
  /** The reporter agreed to add files that cannot be cleaned. */
  isAgreed: boolean;
}

export class EvidenceService {
  constructor(private readonly parts: EvidenceParts) {}

  /** Stores the files of a message with the report being written, or with the case just made of it. */
  async keep(turn: Turn): Promise<Kept | undefined> {
    const place = await this.#placeFor(turn);
    if (!place) return undefined;
    // The card of the draft says that sending a file gives the authorisation. Every draft has had a card.
    if (place.isDraft) await this.parts.consents.grant(turn.actor.id, 'report', turn.now);
    const { stored, refused, unclean } = await this.#storeAll(turn, place);
    // Reading files is slow: the draft may have been changed, sent or deleted meanwhile.
    const joined =
      (place.isDraft && (await this.#joinDraft(turn, place, stored))) ||
      (await this.#joinCase(turn, place, stored));
    await this.remove(
      place.id,
      stored.filter(({ id }) => !joined.keptIds.has(id)),
    );
    return {
      id: place.id,
      place: joined.place,
      refused,
      unclean: unclean + joined.unclean,
      problems: joined.problems,
    };
  }

  /** Deletes the stored content of files that neither a draft nor a case has. */
  async remove(id: string, files: readonly Evidence[]): Promise<void> {
    for (const file of files) await this.parts.blobs.remove(pathOf(id, file.id));
  }

  /** Stores the acceptable files, or none if one of them fails. */
  async #storeAll(
    turn: Turn,
    place: Place,
  ): Promise<{ stored: Evidence[] } & Pick<Kept, 'refused' | 'unclean'>> {
    const stored: Evidence[] = [];
    const refused: Kept['refused'] = [];
    let unclean = 0;
    try {
      for (const file of turn.files) {
        const evidence = await this.#store(turn, place, file).catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'too-large') return 'too-large' as const;
          throw error;
        });
        if (evidence === 'unclean') unclean += 1;
        else if (typeof evidence === 'string') refused.push({ name: shortName(file.name), why: evidence });
        else stored.push(evidence);
      }
    } catch (error) {
      await this.remove(place.id, stored);
      throw error;
    }
    return { stored, refused, unclean };
  }

  async #store(turn: Turn, place: Place, file: InboundFile): Promise<Evidence | 'not-allowed' | 'unclean'> {
    const { fetchFile, cleaner, newId, blobs } = this.parts;
    const content = await fetchFile(file, turn.serviceUrl, MAX_FILE_BYTES);
    const type = await typeOf(content);
    if (!type) return 'not-allowed';
    // A draft may become confidential; a case that is not confidential never does.
    const isTried = place.isDraft || place.confidential;
    const cleans = isTried ? (await cleaner.clean(type, content)) !== undefined : undefined;
    if (!mayBeKept({ cleans }, place)) return 'unclean';
    const id = newId();
    await blobs.put(pathOf(place.id, id), content, type);
    return { id, type, size: content.length, cleans };
  }

  /** Undefined if the draft is gone. */
  async #joinDraft(
    { actor, now }: Turn,
    { id }: Place,
    stored: readonly Evidence[],
  ): Promise<JoinedFiles | undefined> {
    const draft = await this.parts.drafts.change(actor.id, id, (before) => withEvidence(before, stored, now));
    if (!draft) return undefined;
    const inDraft = new Set(draft.evidence.map((evidence) => evidence.id));
    const keptIds = new Set(stored.map((evidence) => evidence.id).filter((one) => inDraft.has(one)));
    const unclean = stored.filter((file) => !inDraft.has(file.id) && !admits(draft, file, now)).length;
    return {
      keptIds,
      place: keptIds.size > 0 ? { kind: 'draft' } : undefined,
      unclean,
      problems: keptIds.size + unclean < stored.length ? ['too-many'] : [],
    };
  }

  async #joinCase(turn: Turn, { id, isAgreed }: Place, stored: readonly Evidence[]): Promise<JoinedFiles> {
    const person = await turn.person();
    const keptIds = new Set<string>();
    const problems = new Set<Kept['problems'][number]>();
    let place: Kept['place'];
    let unclean = 0;
    for (const [at, evidence] of stored.entries()) {
      const file = { evidence, commandId: `${turn.activityId}:${at}`, isAgreed };
      const joined = await joinCase(this.parts.service, id, person, file);
      if (joined.kind === 'kept') {
        keptIds.add(evidence.id);
        place = { kind: 'case', number: joined.number };
      } else if (joined.kind === 'unclean') unclean += 1;
      else problems.add(joined.kind);
    }
    return { keptIds, place, unclean, problems: [...problems] };
  }

  /**
   * What the person last worked on: the report being written, or the case that it became, while that is open
   * and recent. Does not read the lists of cases, because those are updated after the reply.
   */
  async #placeFor(turn: Turn): Promise<Place | undefined> {
    const { actor, now } = turn;
    const touched = await this.parts.drafts.touchedBy(actor.id);
    const last = touched.find(
      ({ at, draft }) => now.getTime() - Date.parse(at) < (draft ? OPEN_DRAFT_MS : YOUNG_MS),
    );
    if (!last) return undefined;
    const place = { id: last.id, isAgreed: isAgreed(last.uncleanUntil, now) };
    // If the process ended in between, a draft may have been sent without being marked so.
    const sent = await this.parts.service.view(last.id, await turn.person());
    if (!sent) return last.draft && { ...place, isDraft: true, confidential: last.draft.confidential };
    const { dueAt, report } = sent.subject;
    return dueAt === undefined ? undefined : { ...place, isDraft: false, confidential: report.confidential };
  }
}

type JoinedFiles = Pick<Kept, 'place' | 'unclean' | 'problems'> & { keptIds: ReadonlySet<string> };

/** As much of a file name as an answer to its sender shows. */
function shortName(name: string): string {
  return makeVisible(name).replace(/\s+/g, ' ').trim().slice(0, MAX_NAME) || 'archivo';
}
