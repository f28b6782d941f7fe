/** An answer as a message: the card, with a citation of the section. */
import type { Message } from '../../../platform/delivery/message.js';
import type { Policy, Section } from '../../../platform/policy/policy.js';
import { type Language, textIn } from '../text/catalogue.js';
import type { AnswerCards, AnswerOptions } from './answer-card.js';

// Teams cuts longer citations.
const MAX_CITATION_NAME = 80;
const MAX_CITATION_ABSTRACT = 160;

export function answerMessage(
  { policy, cards }: { policy: Policy; cards: AnswerCards },
  section: Section,
  language: Language,
  options: AnswerOptions,
): Message {
  const words = [...section.official, ...section.facts].join(' ') || section.title;
  const citation = {
    name: clip(`${policy.title} (${policy.version}): ${section.title}`, MAX_CITATION_NAME),
    abstract: clip(words, MAX_CITATION_ABSTRACT),
  };
  return {
    text: `${textIn(language).answers.lead} [1]`,
    summary: section.title,
    card: cards.render(section, language, options),
    citations: [citation],
  };
}

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
