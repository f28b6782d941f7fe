/** The replies shared by the steps of a report. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import type { Directory, Person } from '../../../platform/people/person.js';
import { type Catalogue, textIn } from '../../../platform/text/catalogue.js';
import { type Reply, readInput, show, type Turn } from '../../../turn.js';
import type { CaseCards } from '../cards/case-card.js';
import type { ConfirmCards } from '../cards/confirm-card.js';
import { describeCard } from '../cards/describe-card.js';
import { isBurst } from '../domain/burst.js';
import type { Confirmation } from '../domain/confirmation.js';
import type { Draft } from '../domain/draft.js';
import type { AccessRecord } from '../service/access-record.js';
import type { Assessed } from '../service/assessor.js';
import type { CaseService } from '../service/case-service.js';
import { asksInvolvement } from '../service/involvement.js';
import { type ReportRoute, routeReport } from '../service/routing.js';
import type { LoadedCase } from '../store/case-store.js';
import type { Drafts } from '../store/drafts.js';
import { MAX_KEPT, MAX_NARRATIVE, type NarrativeProblem } from './report-inputs.js';

export interface ReportReplyParts
  extends Pick<
    FeatureContext,
    'consents' | 'authorisationWords' | 'directory' | 'recentDirectory' | 'renderer'
  > {
  service: CaseService;
  record: Pick<AccessRecord, 'opened'>;
  drafts: Drafts;
  cards: CaseCards;
  confirmCards: ConfirmCards;
}

/** A report is sent by the people as they are now; its preview shows them as known some seconds ago. */
type AsOf = 'now' | 'recent';

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

  /** The route of a report; one that avoids the people named on the card if they are involved. */
  async routeOf(
    turn: Turn,
    draft: Draft,
    { superiorInvolved = false, chosenSuperiorId }: Partial<Confirmation>,
    as: AsOf = 'now',
  ): Promise<ReportRoute> {
    const { directory, reporter } = await this.#people(turn, as);
    return routeReport(directory, reporter, {
      superiorInvolved,
      chosenId: chosenSuperiorId,
      isBurst: isBurst(await this.parts.drafts.sendingsOf(turn.actor.id), draft, turn.now),
      today: bogotaDay(turn.now),
    });
  }

  /** Returns true when the second card requires an answer about the recipient, not an optional toggle. */
  async asksInvolvement(
    turn: Turn,
    { narrative }: Draft,
    { assessment }: Assessed,
    route: ReportRoute,
    as: AsOf = 'now',
  ): Promise<boolean> {
    const { directory, reporter } = await this.#people(turn, as);
    return asksInvolvement(directory, { narrative, cares: assessment.cares }, route, reporter);
  }

  /** The second card. */
  async confirm(
    turn: Turn,
    draft: Draft,
    assessed: Assessed,
    { entered, problem = '' }: Entered,
  ): Promise<Reply> {
    const chosenId = entered?.chosenSuperiorId;
    const route = await this.routeOf(turn, draft, { chosenSuperiorId: chosenId }, 'recent');
    const named = chosenId ? await this.parts.recentDirectory.find(chosenId) : undefined;
    const card = this.parts.confirmCards.render(
      {
        draft,
        assessment: assessed.assessment,
        proposed: assessed.proposed,
        recipient: { name: route.person?.name, role: route.assigneeRole, teamReason: route.teamReason },
        asksInvolvement: await this.asksInvolvement(turn, draft, assessed, route, 'recent'),
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
    this.parts.record.opened(loaded.subject, viewer.id, { what: 'card' });
    const summary = textIn(language).cases.summary.updated(loaded.subject.number);
    return show(await this.parts.cards.render(loaded, { viewer, language, now }), summary);
  }

  async #people(turn: Turn, as: AsOf): Promise<{ directory: Directory; reporter: Person }> {
    const { directory, recentDirectory } = this.parts;
    if (as === 'now') return { directory, reporter: await turn.person() };
    return { directory: recentDirectory, reporter: await turn.reader() };
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
