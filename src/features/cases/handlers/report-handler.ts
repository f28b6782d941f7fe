/** The conversation in which a failure is reported: two cards, with the draft kept on the server. */
import { z } from 'zod';
import type { Renderer } from '../../../platform/cards/renderer.js';
import type { NewId } from '../../../platform/clock.js';
import type { Authorisation } from '../../../platform/people/authorisation.js';
import { type Directory, findActive, type Person } from '../../../platform/people/person.js';
import { type Catalogue, textIn } from '../../../platform/text/catalogue.js';
import type { Help } from '../../../platform/text/helplines.js';
import { type Reply, show, type Turn, type VerbRoute } from '../../../turn.js';
import type { CaseCards } from '../cards/case-card.js';
import { effortsOf, type ReportCards } from '../cards/report-cards.js';
import { type Assessment, higher } from '../domain/assessment.js';
import type { Report } from '../domain/case.js';
import { type Confirmation, choicesOf, stillChosen } from '../domain/confirmation.js';
import { type Assess, raise } from '../impact/assess.js';
import type { RaiseLevel } from '../impact/hosted-level.js';
import type { Proposals } from '../impact/proposals.js';
import type { CaseService } from '../service/case-service.js';
import { joinCase } from '../service/joining.js';
import type { LoadedCase } from '../store/case-store.js';
import { type Draft, type Drafts, emptyDraft } from '../store/drafts.js';
import {
  excessOf,
  hasAsked,
  MAX_KEPT,
  MAX_NARRATIVE,
  type NarrativeProblem,
  readConfirmation,
  readDescription,
} from './report-inputs.js';

export interface ReportParts {
  drafts: Drafts;
  authorisation: Authorisation;
  /** Takes a draft away, with its files. */
  discard: (personId: string, id: string) => Promise<void>;
  service: CaseService;
  directory: Directory;
  renderer: Renderer;
  cards: CaseCards;
  forms: ReportCards;
  assess: Assess;
  raiseLevel: RaiseLevel;
  propose: (narrative: string) => Proposals;
  /** The sections of the policy that a failure may touch. */
  touchableIds: ReadonlySet<string>;
  personOf: (turn: Turn) => Promise<Person>;
  newId: NewId;
}

const told = z.object({
  narrative: z
    .string()
    .catch('')
    .transform((value) => value.slice(0, MAX_KEPT)),
});
const draftId = z.object({ id: z.uuid().optional().catch(undefined) });

export class ReportConversation {
  constructor(private readonly parts: ReportParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'report.start', scope: 'personal', handle: (turn) => this.start(turn) },
      { verb: 'report.assess', scope: 'personal', handle: (turn) => this.#assess(turn) },
      { verb: 'report.edit', scope: 'personal', handle: (turn) => this.#edit(turn) },
      { verb: 'report.cancel', scope: 'personal', handle: (turn) => this.#cancel(turn) },
      { verb: 'report.submit', scope: 'personal', handle: (turn) => this.#submit(turn) },
    ];
  }

  /** The first card, with what the person has told already. */
  async start(turn: Turn): Promise<Reply> {
    const { id } = draftId.parse(turn.input);
    const touched = id && (await this.parts.drafts.change(turn.actor.id, id, (now) => now));
    const draft = touched || (await this.#begin(turn));
    const narrative = draft.narrative || told.parse(turn.input).narrative;
    const excess = excessOf(narrative);
    const problem = excess && problemText(excess, textIn(turn.language));
    return this.#describe(turn, { ...draft, narrative }, problem);
  }

  /**
   * Offers to report what a message tells. Its words wait in a draft, or where nothing may be kept yet, in the card.
   */
  async offer(
    turn: Turn,
    { section, help, isTold }: { section?: { id: string; title: string }; help?: Help; isTold: boolean },
  ): Promise<Reply> {
    const narrative = turn.text.slice(0, MAX_KEPT);
    const mayBeKept = (await this.parts.authorisation.stateOf(turn.actor.id)) === 'given';
    const draft = { ...emptyDraft(this.parts.newId()), narrative };
    if (mayBeKept) await this.parts.drafts.save(turn.actor.id, draft);
    const text = textIn(turn.language).answers;
    const data = {
      care: help?.blocks ?? [],
      isTold,
      id: mayBeKept ? draft.id : '',
      narrative: mayBeKept ? '' : narrative,
      section: section ? text.offerSection(section.title) : isTold || help?.isFirst ? '' : text.notFound,
      links: section ? [{ title: section.title, verb: 'answer.section' as const, id: section.id }] : [],
    };
    return show(this.parts.renderer.render('report-offer', data, turn.language));
  }

  async #begin(turn: Turn): Promise<Draft> {
    const draft = emptyDraft(this.parts.newId());
    await this.parts.drafts.save(turn.actor.id, draft);
    return draft;
  }

  async #assess(turn: Turn): Promise<Reply> {
    const found = await this.#find(turn);
    const { draft, problem } = readDescription(found ?? emptyDraft(this.parts.newId()), turn.input, turn.now);
    const sent = found ? undefined : await this.#sent(turn);
    if (sent) return this.#showCase(turn, sent);
    if (!(await this.#isAuthorised(turn, found))) {
      return this.#describe(turn, { ...draft, id: (await this.#begin(turn)).id });
    }
    const kept = await this.#keepDescription(turn, draft.id, found !== undefined);
    if (!kept) return this.#gone(turn);
    if (problem) return this.#describe(turn, draft, problemText(problem, textIn(turn.language)));
    const raisedTo = await this.parts.raiseLevel(draft.narrative, this.parts.assess(draft.narrative).level);
    if (!raisedTo) return this.#confirm(turn, kept, kept.chosen);
    const raised = await this.parts.drafts.change(turn.actor.id, kept.id, (now) =>
      now.narrative === kept.narrative ? { ...now, raisedTo } : now,
    );
    return raised ? this.#confirm(turn, raised, raised.chosen) : this.#gone(turn);
  }

  /** Keeps what the first card says; what has come by other ways meanwhile stays. Undefined where it is gone. */
  async #keepDescription(turn: Turn, id: string, isThere: boolean): Promise<Draft | undefined> {
    const described = (before: Draft): Draft => {
      const { draft } = readDescription(before, turn.input, turn.now);
      const chosen = before.chosen && stillChosen(before.chosen, before, draft);
      return { ...draft, narrative: draft.narrative.slice(0, MAX_KEPT), raisedTo: 'low', chosen };
    };
    if (isThere) return this.parts.drafts.change(turn.actor.id, id, described);
    const draft = described(emptyDraft(id));
    await this.parts.drafts.save(turn.actor.id, draft);
    return draft;
  }

  async #edit(turn: Turn): Promise<Reply> {
    const { id } = draftId.parse(turn.input);
    const confirmed = this.#confirmation(turn);
    const draft =
      id &&
      (await this.parts.drafts.change(turn.actor.id, id, (now) => ({
        ...now,
        chosen: choicesOf(confirmed, this.#proposed(now)),
      })));
    return draft ? this.#describe(turn, draft) : this.#gone(turn);
  }

  #proposed(draft: Draft) {
    const proposals = this.parts.propose(draft.narrative);
    return {
      level: this.#assessed(draft).level,
      topic: draft.topic || proposals.topic,
      efforts: effortsOf(draft, proposals),
      touches: proposals.touches,
    };
  }

