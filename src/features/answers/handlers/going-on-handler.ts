/** Goes on from an answer: simpler, another example, why, how, in one sentence, what differs, "that was not it". */

import type { Renderer } from '../../../platform/cards/renderer.js';
import type { Act } from '../../../platform/dialogue/acts.js';
import { placeIn } from '../../../platform/dialogue/slots.js';
import { explanationIn, type Knowledge } from '../../../platform/policy/knowledge.js';
import type { OtherWordsOfSections } from '../../../platform/policy/other-words.js';
import type { Policy, Section } from '../../../platform/policy/policy.js';
import type { Purpose } from '../../../platform/understanding/intents.js';
import type { Found } from '../../../platform/understanding/search.js';
import { type ActRoute, isPersonal, type Meant, type Reply, show, type Turn } from '../../../turn.js';
import { type AnswerCards, linkTo } from '../cards/answer-card.js';
import { answerMessage } from '../cards/answer-message.js';
import { suggestionsTemplate } from '../cards/templates.js';
import { examplePlaceIn } from '../domain/example-place.js';
import {
  ANSWERS,
  type Answered,
  answeredIn,
  type LastSaidMemory,
  suggestedIn,
} from '../service/last-said.js';
import { textIn } from '../text/catalogue.js';

export interface GoingOnParts {
  policy: Policy;
  knowledge: Knowledge;
  otherWords: OtherWordsOfSections;
  cards: AnswerCards;
  renderer: Renderer;
  memory: LastSaidMemory;
  find: (text: string) => Found;
  /** "El segundo", "¿y el tercero?": of what was shown last. */
  follow: (turn: Turn) => Promise<Reply | undefined>;
  /** Somebody to talk to. */
  person: (turn: Turn) => Promise<Reply>;
}

const ON_ANSWER: readonly Act[] = [
  'simplify',
  'example',
  'more',
  'why',
  'how',
  'compare',
  'brief',
  'lost',
  'not-it',
];
/** Asked about a list as a whole, these tell about the first section, by its name. */
const OF_THE_NEAREST: readonly Act[] = ['example', 'why', 'how', 'brief'];
const ON_CHOICES: readonly Act[] = ['choose', 'not-it', 'lost', ...OF_THE_NEAREST];
/** A section that a comparison names has to fit this well. */
const NAMED_FROM = 0.3;
const MOST_ALSO = 3;

/** Nothing else than the place of a part. */
function namesPart({ understood }: Turn): Act | undefined {
  const kind = understood?.entities.followUp?.kind;
  return kind === 'item' || kind === 'next' ? 'choose' : undefined;
}

const SAYS_FROM = 0.3;
const SAYS_NOTHING: readonly Purpose[] = ['policy', 'offtopic', 'smalltalk', 'cancel', 'person', 'help'];
const saysWhat = ({ understood }: Turn): boolean =>
  understood !== undefined &&
  understood.confidence >= SAYS_FROM &&
  !SAYS_NOTHING.includes(understood.purpose);

export class GoingOnHandler {
  constructor(private readonly parts: GoingOnParts) {}

  routes(): ActRoute[] {
    return [
      {
        on: 'answer',
        of: ANSWERS,
        scope: 'anywhere',
        acts: ON_ANSWER,
        titles: (language) => textIn(language).answers.goingOn,
        plainly: namesPart,
        handle: (turn, meant) => this.#onAnswer(turn, meant),
      },
      {
        on: 'choices',
        of: ANSWERS,
        scope: 'anywhere',
        acts: ON_CHOICES,
        titles: (language) => {
          const { goingOn, goingOnChoices } = textIn(language).answers;
          return { ...goingOn, ...goingOnChoices };
        },
        plainly: namesPart,
        handle: (turn, meant) => this.#onChoices(turn, meant),
      },
    ];
  }

