/** What a text asks besides what it is answered with, in a sentence: "¿qué es un caso alto y cuánto se demora?" */
import type { Articles } from '../../../platform/policy/articles.js';
import type { OtherWordsOfSections } from '../../../platform/policy/other-words.js';
import { filledIn } from '../../../platform/policy/placeholders.js';
import type { Policy } from '../../../platform/policy/policy.js';
import type { Understanding } from '../../../platform/understanding/understand.js';
import type { Turn } from '../../../turn.js';
import { type ArticleSettings, articleFigures } from '../cards/article-figures.js';
import { partings } from '../domain/parting.js';

import { textIn } from '../text/catalogue.js';

export interface SecondQuestionParts {
  policy: Policy;
  articles: Articles;
  otherWords: OtherWordsOfSections;
  settings: ArticleSettings;
  read: (text: string) => Understanding;
}

interface Topic {
  id: string;
  probability: number;
}

export class SecondQuestion {
  constructor(private readonly parts: SecondQuestionParts) {}

  /** @param answeredId the section or article of the answer; undefined when the text asks for nothing else. */
  answer(turn: Turn, answeredId: string): string | undefined {
    // Two things that are compared are asked for together.
    if (answeredId.startsWith('contrast:')) return undefined;
    const [best] = partings(turn.text)
      .map((pair) => pair.map((part) => this.#topicOf(part)))
      .flatMap(([one, other]) => (one && other && one.id !== other.id ? [[one, other] as const] : []))
      .filter((pair) => pair.some(({ id }) => id === answeredId))
      .toSorted((a, b) => sureness(b) - sureness(a));
    const asked = best?.find(({ id }) => id !== answeredId);
    return asked && textIn(turn.language).answers.alsoAsked(...this.#inBrief(asked.id, turn));
  }

  #topicOf(part: string): Topic | undefined {
    const { article, purpose, asks, danger, found } = this.parts.read(part);
    if (danger || asks || purpose !== 'policy') return undefined;
    if (article) return article;
    const [best] = found.ranked;
    return found.outcome === 'answer' ? best : undefined;
  }

  #inBrief(id: string, { language }: Turn): [title: string, answer: string] {
    const { policy, articles, otherWords, settings } = this.parts;
    const words = articles.find(id)?.words[language];
    if (!words) return [policy.find(id)?.title ?? '', otherWords.of(id, language).brief];
    return [words.title, filledIn(words.answer, articleFigures(settings, language))];
  }
}

const sureness = (pair: readonly Topic[]): number => Math.min(...pair.map(({ probability }) => probability));
