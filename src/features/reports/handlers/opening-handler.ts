/** Starting a report, going back to its first card, and cancelling it. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { toggle } from '../../../platform/cards/inputs.js';
import { privately } from '../../../platform/cards/private-chat.js';
import type { Card } from '../../../platform/cards/renderer.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import type { Places } from '../../../platform/impact/cycle.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { fold } from '../../../platform/text/fold.js';
import { sentences } from '../../../platform/text/sentences.js';
import { isPersonal, type Reply, readInput, show, type Turn, type VerbRoute } from '../../../turn.js';
import type { HelpFor, ShowCase } from '../../cases/index.js';
import { offerTemplate } from '../cards/templates.js';
import { choicesOf } from '../domain/confirmation.js';
import { type Draft, emptyDraft } from '../domain/draft.js';
import { placeIn } from '../domain/site-code.js';
import type { Assessor } from '../service/assessor.js';
import { saysItIsThem } from '../service/involvement.js';
import { leftOffer, offerIn, REPORTS } from '../service/left-open.js';
import type { Stories } from '../service/stories.js';
import type { Drafts } from '../store/drafts.js';
import { excessOf, MAX_KEPT, problemOf, readConfirmation, withName } from './report-inputs.js';
import { draftId, type ReportReplies } from './report-replies.js';

export interface OpeningParts
  extends Pick<
    FeatureContext,
    'consents' | 'authorisationWords' | 'renderer' | 'newId' | 'notices' | 'botId' | 'log' | 'things'
  > {
  places: Places;
  drafts: Drafts;
  stories: Stories;
  /** Deletes a draft and its files. */
  discard: (personId: string, id: string) => Promise<void>;
  assessor: Assessor;
  touchableIds: ReadonlySet<string>;
  replies: ReportReplies;
  showCase: ShowCase;
  /** Assesses a draft and shows the second card. */
  confirm: (turn: Turn, draft: Draft) => Promise<Reply>;
  helpFor: HelpFor;
}

const told = z.object({
  inConfidence: toggle.catch(false),
  narrative: z
    .string()
    .catch('')
    .transform((value) => value.slice(0, MAX_KEPT)),
});

/** What a text is for is sure from here on. */
const SURE = 0.7;

const authorised = z.object({ authorised: toggle.catch(false) });

/** What asks for something is no piece of a story. */
const REQUEST =
  /^(y |pero |bueno |mejor )?(habl|cuent|cont|expliqu?|explic|muestr|recuerd)[ae](me|nos)\b|^(y |pero |bueno )?(di|diga)me\b|^(quiero|quisiera) (saber|preguntar)\b|^que (es|son|dice|significa)\b|^(tell|show) me\b|^explain\b/;

export class OpeningHandler {
  constructor(private readonly parts: OpeningParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'report.start', scope: 'personal', handle: (turn) => this.start(turn) },
      { verb: 'report.trouble', scope: 'personal', handle: (turn) => this.startOfTrouble(turn, '') },
      { verb: 'report.edit', scope: 'personal', handle: (turn) => this.#edit(turn) },
      { verb: 'report.cancel', scope: 'personal', handle: (turn) => this.#cancel(turn) },
    ];
  }

