/** What people type about a report in hand: send it, correct it, add to it, withhold the name, leave it. */
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import type { Act } from '../../../platform/dialogue/acts.js';
import { withholdsName } from '../../../platform/dialogue/slots.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { namedDay } from '../../../platform/text/dates.js';
import { fold, words } from '../../../platform/text/fold.js';
import { pastDayIn } from '../../../platform/understanding/past-day.js';
import { type ActRoute, isPersonal, type Meant, type Reply, say, type Turn } from '../../../turn.js';
import { type Draft, rewritten } from '../domain/draft.js';
import { type Deed, deedIn } from '../domain/draft-words.js';
import { asks, asksForReserve, leavesMoreOut, ordersReserve, withoutReserve } from '../domain/own-words.js';
import { mayBeSentBy, tellsOfAnOrder } from '../domain/send-words.js';
import { asksIfLeaderLearns, namesThemselves } from '../domain/worries.js';
import { saysItIsThem } from '../service/involvement.js';
import { draftIn, offerIn, REPORTS } from '../service/left-open.js';
import type { Stories } from '../service/stories.js';
import type { Drafts } from '../store/drafts.js';
import type { DraftDeeds } from './draft-deeds.js';
import type { DraftReview } from './draft-review.js';
import { MAX_KEPT } from './report-inputs.js';
import type { SendingByWords } from './sending-by-words.js';

export interface DraftActParts extends Pick<FeatureContext, 'things'> {
  drafts: Drafts;
  stories: Pick<Stories, 'tell'>;
  review: DraftReview;
  deeds: Pick<DraftDeeds, 'carryOut'>;
  /** Goes on with a draft as its button does. */
  start: (turn: Turn) => Promise<Reply>;
  sending: Pick<SendingByWords, 'send' | 'answeredBy'>;
  cancel: (turn: Turn) => Promise<Reply>;
}

const ON_DRAFT: readonly Act[] = [
  'send',
  'affirm',
  'go-on',
  'correct',
  'add',
  'drop',
  'deny',
  'who',
  'lost',
  'raise',
];
const ACT_OF: Readonly<Record<Deed, Act>> = {
  undo: 'undo',
  shorten: 'undo',
  unclear: 'undo',
  drop: 'drop',
  lower: 'deny',
  clear: 'correct',
  replace: 'correct',
};
const ON_OFFER: readonly Act[] = ['affirm', 'go-on', 'deny', 'not-it'];
/** "Repórtalo", as long as nothing is denied or asked. */
const REPORT = /^(?!.*(\bno\b|\bnot\b|\?)).*\b(report(a|e|o)?(lo|la|mos|emoslo|emosla|arlo|it)?|report it)\b/;
const TELLS: readonly Act[] = ['add', 'correct'];
const MOST_WORDS_OF_YES = 6;
const YES =
  /^(si|sip|sisas|ok|okay|dale|dele|claro|listo|bueno|hagale|aja|eso|correcto|por favor|yes|sure)\b/;

/** Words that add to the story, or put it right, become part of it. */
function withWords(draft: Draft, text: string, act: Act | undefined): Draft {
  const told = withoutReserve(text);
  return act && TELLS.includes(act) && told ? rewritten(draft, joined(draft, told)) : draft;
}

const joined = ({ narrative }: Draft, text: string): string =>
  `${narrative}\n${text.trim()}`.trim().slice(0, MAX_KEPT);

/** "Y al señor sí lo atendieron al final, está bien" says yes to nothing: it tells. */
const tellsBesideYes = (text: string, act: Act): boolean =>
  act === 'affirm' &&
  words(text).length > MOST_WORDS_OF_YES &&
  !(asks(text) || YES.test(fold(text)) || REPORT.test(fold(text)));

export class DraftActs {
  constructor(private readonly parts: DraftActParts) {}

