/** The replies shared by the steps of a report. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { pressed } from '../../../platform/cards/pressed.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import { lineAbove } from '../../../platform/people/line.js';
import type { Directory, Person } from '../../../platform/people/person.js';
import { type Catalogue, textIn } from '../../../platform/text/catalogue.js';
import { type Reply, readInput, show, type Turn } from '../../../turn.js';
import {
  type CaseService,
  type HelpFor,
  type LoadedCase,
  type Protection,
  protectionsOf,
  type ReportRoute,
  type ShowCase,
} from '../../cases/index.js';
import type { ConfirmCards } from '../cards/confirm-card.js';
import { describeCard } from '../cards/describe-card.js';
import { isBurst, othersLately, type Sending } from '../domain/burst.js';
import type { Confirmation } from '../domain/confirmation.js';
import type { Draft } from '../domain/draft.js';
import type { Involvement } from '../domain/involvement.js';
import { keyOf, type Recipient } from '../domain/recipient.js';
import { type Assessed, reportOf } from '../service/assessor.js';
import { clears, involvementAsked, saysItIsThem } from '../service/involvement.js';
import { type DraftInHand, leftDraft, REPORTS } from '../service/left-open.js';
import { type ProtectedRoute, routeProtected } from '../service/protecting.js';
import { routeReport } from '../service/routing.js';
import type { Stories } from '../service/stories.js';
import type { Drafts } from '../store/drafts.js';
import { MAX_KEPT, MAX_NARRATIVE, type NarrativeProblem } from './report-inputs.js';

export interface ReportReplyParts
  extends Pick<
    FeatureContext,
    'settings' | 'consents' | 'authorisationWords' | 'directory' | 'recentDirectory' | 'renderer' | 'things'
  > {
  service: CaseService;
  drafts: Drafts;
  showCase: ShowCase;
  stories: Pick<Stories, 'around'>;
  confirmCards: ConfirmCards;
  helpFor: HelpFor;
}

/** Its preview shows people as known some seconds ago, and so is a report sent that nobody has to be kept out of. */
type AsOf = 'now' | 'recent';

/** What to restore when the second card is shown again, and the reporter's other reports if they were read a moment before. */
interface Entered {
  entered?: Confirmation | undefined;
  problem?: string;
  as?: AsOf;
  sendings?: readonly Sending[] | undefined;
}

/** What the route of a report depends on. */
export interface Reporting {
  draft: Draft;
  assessed: Assessed;
  confirmed: Confirmation;
}

const NOTHING_ENTERED: Confirmation = { safety: {} };

export const draftId = z.object({ id: z.uuid().optional().catch(undefined) });

export class ReportReplies {
  constructor(private readonly parts: ReportReplyParts) {}

  /** The first card, prefilled with the draft. */
  async describe(turn: Turn, draft: Draft, problem?: NarrativeProblem): Promise<Reply> {
    const { consents, authorisationWords, renderer, helpFor } = this.parts;
    const { now, language } = turn;
    const isGiven = (await consents.stateOf(turn.actor.id)) === 'given';
    if (isGiven) this.parts.drafts.noteAuthorised(turn.actor.id, draft.id);
    const authorisation = isGiven ? '' : authorisationWords.forReport(language);
    const words = problem ? problemText(problem, textIn(language)) : '';
    const care = helpFor(draft.narrative, language);
    this.#leave(turn, { id: draft.id });
    return show(describeCard(renderer, draft, { now, language, authorisation, problem: words, care }));
  }

  /** Why a report goes to few people and not up the line; empty if it does not. */
  protectionsOf({ draft, assessed, confirmed }: Reporting): Protection[] {
    const isOn = this.parts.settings.protectedRoute && !confirmed.upTheLine;
    return isOn ? protectionsOf(reportOf(draft, confirmed, assessed)) : [];
  }

