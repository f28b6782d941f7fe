/** Answers somebody who may be in danger: whom to turn to, and only then a report. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { privately } from '../../../platform/cards/private-chat.js';
import type { Card } from '../../../platform/cards/renderer.js';
import type { Message } from '../../../platform/delivery/message.js';
import type { Act } from '../../../platform/dialogue/acts.js';
import type { Language } from '../../../platform/text/catalogue.js';
import { fold } from '../../../platform/text/fold.js';
import { languageOf } from '../../../platform/text/language.js';
import { DANGER_KINDS, helpsFor } from '../../../platform/understanding/danger.js';
import { DANGERS, type Danger } from '../../../platform/understanding/intents.js';
import {
  type ActRoute,
  isPersonal,
  type Reply,
  readInput,
  say,
  type Turn,
  type VerbRoute,
} from '../../../turn.js';
import type { DangerCards } from '../cards/danger-card.js';
import type { Alarm } from '../domain/alarm.js';
import { textIn } from '../text/catalogue.js';

export interface CareParts
  extends Pick<FeatureContext, 'notices' | 'settings' | 'log' | 'renderer' | 'botId' | 'things'> {
  cards: DangerCards;
  /** What is told now may be reported afterwards. */
  noteStory: (turn: Turn) => void;
}

/** Longer narratives are cut; the form says so. */
const MAX_NARRATIVE = 8_000;

/** Where what the text says is not known: all turn to these first. */
const UNKNOWN: Readonly<Record<Danger, Alarm['kind']>> = { emergency: 'violence-now', distress: 'despair' };

const possible = z.object({
  kind: z.enum(DANGER_KINDS),
  danger: z.enum(DANGERS),
  others: z.enum(['true', 'false']).transform((value) => value === 'true'),
});

/** What comes after help was shown; all of it gets the numbers once more. */
const GOING_ON: readonly Act[] = ['retract', 'deny', 'not-it', 'thanks', 'affirm'];

/** "No estoy segura si fue ella, pero yo vi los morados" takes nothing back: it goes on telling. */
const DOUBTS =
  /\bno (estoy|estaba) segur[oa]\b|\bno se (si|quien)\b|\bpero (yo )?(si )?(vi|oi|escuche|la vi|lo vi)\b|\bnot sure\b|\bbut i saw\b/;

/** The name of this feature in things. */
const CARE = 'care';

export class CareHandler {
  constructor(private readonly parts: CareParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'care.now', scope: 'personal', handle: (turn) => this.#now(turn) }];
  }

  /** Nothing of what the person wrote is stored or shown to others. */
  async answer(turn: Turn, danger: Danger): Promise<Reply> {
    const alarm = alarmOf(turn, danger);
    if (!isPersonal(turn)) return this.#inPrivate(turn, alarm);
    if (turn.understood?.purpose === 'tell') this.parts.noteStory(turn);
    this.#note(turn);
    return { kind: 'show', message: this.#message(turn, alarm) };
  }

  /** A line under the answer to a text that only may tell of danger; undefined for any other. */
  lineUnder(turn: Turn): Card | undefined {
    const { danger, isAlarming } = turn.understood ?? {};
    if (!danger || isAlarming || !isPersonal(turn)) return undefined;
    return this.parts.cards.line(alarmOf(turn, danger), languageFor(turn));
  }

  /** "Necesito ayuda ya": what the line was for. */
  async #now(turn: Turn): Promise<Reply> {
    const { kind, danger, others } = readInput(possible, turn);
    this.#note(turn);
    return { kind: 'append', message: this.#message(turn, { kind, danger, isOthers: others }) };
  }

  #note({ actor, now }: Turn): void {
    this.parts.things.note(actor.id, [{ kind: 'alarm', of: CARE }], now);
  }

  /** "No, era un chiste", "ya llegó la ambulancia": heard, and the numbers stay in view, since who writes may have to say so. */
  route(): ActRoute {
    return {
      on: 'alarm',
      of: CARE,
      scope: 'personal',
      acts: GOING_ON,
      titles: (language) => Object.fromEntries(GOING_ON.map((act) => [act, textIn(language).care.goingOn])),
      handle: async (turn, { act }) => {
        if (DOUBTS.test(fold(turn.text))) return undefined;
        const { emergency, emotional } = this.parts.settings.helplines;
        const { heard, isThanked } = textIn(turn.language).care;
        return say((act === 'thanks' || act === 'affirm' ? isThanked : heard)(emergency, emotional));
      },
    };
  }

  /** In a channel others read along: the answer itself goes to the person alone. */
  async #inPrivate(turn: Turn, alarm: Alarm): Promise<Reply> {
    const { notices, settings, log } = this.parts;
    const { inChannel, inChannelOnly } = textIn(turn.language).care;
    const number = settings.helplines.emergency;
    try {
      await notices.tell(turn.actor.id, () => this.#message(turn, alarm));
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

  #message(turn: Turn, alarm: Alarm): Message {
    const language = languageFor(turn);
    const view = {
      alarm,
      helps: helpsFor(alarm.kind, alarm.danger).filter(
        (help) => help !== 'protected' || this.parts.settings.protectedRoute,
      ),
      narrative: turn.text.slice(0, MAX_NARRATIVE),
    };
    const { title } = textIn(language).care.kinds[alarm.kind][alarm.isOthers ? 'other' : 'self'];
    return { card: this.parts.cards.render(view, language), summary: title };
  }
}

const alarmOf = ({ understood }: Turn, danger: Danger): Alarm => ({
  danger,
  kind: understood?.risk?.kind ?? UNKNOWN[danger],
  isOthers: understood?.risk?.isOthers ?? false,
});

/** The language of the text, whatever the person has chosen: nobody should have to translate now. */
const languageFor = ({ text, language }: Turn): Language => languageOf(text) ?? language;