  routes(): ActRoute[] {
    return [
      {
        on: 'draft',
        of: REPORTS,
        scope: 'personal',
        acts: ON_DRAFT,
        titles: (language) => textIn(language).cases.goingOn.draft,
        plainly: ({ text }) => {
          if (asksIfLeaderLearns(text)) return 'who';
          if (namesThemselves(text) || (ordersReserve(text) && !asks(text))) return 'correct';
          const deed = deedIn(text);
          return deed && ACT_OF[deed];
        },
        evenInDoubt: true,
        handle: (turn, meant) => this.#onDraft(turn, meant),
      },
      {
        on: 'offer',
        of: REPORTS,
        scope: 'personal',
        acts: ON_OFFER,
        titles: (language) => textIn(language).cases.goingOn.offer,
        isNamed: (text, _thing, act) => act === 'affirm' && REPORT.test(fold(text)),
        handle: (turn, meant) => this.#onOffer(turn, meant),
      },
    ];
  }

  async #onDraft(turn: Turn, { thing, act, isSure }: Meant): Promise<Reply | undefined> {
    const { drafts, sending, cancel } = this.parts;
    const { id, review } = draftIn(thing);
    const draft = await drafts.find(turn.actor.id, id);
    if (!draft) return undefined;
    const deed = deedIn(turn.text);
    if (deed === 'drop' || (act === 'drop' && !(deed && draft.narrative))) return cancel(turn);
    if (asksIfLeaderLearns(turn.text) && this.parts.review.isProtected(draft, review))
      return say(textIn(turn.language).cases.goingOn.leaderLearns);
    if (namesThemselves(turn.text))
      return this.parts.review.change(turn, draft, (kept) => ({ ...kept, confidential: false }));
    // The review may wait for the answer to just this.
    if (saysItIsThem(turn.text)) return this.#involved(turn, draft, act);
    // While it asks who is involved, the review has no button to send it.
    const done = draft.narrative ? await this.#plainly(turn, draft, deed) : undefined;
    if (done) return done;
    if (!review) return this.#onFirstCard(turn, draft, act);
    if (withholdsName(turn.text)) {
      const change = (kept: Draft) => ({ ...withWords(kept, turn.text, act), confidential: true });
      return this.parts.review.change(turn, draft, change, this.#saidOfReserve(turn));
    }
    switch (act) {
      case 'send':
        if (tellsOfAnOrder(turn.text)) return this.#told(turn, draft, 'add');
        if (!isSure || !mayBeSentBy(turn.text))
          return this.parts.review.again(turn, draft, textIn(turn.language).cases.goingOn.notSentYet);
        return sending.send(turn, draft, review);
      case 'correct':
      case 'add':
        return this.#told(turn, draft, act);
      case 'who':
        // The review says who receives it.
        return this.parts.review.again(turn, draft);
      case 'deny':
        return this.parts.review.again(turn, draft, textIn(turn.language).cases.goingOn.notSent);
      case 'raise':
        return this.parts.review.again(turn, {
          ...draft,
          chosen: { ...draft.chosen, safety: draft.chosen?.safety ?? {}, level: 'high' },
        });
      default:
        return this.parts.review.again(
          turn,
          draft,
          act === 'affirm' ? textIn(turn.language).cases.goingOn.notSentYet : '',
        );
    }
  }

