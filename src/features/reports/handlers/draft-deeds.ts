/** Carries out short orders about the review: put words right, take them back, say who is not involved. */
import { bogotaDay } from '../../../platform/calendar/days.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { namedDay } from '../../../platform/text/dates.js';
import { pastDayIn } from '../../../platform/understanding/past-day.js';
import type { Reply, Turn } from '../../../turn.js';
import { correctionIn, putRight } from '../domain/corrections.js';
import { type Draft, rewritten, undone } from '../domain/draft.js';
import type { Deed } from '../domain/draft-words.js';
import type { Assessor } from '../service/assessor.js';
import type { DraftReview } from './draft-review.js';
import { MAX_KEPT } from './report-inputs.js';
import type { ReportReplies } from './report-replies.js';

export interface DraftDeedParts {
  review: DraftReview;
  assessor: Assessor;
  replies: Pick<ReportReplies, 'isCleared'>;
  cancel: (turn: Turn) => Promise<Reply>;
}

export class DraftDeeds {
  constructor(private readonly parts: DraftDeedParts) {}

  /** Undefined when it turns out to be a part of the story. */
  async carryOut(turn: Turn, draft: Draft, deed: Deed): Promise<Reply | undefined> {
    const { review, cancel } = this.parts;
    const text = textIn(turn.language).cases.goingOn;
    switch (deed) {
      case 'drop':
        return cancel(turn);
      case 'undo':
        if (!draft.before) return review.again(turn, draft, text.nothingToUndo);
        return review.change(turn, draft, undone, text.undone);
      case 'shorten':
        return this.#shorten(turn, draft);
      case 'unclear':
        return review.again(turn, draft, text.notRemoved);
      case 'lower':
        return this.#lower(turn, draft);
      case 'clear':
        return this.#clear(turn, draft);
      case 'replace':
        return this.#putRight(turn, draft);
    }
  }

  /** Without the last piece; whether to delete the only one is asked. */
  #shorten(turn: Turn, draft: Draft): Promise<Reply> {
    const at = draft.narrative.lastIndexOf('\n');
    if (at < 0) return this.parts.cancel(turn);
    const { removed } = textIn(turn.language).cases.goingOn;
    const change = (kept: Draft) =>
      rewritten(kept, kept.narrative.slice(0, kept.narrative.lastIndexOf('\n')));
    return this.parts.review.change(turn, draft, change, removed(draft.narrative.slice(at).trim()));
  }

  /** Takes back a level that the reporter raised; the one that the story has stays until somebody confirms another. */
  #lower(turn: Turn, draft: Draft): Promise<Reply> {
    const { review, assessor } = this.parts;
    const text = textIn(turn.language).cases.goingOn;
    if (draft.chosen?.level === undefined) {
      const isLowest = assessor.assess(draft).assessment.level === 'low';
      return review.again(turn, draft, isLowest ? text.isLowest : text.notLowered);
    }
    const change = (kept: Draft): Draft => ({
      ...kept,
      chosen: kept.chosen && { ...kept.chosen, level: undefined },
    });
    return review.change(turn, draft, change);
  }

  async #clear(turn: Turn, draft: Draft): Promise<Reply | undefined> {
    const { review, assessor, replies } = this.parts;
    const confirmed = draft.chosen ?? { safety: {} };
    const reporting = { draft, assessed: assessor.assess(draft), confirmed };
    if (!(await replies.isCleared(turn, reporting))) return undefined;
    const change = (kept: Draft): Draft => ({
      ...kept,
      chosen: { ...kept.chosen, safety: kept.chosen?.safety ?? {}, superiorInvolved: false },
    });
    return review.change(turn, draft, change, textIn(turn.language).cases.goingOn.cleared);
  }

  #putRight(turn: Turn, draft: Draft): Promise<Reply> {
    const text = textIn(turn.language).cases.goingOn;
    const correction = correctionIn(turn.text);
    const right = correction && putRight(draft.narrative, correction);
    const today = bogotaDay(turn.now);
    const day = pastDayIn(turn.text, today);
    const said = [
      right ? text.replaced(right.wrong, right.right) : text.notReplaced(correction?.wrong ?? turn.text),
      ...(day ? [text.changedDay(namedDay(day, today, turn.language))] : []),
    ].join(' ');
    const change = (kept: Draft): Draft => {
      const put = correction && putRight(kept.narrative, correction);
      const appended = `${kept.narrative}\n${turn.text.trim()}`.slice(0, MAX_KEPT);
      return { ...rewritten(kept, put?.narrative ?? appended), occurredOn: day ?? kept.occurredOn };
    };
    return this.parts.review.change(turn, draft, change, said);
  }
}
