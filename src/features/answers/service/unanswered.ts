/** Keeps what the policy does not answer, for those who look after it. */
import type { Logger } from '../../../platform/log.js';
import type { Section } from '../../../platform/policy/policy.js';
import { fold } from '../../../platform/text/fold.js';
import type { Turn } from '../../../turn.js';
import type { OpenQuestions } from '../store/open-questions.js';

/** Speaks of somebody's own case: nothing that the policy could answer, nor that is to be kept. */
const OWN_CASE =
  /\b(mi|mis|my) (caso|casos|reporte|reportes|denuncia|queja|case|cases|report|reports)\b|\b(caso|reporte|denuncia|queja) contra\b/;

export class UnansweredQuestions {
  constructor(
    private readonly store: OpenQuestions,
    private readonly log: Logger,
  ) {}

  /** Tells whether the question was kept. */
  async keep({ text, activityId, now }: Turn, nearest: Section | undefined): Promise<boolean> {
    if (OWN_CASE.test(fold(text))) return false;
    try {
      await this.store.save({ text, nearestId: nearest?.id ?? '', activityId, at: now });
      return true;
    } catch (error) {
      this.log.warn({ err: error }, 'question not kept');
      return false;
    }
  }
}