  #saidOfReserve({ text, language }: Turn): string {
    const { changed, leftOut } = textIn(language).cases.goingOn;
    return leavesMoreOut(text) ? leftOut : changed;
  }

  /** What leaves no doubt once there is a story. */
  async #plainly(turn: Turn, draft: Draft, deed: Deed | undefined): Promise<Reply | undefined> {
    const { sending, deeds } = this.parts;
    return (await sending.answeredBy(turn)) ?? (deed && deeds.carryOut(turn, draft, deed));
  }

  /**
   * Before the review, the story may stand in the card alone, because it is not authorised: what is added goes beside what was
   * told in the chat, and the card comes again with all of it.
   */
  async #onFirstCard(turn: Turn, draft: Draft, act: Act): Promise<Reply | undefined> {
    const { drafts, stories } = this.parts;
    const { actor, text, now } = turn;
    if (act === 'who') return undefined;
    const told = withoutReserve(text);
    if (told && (TELLS.includes(act) || tellsBesideYes(text, act))) {
      if (draft.narrative === '') stories.tell(actor.id, told, now);
      else await drafts.change(actor.id, draft.id, (kept) => withWords(kept, text, 'add'), draft);
    }
    if (withholdsName(text)) {
      await drafts.change(actor.id, draft.id, (kept) => ({ ...kept, confidential: true }));
    }
    return this.parts.review.firstCard(turn, draft);
  }

  /** The report in hand, for somebody who asks how it goes; undefined when there is none. */
  async inHand(turn: Turn): Promise<Reply | undefined> {
    const draft = await this.#openDraft(turn);
    return draft && this.parts.review.again(turn, draft, textIn(turn.language).cases.goingOn.notSentYet);
  }

  async #openDraft({ actor, now }: Turn): Promise<Draft | undefined> {
    const { things, drafts } = this.parts;
    const thing = (await things.of(actor.id, now)).find(({ kind, of }) => kind === 'draft' && of === REPORTS);
    return thing && drafts.find(actor.id, draftIn(thing).id);
  }

  /** "Fue mi jefe", "sin mi nombre": said while a report is in hand or offered; undefined for other texts. */
  async goOn(turn: Turn): Promise<Reply | undefined> {
    if (!isPersonal(turn)) return undefined;
    if (saysItIsThem(turn.text)) {
      const draft = await this.#openDraft(turn);
      return draft && this.#involved(turn, draft);
    }
    const answered = await this.parts.sending.answeredBy(turn);
    return answered ?? (asksForReserve(turn.text) ? this.#inReserve(turn) : undefined);
  }

  async #inReserve(turn: Turn): Promise<Reply | undefined> {
    const inHand = await this.#openDraft(turn);
    const begun = inHand ?? (await this.#beginOffered(turn));
    return begun && this.parts.review.change(turn, begun, (kept) => ({ ...kept, confidential: true }));
  }

  /** The draft of what was told and offered; undefined when nothing is. */
  async #beginOffered(turn: Turn): Promise<Draft | undefined> {
    const things = await this.parts.things.of(turn.actor.id, turn.now);
    const offer = things.find(({ kind, of }) => kind === 'offer' && of === REPORTS);
    if (!offer) return undefined;
    const id = offerIn(offer);
    await this.parts.start({ ...turn, input: id ? { id } : {} });
    return this.#openDraft(turn);
  }

  #involved(turn: Turn, draft: Draft, act?: Act): Promise<Reply> {
    return this.parts.review.change(turn, draft, (kept) => {
      const written = withWords(kept, turn.text, act);
      const chosen = { ...written.chosen, safety: written.chosen?.safety ?? {}, superiorInvolved: true };
      return { ...written, chosen };
    });
  }

  /** A day alone is put right; any other words become part of the story, as they were written. */
  async #told(turn: Turn, draft: Draft, act: 'correct' | 'add'): Promise<Reply> {
    const day = act === 'correct' ? pastDayIn(turn.text, bogotaDay(turn.now)) : undefined;
    const text = textIn(turn.language).cases.goingOn;
    const written = (kept: Draft) => withWords(kept, turn.text, act);
    if (!day) return this.parts.review.change(turn, draft, written);
    const named = namedDay(day, bogotaDay(turn.now), turn.language);
    return this.parts.review.change(
      turn,
      draft,
      (kept) => ({ ...written(kept), occurredOn: day }),
      text.changedDay(named),
    );
  }

  async #onOffer(turn: Turn, { thing, act }: Meant): Promise<Reply | undefined> {
    const text = textIn(turn.language);
    if (act === 'deny' || act === 'not-it') {
      this.parts.things.note(turn.actor.id, [{ kind: 'offer', of: REPORTS, isOver: true }], turn.now);
      return say(text.cases.goingOn.offerLeft);
    }
    // The next that hears it adds it to what was told.
    if (tellsBesideYes(turn.text, act)) return undefined;
    // Without a draft, what was told stands in the first card, which says what is authorised by going on.
    const id = offerIn(thing);
    return this.parts.start({ ...turn, input: id ? { id } : {} });
  }
}
