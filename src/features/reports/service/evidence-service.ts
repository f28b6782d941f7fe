/** Files that people send for a report: finds the draft or case that they belong to, and stores them. */
import type { FeatureContext } from '../../../feature.js';
import { type Evidence, isAgreed, mayBeKept } from '../../../platform/cleaning/evidence.js';
import type { Turn } from '../../../turn.js';
import { admits, type CaseService, type Joined, type Joining, joinCase, pathOf } from '../../cases/index.js';
import type { Drafts } from '../store/drafts.js';
import { withEvidence } from './draft-files.js';
import { type Checked, type CheckParts, check, type Refused } from './evidence-check.js';

export interface EvidenceParts extends CheckParts, Pick<FeatureContext, 'blobs' | 'consents' | 'newId'> {
  drafts: Drafts;
  service: CaseService;
}

/** A case accepts files from its reporter for this long. */
const YOUNG_MS = 7 * 24 * 3_600_000;
/** A draft touched within this time is the one being written. */
const OPEN_DRAFT_MS = 2 * 3_600_000;

/** A file that was not kept because the reporter has to agree first. */
export type Unclean = Pick<Checked, 'name' | 'type' | 'hash'>;

/** What became of the files of a message. */
export interface Kept {
  /** The id of the draft, or of the case that it became. */
  id: string;
  /** Where the kept files are; undefined if none was kept. */
  place?: { kind: 'draft' } | { kind: 'case'; number: string } | undefined;
  refused: Refused[];
  unclean: Unclean[];
  /** Why other files were not kept. */
  problems: Exclude<Joined['kind'], 'kept' | 'unclean'>[];
}

/** The draft or case that files belong to, as it is when they arrive. */
interface Place {
  id: string;
  isDraft: boolean;
  confidential: boolean;
  /** Whether the reporter agreed to add this file, which cannot be cleaned. */
  isAgreed: (hash: string) => boolean;
}

/** A file of the message that is stored. */
type Stored = Joining & Unclean;
type JoinedFiles = Pick<Kept, 'place' | 'unclean' | 'problems'> & { keptIds: ReadonlySet<string> };

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
    const left = stored.map(({ evidence }) => evidence).filter(({ id }) => !joined.keptIds.has(id));
    await this.remove(place.id, left);
    return {
      id: place.id,
      place: joined.place,
      refused,
      unclean: [...unclean, ...joined.unclean],
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
  ): Promise<{ stored: Stored[] } & Pick<Kept, 'refused' | 'unclean'>> {
    const stored: Stored[] = [];
    const refused: Refused[] = [];
    const unclean: Unclean[] = [];
    // A draft may become confidential; a case that is not confidential never does.
    const isTried = place.isDraft || place.confidential;
    try {
      for (const file of turn.files) {
        const checked = await check(this.parts, file, { ...turn, isTried });
        if ('why' in checked) refused.push(checked);
        else if (mayBeKept(checked, { ...place, isAgreed: place.isAgreed(checked.hash) }))
          stored.push(await this.#store(place, checked));
        else unclean.push(checked);
      }
    } catch (error) {
      await this.remove(
        place.id,
        stored.map(({ evidence }) => evidence),
      );
      throw error;
    }
    return { stored, refused, unclean };
  }

  async #store(place: Place, { name, type, content, hash, cleans }: Checked): Promise<Stored> {
    const id = this.parts.newId();
    await this.parts.blobs.put(pathOf(place.id, id), content, type);
    const evidence = { id, type, size: content.length, cleans };
    return { evidence, isAgreed: place.isAgreed(hash), name, type, hash };
  }

  /** Undefined if the draft is gone. */
  async #joinDraft(
    { actor }: Turn,
    { id }: Place,
    stored: readonly Stored[],
  ): Promise<JoinedFiles | undefined> {
    const draft = await this.parts.drafts.change(actor.id, id, (before) => withEvidence(before, stored));
    if (!draft) return undefined;
    const inDraft = new Set(draft.evidence.map((evidence) => evidence.id));
    const keptIds = new Set(stored.map(({ evidence }) => evidence.id).filter((one) => inDraft.has(one)));
    const unclean = stored.filter((file) => !inDraft.has(file.evidence.id) && !admits(draft, file));
    return {
      keptIds,
      place: keptIds.size > 0 ? { kind: 'draft' } : undefined,
      unclean,
      problems: keptIds.size + unclean.length < stored.length ? ['too-many'] : [],
    };
  }

  async #joinCase(turn: Turn, { id }: Place, stored: readonly Stored[]): Promise<JoinedFiles> {
    const person = await turn.person();
    const keptIds = new Set<string>();
    const problems = new Set<Kept['problems'][number]>();
    const unclean: Unclean[] = [];
    let place: Kept['place'];
    for (const [at, file] of stored.entries()) {
      const joined = await joinCase(this.parts.service, id, person, {
        ...file,
        commandId: `${turn.activityId}:${at}`,
      });
      if (joined.kind === 'kept') {
        keptIds.add(file.evidence.id);
        place = { kind: 'case', number: joined.number };
      } else if (joined.kind === 'unclean') unclean.push(file);
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
    const place = { id: last.id, isAgreed: (hash: string) => isAgreed(last, hash, now) };
    // If the process ended in between, a draft may have been sent without being marked so.
    const sent = await this.parts.service.view(last.id, await turn.person());
    if (!sent) return last.draft && { ...place, isDraft: true, confidential: last.draft.confidential };
    const { dueAt, report } = sent.subject;
    return dueAt === undefined ? undefined : { ...place, isDraft: false, confidential: report.confidential };
  }
}
