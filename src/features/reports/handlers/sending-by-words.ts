/** Sends the report in hand by words. What is ticked on its review is unknown until a button sends it: the name is asked about. */
import type { FeatureContext } from '../../../feature.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import { withholdsName } from '../../../platform/dialogue/slots.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { words } from '../../../platform/text/fold.js';
import { type Reply, readInput, show, type Turn, type VerbRoute } from '../../../turn.js';
import type { Draft } from '../domain/draft.js';
import { givesName } from '../domain/send-words.js';
import { type DraftInHand, draftIn, leftDraft, REPORTS } from '../service/left-open.js';
import { draftId } from './report-replies.js';

export interface SendingByWordsParts extends Pick<FeatureContext, 'renderer' | 'things'> {
  /** Goes on with a draft as its button does. */
  start: (turn: Turn) => Promise<Reply>;
  submit: (turn: Turn) => Promise<Reply>;
}

/** An answer to the question is short. */
const MOST_WORDS = 6;

export class SendingByWords {
  constructor(private readonly parts: SendingByWordsParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'report.sendNamed', scope: 'personal', handle: (turn) => this.#answered(turn, false) },
      { verb: 'report.sendReserved', scope: 'personal', handle: (turn) => this.#answered(turn, true) },
    ];
  }

  /** @param review what sending the second card as it was shown would bring. */
  async send(turn: Turn, draft: Draft, review: Turn['input']): Promise<Reply> {
    const isKnown = draft.confidential || givesName(turn.text) || !('confidential' in review);
    if (isKnown) return this.parts.submit({ ...turn, input: review });
    this.parts.things.note(turn.actor.id, [leftDraft({ id: draft.id, review, asksName: true })], turn.now);
    const { title, body, named, reserved } = textIn(turn.language).cases.goingOn.asksName;
    const links = [
      { title: named, verb: 'report.sendNamed', id: draft.id },
      { title: reserved, verb: 'report.sendReserved', id: draft.id },
    ];
    return show(noticeCard(this.parts.renderer, { title, body, links }, turn.language), title);
  }

  /** "Con mi nombre", "sin mi nombre": answers the question, if it is open. */
  async answeredBy(turn: Turn): Promise<Reply | undefined> {
    const isReserved = withholdsName(turn.text);
    if (!(isReserved || givesName(turn.text)) || words(turn.text).length > MOST_WORDS) return undefined;
    const inHand = await this.#inHand(turn);
    return inHand?.asksName && inHand.review ? this.#send(turn, inHand.review, isReserved) : undefined;
  }

  /** On the button of another report, or of one that was shown too long ago, the report is shown again. */
  async #answered(turn: Turn, isReserved: boolean): Promise<Reply> {
    const { id } = readInput(draftId, turn);
    const inHand = await this.#inHand(turn);
    if (inHand?.review && inHand.id === id) return this.#send(turn, inHand.review, isReserved);
    return this.parts.start(turn);
  }

  #send(turn: Turn, review: Turn['input'], isReserved: boolean): Promise<Reply> {
    return this.parts.submit({ ...turn, input: { ...review, confidential: String(isReserved) } });
  }

  async #inHand({ actor, now }: Turn): Promise<DraftInHand | undefined> {
    const open = await this.parts.things.of(actor.id, now);
    const thing = open.find(({ kind, of }) => kind === 'draft' && of === REPORTS);
    return thing && draftIn(thing);
  }
}
