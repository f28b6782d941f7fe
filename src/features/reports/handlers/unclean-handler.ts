/** What the reporter decides about files of a confidential report that cannot be cleaned. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import { type Evidence, uncleanIn } from '../../../platform/cleaning/evidence.js';
import { addMilliseconds } from '../../../platform/clock.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { type Reply, readInput, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import type { Assessor } from '../service/assessor.js';
import type { EvidenceService } from '../service/evidence-service.js';
import type { Drafts } from '../store/drafts.js';
import { readConfirmation, withName } from './report-inputs.js';
import { draftId, type ReportReplies } from './report-replies.js';

export interface UncleanParts extends Pick<FeatureContext, 'renderer'> {
  drafts: Drafts;
  evidence: EvidenceService;
  assessor: Assessor;
  touchableIds: ReadonlySet<string>;
  replies: ReportReplies;
}

/** Cards of before do not say which files they asked about. */
const target = z.object({ id: z.uuid(), files: z.string().max(1_000).optional() });
const HASH = /^[0-9a-f]{64}$/;
/** Long enough to find the file again. The card states it. */
const AGREED_MS = 30 * 60_000;

/** As the card that asks sends them back. */
export const joinHashes = (files: readonly { hash: string }[]): string =>
  files.map(({ hash }) => hash).join('.');

export class UncleanHandler {
  constructor(private readonly parts: UncleanParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'evidence.allow', scope: 'personal', handle: (turn) => this.#allow(turn) },
      { verb: 'evidence.decline', scope: 'personal', handle: async (turn) => this.#decline(turn) },
      { verb: 'evidence.remove', scope: 'personal', handle: (turn) => this.#remove(turn) },
    ];
  }

  /** The files were not kept, so they have to be sent again. The consent is for them alone. */
  async #allow(turn: Turn): Promise<Reply> {
    const { id, files = '' } = readInput(target, turn);
    const text = textIn(turn.language).cases.evidence;
    const hashes = files.split('.').filter((hash) => HASH.test(hash));
    if (hashes.length === 0) return this.#show(turn, text.askedBefore);
    const until = addMilliseconds(turn.now, AGREED_MS);
    const consent = { hashes, now: turn.now, until };
    const isThere = await this.parts.drafts.agreeToUnclean(turn.actor.id, id, consent);
    return isThere ? this.#show(turn, text.allowed(hashes.length)) : say(text.closed);
  }

  #decline(turn: Turn): Reply {
    return this.#show(turn, textIn(turn.language).cases.evidence.declined);
  }

  /** The second card again, without those files and with the choices made on it. */
  async #remove(turn: Turn): Promise<Reply> {
    const { drafts, evidence, assessor, touchableIds, replies } = this.parts;
    const { id } = readInput(draftId, turn);
    let removed: Evidence[] = [];
    const draft =
      id &&
      (await drafts.change(turn.actor.id, id, (now) => {
        const unclean = uncleanIn(now);
        removed = unclean;
        return {
          ...withName(now, turn.input),
          evidence: now.evidence.filter((file) => !unclean.includes(file)),
        };
      }));
    if (!draft) return replies.gone(turn);
    await evidence.remove(draft.id, removed);
    const entered = readConfirmation(turn.input, touchableIds);
    return replies.confirm(turn, draft, assessor.assess(draft), { entered });
  }

  #show({ language }: Turn, words: { title: string; body: string }): Reply {
    return show(noticeCard(this.parts.renderer, words, language), words.title);
  }
}
