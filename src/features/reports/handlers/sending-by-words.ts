/** Sends the report in hand by words. What is ticked on its review is unknown until a button sends it: the name is asked about. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { withholdsName } from '../../../platform/dialogue/slots.js';
import { words } from '../../../platform/text/fold.js';
import { type Reply, readInput, show, type Turn, type VerbRoute } from '../../../turn.js';
import { nameTemplate } from '../cards/templates.js';
import type { Draft } from '../domain/draft.js';
import { givesName } from '../domain/send-words.js';
import { type DraftInHand, draftIn, leftDraft, REPORTS } from '../service/left-open.js';
import { draftId, type ReportReplies } from './report-replies.js';

export interface SendingByWordsParts extends Pick<FeatureContext, 'renderer' | 'things'> {
  submit: (turn: Turn) => Promise<Reply>;
  replies: Pick<ReportReplies, 'gone'>;
}

/** The review does not say it: it has the box. */
const asked = draftId.extend({ name: z.enum(['shown', 'withheld']).optional().catch(undefined) });
/** An answer to the question is short. */
const MOST_WORDS = 6;

export class SendingByWords {
  constructor(private readonly parts: SendingByWordsParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'report.submit', scope: 'personal', handle: (turn) => this.#tapped(turn) }];
  }

  /** @param review what sending the second card as it was shown would bring. */
  async send(turn: Turn, draft: Draft, review: Turn['input']): Promise<Reply> {
    const isKnown = draft.confidential || givesName(turn.text) || !('confidential' in review);
    if (isKnown) return this.parts.submit({ ...turn, input: review });
    this.parts.things.note(turn.actor.id, [leftDraft({ id: draft.id, review, asksName: true })], turn.now);
    return show(this.parts.renderer.render(nameTemplate, { id: draft.id }, turn.language));
  }

  /** "Con mi nombre", "sin mi nombre": answers the question, if it is open. */
  async answeredBy(turn: Turn): Promise<Reply | undefined> {
    const isWithheld = withholdsName(turn.text);
    if (!(isWithheld || givesName(turn.text)) || words(turn.text).length > MOST_WORDS) return undefined;
    const inHand = await this.#inHand(turn);
    return inHand?.asksName && inHand.review ? this.#submit(turn, inHand.review, isWithheld) : undefined;
  }

  /** The review brings all that is on it, the question only its answer: the review is what was shown last. */
  async #tapped(turn: Turn): Promise<Reply> {
    const { id, name } = readInput(asked, turn);
    if (!name) return this.parts.submit(turn);
    const inHand = await this.#inHand(turn);
    if (!inHand?.review || inHand.id !== id) return this.parts.replies.gone(turn);
    return this.#submit(turn, inHand.review, name === 'withheld');
  }

  #submit(turn: Turn, review: Turn['input'], isWithheld: boolean): Promise<Reply> {
    return this.parts.submit({ ...turn, input: { ...review, confidential: String(isWithheld) } });
  }

  async #inHand({ actor, now }: Turn): Promise<DraftInHand | undefined> {
    const open = await this.parts.things.of(actor.id, now);
    const thing = open.find(({ kind, of }) => kind === 'draft' && of === REPORTS);
    return thing && draftIn(thing);
  }
}
