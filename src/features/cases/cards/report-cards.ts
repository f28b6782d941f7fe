/** The two cards in which a failure is reported. */
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import type { Directory, Person } from '../../../platform/people/person.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { bogotaDay } from '../../../platform/text/dates.js';
import type { Helplines } from '../../../platform/text/helplines.js';
import { type Assessment, higher, type Level, levelsFrom, type Signal } from '../domain/assessment.js';
import type { Confirmation } from '../domain/confirmation.js';
import { markSignals } from '../domain/narrative.js';
import type { Proposals } from '../impact/proposals.js';
import { helpBlocks } from '../service/help.js';
import { mustAskInvolvement } from '../service/involvement.js';
import { type Route, routeReport } from '../service/routing.js';
import type { Draft } from '../store/drafts.js';
import { LEVEL_STYLES } from './case-card.js';

export interface ReportCardParts {
  directory: Directory;
  renderer: Renderer;
  /** The definition of a level, in the policy's words. */
  definitionOf: (level: Level) => string;
  /** The sections of the policy that a failure may touch, in its order. */
  touchable: readonly { id: string; title: string }[];
  /** Telephone numbers to call for help. */
  helplines: Helplines;
}

/** Who is asked, when, and what was wrong before. */
interface Asking {
  language: Language;
  now: Date;
  problem: string;
}

/** A card says no more reasons than one reads. */
const MOST_REASONS = 8;

export class ReportCards {
  constructor(private readonly parts: ReportCardParts) {}

  /** The first card, with what is written already. */
  describe(
    draft: Draft,
    { now, language, authorisation, problem }: Asking & { authorisation: string },
  ): Card {
    const { id, narrative, topic, source, place, occurredOn } = draft;
    const data = {
      id,
      problem,
      narrative,
      topic: topic || ('proposed' as const),
      source,
      place,
      occurredOn,
      today: bogotaDay(now),
      efforts: draft.efforts.join(','),
      confidential: draft.confidential ? ('true' as const) : ('false' as const),
      authorisation,
      details: Boolean(
        topic || place || occurredOn || draft.efforts.length > 0 || source !== 'moment-of-truth',
      ),
    };
    return this.parts.renderer.render('report-describe', data, language);
  }

  /**
   * The second card: what is proposed, and what will be sent to whom.
   * @param entered what the person has chosen already, where the card is shown again.
   */
  async confirm(
    draft: Draft,
    assessment: Assessment,
    proposals: Proposals,
    options: { reporter: Person; language: Language; now: Date; entered?: Confirmation; problem?: string },
  ): Promise<Card> {
    const { reporter, language, entered, problem = '' } = options;
    const text = textIn(language).cases;
    const { level, signals } = assessment;
    const route = await this.#routeOf({ ...options, chosenId: entered?.chosenSuperiorId });
    const mustAsk = await this.#mustAsk(draft, assessment, route, reporter);
    const named = entered?.chosenSuperiorId && (await this.parts.directory.find(entered.chosenSuperiorId));
    const data = {
      id: draft.id,
      problem,
      care: helpBlocks(
        { cares: assessment.cares, isGrave: assessment.candidate === 'high' },
        this.parts.helplines,
        language,
      ),
      levelStyle: LEVEL_STYLES[level],
      levelTitle: text.proposedLevel[level],
      levelDefinition: this.parts.definitionOf(level),
      review: assessment.reviews.length > 0 ? text.willBeReviewed : '',
      reasons: reasonsOf(signals).map((signal) => ({ words: signal.text, clause: text.clause[signal.rule] })),
      narrative: markSignals(draft.narrative, signals),
      level: higher(level, entered?.level ?? level),
      levels: levelsFrom(level).map((value) => ({ title: text.levelChoice[value], value })),
      topic: entered?.topic ?? (draft.topic || proposals.topic),
      efforts: (entered?.efforts ?? effortsOf(draft, proposals)).join(','),
      touches: (entered?.touches ?? proposals.touches).join(','),
      touchable: this.parts.touchable.map(({ id, title }) => ({ title, value: id })),
      safety: entered?.safety ?? { threat: false, physical: false, harm: false },
      involved: mustAsk ? text.involved[route.assigneeRole === 'superior' ? 'superior' : 'other'] : '',
      superiorInvolved: involvementShown(entered?.superiorInvolved, mustAsk),
      recipient: route.person?.name ?? text.team,
      recipientRole: route.person ? text.role[route.assigneeRole] : text.teamReason,
      superior: named ? named.id : '',
      superiorName: named ? named.name : '',
      confidential: draft.confidential,
    };
    return this.parts.renderer.render('report-confirm', data, language);
  }

  /** Whether the second card asks if whom the case would go to is involved, instead of only taking note of it. */
  async asksInvolvement(
    draft: Draft,
    assessment: Assessment,
    options: { reporter: Person; now: Date; chosenId?: string },
  ): Promise<boolean> {
    return this.#mustAsk(draft, assessment, await this.#routeOf(options), options.reporter);
  }

  #routeOf({ reporter, now, chosenId }: { reporter: Person; now: Date; chosenId?: string }): Promise<Route> {
    const today = bogotaDay(now);
    return routeReport(this.parts.directory, reporter, { superiorInvolved: false, chosenId, today });
  }

  async #mustAsk(
    { narrative }: Draft,
    { cares }: Assessment,
    { person, assigneeRole }: Route,
    { superiorId }: Person,
  ): Promise<boolean> {
    // Whoever stands in for the superior may hand the case on to them.
    const superior =
      person && superiorId && assigneeRole !== 'superior'
        ? await this.parts.directory.find(superiorId)
        : undefined;
    const names = [person, superior].flatMap((one) => (one ? [one.name] : []));
    return mustAskInvolvement({ narrative, names, cares });
  }
}

/** What stands in the input: a question that is not answered has no answer in it, and a toggle is on or off. */
function involvementShown(answer: boolean | undefined, mustAsk: boolean): '' | 'true' | 'false' {
  if (answer === undefined) return mustAsk ? '' : 'false';
  return answer ? 'true' : 'false';
}

/** What the person said it cost the user, or else what their words propose. */
export function effortsOf(draft: Draft, proposals: Proposals): Draft['efforts'] {
  return draft.efforts.length > 0 ? draft.efforts : proposals.efforts;
}

/** Each wording once. */
function reasonsOf(signals: readonly Signal[]): Signal[] {
  const seen = new Set<string>();
  return signals
    .filter(({ text }) => {
      const known = seen.has(text.toLowerCase());
      seen.add(text.toLowerCase());
      return !known;
    })
    .slice(0, MOST_REASONS);
}
