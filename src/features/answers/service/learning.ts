/** Keeps, without the person, what the policy or the bot did not answer, for those who care for the content. */
import type { Background } from '../../../platform/background.js';
import type { Logger } from '../../../platform/log.js';
import { fold } from '../../../platform/text/fold.js';
import type { Intent, Purpose } from '../../../platform/understanding/intents.js';
import type { Turn } from '../../../turn.js';
import type { AskedBack } from '../store/asked-back.js';
import type { OpenQuestions } from '../store/open-questions.js';

/** A message about the person's own case: the policy cannot answer it, and it must not be stored. */
const OWN_CASE =
  /\b(mi|mis|my) (caso|casos|reporte|reportes|denuncia|queja|case|cases|report|reports)\b|\b(caso|reporte|denuncia|queja) contra\b/;
/** What may tell of people or of oneself is kept without its words. */
const PRIVATE: readonly Intent[] = [
  'tell',
  'report',
  'cases.mine',
  'confidentiality',
  'privacy',
  'superior',
  'person',
  'recognise',
  'emergency',
  'distress',
];

export class Learning {
  constructor(
    private readonly parts: {
      questions: OpenQuestions;
      askedBack: AskedBack;
      /** Counts the month of this moment anew, soon. */
      recount: (now: Date) => void;
      background: Background;
      log: Logger;
    },
  ) {}

  /** Returns true when the question was stored, which the answer says. */
  async unanswered(turn: Turn, nearestId = ''): Promise<boolean> {
    if (!maySeeWords(turn)) return false;
    const { text, activityId, now } = turn;
    return this.#keep(now, () => this.parts.questions.save({ text, nearestId, activityId, at: now }));
  }

  /** Behind the answer, like what is chosen. */
  askedBack(turn: Turn): void {
    const { text, activityId, now, understood } = turn;
    const words = maySeeWords(turn) ? text : '';
    const asked = { text: words, offered: understood?.alternatives ?? [], activityId, at: now };
    this.#behind(now, () => this.parts.askedBack.save(asked));
  }

  /** @param questionId the activity of the text that was asked back. */
  chosen(questionId: string, chosen: Purpose, now: Date): void {
    this.#behind(now, () => this.parts.askedBack.choose(questionId, chosen, now));
  }

  #behind(now: Date, write: () => Promise<void>): void {
    this.parts.background.run('learning', async () => void (await this.#keep(now, write)));
  }

  async #keep(now: Date, write: () => Promise<void>): Promise<boolean> {
    try {
      await write();
      this.parts.recount(now);
      return true;
    } catch (error) {
      this.parts.log.warn({ err: error }, 'nothing kept to learn from');
      return false;
    }
  }
}

function maySeeWords({ text, understood }: Turn): boolean {
  const isPrivate = understood?.alternatives.some((intent) => PRIVATE.includes(intent)) ?? true;
  return !isPrivate && !OWN_CASE.test(fold(text));
}
