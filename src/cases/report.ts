/** The conversation in which a failure is reported: two cards, with the draft kept on the server. */
import { z } from 'zod';
import type { Renderer } from '../cards/renderer.js';
import type { NewId } from '../clock.js';
import type { Directory, Person } from '../people/person.js';
import { type Catalogue, textIn } from '../text/catalogue.js';
import { bogotaDay } from '../text/dates.js';
import { type Reply, show, type Turn, type VerbRoute } from '../turn.js';
import type { Report } from './case.js';
import { type CaseCards, LEVEL_STYLES } from './case-card.js';
import { type Draft, type Drafts, emptyDraft } from './drafts.js';
import { type Assessment, higher, levelsFrom } from './impact/assessment.js';
import { markSignals } from './narrative.js';
import {
  type Confirmation,
  MAX_NARRATIVE,
  type NarrativeProblem,
  readConfirmation,
  readDescription,
} from './report-inputs.js';
import { routeReport } from './routing.js';
import type { CaseService } from './service.js';
import type { LoadedCase } from './store.js';

export interface ReportParts {
  drafts: Drafts;
  service: CaseService;
  directory: Directory;
  renderer: Renderer;
  cards: CaseCards;
  assess: (narrative: string) => Assessment;
  /** The definition of a level, in the policy's words. */
  definitionOf: (level: Assessment['level']) => string;
  personOf: (turn: Turn) => Promise<Person>;
  newId: NewId;
}

/** What is kept of a narrative that is too long: more than enough for it to be shortened. */
const MAX_KEPT = 2 * MAX_NARRATIVE;

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
    const draft = (await this.#find(turn)) ?? emptyDraft(this.parts.newId());
    await this.parts.drafts.save(turn.actor.id, draft);
    return this.#describe(turn, draft);
  }

  /** Offers to report what a message tells; its words wait in a draft. */
  async offer(turn: Turn, section?: { id: string; title: string }): Promise<Reply> {
    const draft = { ...emptyDraft(this.parts.newId()), narrative: turn.text.slice(0, MAX_KEPT) };
    await this.parts.drafts.save(turn.actor.id, draft);
    const text = textIn(turn.language).answers;
    const data = {
      id: draft.id,
      section: section ? text.offerSection(section.title) : '',
      links: section ? [{ title: section.title, verb: 'answer.section' as const, id: section.id }] : [],
    };
    return show(this.parts.renderer.render('report-offer', data, turn.language));
  }

  async #assess(turn: Turn): Promise<Reply> {
    const found = await this.#find(turn);
    const { draft, problem } = readDescription(found ?? emptyDraft(this.parts.newId()), turn.input, turn.now);
    const sent = found ? undefined : await this.#sent(turn);
    if (sent) return this.#showCase(turn, sent);
    await this.parts.drafts.save(turn.actor.id, { ...draft, narrative: draft.narrative.slice(0, MAX_KEPT) });
    return problem
      ? this.#describe(turn, draft, problemText(problem, textIn(turn.language)))
      : this.#confirm(turn, draft);
  }

  async #edit(turn: Turn): Promise<Reply> {
    const draft = await this.#find(turn);
    return draft ? this.#describe(turn, draft) : this.#gone(turn);
  }

  async #cancel(turn: Turn): Promise<Reply> {
    const { id } = draftId.parse(turn.input);
    if (id) await this.parts.drafts.remove(turn.actor.id, id);
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
    const confirmed = readConfirmation(turn.input);
    const { chosenSuperiorId } = confirmed;
    if (chosenSuperiorId && !(await this.parts.directory.find(chosenSuperiorId))) {
      return this.#confirm(turn, draft, textIn(turn.language).cases.problem.superior);
    }
    const number = draft.number || (await this.parts.service.nextNumber());
    if (!draft.number) await this.parts.drafts.save(turn.actor.id, { ...draft, number });
    const loaded = await this.parts.service.submit(await this.parts.personOf(turn), {
      caseId: draft.id,
      number,
      report: reportOf(draft, confirmed, this.parts.assess(draft.narrative)),
      chosenSuperiorId,
      place: turn.cardMessageId
        ? {
            serviceUrl: turn.serviceUrl,
            conversationId: turn.conversation.id,
            messageId: turn.cardMessageId,
          }
        : undefined,
      commandId: turn.activityId,
    });
    await this.parts.drafts.remove(turn.actor.id, draft.id);
    return this.#showCase(turn, loaded);
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

  #describe(turn: Turn, draft: Draft, problem = ''): Reply {
    const { id, narrative, topic, source, place, occurredOn } = draft;
    const data = {
      id,
      problem,
      narrative,
      topic,
      source,
      place,
      occurredOn,
      today: bogotaDay(turn.now),
      efforts: draft.efforts.join(','),
      confidential: draft.confidential ? ('true' as const) : ('false' as const),
      details: Boolean(place || occurredOn || draft.efforts.length > 0 || source !== 'moment-of-truth'),
    };
    return show(this.parts.renderer.render('report-describe', data, turn.language));
  }

  async #confirm(turn: Turn, draft: Draft, problem = ''): Promise<Reply> {
    const text = textIn(turn.language).cases;
    const { level, signals } = this.parts.assess(draft.narrative);
    const recipient = await this.#recipient(turn);
    const data = {
      id: draft.id,
      problem,
      level,
      levelStyle: LEVEL_STYLES[level],
      levelTitle: text.proposedLevel[level],
      levelDefinition: this.parts.definitionOf(level),
      reasons: signals.map((signal) => ({
        words: signal.text,
        clause: text.clause[signal.rule] ?? signal.rule,
      })),
      narrative: markSignals(draft.narrative, signals),
      levels: levelsFrom(level).map((value) => ({ title: text.levelChoice[value], value })),
      recipient: recipient.name,
      recipientRole: recipient.role,
      confidential: draft.confidential,
    };
    return show(this.parts.renderer.render('report-confirm', data, turn.language));
  }

  async #recipient(turn: Turn): Promise<{ name: string; role: string }> {
    const text = textIn(turn.language).cases;
    const reporter = await this.parts.personOf(turn);
    const route = await routeReport(this.parts.directory, reporter, { superiorInvolved: false });
    return route.person
      ? { name: route.person.name, role: text.role[route.role] }
      : { name: text.team, role: text.teamReason };
  }

  async #showCase(turn: Turn, loaded: LoadedCase): Promise<Reply> {
    const { language, now } = turn;
    const viewer = await this.parts.personOf(turn);
    const summary = textIn(language).cases.summary.updated(loaded.subject.number);
    return show(await this.parts.cards.render(loaded, { viewer, language, now }), summary);
  }
}

function reportOf(draft: Draft, confirmed: Confirmation, proposed: Assessment): Report {
  const { threat, physical, harm } = confirmed.safety;
  const raised = higher(proposed.level, confirmed.level ?? proposed.level);
  return {
    narrative: draft.narrative,
    topic: draft.topic,
    source: draft.source,
    place: draft.place,
    occurredOn: draft.occurredOn,
    efforts: draft.efforts,
    confidential: draft.confidential,
    superiorInvolved: confirmed.superiorInvolved,
    safety: confirmed.safety,
    level: threat || physical || harm ? 'high' : raised,
    proposedLevel: proposed.level,
    signals: proposed.signals,
  };
}

function problemText(problem: NarrativeProblem, { cases: { problem: text } }: Catalogue): string {
  switch (problem.kind) {
    case 'empty':
      return text.empty;
    case 'short':
      return text.short(problem.missing);
    case 'long':
      return text.long(problem.excess);
    case 'future':
      return text.future;
  }
}
