/** Writing a recognition: the form, its preview, sending it and taking it back. */
import type { FeatureContext } from '../../../feature.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import type { CardPlace } from '../../../platform/delivery/notices.js';
import { AppError } from '../../../platform/errors.js';
import { findActive, type Person } from '../../../platform/people/person.js';
import {
  isFromForm,
  leaveForm,
  type Reply,
  readInput,
  say,
  show,
  showForm,
  type Turn,
  type VerbRoute,
} from '../../../turn.js';
import { formCard } from '../cards/form-card.js';
import { previewCard } from '../cards/preview-card.js';
import type { RecognitionCards } from '../cards/recognition-cards.js';
import { type Sending, undoableUntil, type Words } from '../domain/recognition.js';
import type { Attributes } from '../service/attributes.js';
import type { Problem } from '../service/checking.js';
import { formIsOver, leftForm } from '../service/left-open.js';
import type { RecognisablePeople } from '../service/people.js';
import type { RecognitionService } from '../service/recognition-service.js';
import { textIn } from '../text/catalogue.js';
import { draftId, ofDraft, sending, wordsInput } from './inputs.js';
import { quotedWords, wordsIn } from './prefilling.js';
import { type FormProblem, problemWords } from './problem-words.js';

/** The list stands beside a people picker, which phones do not have. */
const MOST_LIKELY = 8;
const FORM = 'recognition';
const NOTHING: Words = { people: [], attribute: '', message: '', source: 'colleague', isPublic: false };

export interface WritingParts
  extends Pick<FeatureContext, 'renderer' | 'names' | 'directory' | 'recentDirectory' | 'ownIds' | 'things'> {
  service: RecognitionService;
  people: RecognisablePeople;
  attributes: Attributes;
  cards: RecognitionCards;
}

export class WritingHandler {
  constructor(private readonly parts: WritingParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'recognition.start', scope: 'personal', handle: (turn) => this.#start(turn) },
      { verb: 'recognition.quote', scope: 'personal', handle: (turn) => this.#quote(turn) },
      { verb: 'recognition.send', scope: 'personal', handle: (turn) => this.#send(turn) },
      { verb: 'recognition.discard', scope: 'personal', handle: (turn) => this.#discard(turn) },
      { verb: 'recognition.undo', scope: 'personal', handle: (turn) => this.#undo(turn) },
    ];
  }

  /** The form, with what the message says. No draft is kept before the preview. */
  async written(turn: Turn): Promise<Reply> {
    await this.#sender(turn);
    const likely = await this.parts.people.likelyFor(turn.actor.id);
    const words = wordsIn(turn, likely, [...this.parts.attributes.keys()]);
    const card = await this.#form(turn, { id: this.#newId(turn), words, standalone: true, likely });
    return show(card, textIn(turn.language).recognitions.title);
  }

  /** The form: empty, or with the own draft, or with what was taken back. */
  async #start(turn: Turn): Promise<Reply> {
    await this.#sender(turn);
    const { service } = this.parts;
    const { id } = readInput(ofDraft, turn);
    const draft = id === undefined ? undefined : await service.find(turn.actor.id, id);
    const { title } = textIn(turn.language).recognitions;
    if (draft?.state === 'draft') {
      const card = await this.#form(turn, { id: draft.id, words: draft, standalone: true });
      return turn.inDialog ? showForm(turn, card, title) : show(card, title);
    }
    const words = draft?.state === 'undone' ? draft : NOTHING;
    return showForm(
      turn,
      await this.#form(turn, { id: this.#newId(turn), words, standalone: !turn.inDialog }),
      title,
    );
  }

  /** The form, for who wrote a message and with its words. Nothing is kept before the preview. */
  async #quote(turn: Turn): Promise<Reply> {
    await this.#sender(turn);
    const { people, attributes, recentDirectory } = this.parts;
    const { text = '', authorId = '' } = turn.quoted ?? {};
    const author = authorId === turn.actor.id ? undefined : await findActive(recentDirectory, authorId);
    const likely = await people.likelyFor(turn.actor.id);
    const among = author && !likely.some(({ id }) => id === author.id) ? [author, ...likely] : likely;
    const words = quotedWords(text, author, [...attributes.keys()]);
    const card = await this.#form(turn, { id: this.#newId(turn), words, standalone: false, likely: among });
    return show(card, textIn(turn.language).recognitions.title);
  }

  /** The form brings words, and gets a preview; the preview sends what it showed. */
  async #send(turn: Turn): Promise<Reply> {
    await this.#sender(turn);
    if (!('message' in turn.input)) return this.#sendDraft(turn);
    return this.preview(turn, readInput(draftId, turn).id, readInput(wordsInput, turn));
  }

