/** What people type about a recognition that they write: more words, whom, which attribute, if it is public. Sends nothing. */
import type { FeatureContext } from '../../../feature.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import type { Act } from '../../../platform/dialogue/acts.js';
import { formAct, mayNameField } from '../../../platform/dialogue/form-words.js';
import { wordsToAdd } from '../../../platform/dialogue/slots.js';
import { sentences } from '../../../platform/text/sentences.js';
import { type ActRoute, type Meant, type Reply, show, type Turn } from '../../../turn.js';
import { attributeNamed, changed, publicIn } from '../domain/changing.js';
import type { Words } from '../domain/recognition.js';
import type { Attributes } from '../service/attributes.js';
import { formIn, RECOGNITIONS, type RecognitionInHand } from '../service/left-open.js';
import type { RecognisablePeople } from '../service/people.js';
import { textIn } from '../text/catalogue.js';
import type { WritingHandler } from './writing-handler.js';

export interface WritingActParts extends Pick<FeatureContext, 'renderer'> {
  people: Pick<RecognisablePeople, 'likelyFor' | 'othersThan'>;
  attributes: Attributes;
  writing: Pick<WritingHandler, 'preview' | 'again'>;
}

const ON_FORM: readonly Act[] = ['send', 'correct', 'add', 'drop'];
const FOR_SOMEBODY = /^(?:no[,. ]+)?(?:(?:es|era|it is|it was)\s+)?(?:para|for)\s+\p{Lu}/iu;
/** Behind the act, the words alone. */
const BEFORE_WORDS = /^(?:y|and)\s+/i;

export class WritingActs {
  constructor(private readonly parts: WritingActParts) {}

  route(): ActRoute {
    return {
      on: 'form',
      of: RECOGNITIONS,
      scope: 'personal',
      acts: ON_FORM,
      titles: (language) => textIn(language).recognitions.goingOn.acts,
      plainly: ({ text }) => this.#actIn(text),
      handle: (turn, meant) => this.#handle(turn, meant),
    };
  }

  /** A text that is about this form without a doubt. */
  #actIn(text: string): Act | undefined {
    const done = formAct(text);
    if (done) return done;
    if (/[?¿]/.test(text)) return undefined;
    if (wordsToAdd(text) !== undefined) return 'add';
    if (!mayNameField(text)) return undefined;
    const isNamed = publicIn(text) !== undefined || attributeNamed(text, this.#attributes) !== undefined;
    return isNamed || FOR_SOMEBODY.test(text) ? 'correct' : undefined;
  }

  get #attributes(): string[] {
    return [...this.parts.attributes.keys()];
  }

  async #handle(turn: Turn, { thing, act }: Meant): Promise<Reply> {
    const { writing } = this.parts;
    const shown = formIn(thing);
    if (act === 'drop') return this.#drop(turn, shown);
    if (act === 'send') return writing.preview(turn, shown.id, shown.words);
    const words = await this.#changed(turn, act, shown.words);
    if (!words) return writing.again(turn, shown.id, shown.words, { kind: 'unclear' });
    return shown.isPreviewed ? writing.preview(turn, shown.id, words) : writing.again(turn, shown.id, words);
  }

  async #changed({ actor, text }: Turn, act: Act, before: Words): Promise<Words | undefined> {
    const { people } = this.parts;
    const attributes = this.#attributes;
    const words =
      changed(before, text, { likely: await people.likelyFor(actor.id), attributes }) ??
      changed(before, text, { likely: await people.othersThan(actor.id), attributes });
    if (words || act !== 'add') return words;
    return { ...before, message: sentences(before.message, text.trim().replace(BEFORE_WORDS, '')) };
  }

  #drop(turn: Turn, { id }: RecognitionInHand): Reply {
    const { title, body, discard } = textIn(turn.language).recognitions.goingOn.leave;
    const links = [{ title: discard, verb: 'recognition.discard', id }];
    return show(noticeCard(this.parts.renderer, { title, body, links }, turn.language), title);
  }
}