  /** The first card, prefilled with what the person has written. */
  async start(turn: Turn): Promise<Reply> {
    const { drafts, replies, stories } = this.parts;
    const { id } = readInput(draftId, turn);
    const touched = id && (await drafts.change(turn.actor.id, id, (now) => now));
    const input = readInput(told, turn);
    const draft = touched || (await this.#begin(turn, input.inConfidence));
    // The card may be the only place that has it, and what is typed next begins with a card of its own.
    if (!draft.narrative && input.narrative) stories.tell(turn.actor.id, input.narrative, turn.now);
    const narrative = draft.narrative || input.narrative || stories.takeUp(turn.actor.id, draft.id, turn.now);
    const written = { ...draft, narrative, inConfidence: draft.inConfidence || input.inConfidence };
    if (!(await this.#isToldAlready(turn, written))) {
      return replies.describe(turn, written, excessOf(narrative));
    }
    const { inConfidence } = written;
    const kept = await drafts.change(turn.actor.id, draft.id, (now) => ({ ...now, narrative, inConfidence }));
    return kept ? this.parts.confirm(turn, kept) : replies.gone(turn);
  }

  /** Begins a report where a printed code says; undefined for any other text. */
  async startAt(turn: Turn): Promise<Reply | undefined> {
    const place = isPersonal(turn) ? placeIn(turn.text, this.parts.places) : undefined;
    if (place === undefined) return undefined;
    const draft = { ...(await this.#begin(turn, false)), place };
    await this.parts.drafts.save(turn.actor.id, draft);
    return this.parts.replies.describe(turn, draft);
  }

  /** Begins a report of trouble for having reported, with what was written of it. */
  async startOfTrouble(turn: Turn, narrative: string): Promise<Reply> {
    const { drafts, replies, newId } = this.parts;
    const draft = { ...emptyDraft(newId()), narrative, retaliation: true };
    await drafts.save(turn.actor.id, draft);
    return replies.describe(turn, draft);
  }

  /** Returns true when there is nothing left to write: the story is there, and its writer has authorised it. */
  async #isToldAlready(turn: Turn, draft: Draft): Promise<boolean> {
    const { consents } = this.parts;
    if (problemOf(draft, turn.now)) return false;
    if ((await consents.stateOf(turn.actor.id)) === 'given') return true;
    if (!readInput(authorised, turn).authorised) return false;
    // The card said so.
    await consents.grant(turn.actor.id, 'report', turn.now);
    return true;
  }

  /**
   * Offers to make a report of a message. Its text is stored in a draft or, without authorisation, only in
   * the card.
   * @param section what the policy says about it.
   */
  async offer(turn: Turn, section?: { id: string; title: string }): Promise<Reply> {
    const { consents, authorisationWords, drafts, newId, renderer, helpFor, stories } = this.parts;
    const { actor, now } = turn;
    const isGoingOn = stories.tell(actor.id, turn.text, now) > 1;
    const narrative = stories.of(actor.id, now).slice(0, MAX_KEPT);
    const mayBeKept = (await consents.stateOf(turn.actor.id)) === 'given';
    const [open = ''] = (await this.parts.things.of(actor.id, now)).flatMap((thing) =>
      thing.kind === 'offer' && thing.of === REPORTS ? [offerIn(thing)] : [],
    );
    // One draft, however many messages tell the story.
    const draft = { ...emptyDraft(isGoingOn && open ? open : newId()), narrative };
    if (mayBeKept) await drafts.save(turn.actor.id, draft);
    this.parts.things.note(turn.actor.id, [leftOffer(mayBeKept ? draft.id : '')], turn.now);
    const text = textIn(turn.language).cases;
    const data = {
      care: helpFor(narrative, turn.language),
      told: isGoingOn ? narrative : '',
      id: mayBeKept ? draft.id : '',
      narrative: mayBeKept ? '' : narrative,
      authorisation: mayBeKept ? '' : authorisationWords.forReport(turn.language),
      section: sentences(
        saysItIsThem(narrative) ? text.offerAboutSuperior : '',
        section ? text.offerSection(section.title) : '',
      ),
      links: section ? [{ title: section.title, verb: 'answer.section', id: section.id }] : [],
    };
    return show(renderer.render(offerTemplate, data, turn.language));
  }

  /** A text that goes on with what was told a moment ago; undefined for one that asks or does something else. */
  async goOn(turn: Turn): Promise<Reply | undefined> {
    const { understood, text, actor, now } = turn;
    if (!isPersonal(turn) || !understood || this.parts.stories.of(actor.id, now) === '') return undefined;
    const { asks, purpose, confidence, found, danger } = understood;
    const isUnsure = asks || confidence < SURE || (purpose === 'policy' && found.outcome !== 'answer');
    const mayTell = isUnsure || purpose === 'tell' || danger !== undefined;
    return mayTell && !/[?¿]/.test(text) && !REQUEST.test(fold(text)) ? this.offer(turn) : undefined;
  }

  /**
   * What was told where others read along: the offer goes to the own chat. Its card alone has the words, whatever was
   * authorised, until the person says yes.
   */
  async offerInPrivate(turn: Turn): Promise<Reply> {
    const { notices, log } = this.parts;
    const { onlyInPrivate, wroteInPrivate } = textIn(turn.language).chat;
    const toPrivate = (sentence: string) => privately(this.parts, sentence, turn.language);
    const refusal = { kind: 'targeted', message: toPrivate(onlyInPrivate), otherwise: 'private' } as const;
    if (turn.understood?.isExact) return refusal;
    try {
      const card = await this.#offerOfChannel(turn);
      await notices.tell(turn.actor.id, () => ({ card }));
    } catch (error) {
      log.warn({ activity: turn.activityId, err: error }, 'the offer could not be made in private');
      return refusal;
    }
    return { kind: 'targeted', message: toPrivate(wroteInPrivate), otherwise: 'nowhere' };
  }

  async #offerOfChannel({ actor, text, language }: Turn): Promise<Card> {
    const { consents, authorisationWords, renderer, helpFor } = this.parts;
    const isGiven = (await consents.stateOf(actor.id)) === 'given';
    const data = {
      care: helpFor(text, language),
      told: '',
      id: '',
      narrative: text.slice(0, MAX_KEPT),
      authorisation: isGiven ? '' : authorisationWords.forReport(language),
      section: textIn(language).cases.offerFromChannel,
      links: [],
    };
    return renderer.render(offerTemplate, data, language);
  }

  async #begin(turn: Turn, inConfidence: boolean): Promise<Draft> {
    const { drafts, newId } = this.parts;
    const draft = { ...emptyDraft(newId()), inConfidence };
    // The next card has to know them.
    drafts.latelySentBy(turn.actor.id).catch(() => undefined);
    await drafts.save(turn.actor.id, draft);
    return draft;
  }

  /** Stores the choices on the second card while the reporter goes back to the first. */
  async #edit(turn: Turn): Promise<Reply> {
    const { drafts, assessor, touchableIds, replies } = this.parts;
    const { id } = readInput(draftId, turn);
    const confirmed = readConfirmation(turn.input, touchableIds);
    const draft =
      id &&
      (await drafts.change(turn.actor.id, id, (now) => ({
        ...withName(now, turn.input),
        chosen: choicesOf(confirmed, assessor.assess(now).proposed),
      })));
    return draft ? replies.describe(turn, draft) : replies.gone(turn);
  }

  async #cancel(turn: Turn): Promise<Reply> {
    const { replies, discard, renderer } = this.parts;
    const { id } = readInput(draftId, turn);
    const sent = await replies.sent(turn);
    if (sent) return this.parts.showCase(turn, sent);
    if (id) await discard(turn.actor.id, id);
    this.parts.stories.over(turn.actor.id);
    this.parts.things.note(turn.actor.id, [{ kind: 'draft', of: REPORTS, isOver: true }], turn.now);
    const { title, body, again } = textIn(turn.language).cases.cancelled;
    const links = [{ title: again, verb: 'report.start', id: '' }];
    return show(noticeCard(renderer, { title, body, links }, turn.language));
  }
}
