/** Sends a report: the draft becomes a case. */
import type { FeatureContext } from '../../../feature.js';
import { findActive, type Person } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { type Reply, readInput, type Turn, type VerbRoute } from '../../../turn.js';
import type { Confirmation } from '../domain/confirmation.js';
import type { Draft } from '../domain/draft.js';
import { uncleanIn } from '../domain/evidence.js';
import { type Assessed, type Assessor, reportOf } from '../service/assessor.js';
import type { CaseService } from '../service/case-service.js';
import { mayBeChosen } from '../service/chosen-recipient.js';
import { joinCase } from '../service/joining.js';
import type { ReportRoute } from '../service/routing.js';
import type { LoadedCase } from '../store/case-store.js';
import type { Drafts } from '../store/drafts.js';
import { hasAsked, hasToldOfFiles, problemOf, readConfirmation } from './report-inputs.js';
import { draftId, type ReportReplies } from './report-replies.js';

export interface SubmittingParts extends Pick<FeatureContext, 'directory' | 'everyone'> {
  drafts: Drafts;
  service: CaseService;
  assessor: Assessor;
  touchableIds: ReadonlySet<string>;
  replies: ReportReplies;
}

export class SubmittingHandler {
  constructor(private readonly parts: SubmittingParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'report.submit', scope: 'personal', handle: (turn) => this.#submit(turn) }];
  }

  async #submit(turn: Turn): Promise<Reply> {
    const { drafts, assessor, touchableIds, replies } = this.parts;
    const { id } = readInput(draftId, turn);
    const draft = id ? await drafts.find(turn.actor.id, id) : undefined;
    if (!draft) return replies.gone(turn);
    const problem = problemOf(draft, turn.now);
    if (problem) return replies.describe(turn, draft, problem);

    const text = textIn(turn.language).cases.problem;
    const confirmed = readConfirmation(turn.input, touchableIds);
    const assessed = assessor.assess(draft);
    const objection = await this.#objectionTo(turn, draft, confirmed);
    if (objection) {
      return replies.confirm(turn, draft, assessed, { entered: confirmed, problem: text[objection] });
    }
    if (uncleanIn(draft).length > 0 && !hasToldOfFiles(turn.input)) {
      return replies.confirm(turn, draft, assessed, { entered: confirmed, problem: text.files });
    }
    const numbered = await this.#numbered(turn, draft);
    if (!numbered) return replies.gone(turn);
    const route = await this.#route(turn, numbered, assessed, confirmed);
    if (!route) {
      const entered = { ...confirmed, superiorInvolved: undefined };
      return replies.confirm(turn, numbered, assessed, { entered, problem: text.involvement });
    }
    return this.#send(turn, numbered, { confirmed, assessed, route });
  }

  /** What is wrong with the recipient that the reporter chose; undefined if nothing is, or if none was chosen. */
  async #objectionTo(
    turn: Turn,
    { confidential }: Draft,
    { chosenSuperiorId }: Confirmation,
  ): Promise<'superior' | 'recipient' | 'confidentialRecipient' | undefined> {
    if (!chosenSuperiorId) return undefined;
    const chosen = await findActive(this.parts.directory, chosenSuperiorId);
    if (!chosen) return 'superior';
    const reporter = await turn.person();
    if (await mayBeChosen(this.parts, { reporter, chosen, confidential })) return undefined;
    return confidential ? 'confidentialRecipient' : 'recipient';
  }

  /** The route; undefined if the reporter must first say whether the recipient is involved. */
  async #route(
    turn: Turn,
    draft: Draft,
    assessed: Assessed,
    confirmed: Confirmation,
  ): Promise<ReportRoute | undefined> {
    const { replies } = this.parts;
    const { superiorInvolved } = confirmed;
    const route = await replies.routeOf(turn, draft, confirmed);
    if (superiorInvolved) return route;
    // If the card did not ask, an unset toggle is no answer.
    const isAnswered = hasAsked(turn.input) && superiorInvolved !== undefined;
    if (isAnswered) return route;
    return (await replies.asksInvolvement(turn, draft, assessed, route)) ? undefined : route;
  }

  async #send(
    turn: Turn,
    draft: Draft,
    how: { confirmed: Confirmation; assessed: Assessed; route: ReportRoute },
  ): Promise<Reply> {
    const { service, replies } = this.parts;
    const reporter = await turn.person();
    const { serviceUrl, conversation, cardMessageId, activityId } = turn;
    const loaded = await service.submit(reporter, {
      caseId: draft.id,
      number: draft.number,
      report: reportOf(draft, how.confirmed, how.assessed),
      route: how.route,
      evidence: draft.evidence,
      place: cardMessageId
        ? { serviceUrl, conversationId: conversation.id, messageId: cardMessageId }
        : undefined,
      commandId: activityId,
    });
    const late = await this.#joinLate(turn, reporter, loaded);
    return replies.showCase(turn, late ?? loaded);
  }

  /** Gives the draft its number. Idempotent. Undefined if the draft is gone. */
  async #numbered(turn: Turn, draft: Draft): Promise<Draft | undefined> {
    if (draft.number) return draft;
    const number = await this.parts.service.nextNumber();
    return this.parts.drafts.change(turn.actor.id, draft.id, (now) => ({
      ...now,
      number: now.number || number,
      numberedAt: now.numberedAt || turn.now.toISOString(),
    }));
  }

  /** Marks the draft as sent and adds late files to the case. Returns the case if there were any. */
  async #joinLate(turn: Turn, reporter: Person, { subject }: LoadedCase): Promise<LoadedCase | undefined> {
    const { drafts, service } = this.parts;
    const draft = await drafts.markSent(turn.actor.id, subject.id);
    const late = draft?.evidence.filter(({ id }) => !subject.evidence.some((known) => known.id === id)) ?? [];
    for (const evidence of late) {
      const file = { evidence, commandId: `late:${evidence.id}`, isAgreed: true };
      await joinCase(service, subject.id, reporter, file);
    }
    return late.length > 0 ? service.view(subject.id, reporter) : undefined;
  }
}
