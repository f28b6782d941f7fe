/** Answers follow-ups to the bot's last message: "dame un ejemplo", "¿y el segundo?", "sí". */
import { AppError } from '../../../platform/errors.js';
import { explanationIn, type Knowledge } from '../../../platform/policy/knowledge.js';
import type { Policy, Section } from '../../../platform/policy/policy.js';
import type { FollowUp } from '../../../platform/understanding/follow-up.js';
import { isPersonal, type Reply, say, type Turn } from '../../../turn.js';
import type { AnswerCards } from '../cards/answer-card.js';
import { answerMessage } from '../cards/answer-message.js';
import type { Answered, LastSaidMemory } from '../service/last-said.js';
import { textIn } from '../text/catalogue.js';

export interface FollowingParts {
  policy: Policy;
  knowledge: Knowledge;
  cards: AnswerCards;
  memory: LastSaidMemory;
}

export class FollowingHandler {
  constructor(private readonly parts: FollowingParts) {}

  /** Undefined for a message that is not a follow-up. */
  async answer(turn: Turn): Promise<Reply | undefined> {
    const asked = turn.understood?.entities.followUp;
    const last = asked && (await this.parts.memory.find(turn));
    if (!asked || !last) return undefined;
    const text = textIn(turn.language).answers;
    if (last.kind === 'answer' && asked.kind !== 'yes') return this.#continue(turn, asked, last.answered);
    if (last.kind !== 'choices' || asked.kind !== 'item') return undefined;
    const section = this.parts.policy.find(last.ids.at(asked.at) ?? '');
    return section ? this.#show(turn, section) : say(text.noSuchItem(last.ids.length));
  }

  async #continue(turn: Turn, asked: Exclude<FollowUp, { kind: 'yes' }>, last: Answered): Promise<Reply> {
    const section = this.parts.policy.find(last.sectionId);
    if (!section) throw new AppError('unexpected');
    const known = this.parts.knowledge.sections.get(section.id);
    switch (asked.kind) {
      case 'explanation': {
        const lead = textIn(turn.language).answers.inOtherWords(section.title);
        return spoken(`${lead}\n\n${known ? explanationIn(known, turn.language) : ''}`);
      }
      case 'example':
        return this.#example(turn, section, known?.examples ?? [], last);
      case 'item':
      case 'next':
        return this.#item(turn, section, asked, last.listId);
    }
  }

  async #example(turn: Turn, section: Section, examples: readonly string[], last: Answered): Promise<Reply> {
    const text = textIn(turn.language).answers;
    const { shown } = last;
    const again = shown > 0 && shown % examples.length === 0;
    const lead = again ? text.noMoreExamples(section.title) : text.exampleOf(section.title);
    this.parts.memory.answered(turn, { ...last, shown: shown + 1 });
    return spoken(`${lead}\n\n${examples[shown % examples.length] ?? ''}`);
  }

  /**
   * An item of the list that is being read: the one that the section was chosen from ("el segundo", "¿y el tercero?"),
   * else its children or, if it has none, its siblings.
   */
  async #item(
    turn: Turn,
    section: Section,
    asked: { kind: 'item'; at: number } | { kind: 'next' },
    chosenFrom: string | undefined,
  ): Promise<Reply> {
    const text = textIn(turn.language).answers;
    const { policy } = this.parts;
    const hasParts = policy.childrenOf(section.id).length > 0;
    const listId = chosenFrom ?? (hasParts ? section.id : section.parentId);
    const list = listId ? policy.childrenOf(listId) : [];
    if (list.length === 0) return say(text.noList);
    const item = list.at(asked.kind === 'next' ? list.indexOf(section) + 1 : asked.at);
    return item ? this.#show(turn, item, listId) : say(text.noSuchItem(list.length));
  }

  async #show(turn: Turn, section: Section, listId?: string): Promise<Reply> {
    this.parts.memory.answered(turn, { sectionId: section.id, listId });
    const options = { canReport: isPersonal(turn) };
    return { kind: 'show', message: answerMessage(this.parts, section, turn.language, options) };
  }
}

/** Has no card that could ask whether it helped. */
const spoken = (text: string): Reply => ({ kind: 'show', message: { text, asksOpinion: true } });
