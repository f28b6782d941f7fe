/** The cards that are sent: to the recognised person, to their superior, to the sender, and into a channel. */

import { bogotaDay } from '../../../platform/calendar/days.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { type Rich, richOf } from '../../../platform/cards/rich.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import { calendarDay, timeOfDay } from '../../../platform/text/dates.js';
import { type Place, type Recognition, recognitionId, type Sending } from '../domain/recognition.js';
import { type Language, textIn } from '../text/catalogue.js';
import { recognitionNoteTemplate } from './note-template.js';
import { recognitionTemplate } from './own-template.js';
import type { PictureLinks } from './picture-links.js';
import { attributeOf, fromOf, namesOf, type WordParts } from './recognition-words.js';

export interface CardParts extends WordParts {
  renderer: Renderer;
  pictureLinks: Pick<PictureLinks, 'of'>;
}

export interface OwnView {
  recognition: Recognition;
  /** Those of their own people who are recognised with them. */
  team: readonly Recognition[];
  /** Where it may be published, when that is to be asked. */
  places: readonly Place[];
}

export class RecognitionCards {
  constructor(private readonly parts: CardParts) {}

  /** The card that the recognised person keeps. */
  async own({ recognition, team, places }: OwnView, language: Language): Promise<Card> {
    const text = textIn(language).recognitions.own;
    if (recognition.state === 'removed') return this.#notice(text.removed, language);
    const [first] = places;
    const { pictureLinks } = this.parts;
    const attribute = attributeOf(this.parts, recognition.attribute);
    const data = {
      id: recognitionId(recognition),
      title: text.title,
      picture: pictureLinks.of(recognition, language, 'card'),
      wholePicture: pictureLinks.of(recognition, language, 'whole'),
      pictureAlt: textIn(language).recognitions.picture.alt(attribute.attribute),
      ...attribute,
      words: recognition.message,
      from: await fromOf(this.parts, recognition, language),
      when: dayOf(recognition, language),
      also: team.length > 0 ? richOf(text.also(await this.#namesOf(team, language))) : [],
      status: statusOf(recognition, language),
      ask: richOf(first && places.length === 1 ? text.askIn(first.team || text.team) : text.ask),
      places: places.map(({ team: title, conversationId }) => ({
        title: title || text.team,
        value: conversationId,
      })),
    };
    return this.parts.renderer.render(recognitionTemplate, data, language);
  }

  /** For the superior of who is recognised. */
  async copy(team: readonly Recognition[], language: Language): Promise<Card> {
    const { copy, list } = textIn(language).recognitions;
    const [first] = team;
    const who = await this.#namesOf(team, language);
    const lead = richOf(team.length > 1 ? copy.several(who) : copy.one(who));
    const links = [{ title: list.team, verb: 'recognitions.team' }];
    return this.#note({ lead, recognition: first, links }, language);
  }

  /** For the superior, when everybody took it away. */
  gone(language: Language): Card {
    return this.#notice(textIn(language).recognitions.copy.gone, language);
  }

  /** In a channel: it names who is recognised, and who says it. */
  async post(recognition: Recognition, language: Language): Promise<Card> {
    const { post } = textIn(language).recognitions;
    const lead = richOf(post(await this.parts.names.of(recognition.personId)));
    return this.#note({ lead, recognition }, language);
  }

  /** For who sent it, with the button that takes it back. */
  async sent(sending: Sending, until: Date, language: Language): Promise<Card> {
    const { receipt } = textIn(language).recognitions;
    const who = await namesOf(this.parts, sending.people, language);
    const time = timeOfDay(until, language);
    return this.#note(
      {
        id: sending.id,
        lead: richOf(receipt.sent(who)),
        recognition: sending,
        foot: richOf(receipt.until(time)),
        undo: [{ title: receipt.undo(time) }],
        links: [{ title: textIn(language).cards.recognition.mine, verb: 'recognitions.mine' }],
      },
      language,
    );
  }

  /** For who sent it, later: those who took it away are not in it. */
  async receipt(sending: Sending, left: readonly Recognition[], language: Language): Promise<Card> {
    const { receipt } = textIn(language).recognitions;
    const [first] = left;
    if (!first) return this.#notice(receipt.gone, language);
    const who = await this.#namesOf(left, language);
    return this.#note({ id: sending.id, lead: richOf(receipt.sent(who)), recognition: first }, language);
  }

  /** For who took it back. */
  undone(sending: Sending, language: Language): Card {
    const { undone, correct } = textIn(language).recognitions.receipt;
    return this.#note(
      { id: sending.id, lead: richOf(undone), recognition: sending, corrections: [{ title: correct }] },
      language,
    );
  }

  #note(
    {
      recognition,
      ...shown
    }: {
      id?: string;
      lead: Rich;
      recognition: Pick<Recognition, 'attribute' | 'message'> | undefined;
      foot?: Rich;
      undo?: { title: string }[];
      corrections?: { title: string }[];
      links?: { title: string; verb: string }[];
    },
    language: Language,
  ): Card {
    const { attribute } = attributeOf(this.parts, recognition?.attribute ?? '');
    const data = { ...shown, attribute, words: recognition?.message ?? '' };
    return this.parts.renderer.render(recognitionNoteTemplate, data, language);
  }

  #notice(words: { title: string; body: string }, language: Language): Card {
    return noticeCard(this.parts.renderer, words, language);
  }

  #namesOf(recognitions: readonly Recognition[], language: Language): Promise<string> {
    return namesOf(
      this.parts,
      recognitions.map(({ personId }) => personId),
      language,
    );
  }
}

const dayOf = ({ at }: Recognition, language: Language) => calendarDay(bogotaDay(new Date(at)), language);

function statusOf({ state, place }: Recognition, language: Language): Rich {
  const { own } = textIn(language).recognitions;
  return state === 'published' ? richOf(own.published(place?.team || own.team)) : [];
}
