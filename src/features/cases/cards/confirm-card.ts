/** The second card of a report: the proposals, and what will be sent to whom. */
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { type Catalogue, type Language, textIn } from '../../../platform/text/catalogue.js';
import type { Helplines } from '../../../platform/text/helplines.js';
import { type Assessment, higher, type Level, levelsFrom, type Signal } from '../domain/assessment.js';
import type { Confirmation, Proposed } from '../domain/confirmation.js';
import type { Draft } from '../domain/draft.js';
import { uncleanIn } from '../domain/evidence.js';
import { markSignals } from '../domain/narrative.js';
import type { Recipient } from '../domain/recipient.js';
import { LEVEL_STYLES } from './case-card.js';
import { helpBlocks } from './help-blocks.js';
import { confirmTemplate } from './templates.js';

export interface ConfirmCardParts {
  renderer: Renderer;
  /** The definition of a level, in the policy's words. */
  definitionOf: (level: Level) => string;
  /** Sections of the policy that a failure may touch, in policy order. */
  touchable: readonly { id: string; title: string }[];
  helplines: Helplines;
}

export interface Confirming {
  draft: Draft;
  assessment: Assessment;
  proposed: Proposed;
  recipient: Recipient;
  /** True when the reporter must say whether the recipient is involved. */
  asksInvolvement: boolean;
  /** Earlier choices, if the card is shown again. */
  entered?: Confirmation;
  /** The superior that the reporter named. */
  named?: { id: string; name: string };
  problem: string;
}

/** More reasons would not be read. */
const MOST_REASONS = 8;

export class ConfirmCards {
  constructor(private readonly parts: ConfirmCardParts) {}

  render(confirming: Confirming, language: Language): Card {
    const { renderer, definitionOf, touchable, helplines } = this.parts;
    const { draft, assessment, proposed, recipient, asksInvolvement, entered, named, problem } = confirming;
    const text = textIn(language).cases;
    const { level, signals } = assessment;
    const urgency = { cares: assessment.cares, isGrave: assessment.candidate === 'high' };
    const data = {
      id: draft.id,
      problem,
      care: helpBlocks(urgency, helplines, language),
      levelStyle: LEVEL_STYLES[level],
      levelTitle: text.proposedLevel[level],
      levelDefinition: definitionOf(level),
      review: assessment.reviews.length > 0 ? text.willBeReviewed : '',
      reasons: reasonsOf(signals).map((signal) => ({ words: signal.text, clause: text.clause[signal.rule] })),
      narrative: markSignals(draft.narrative, signals),
      level: higher(level, entered?.level ?? level),
      levels: levelsFrom(level).map((value) => ({ title: text.levelChoice[value], value })),
      topic: entered?.topic ?? proposed.topic,
      efforts: (entered?.efforts ?? proposed.efforts).join(','),
      touches: (entered?.touches ?? proposed.touches).join(','),
      touchable: touchable.map(({ id, title }) => ({ title, value: id })),
      safety: entered?.safety ?? { threat: false, physical: false, harm: false },
      involved: asksInvolvement ? text.involved[recipient.role === 'superior' ? 'superior' : 'other'] : '',
      superiorInvolved: involvementShown(entered?.superiorInvolved, asksInvolvement),
      recipient: recipient.name ?? text.team,
      recipientRole: recipient.teamReason ? text.teamReason[recipient.teamReason] : text.role[recipient.role],
      superior: named?.id ?? '',
      superiorName: named?.name ?? '',
      confidential: draft.confidential,
      unclean: uncleanWords(draft, text),
    };
    return renderer.render(confirmTemplate, data, language);
  }
}

function uncleanWords(draft: Draft, text: Catalogue['cases']): string {
  const { length } = uncleanIn(draft);
  return length > 0 ? text.evidence.goesAsItIs(length) : '';
}

/** The value of the input. An unanswered question is empty; a toggle is on or off. */
function involvementShown(answer: boolean | undefined, isAsked: boolean): '' | 'true' | 'false' {
  if (answer === undefined) return isAsked ? '' : 'false';
  return answer ? 'true' : 'false';
}

/** Lists each wording once. */
function reasonsOf(signals: readonly Signal[]): Signal[] {
  const seen = new Set<string>();
  return signals
    .filter(({ text }) => {
      const isKnown = seen.has(text.toLowerCase());
      seen.add(text.toLowerCase());
      return !isKnown;
    })
    .slice(0, MOST_REASONS);
}
