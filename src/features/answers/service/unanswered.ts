/** Stores unanswered questions for the humanization team. */
import type { Logger } from '../../../platform/log.js';
import type { Section } from '../../../platform/policy/policy.js';
import { fold } from '../../../platform/text/fold.js';
import type { Turn } from '../../../turn.js';
import type { OpenQuestions } from '../store/open-questions.js';

/** A message about the person's own case: the policy cannot answer it, and it must not be stored. */
const OWN_CASE =
  /\b(mi|mis|my) (caso|casos|reporte|reportes|denuncia|queja|case|cases|report|reports)\b|\b(caso|reporte|denuncia|queja) contra\b/;

export class UnansweredQuestions {
  constructor(
    private readonly store: OpenQuestions,
    private readonly log: Logger,
  ) {}

  /** Returns true when the question was stored. */
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
