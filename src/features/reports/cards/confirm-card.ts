/** The second card of a report: the proposals, and what will be sent to whom. */
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { fileName, tells, uncleanIn } from '../../../platform/cleaning/evidence.js';
import { type Assessment, higher, type Level, levelsFrom } from '../../../platform/impact/assessment.js';
import { SAFETY_QUESTIONS } from '../../../platform/impact/failure.js';
import { type Catalogue, type Language, textIn } from '../../../platform/text/catalogue.js';
import type { Helplines } from '../../../platform/text/helplines.js';
import { helpBlocks, LEVEL_STYLES, mayBeHigh, rightsOf, storyParts } from '../../cases/index.js';
import { type Confirmation, type Proposed, safetyOf } from '../domain/confirmation.js';
import type { Draft } from '../domain/draft.js';
import type { Involvement } from '../domain/involvement.js';
import type { Recipient } from '../domain/recipient.js';
import { nameOf, roleOf } from './recipient-words.js';
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
  /** It sounds as if somebody were in danger now, whatever its level. */
  isAlarming: boolean;
  proposed: Proposed;
  recipient: Recipient;
  /** Tells the recipient apart from others. */
  to: string;
  /** Whom it would go to if nobody were involved. */
  askedAbout: Recipient;
  /** Whom the reporter must say of whether they are involved; undefined if none. */
  involvement: Involvement | undefined;
  /** The report calls for protection, so that the reporter may choose the line instead. */
  mayGoUp: boolean;
  /** Earlier choices, if the card is shown again. */
  entered?: Confirmation | undefined;
  /** The superior that the reporter named. */
  named?: { id: string; name: string } | undefined;
  problem: string;
}

export class ConfirmCards {
  constructor(private readonly parts: ConfirmCardParts) {}

  render(confirming: Confirming, language: Language): Card {
    const { renderer, definitionOf, touchable, helplines } = this.parts;
    const { draft, assessment, proposed, recipient, askedAbout, entered, named, problem } = confirming;
    const involvement = involvementShown(confirming);
    const text = textIn(language).cases;
    const [first] = recipient.protections;
    const answer = answerShown(entered?.superiorInvolved, involvement !== undefined);
    const { level, signals } = assessment;
    const urgency = { cares: assessment.cares, isGrave: assessment.urgent || confirming.isAlarming };
    const data = {
      id: draft.id,
      problem,
      care: helpBlocks(urgency, helplines, language),
      levelStyle: LEVEL_STYLES[level],
      levelTitle: mayBeHigh(assessment) ? text.perhapsHighProposed : text.proposedLevel[level],
      levelDefinition: definitionOf(level),
      review: assessment.reviews.length > 0 ? text.willBeReviewed : '',
      reasons: signals
        .filter((signal) => signal.level === level)
        .map((signal) => ({ words: signal.text, clause: signal.isUnsure ? '' : text.clause[signal.rule] })),
      ...storyParts(draft.narrative, signals),
      level: higher(level, entered?.level ?? level),
      mayBeLess: level !== 'low',
      lessSevere: entered?.lessSevere ?? false,
      levels: levelsFrom(level).map((value) => ({ title: text.levelChoice[value], value })),
      topic: entered?.topic ?? proposed.topic,
      efforts: (entered?.efforts ?? proposed.efforts).join(','),
      touches: (entered?.touches ?? proposed.touches).join(','),
      touchable: touchable.map(({ id, title }) => ({ title, value: id })),
      ...safetyQuestions(proposed, entered, { isOpen: mayBeHigh(assessment), text }),
      involved: involvement ? text.involved[involvement] : '',
      superiorInvolved: answer,
      answered: answer === '' ? '' : text.answer[answer],
      answers: answersTo(
        answer,
        { isAsked: involvement !== undefined, isProtected: first !== undefined },
        language,
      ),
      askedOf: nameOf(askedAbout, language),
      askedOfRole: roleOf(askedAbout, language),
      recipient: nameOf(recipient, language),
      recipientRole: roleOf(recipient, language),
      to: confirming.to,
      why: first ? text.protected.why[first] : '',
      rights: rightsOf(recipient.protections, helplines, language),
      upTheLine: entered?.upTheLine ?? false,
      // Whoever leads and is involved is no choice.
      reroute:
        confirming.mayGoUp && !(first && answer === 'true') ? [rerouteTo(first !== undefined, text)] : [],
      superior: named?.id ?? '',
      superiorName: named?.name ?? '',
      confidential: draft.confidential,
      ...uncleanParts(draft, text),
    };
    return renderer.render(confirmTemplate, data, language);
  }
}