  async #onAnswer(turn: Turn, { thing, act }: Meant): Promise<Reply | undefined> {
    return act === 'choose' ? this.parts.follow(turn) : this.#ofSection(turn, answeredIn(thing), act);
  }

  #ofSection(turn: Turn, last: Answered, act: Act): Promise<Reply> | Reply | undefined {
    const section = this.parts.policy.find(last.sectionId);
    if (!section) return undefined;
    const { language } = turn;
    const words = this.parts.otherWords.of(section.id, language);
    const text = textIn(language).answers;
    switch (act) {
      case 'simplify':
      case 'lost':
        return this.#spoken(turn, last, `${text.simpler(section.title)}\n\n${words.simple}`);
      case 'brief':
        return this.#spoken(turn, last, `${text.briefly(section.title)}\n\n${words.brief}`);
      case 'why':
        return this.#spoken(turn, last, `${text.whyOf(section.title)}\n\n${words.why}`);
      case 'how':
        return this.#spoken(
          turn,
          last,
          `${text.howOf(section.title)}\n\n${words.how.map((one) => `- ${one}`).join('\n')}`,
        );
      case 'example':
        return this.#example(turn, last, section);
      case 'more':
        return this.#more(turn, last, section);
      case 'compare':
        return this.#compare(turn, last, section);
      case 'not-it':
        return this.#missed(turn, last);
      default:
        return undefined;
    }
  }

  async #onChoices(turn: Turn, { thing, act }: Meant): Promise<Reply | undefined> {
    if (namesPart(turn)) return this.parts.follow(turn);
    const ids = suggestedIn(thing);
    // It says at the same time what it was.
    if (act === 'not-it' && saysWhat(turn)) return undefined;
    const [nearest] = ids;
    if (OF_THE_NEAREST.includes(act))
      return nearest === undefined
        ? undefined
        : this.#ofSection(turn, { sectionId: nearest, shown: 0, also: ids, missed: 0 }, act);
    if (act !== 'choose') return this.parts.person(turn);
    const at = placeIn(turn.text);
    const id = at === undefined ? this.#namedIn(turn.text, ids) : ids.at(at);
    const section = id === undefined ? undefined : this.parts.policy.find(id);
    return section && this.#show(turn, section);
  }

  /** All examples in turn: those of the section, then one for each place; one for the place that the text names first. */
  #example(turn: Turn, last: Answered, section: Section): Reply {
    const { knowledge, otherWords } = this.parts;
    const text = textIn(turn.language).answers;
    const own = turn.language === 'es' ? (knowledge.sections.get(section.id)?.examples ?? []) : [];
    const byPlace = otherWords.of(section.id, turn.language).examples;
    const place = examplePlaceIn(turn.text);
    const all = [...own, ...Object.values(byPlace)];
    const again = last.shown > 0 && last.shown % all.length === 0;
    const lead = place
      ? text.exampleIn[place](section.title)
      : again
        ? text.noMoreExamples(section.title)
        : text.exampleOf(section.title);
    const example = place ? byPlace[place] : all[last.shown % all.length];
    return this.#spoken(turn, { ...last, shown: last.shown + 1 }, `${lead}\n\n${example}`);
  }

  #more(turn: Turn, last: Answered, section: Section): Reply {
    const { knowledge, policy } = this.parts;
    const known = knowledge.sections.get(section.id);
    const explained = known ? explanationIn(known, turn.language) : '';
    const list = policy.childrenOf(section.id).map(({ title }) => `- ${title}`);
    const lead = textIn(turn.language).answers.inOtherWords(section.title);
    return this.#spoken(turn, last, [lead, explained, list.join('\n')].filter(Boolean).join('\n\n'));
  }

  /** With the section that the text names, else with the one before. */
  #compare(turn: Turn, last: Answered, section: Section): Reply | undefined {
    const { policy, otherWords, find } = this.parts;
    const [named] = find(turn.text).ranked.filter(
      ({ id, probability }) => id !== section.id && probability >= NAMED_FROM,
    );
    const other = policy.find(named?.id ?? last.beforeId ?? '');
    if (!other) return undefined;
    const text = textIn(turn.language).answers;
    const contrast = otherWords.between(section.id, other.id, turn.language);
    const examples = contrast?.examples;
    const each = [other, section].map(
      ({ id, title }) => `- **${title}**: ${examples?.get(id) ?? otherWords.of(id, turn.language).brief}`,
    );
    const lead = contrast?.difference ?? text.sideBySide(other.title, section.title);
    return this.#spoken(turn, last, `${lead}\n\n${each.join('\n')}`);
  }

  /** What else it could have been; the second time, a person. */
  #missed(turn: Turn, last: Answered): Promise<Reply> | Reply {
    const { policy, memory, renderer } = this.parts;
    const also = last.also.filter((id) => id !== last.sectionId).slice(0, MOST_ALSO);
    if (last.missed > 0 || also.length === 0) return this.parts.person(turn);
    memory.answered(turn, { ...last, missed: last.missed + 1 });
    memory.suggested(turn, also);
    const sections = also.flatMap((id) => policy.find(id) ?? []).map(linkTo);
    return show(renderer.render(suggestionsTemplate, { sections, narrative: '' }, turn.language));
  }

  #namedIn(text: string, ids: readonly string[]): string | undefined {
    return this.parts
      .find(text)
      .ranked.find(({ id, probability }) => ids.includes(id) && probability >= NAMED_FROM)?.id;
  }

  #show(turn: Turn, section: Section): Reply {
    this.parts.memory.answered(turn, { sectionId: section.id });
    return {
      kind: 'show',
      message: answerMessage(this.parts, section, turn.language, { canReport: isPersonal(turn) }),
    };
  }

  #spoken(turn: Turn, last: Answered, text: string): Reply {
    this.parts.memory.answered(turn, last);
    return { kind: 'show', message: { text, asksOpinion: true } };
  }
}
