/** The replies shared by the steps of a report. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import { type Catalogue, textIn } from '../../../platform/text/catalogue.js';
import { type Reply, readInput, show, type Turn } from '../../../turn.js';
import type { CaseCards } from '../cards/case-card.js';
import type { ConfirmCards } from '../cards/confirm-card.js';
import { describeCard } from '../cards/describe-card.js';
import type { Confirmation } from '../domain/confirmation.js';
import type { Draft } from '../domain/draft.js';
import type { Assessed } from '../service/assessor.js';
import type { CaseService } from '../service/case-service.js';
import { asksInvolvement } from '../service/involvement.js';
import { type ReportRoute, routeReport } from '../service/routing.js';
import type { LoadedCase } from '../store/case-store.js';
import { MAX_KEPT, MAX_NARRATIVE, type NarrativeProblem } from './report-inputs.js';

export interface ReportReplyParts
  extends Pick<FeatureContext, 'consents' | 'authorisationWords' | 'directory' | 'renderer'> {
  service: CaseService;
  cards: CaseCards;
  confirmCards: ConfirmCards;
}

/** What to restore when the second card is shown again. */
interface Entered {
  entered?: Confirmation;
  problem?: string;
}

export const draftId = z.object({ id: z.uuid().optional().catch(undefined) });

export class ReportReplies {
  constructor(private readonly parts: ReportReplyParts) {}

  /** The first card, prefilled with the draft. */
  async describe(turn: Turn, draft: Draft, problem?: NarrativeProblem): Promise<Reply> {
    const { consents, authorisationWords, renderer } = this.parts;
    const { now, language } = turn;
    const isGiven = (await consents.stateOf(turn.actor.id)) === 'given';
    const authorisation = isGiven ? '' : authorisationWords.forReport(language);
    const words = problem ? problemText(problem, textIn(language)) : '';
    return show(describeCard(renderer, draft, { now, language, authorisation, problem: words }));
  }

  /** The route of a report if nobody is involved. */
  routeOf(turn: Turn, chosenId: string | undefined): Promise<ReportRoute> {
    return this.#route(turn, chosenId, false);
  }

  /** The route of a report that avoids the people named on the card. */
  routeAround(turn: Turn, chosenId: string | undefined): Promise<ReportRoute> {
    return this.#route(turn, chosenId, true);
  }

  /** Returns true when the second card requires an answer about the recipient, not an optional toggle. */
  async asksInvolvement(
    turn: Turn,
    { narrative }: Draft,
    { assessment }: Assessed,
    route: ReportRoute,
  ): Promise<boolean> {
    const told = { narrative, cares: assessment.cares };
    return asksInvolvement(this.parts.directory, told, route, await turn.person());
  }

  /** The second card. */
  async confirm(
    turn: Turn,
    draft: Draft,
    assessed: Assessed,
    { entered, problem = '' }: Entered,
  ): Promise<Reply> {
    const chosenId = entered?.chosenSuperiorId;
    const route = await this.routeOf(turn, chosenId);
    const named = chosenId ? await this.parts.directory.find(chosenId) : undefined;
    const card = this.parts.confirmCards.render(
      {
        draft,
        assessment: assessed.assessment,
        proposed: assessed.proposed,
        recipient: { name: route.person?.name, role: route.assigneeRole },
        asksInvolvement: await this.asksInvolvement(turn, draft, assessed, route),
        entered,
        named,
        problem,
      },
      turn.language,
    );
    return show(card);
  }

  /** Replies to a card whose draft is gone: shows its case, or says that the draft was deleted. */
  async gone(turn: Turn): Promise<Reply> {
    const sent = await this.sent(turn);
    if (sent) return this.showCase(turn, sent);
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

  async showCase(turn: Turn, loaded: LoadedCase): Promise<Reply> {
    const { language, now } = turn;
    const viewer = await turn.person();
    const summary = textIn(language).cases.summary.updated(loaded.subject.number);
    return show(await this.parts.cards.render(loaded, { viewer, language, now }), summary);
  }

  async #route(turn: Turn, chosenId: string | undefined, superiorInvolved: boolean): Promise<ReportRoute> {
    const options = { superiorInvolved, chosenId, today: bogotaDay(turn.now) };
    return routeReport(this.parts.directory, await turn.person(), options);
  }
}

function problemText(problem: NarrativeProblem, { cases: { problem: text } }: Catalogue): string {
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