  /** The route of a report; one that avoids the people named on the card if they are involved. */
  async routeOf(
    turn: Turn,
    reporting: Reporting,
    { as = 'now', sendings }: Pick<Entered, 'as' | 'sendings'> = {},
  ): Promise<ReportRoute | ProtectedRoute> {
    const { directory, reporter } = await this.#people(turn, as);
    const { draft, confirmed } = reporting;
    const options = {
      narrative: draft.narrative,
      superiorInvolved: confirmed.superiorInvolved ?? false,
      chosenId: confirmed.chosenSuperiorId,
      isBurst: isBurst(sendings ?? (await this.#sendings(turn, draft)), draft, turn.now),
      today: bogotaDay(turn.now),
    };
    const protections = this.protectionsOf(reporting);
    return protections.length > 0
      ? routeProtected(directory, reporter, { ...options, protections })
      : routeReport(directory, reporter, options);
  }

  /**
   * Who has sent nothing else is believed for a minute; for all others, storage is asked. Of many reports at the same
   * moment, each further instance may let one more than ten go up the line.
   */
  async #sendings({ actor, now }: Turn, draft: Draft): Promise<readonly Sending[]> {
    const { drafts } = this.parts;
    const lately = await drafts.latelySentBy(actor.id);
    return othersLately(lately, draft, now).length === 0 ? lately : drafts.sendingsOf(actor.id);
  }

  /**
   * Whom the second card requires an answer about; undefined if there is only an optional toggle. Names some seconds old
   * are good enough to ask by.
   */
  async involvementAsked(
    turn: Turn,
    { draft, assessed }: Pick<Reporting, 'draft' | 'assessed'>,
    route: ReportRoute,
  ): Promise<Involvement | undefined> {
    const { directory, reporter } = await this.#people(turn, 'recent');
    // Who is said to be the problem outside the story counts as well.
    const told = { narrative: `${draft.narrative}\n${this.#around(turn)}`, cares: assessed.assessment.cares };
    return involvementAsked(directory, told, route, reporter);
  }

  /** Returns true when a text clears all whom the question may be about. */
  async isCleared(turn: Turn, { draft, assessed, confirmed }: Reporting): Promise<boolean> {
    const { directory, reporter } = await this.#people(turn, 'recent');
    const isAccused =
      confirmed.superiorInvolved === true ||
      assessed.isSuperiorAccused ||
      assessed.assessment.cares.includes('sexual-violence') ||
      saysItIsThem(this.#around(turn));
    const line = await lineAbove(directory, reporter);
    return clears(turn.text, { told: draft.narrative, line, isAccused });
  }

  #around = ({ actor, now }: Turn): string => this.parts.stories.around(actor.id, now);

  /** The second card. The question who is involved is about whom it would go to if nobody were. */
  async confirm(
    turn: Turn,
    draft: Draft,
    assessed: Assessed,
    { entered, problem = '', as = 'recent', sendings }: Entered,
  ): Promise<Reply> {
    // Whom the story accuses is not shown as who gets it.
    const isAccused = assessed.isSuperiorAccused || saysItIsThem(this.#around(turn));
    const isUnanswered = entered?.superiorInvolved === undefined;
    const given =
      isAccused && isUnanswered ? { ...(entered ?? NOTHING_ENTERED), superiorInvolved: true } : entered;
    const confirmed = given ?? NOTHING_ENTERED;
    const reporting = { draft, assessed, confirmed };
    const route = await this.routeOf(turn, reporting, { as, sendings });
    const asked =
      confirmed.superiorInvolved && !route.protectedBy
        ? await this.routeOf(
            turn,
            { ...reporting, confirmed: { ...confirmed, superiorInvolved: false } },
            { as, sendings },
          )
        : route;
    const chosenId = confirmed.chosenSuperiorId;
    const card = this.parts.confirmCards.render(
      {
        draft,
        assessment: assessed.assessment,
        isAlarming: assessed.isAlarming,
        proposed: assessed.proposed,
        recipient: recipientOf(route),
        to: keyOf(route),
        askedAbout: recipientOf(asked),
        involvement: await this.involvementAsked(turn, reporting, asked),
        mayGoUp:
          this.protectionsOf({ ...reporting, confirmed: { ...confirmed, upTheLine: false } }).length > 0,
        entered: given,
        named: chosenId ? await this.parts.recentDirectory.find(chosenId) : undefined,
        problem,
      },
      turn.language,
    );
    this.#leave(turn, { id: draft.id, review: pressed(card, 'report.submit') });
    return show(card);
  }

  /** The report in hand. */
  #leave({ actor, now }: Turn, inHand: DraftInHand): void {
    this.parts.things.note(actor.id, [leftDraft(inHand), { kind: 'offer', of: REPORTS, isOver: true }], now);
  }

  /** Replies to a card whose draft is gone: shows its case, or says that the draft was deleted. */
  async gone(turn: Turn): Promise<Reply> {
    const sent = await this.sent(turn);
    if (sent) return this.parts.showCase(turn, sent);
    const { title, body, mine, again } = textIn(turn.language).cases.draftGone;
    const links = [
      { title: mine, verb: 'cases.mine', id: '' },
      { title: again, verb: 'report.start', id: '' },
    ];
    return show(noticeCard(this.parts.renderer, { title, body, links }, turn.language));
  }

  /** The case that the draft of this card has become. */
  async sent(turn: Turn): Promise<LoadedCase | undefined> {
    const { id } = readInput(draftId, turn);
    return id ? this.parts.service.view(id, await turn.person()) : undefined;
  }

  async #people(turn: Turn, as: AsOf): Promise<{ directory: Directory; reporter: Person }> {
    const { directory, recentDirectory } = this.parts;
    if (as === 'now') return { directory, reporter: await turn.person() };
    return { directory: recentDirectory, reporter: await turn.reader() };
  }
}

function recipientOf(route: ReportRoute | ProtectedRoute): Recipient {
  const people = 'receivers' in route ? route.receivers : route.person ? [route.person] : [];
  return {
    names: people.map(({ name }) => name),
    role: route.assigneeRole,
    teamReason: route.teamReason,
    protections: 'protections' in route ? route.protections : [],
  };
}

export function problemText(problem: NarrativeProblem, { cases: { problem: text } }: Catalogue): string {
  switch (problem.kind) {
    case 'empty':
      return text.empty;
    case 'short':
      return text.short(problem.missing);
    case 'long':
      return text.long(problem.excess, MAX_NARRATIVE);
    case 'cut':
      return text.cut(MAX_KEPT, MAX_NARRATIVE);
    case 'future':
      return text.future;
  }
}
