/** Takes a report from the first card to the second: stores and assesses the narrative. */
import type { FeatureContext } from '../../../feature.js';
import { type Reply, readInput, type Turn, type VerbRoute } from '../../../turn.js';
import type { ShowCase } from '../../cases/index.js';
import type { Sending } from '../domain/burst.js';
import { type Draft, emptyDraft, revised } from '../domain/draft.js';
import type { Assessor } from '../service/assessor.js';
import type { Drafts } from '../store/drafts.js';
import { MAX_KEPT, readDescription } from './report-inputs.js';
import { draftId, type ReportReplies } from './report-replies.js';

export interface AssessingParts extends Pick<FeatureContext, 'consents' | 'newId'> {
  drafts: Drafts;
  assessor: Assessor;
  replies: ReportReplies;
  showCase: ShowCase;
}

export class AssessingHandler {
  constructor(private readonly parts: AssessingParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'report.assess', scope: 'personal', handle: (turn) => this.#assess(turn) }];
  }

  async #assess(turn: Turn): Promise<Reply> {
    const { drafts, newId, replies } = this.parts;
    const { id } = readInput(draftId, turn);
    const known = id ? await drafts.lastKnown(turn.actor.id, id) : undefined;
    const quickly = known && (await this.#assessKnown(turn, known));
    if (quickly) return quickly;
    const { found, sendings } = id
      ? await drafts.findWithSendings(turn.actor.id, id)
      : { found: undefined, sendings: undefined };
    const { draft, problem } = readDescription(found ?? emptyDraft(newId()), turn.input, turn.now);
    const sent = found ? undefined : await replies.sent(turn);
    if (sent) return this.parts.showCase(turn, sent);
    if (!(await this.#isAuthorised(turn, found))) return this.#askAgain(turn, draft);
    const kept = await this.#keep(turn, draft.id, found);
    if (!kept) return replies.gone(turn);
    drafts.noteAuthorised(turn.actor.id, kept.id);
    if (problem) return replies.describe(turn, draft, problem);
    return this.confirm(turn, kept, sendings);
  }

  /** Undefined when the draft is not as this instance knows it, or the authorisation has to be looked up. */
  async #assessKnown(turn: Turn, known: Draft): Promise<Reply | undefined> {
    const { drafts, replies } = this.parts;
    if (!drafts.isAuthorised(turn.actor.id, known.id)) return undefined;
    const { draft, problem } = readDescription(known, turn.input, turn.now);
    const kept = await drafts.changeKnown(turn.actor.id, known, (before) => described(before, turn));
    if (!kept) return undefined;
    if (problem) return replies.describe(turn, draft, problem);
    return this.confirm(turn, kept, await drafts.latelySentBy(turn.actor.id));
  }

  /** The second card of a draft that is stored, with what a hosted model says to the level. */
  async confirm(turn: Turn, kept: Draft, sendings?: readonly Sending[]): Promise<Reply> {
    const { drafts, assessor, replies } = this.parts;
    const opinion = await assessor.hostedOpinion(kept.narrative);
    const draft = opinion
      ? await drafts.change(
          turn.actor.id,
          kept.id,
          (now) => (now.narrative === kept.narrative ? { ...now, ...opinion } : now),
          kept,
        )
      : kept;
    if (!draft) return replies.gone(turn);
    return replies.confirm(turn, draft, assessor.assess(draft), { entered: draft.chosen, sendings });
  }

  /** Stores the inputs of the first card and keeps files added meanwhile. Undefined if the draft is gone. */
  async #keep(turn: Turn, id: string, found: Draft | undefined): Promise<Draft | undefined> {
    const { drafts } = this.parts;
    if (found) return drafts.change(turn.actor.id, id, (before) => described(before, turn), found);
    const draft = described(emptyDraft(id), turn);
    await drafts.save(turn.actor.id, draft);
    return draft;
  }

  /**
   * Continuing gives the authorisation, because the first card says so to people who have not given it. The
   * exception is a card from before the authorisation was revoked, whose draft is gone: it did not say so.
   */
  async #isAuthorised({ actor, now }: Turn, found: Draft | undefined): Promise<boolean> {
    const { consents } = this.parts;
    const state = await consents.stateOf(actor.id);
    if (state === 'revoked' && !found) return false;
    if (state !== 'given') await consents.grant(actor.id, 'report', now);
    return true;
  }

  /** The first card again, now with the authorisation. The narrative stays in the card and is not stored. */
  async #askAgain(turn: Turn, written: Draft): Promise<Reply> {
    const draft = emptyDraft(this.parts.newId());
    await this.parts.drafts.save(turn.actor.id, draft);
    return this.parts.replies.describe(turn, { ...written, id: draft.id });
  }
}

/** The draft with the inputs of the first card. */
function described(before: Draft, turn: Turn): Draft {
  const { draft } = readDescription(before, turn.input, turn.now);
  return revised(before, { ...draft, narrative: draft.narrative.slice(0, MAX_KEPT) });
}
