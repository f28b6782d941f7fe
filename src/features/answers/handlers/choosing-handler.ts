/** Asks which of several things is meant, and does what is chosen. */
import { z } from 'zod';
import type { Background } from '../../../platform/background.js';
import type { Renderer } from '../../../platform/cards/renderer.js';
import type { Policy } from '../../../platform/policy/policy.js';
import { type Intent, PURPOSES, type Purpose } from '../../../platform/understanding/intents.js';
import { isPersonal, type Reply, readInput, say, type Turn, type VerbRoute } from '../../../turn.js';
import { linkTo } from '../cards/answer-card.js';
import { choicesTemplate } from '../cards/templates.js';
import { shownFor } from '../domain/shown.js';
import type { LastSaidMemory } from '../service/last-said.js';
import type { Learning } from '../service/learning.js';
import type { AskedWords } from '../store/asked-words.js';
import { textIn } from '../text/catalogue.js';

export interface ChoosingParts {
  policy: Policy;
  renderer: Renderer;
  memory: LastSaidMemory;
  learning: Learning;
  askedWords: AskedWords;
  /** A text that may tell something is the beginning of a story. */
  noteStory: (turn: Turn) => void;
  background: Background;
  /** Answers the text of a turn anew. */
  hear: (turn: Turn) => Promise<Reply>;
  /** Answers the text of a turn as this. */
  hearAs: (turn: Turn, purpose: Purpose) => Promise<Reply>;
}

const MOST_CHOICES = 3;
/** A card has to hold it. */
const MAX_SAID = 8_000;

const said = z
  .string()
  .catch('')
  .transform((value) => value.slice(0, MAX_SAID));
const chosen = z.object({
  /** Without one, the text decides. */
  intent: z.enum(PURPOSES).optional().catch(undefined),
  /** The text that was asked back, as it was written; `answer` on the card that took it for one. No card in a channel has it. */
  said,
  answer: said,
  /** The activity of that text. */
  id: z.string().max(400).catch(''),
});

export class ChoosingHandler {
  constructor(private readonly parts: ChoosingParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'intent.choose', scope: 'anywhere', handle: (turn) => this.#choose(turn) }];
  }

  async askBack(turn: Turn): Promise<Reply> {
    const { policy, renderer, memory, learning, askedWords, background } = this.parts;
    const { text, activityId, understood, language } = turn;
    if (!understood) return this.parts.hear(turn);
    const nearest = shownFor(understood).ids.flatMap((id) => policy.find(id) ?? []);
    memory.suggested(
      turn,
      nearest.map(({ id }) => id),
    );
    if (understood.alternatives.some((intent) => intent === 'tell' || intent === 'report'))
      this.parts.noteStory(turn);
    learning.askedBack(turn);
    // Behind the answer: should it fail, a choice says that the words are gone.
    if (!isPersonal(turn)) background.run('asked words', () => askedWords.keep(turn));
    const data = {
      id: activityId,
      said: isPersonal(turn) ? text.slice(0, MAX_SAID) : '',
      choices: choicesOf(understood.alternatives).map((intent) => ({
        intent,
        title: textIn(language).chat.choices[intent],
      })),
      nearest: nearest.map(linkTo),
    };
    const card = renderer.render(choicesTemplate, data, language);
    return { kind: 'show', message: { card, summary: textIn(language).cards.choices.title } };
  }

  /** Answers in a new message, so that the other choices stay at hand. */
  async #choose(turn: Turn): Promise<Reply> {
    const { learning, askedWords, hear, hearAs } = this.parts;
    const { intent, said, answer, id } = readInput(chosen, turn);
    const here = said || answer;
    const kept = !here && id ? await askedWords.find({ ...turn, activityId: id }) : here;
    // A person to talk to needs no words.
    if (kept === undefined && intent !== 'person') return say(textIn(turn.language).chat.choiceGone);
    const written = { ...turn, text: kept ?? '', input: {} };
    if (!intent) return appended(await hear(written));
    if (id) learning.chosen(id, intent, turn.now);
    return appended(await hearAs(written, intent));
  }
}

/** A person is offered in any case. */
function choicesOf(alternatives: readonly Intent[]): Intent[] {
  return alternatives
    .filter((intent) => intent !== 'smalltalk' && intent !== 'person')
    .slice(0, MOST_CHOICES);
}

function appended(reply: Reply): Reply {
  return reply.kind === 'show' ? { kind: 'append', message: reply.message } : reply;
}
