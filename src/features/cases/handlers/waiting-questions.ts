/** A text that may be the answer to a question about a case: offers to send it as that. */
import type { FeatureContext } from '../../../feature.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { fold } from '../../../platform/text/fold.js';
import type { Intent } from '../../../platform/understanding/intents.js';
import type { Understanding } from '../../../platform/understanding/understand.js';
import { type ActRoute, isPersonal, type OpenSource, type Reply, show, type Turn } from '../../../turn.js';
import { groupOf } from '../cards/story.js';
import { answerHereTemplate } from '../cards/templates.js';
import type { Case } from '../domain/case.js';
import { CASES } from '../service/left-open.js';
import type { CaseIndex } from '../store/case-index.js';
import type { CaseStore } from '../store/case-store.js';

export interface WaitingQuestionParts extends Pick<FeatureContext, 'names' | 'renderer'> {
  index: CaseIndex;
  store: CaseStore;
}

/** What else a text is plainly for is no answer. */
const MAY_ANSWER: readonly Intent[] = [
  'tell',
  'report',
  'offtopic',
  'smalltalk',
  // A day or a place by itself sounds like one of these: "el martes", "en la sede norte".
  'attendance',
  'away',
  'back',
  'team',
];
const MOST = 3;
const MAX_ANSWER = 2_000;
/** Words about whoever leads, who might read them. */
const ABOUT_A_LEADER = /\b(jef[ea]s?|superior(es)?|lider(es|esa)?|coordinador[ae]?s?|boss|manager|leader)\b/;

export class WaitingQuestions {
  constructor(private readonly parts: WaitingQuestionParts) {}

  route(): ActRoute {
    return {
      on: 'question',
      of: CASES,
      scope: 'personal',
      acts: ['reply', 'affirm', 'deny'],
      titles: (language) => {
        const { title } = textIn(language).cases.answerHere;
        return { reply: title, affirm: title, deny: title };
      },
      handle: (turn) => this.#offer(turn),
    };
  }

  source(): OpenSource {
    return {
      kinds: ['question'],
      find: async ({ actor, now }) => {
        for await (const _ of this.parts.index.asked(actor.id))
          return [{ kind: 'question', of: CASES, at: now.toISOString(), data: {} }];
        return [];
      },
    };
  }

  /** Undefined when nothing waits, or when the text is about who would read it, or plainly for something else. */
  async offer(turn: Turn): Promise<Reply | undefined> {
    return turn.understood && mayAnswer(turn.understood) ? this.#offer(turn) : undefined;
  }

  /** Keeps nothing. */
  async #offer(turn: Turn): Promise<Reply | undefined> {
    const { understood, text, actor } = turn;
    if (!isPersonal(turn) || !understood) return undefined;
    const waiting: { subject: Case; name: string }[] = [];
    for await (const { id } of this.parts.index.asked(actor.id)) {
      const subject = (await this.parts.store.load(id))?.subject;
      if (subject?.question === undefined || subject.reporterId !== actor.id) continue;
      waiting.push({ subject, name: await this.#nameOf(subject) });
      if (waiting.length === MOST) break;
    }
    // No leader reads a protected case.
    const isOpenToLeaders = waiting.some(({ subject }) => !subject.protectedBy);
    if (isOpenToLeaders && ABOUT_A_LEADER.test(fold(text))) return undefined;
    if (waiting.length === 0 || waiting.some(({ name }) => isNamed(name, text))) return undefined;
    return this.#show(turn, understood, waiting);
  }

  #show(
    { text, language }: Turn,
    { purpose }: Understanding,
    waiting: readonly { subject: Case; name: string }[],
  ): Reply {
    const words = textIn(language).cases.answerHere;
    const data = {
      answer: text.slice(0, MAX_ANSWER),
      purpose,
      questions: waiting.map(({ subject, name }) => ({
        id: subject.id,
        revision: subject.revision,
        intro: words.intro(name || groupOf(subject, language), subject.number),
        question: subject.question ?? '',
        note: subject.report.confidential ? words.withoutName : '',
        send: waiting.length === 1 ? words.yes : words.toThis(subject.number),
      })),
    };
    return show(this.parts.renderer.render(answerHereTemplate, data, language), words.title);
  }

  async #nameOf({ assignee }: Case): Promise<string> {
    return assignee.kind === 'person' ? this.parts.names.of(assignee.id) : '';
  }
}

function mayAnswer({ purpose, asks }: Understanding): boolean {
  return asks || MAY_ANSWER.some((intent) => intent === purpose);
}

function isNamed(name: string, text: string): boolean {
  const [first] = fold(name).split(' ');
  return (
    first !== undefined &&
    first !== '' &&
    fold(text)
      .split(/\P{L}+/u)
      .includes(first)
  );
}