const SAFETY_IDS = { threat: 'safetyThreat', physical: 'safetyPhysical', harm: 'safetyHarm' } as const;

/** What the narrative answers is ticked and said where everybody reads it; only the rest is asked, in sight where it decides. */
function safetyQuestions(
  proposed: Proposed,
  entered: Confirmation | undefined,
  { isOpen, text }: { isOpen: boolean; text: Catalogue['cases'] },
) {
  const answers = safetyOf(entered ?? { safety: {} }, proposed);
  const toQuestion = (question: (typeof SAFETY_QUESTIONS)[number]) => ({
    id: SAFETY_IDS[question],
    title: text.safetyQuestion[question],
    value: answers[question],
  });
  const open = SAFETY_QUESTIONS.filter((question) => !proposed.safety[question]);
  const told = SAFETY_QUESTIONS.filter((question) => proposed.safety[question]);
  const ticked = told.filter((question) => answers[question]).map((question) => text.safety[question]);
  return {
    asks: text.safetyAsked[open.length] ?? '',
    asked: isOpen ? [] : open.map(toQuestion),
    inSight: isOpen ? open.map(toQuestion) : [],
    says: ticked.length > 0 ? text.safetyTold(ticked.join('; ')) : '',
    known: told.map(toQuestion),
  };
}

function uncleanParts(draft: Draft, { evidence }: Catalogue['cases']): { unclean: string; told: string } {
  const files = uncleanIn(draft);
  const lines = files.map((file) => `- ${fileName(draft.evidence, file)} ${evidence.tells[tells(file)]}`);
  return {
    unclean: lines.length > 0 ? [evidence.goesAsItIs(lines.length), ...lines].join('\n') : '',
    told: files.map(({ id }) => id).join('.'),
  };
}

/** The question stays once it is answered with a yes: the card then names the next recipient. */
function involvementShown({
  involvement,
  askedAbout,
  recipient,
  entered,
}: Confirming): Involvement | undefined {
  if (involvement || !entered?.superiorInvolved || recipient.protections.length > 0) return involvement;
  return askedAbout.role === 'superior' ? 'superior' : 'other';
}

const rerouteTo = (upTheLine: boolean, text: Catalogue['cases']) => ({
  title: upTheLine ? text.protected.upTheLine : text.protected.notUpTheLine,
  upTheLine,
});

/** Empty while the question has to be answered; where nothing is asked, nobody is involved until somebody says so. */
function answerShown(answer: boolean | undefined, isAsked: boolean): '' | 'true' | 'false' {
  if (answer === undefined) return isAsked ? '' : 'false';
  return answer ? 'true' : 'false';
}

function answersTo(
  answer: '' | 'true' | 'false',
  { isAsked, isProtected }: { isAsked: boolean; isProtected: boolean },
  language: Language,
): { title: string; value: 'true' | 'false' }[] {
  const text = textIn(language).cards['report-confirm'];
  const unasked = isProtected ? text.lineInvolved : text.superiorInvolved;
  const yes = { title: isAsked ? text.involvedYes : unasked, value: 'true' } as const;
  const no = { title: text.involvedNo, value: 'false' } as const;
  if (answer === '') return [yes, no];
  return answer === 'true' ? [no] : [yes];
}
