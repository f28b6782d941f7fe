/** Sends a report: the draft becomes a case. */
import type { FeatureContext } from '../../../feature.js';
import { asSent, uncleanIn } from '../../../platform/cleaning/evidence.js';
import type { Person } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { type Reply, readInput, type Turn } from '../../../turn.js';
import {
  type CaseService,
  joinCase,
  type LoadedCase,
  type ReportRoute,
  type ShowCase,
} from '../../cases/index.js';
import type { Confirmation } from '../domain/confirmation.js';
import type { Draft } from '../domain/draft.js';
import { keyOf } from '../domain/recipient.js';
import { type Assessed, type Assessor, reportOf } from '../service/assessor.js';
import { REPORTS } from '../service/left-open.js';
import type { Stories } from '../service/stories.js';
import type { Drafts } from '../store/drafts.js';
import { objectionTo } from './recipient-objection.js';
import {
  hasAsked,
  problemOf,
  readConfirmation,
  shownRecipient,
  toldOfFiles,
  withName,
} from './report-inputs.js';
import { draftId, type Reporting, type ReportReplies } from './report-replies.js';

export interface SubmittingParts extends Pick<FeatureContext, 'directory' | 'everyone' | 'things'> {
  drafts: Drafts;
  stories: Pick<Stories, 'over'>;
  service: CaseService;
  assessor: Assessor;
  touchableIds: ReadonlySet<string>;
  replies: ReportReplies;
  showCase: ShowCase;
}

export class SubmittingHandler {
  constructor(private readonly parts: SubmittingParts) {}

  /** @param turn with what the second card brings. */
  async submit(turn: Turn): Promise<Reply> {
    const { drafts, assessor, touchableIds, replies } = this.parts;
    const { id } = readInput(draftId, turn);
    const found = id && ((await this.#numberedKnown(turn, id)) ?? (await drafts.find(turn.actor.id, id)));
    if (!found) return replies.gone(turn);
    const draft = withName(found, turn.input);
    const problem = problemOf(draft, turn.now);
    if (problem) return replies.describe(turn, draft, problem);

    const text = textIn(turn.language).cases.problem;
    const confirmed = readConfirmation(turn.input, touchableIds);
    const assessed = assessor.assess(draft);
    const reporting = { draft, assessed, confirmed };
    const objection = await objectionTo(this.parts, turn, reporting);
    if (objection) {
      const entered = { ...confirmed, chosenSuperiorId: undefined };
      return replies.confirm(turn, draft, assessed, { entered, problem: text[objection] });
    }
    if (uncleanIn(draft).some(({ id }) => !toldOfFiles(turn.input).includes(id))) {
      return replies.confirm(turn, draft, assessed, { entered: confirmed, problem: text.files });
    }
    const numbered = await this.#numbered(turn, found);
    if (!numbered) return replies.gone(turn);
    const sending = { ...reporting, draft: withName(numbered, turn.input) };
    const keepsOut = confirmed.superiorInvolved || replies.protectionsOf(sending).length > 0;
    const route = await replies.routeOf(turn, sending, { as: keepsOut ? 'now' : 'recent' });
    if (await this.#lacksAnswer(turn, sending, route)) {
      const entered = { ...confirmed, superiorInvolved: undefined };
      return replies.confirm(turn, sending.draft, assessed, { entered, problem: text.involvement });
    }
    if (isAnother(route, shownRecipient(turn.input))) {
      const again = { entered: confirmed, problem: text.recipientChanged, as: 'now' } as const;
      return replies.confirm(turn, sending.draft, assessed, again);
    }
    return this.#send(turn, sending.draft, { confirmed, assessed, route, read: numbered });
  }

  /** Returns true when the reporter must first say whether the recipient is involved. */
  async #lacksAnswer(turn: Turn, reporting: Reporting, route: ReportRoute): Promise<boolean> {
    const { superiorInvolved } = reporting.confirmed;
    if (superiorInvolved) return false;
    // If the card did not ask, an unset toggle is no answer.
    if (hasAsked(turn.input) && superiorInvolved !== undefined) return false;
    return (await this.parts.replies.involvementAsked(turn, reporting, route)) !== undefined;
  }

  async #send(
    turn: Turn,
    draft: Draft,
    how: { confirmed: Confirmation; assessed: Assessed; route: ReportRoute; read: Draft },
  ): Promise<Reply> {
    const { service, showCase, stories, things } = this.parts;
    const reporter = await turn.reader();
    const { serviceUrl, conversation, cardMessageId, activityId } = turn;
    const loaded = await service.submit(reporter, {
      caseId: draft.id,
      number: draft.number,
      report: reportOf(draft, how.confirmed, how.assessed),
      route: how.route,
      evidence: asSent(draft, toldOfFiles(turn.input)),
      place: cardMessageId
        ? { serviceUrl, conversationId: conversation.id, messageId: cardMessageId }
        : undefined,
      commandId: activityId,
    });
    things.note(turn.actor.id, [{ kind: 'draft', of: REPORTS, isOver: true }], turn.now);
    stories.over(turn.actor.id);
    const late = await this.#joinLate(turn, reporter, loaded, how.read);
    return showCase(turn, late ?? loaded, reporter);
  }

  /** Gives the draft its number. Idempotent. Undefined if the draft is gone. */
  async #numbered(turn: Turn, draft: Draft): Promise<Draft | undefined> {
    if (draft.number) return draft;
    const withNumber = await this.#numbering(turn);
    return this.parts.drafts.change(turn.actor.id, draft.id, withNumber, draft);
  }

  /** The same for a draft that this instance knows; undefined if it has changed since, or cannot be sent as it is. */
  async #numberedKnown(turn: Turn, id: string): Promise<Draft | undefined> {
    const { drafts } = this.parts;
    const known = await drafts.lastKnown(turn.actor.id, id);
    const isReady = known && !known.number && !problemOf(withName(known, turn.input), turn.now);
    return isReady ? drafts.changeKnown(turn.actor.id, known, await this.#numbering(turn)) : undefined;
  }

  async #numbering(turn: Turn): Promise<(draft: Draft) => Draft> {
    const number = await this.parts.service.nextNumber();
    return (now) => ({
      ...now,
      number: now.number || number,
      numberedAt: now.numberedAt || turn.now.toISOString(),
    });
  }

  /** Marks the draft as sent and adds late files to the case. Returns the case if there were any. */
  async #joinLate(
    turn: Turn,
    reporter: Person,
    { subject }: LoadedCase,
    read: Draft,
  ): Promise<LoadedCase | undefined> {
    const { drafts, service } = this.parts;
    const draft = await drafts.markSent(turn.actor.id, read);
    const late = draft?.evidence.filter(({ id }) => !subject.evidence.some((known) => known.id === id)) ?? [];
    // Nobody was told of them.
    for (const evidence of asSent({ ...subject.report, evidence: late }, [])) {
      const file = { evidence, commandId: `late:${evidence.id}`, isAgreed: true };
      await joinCase(service, subject.id, reporter, file);
    }
    return late.length > 0 ? service.view(subject.id, reporter) : undefined;
  }
}

/**
 * Returns true when the report would go to somebody whom the card did not name. Cards of an earlier version named
 * nobody who receives protected reports. Of a burst the person is told afterwards.
 */
function isAnother(route: ReportRoute, shown: string | undefined): boolean {
  if (shown === undefined) return route.protectedBy !== undefined;
  return route.teamReason !== 'burst' && keyOf(route) !== shown;
}
