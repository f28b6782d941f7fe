/** The reporter's voice: the form, the answer, and the protected case that may follow. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { toggle, written } from '../../../platform/cards/inputs.js';
import { AppError } from '../../../platform/errors.js';
import { textIn } from '../../../platform/text/catalogue.js';
import {
  isFromForm,
  leaveForm,
  type Reply,
  readInput,
  say,
  showForm,
  type Turn,
  type VerbRoute,
} from '../../../turn.js';
import { type HelpFor, otherHelp } from '../../cases/index.js';
import type { Readers, VoiceCards, VoiceEntered } from '../cards/voice-card.js';
import { isToBeRead, SATISFACTION } from '../domain/voice.js';
import type { VoiceReceivers } from '../service/voice-receivers.js';
import type { VoiceService } from '../service/voice-service.js';

export interface VoiceHandlerParts extends Pick<FeatureContext, 'settings'> {
  voice: VoiceService;
  cards: VoiceCards;
  /** Begins a report of trouble for having reported. */
  reportTrouble: (turn: Turn, narrative: string) => Promise<Reply>;
  helpFor: HelpFor;
}

const target = z.object({ id: z.uuid() });
const said = z.object({
  satisfied: z.enum(SATISFACTION).optional().catch(undefined),
  retaliation: toggle.catch(false),
  comment: written,
  to: z.string().catch(''),
});
/** With more, the group is named. */
const MOST_NAMES = 5;

export class VoiceHandler {
  constructor(private readonly parts: VoiceHandlerParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'voice.answer', scope: 'personal', handle: (turn) => this.#answer(turn) },
      { verb: 'voice.report', scope: 'personal', handle: (turn) => this.#report(turn) },
    ];
  }

  async #answer(turn: Turn): Promise<Reply> {
    const { voice, cards, helpFor } = this.parts;
    const { id } = readInput(target, turn);
    const { to, satisfied, ...more } = readInput(said, turn);
    const asked = await voice.asked(id, turn.actor.id, more.comment);
    if (!asked) throw new AppError('not-found');
    const { problem } = textIn(turn.language).cases.voice;
    if (asked.state !== 'open') return say(problem[asked.state]);
    const readers = this.#readersOf(turn, asked.receivers);
    // Some clients leave out an input that is empty.
    if (!isFromForm(turn) && !('satisfied' in turn.input)) return this.#show(turn, id, readers);
    const entered = { satisfied, ...more };
    if (!satisfied) return this.#show(turn, id, readers, { problem: problem.satisfied, entered });
    const answer = { satisfied, ...more };
    // It only goes to those whom the form named.
    if (isToBeRead(answer) && (!readers.names || to !== readers.to))
      return this.#show(turn, id, readers, { problem: problem.readers, entered });
    if (!(await voice.answer(asked, answer))) return say(problem.answered);
    const care = helpFor(answer.comment, turn.language);
    const card = cards.thanks(asked.loaded.subject, answer, readers, care, turn.language);
    return leaveForm(turn, card);
  }

  /** Begins a report of trouble for having reported, with what was written. */
  async #report(turn: Turn): Promise<Reply> {
    const { voice, reportTrouble } = this.parts;
    const { id } = readInput(target, turn);
    const answer = (await voice.asked(id, turn.actor.id))?.voice?.answer;
    if (!answer?.retaliation) throw new AppError('not-found');
    return reportTrouble(turn, answer.comment);
  }

  #show(
    turn: Turn,
    caseId: string,
    readers: Readers,
    more: { problem?: string; entered?: VoiceEntered } = {},
  ): Reply {
    const { title } = textIn(turn.language).cases.voice;
    const view = { caseId, readers, standalone: !turn.inDialog, ...more };
    return showForm(turn, this.parts.cards.form(view, turn.language), title);
  }

  #readersOf({ language }: Turn, { people, role }: VoiceReceivers): Readers {
    const { team } = textIn(language).cases.voice;
    const isNamed = role === 'protected' || people.length <= MOST_NAMES;
    const list = new Intl.ListFormat(language, { type: 'conjunction' });
    const names = isNamed ? list.format(people.map(({ name }) => name)) : team;
    const ids = people.map(({ id }) => id).sort();
    const to = createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 16);
    return { names, to, others: otherHelp(this.parts.settings, language) };
  }
}