  /** What would be sent, with the button that sends it; the form again where something is wrong. */
  async preview(turn: Turn, id: string, words: Words): Promise<Reply> {
    const { service, renderer, ownIds, things } = this.parts;
    const isOwn = ownIds.isOf(FORM, turn.actor.id, id) || (await service.find(turn.actor.id, id));
    if (!isOwn) return this.again(turn, this.#newId(turn), words, { kind: 'expired' });
    const prepared = await service.prepare(turn.actor.id, id, words);
    if ('problem' in prepared) return this.again(turn, id, words, prepared.problem);
    things.note(turn.actor.id, [leftForm({ id, words, isPreviewed: true })], turn.now);
    const { summary } = textIn(turn.language).recognitions;
    const card = await previewCard(renderer, this.parts, prepared, turn.language);
    return turn.inDialog ? leaveForm(turn, card) : show(card, summary.preview);
  }

  #newId({ actor }: Turn): string {
    return this.parts.ownIds.issue(FORM, actor.id);
  }

  /** The form with what was entered, and what is wrong with it. */
  async again(turn: Turn, id: string, words: Words, problem?: FormProblem): Promise<Reply> {
    const card = await this.#form(turn, {
      id,
      words,
      standalone: !turn.inDialog,
      ...(problem && { problem }),
    });
    return isFromForm(turn) ? show(card, textIn(turn.language).recognitions.title) : show(card);
  }

  async #sendDraft(turn: Turn): Promise<Reply> {
    const { service, cards } = this.parts;
    const { id, revision } = readInput(sending, turn);
    const text = textIn(turn.language).recognitions;
    const result = await service.send(turn.actor.id, id, revision, placeOf(turn));
    if ('problem' in result) return this.#notSent(turn, id, result.problem);
    switch (result.kind) {
      case 'outdated':
        return say(text.problem.outdated);
      case 'undone':
        return show(cards.undone(result.sending, turn.language));
      case 'sent': {
        this.#isOver(turn);
        const until = undoableUntil(result.sending) ?? turn.now;
        return show(await cards.sent(result.sending, until, turn.language), text.summary.sent);
      }
    }
  }

  /** What has changed since the preview. */
  async #notSent(turn: Turn, id: string, problem: Problem): Promise<Reply> {
    const draft = await this.parts.service.find(turn.actor.id, id);
    if (!draft) throw new AppError('not-found');
    return show(await this.#form(turn, { id, words: draft, standalone: true, problem }));
  }

  async #discard(turn: Turn): Promise<Reply> {
    const { service, renderer } = this.parts;
    await service.discard(turn.actor.id, readInput(draftId, turn).id);
    this.#isOver(turn);
    return show(noticeCard(renderer, textIn(turn.language).recognitions.preview.discarded, turn.language));
  }

  #isOver({ actor, now }: Turn): void {
    this.parts.things.note(actor.id, [formIsOver], now);
  }

  async #undo(turn: Turn): Promise<Reply> {
    const { service, cards } = this.parts;
    const { kind, sending: undone } = await service.undo(turn.actor.id, readInput(draftId, turn).id);
    if (kind === 'too-late') return say(textIn(turn.language).recognitions.receipt.tooLate);
    return show(cards.undone(undone, turn.language));
  }

  async #form(
    turn: Turn,
    view: {
      id: string;
      words: Words | Sending;
      standalone: boolean;
      problem?: FormProblem;
      likely?: readonly Person[];
    },
  ): Promise<ReturnType<typeof formCard>> {
    const { people, renderer, names, attributes, things } = this.parts;
    const { id, words, standalone, problem } = view;
    // A form over the message box is not in the conversation.
    if (!turn.inDialog)
      things.note(turn.actor.id, [leftForm({ id, words: onlyWords(words), isPreviewed: false })], turn.now);
    const likely = view.likely ?? (await people.likelyFor(turn.actor.id));
    const chosen = await this.#named(words.people, likely);
    const others = likely.filter((one) => !words.people.includes(one.id));
    const shown = {
      id,
      standalone,
      problem: problem ? await problemWords(names, problem, turn.language) : '',
      marked: problem?.kind === 'offensive' ? problem.words : [],
      likely: [...chosen, ...others].slice(0, Math.max(MOST_LIKELY, chosen.length)),
      written: words,
    };
    return formCard(renderer, attributes, shown, turn.language);
  }

  /** Those who are chosen: the likely ones, and whoever was named besides. */
  async #named(
    ids: readonly string[],
    likely: readonly { id: string; name: string }[],
  ): Promise<{ id: string; name: string }[]> {
    return Promise.all(
      ids.map(
        async (id) => likely.find((one) => one.id === id) ?? { id, name: await this.parts.names.of(id) },
      ),
    );
  }

  /** @throws AppError `not-allowed` for somebody in whose name nothing can be said. */
  async #sender({ actor }: Turn): Promise<void> {
    if (await findActive(this.parts.directory, actor.id)) return;
    throw new AppError('not-allowed', {
      sentence: (language) => textIn(language).recognitions.problem.sender,
    });
  }
}

const onlyWords = ({ people, attribute, message, source, isPublic }: Words): Words => ({
  people,
  attribute,
  message,
  source,
  isPublic,
});

/** Where the sender's card is. */
function placeOf({ serviceUrl, conversation, cardMessageId }: Turn): CardPlace | undefined {
  return cardMessageId === undefined
    ? undefined
    : { serviceUrl, conversationId: conversation.id, messageId: cardMessageId };
}