  async #cancel(turn: Turn): Promise<Reply> {
    const { id } = draftId.parse(turn.input);
    const sent = await this.#sent(turn);
    if (sent) return this.#showCase(turn, sent);
    if (id) await this.parts.discard(turn.actor.id, id);
    const text = textIn(turn.language).cases.cancelled;
    const links = [{ title: text.again, verb: 'report.start' as const, id: '' }];
    return show(
      this.parts.renderer.render('notice', { title: text.title, body: text.body, links }, turn.language),
    );
  }

  async #submit(turn: Turn): Promise<Reply> {
    const draft = await this.#find(turn);
    if (!draft) return this.#gone(turn);
    const check = readDescription(draft, { ...draft, efforts: draft.efforts.join(',') }, turn.now);
    if (check.problem) {
      return this.#describe(turn, draft, problemText(check.problem, textIn(turn.language)));
    }
    const confirmed = this.#confirmation(turn);
    const { chosenSuperiorId } = confirmed;
    if (chosenSuperiorId && !(await findActive(this.parts.directory, chosenSuperiorId))) {
      return this.#confirm(turn, draft, confirmed, textIn(turn.language).cases.problem.superior);
    }
    const { superiorInvolved } = confirmed;
    const isAnswered = hasAsked(turn.input) ? superiorInvolved !== undefined : superiorInvolved;
    const reporter = await this.parts.personOf(turn);
    const route = { reporter, now: turn.now, chosenId: chosenSuperiorId };
    if (!isAnswered && (await this.parts.forms.asksInvolvement(draft, this.#assessed(draft), route))) {
      const unanswered = { ...confirmed, superiorInvolved: undefined };
      return this.#confirm(turn, draft, unanswered, textIn(turn.language).cases.problem.involvement);
    }
    const numbered = await this.#numbered(turn, draft);
    if (!numbered) return this.#gone(turn);
    const loaded = await this.parts.service.submit(reporter, {
      caseId: draft.id,
      number: numbered.number,
      report: reportOf(draft, confirmed, {
        assessment: this.#assessed(draft),
        proposals: this.parts.propose(draft.narrative),
      }),
      chosenSuperiorId,
      evidence: numbered.evidence,
      place: turn.cardMessageId
        ? {
            serviceUrl: turn.serviceUrl,
            conversationId: turn.conversation.id,
            messageId: turn.cardMessageId,
          }
        : undefined,
      commandId: turn.activityId,
    });
    const late = await this.#joinLate(turn, reporter, loaded);
    return this.#showCase(turn, late ?? loaded);
  }

  /** The draft with a number, of which there is one however often it is sent. Undefined where it is gone. */
  async #numbered(turn: Turn, draft: Draft): Promise<Draft | undefined> {
    if (draft.number) return draft;
    const number = await this.parts.service.nextNumber();
    return this.parts.drafts.change(turn.actor.id, draft.id, (now) => ({
      ...now,
      number: now.number || number,
    }));
  }

  /** Ends the draft, and adds to the case what came to it while the case was made. Returns the case then. */
  async #joinLate(turn: Turn, reporter: Person, { subject }: LoadedCase): Promise<LoadedCase | undefined> {
    const draft = await this.parts.drafts.markSent(turn.actor.id, subject.id);
    const late = draft?.evidence.filter(({ id }) => !subject.evidence.some((known) => known.id === id)) ?? [];
    for (const evidence of late) {
      await joinCase(this.parts.service, subject.id, reporter, {
        evidence,
        commandId: `late:${evidence.id}`,
      });
    }
    return late.length > 0 ? this.parts.service.view(subject.id, reporter) : undefined;
  }

  #confirmation(turn: Turn): Confirmation {
    const confirmed = readConfirmation(turn.input);
    return { ...confirmed, touches: confirmed.touches?.filter((id) => this.parts.touchableIds.has(id)) };
  }

  async #find(turn: Turn): Promise<Draft | undefined> {
    const { id } = draftId.parse(turn.input);
    return id ? this.parts.drafts.find(turn.actor.id, id) : undefined;
  }

  /** The case that the draft of this card has already become. */
  async #sent(turn: Turn): Promise<LoadedCase | undefined> {
    const { id } = draftId.parse(turn.input);
    return id ? this.parts.service.view(id, await this.parts.personOf(turn)) : undefined;
  }

  async #gone(turn: Turn): Promise<Reply> {
    const sent = await this.#sent(turn);
    if (sent) return this.#showCase(turn, sent);
    const text = textIn(turn.language).cases.draftGone;
    const links = [
      { title: text.mine, verb: 'cases.mine' as const, id: '' },
      { title: text.again, verb: 'report.start' as const, id: '' },
    ];
    return show(
      this.parts.renderer.render('notice', { title: text.title, body: text.body, links }, turn.language),
    );
  }

  /**
   * Going on is authorising, since the first card says so to whoever has not. Only a card from before somebody took
   * the authorisation back, of which no draft is left, did not say it: then it is shown once more.
   */
  async #isAuthorised({ actor, now }: Turn, found: Draft | undefined): Promise<boolean> {
    const { authorisation } = this.parts;
    const state = await authorisation.stateOf(actor.id);
    if (state === 'revoked' && !found) return false;
    if (state !== 'given') await authorisation.record(actor.id, now);
    return true;
  }

  async #describe(turn: Turn, draft: Draft, problem = ''): Promise<Reply> {
    const { authorisation, forms } = this.parts;
    const isGiven = (await authorisation.stateOf(turn.actor.id)) === 'given';
    const words = isGiven ? '' : authorisation.words(turn.language);
    return show(forms.describe(draft, { ...turn, authorisation: words, problem }));
  }

  async #confirm(turn: Turn, draft: Draft, entered?: Confirmation, problem = ''): Promise<Reply> {
    const options = {
      reporter: await this.parts.personOf(turn),
      language: turn.language,
      now: turn.now,
      entered,
      problem,
    };
    const proposals = this.parts.propose(draft.narrative);
    return show(await this.parts.forms.confirm(draft, this.#assessed(draft), proposals, options));
  }

  /** What the narrative says of its level, and the hosted model where it saw a higher one. */
  #assessed(draft: Draft): Assessment {
    return raise(this.parts.assess(draft.narrative), draft.raisedTo);
  }

  async #showCase(turn: Turn, loaded: LoadedCase): Promise<Reply> {
    const { language, now } = turn;
    const viewer = await this.parts.personOf(turn);
    const summary = textIn(language).cases.summary.updated(loaded.subject.number);
    return show(await this.parts.cards.render(loaded, { viewer, language, now }), summary);
  }
}

function reportOf(
  draft: Draft,
  confirmed: Confirmation,
  { assessment, proposals }: { assessment: Assessment; proposals: Proposals },
): Report {
  const { threat, physical, harm } = confirmed.safety;
  const raised = higher(assessment.level, confirmed.level ?? assessment.level);
  const level = threat || physical || harm ? 'high' : raised;
  return {
    narrative: draft.narrative,
    topic: confirmed.topic ?? (draft.topic || proposals.topic),
    source: draft.source,
    place: draft.place,
    occurredOn: draft.occurredOn,
    efforts: confirmed.efforts ?? effortsOf(draft, proposals),
    touches: confirmed.touches ?? proposals.touches,
    confidential: draft.confidential,
    superiorInvolved: confirmed.superiorInvolved ?? false,
    safety: confirmed.safety,
    level,
    proposedLevel: assessment.level,
    reviews: assessment.reviews,
    candidate: higher(level, assessment.candidate),
    signals: assessment.signals,
    discounted: assessment.discounted,
    cares: assessment.cares,
  };
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
