/** Answers somebody who may be in danger: whom to call, a person to talk to, and only then a report. */
import type { FeatureContext } from '../../../feature.js';
import { privately } from '../../../platform/cards/private-chat.js';
import type { Message } from '../../../platform/delivery/message.js';
import { languageOf } from '../../../platform/text/language.js';
import type { Danger } from '../../../platform/understanding/intents.js';
import { type ActRoute, isPersonal, type Reply, say, type Turn } from '../../../turn.js';
import type { DangerCards, DangerView, Situation } from '../cards/danger-card.js';
import { linesFor, mayReport, signsIn } from '../domain/lines.js';
import { textIn } from '../text/catalogue.js';

export interface CareParts
  extends Pick<FeatureContext, 'notices' | 'settings' | 'log' | 'renderer' | 'botId' | 'things'> {
  cards: DangerCards;
  /** What the rules for reports find in a text that calls for help. */
  caresIn: (text: string) => string[];
  /** What is told now may be reported afterwards. */
  noteStory: (turn: Turn) => void;
}

/** Longer narratives are cut; the form says so. */
const MAX_NARRATIVE = 8_000;

/** The name of this feature in things. */
const CARE = 'care';

export class CareHandler {
  constructor(private readonly parts: CareParts) {}

  /** Nothing of what the person wrote is kept or shown to others. */
  async answer(turn: Turn, danger: Danger): Promise<Reply> {
    if (!isPersonal(turn)) return this.#inPrivate(turn, danger);
    if (turn.understood?.purpose === 'tell') this.parts.noteStory(turn);
    this.parts.things.note(turn.actor.id, [{ kind: 'alarm', of: CARE }], turn.now);
    return { kind: 'show', message: this.#message(turn, danger) };
  }

  /** "No, era un chiste", "ya llegó la ambulancia": heard, and the numbers stay in view, since who writes may have to say so. */
  route(): ActRoute {
    return {
      on: 'alarm',
      of: CARE,
      acts: ['retract', 'deny', 'not-it', 'thanks', 'affirm'],
      titles: (language) => textIn(language).care.goingOn,
      handle: async (turn, { act }) => {
        const { emergency, emotional } = this.parts.settings.helplines;
        const { heard, isThanked } = textIn(turn.language).care;
        return say((act === 'thanks' || act === 'affirm' ? isThanked : heard)(emergency, emotional));
      },
    };
  }

  /** In a channel others read along: the answer itself goes to the person alone. */
  async #inPrivate(turn: Turn, danger: Danger): Promise<Reply> {
    const { notices, settings, log } = this.parts;
    const { inChannel, inChannelOnly } = textIn(turn.language).care;
    const number = settings.helplines.emergency;
    try {
      await notices.tell(turn.actor.id, () => this.#message(turn, danger));
      return this.#toPrivate(inChannel(number), turn);
    } catch (error) {
      log.warn({ activity: turn.activityId, err: error }, 'help could not be sent in private');
      return this.#toPrivate(inChannelOnly(number), turn);
    }
  }

  #toPrivate(sentence: string, { language }: Turn): Reply {
    // The number may save somebody: where it cannot be for one person, everybody may see it.
    return { kind: 'targeted', message: privately(this.parts, sentence, language), otherwise: 'here' };
  }

  /** In the language of the text, whatever the person has chosen: nobody should have to translate now. */
  #message({ text, understood, language: chosen }: Turn, danger: Danger): Message {
    const language = languageOf(text) ?? chosen;
    const signs = signsIn(text, this.parts.caresIn(text));
    const situation: Situation = understood?.purpose === 'tell' ? 'told' : danger;
    const view: DangerView = {
      situation,
      lines: linesFor(danger, signs),
      canReport: mayReport(signs),
      narrative: text.slice(0, MAX_NARRATIVE),
    };
    return { card: this.parts.cards.render(view, language), summary: textIn(language).care[situation].title };
  }
}
