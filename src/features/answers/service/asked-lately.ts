/** Which sections of the policy are asked for: the most and the latest first. Nothing about who asks. */
import type { FeedbackStore } from '../store/feedback-store.js';

const DAY_MS = 86_400_000;
/** After this time, being asked for counts half. */
const HALF_LIFE_MS = 7 * DAY_MS;
/** Opinions that are older count almost nothing. */
const LOOKS_BACK_MS = 30 * DAY_MS;

/**
 * Counts in memory: this instance's answers since it started, and the opinions of the last 30 days, by which people have
 * said what they asked. Costs no request on the way of an answer.
 */
export class AskedLately {
  /** By section: its score, as of the moment beside it. */
  readonly #scores = new Map<string, { score: number; at: number }>();

  constructor(private readonly feedback: Pick<FeedbackStore, 'since'>) {}

  note(sectionId: string, now: Date): void {
    this.#scores.set(sectionId, { score: this.#scoreOf(sectionId, now.getTime()) + 1, at: now.getTime() });
  }

  /** Adds what was asked before this process started. */
  async recall(now: Date): Promise<void> {
    const opinions = await this.feedback.since(new Date(now.getTime() - LOOKS_BACK_MS), now);
    for (const { sectionId, at } of opinions) {
      const score = this.#scoreOf(sectionId, now.getTime()) + faded(now.getTime() - Date.parse(at));
      this.#scores.set(sectionId, { score, at: now.getTime() });
    }
  }

  /** Those that are asked for the most and the latest come first; the others keep their order. */
  sorted<S extends { id: string }>(sections: readonly S[], now: Date): S[] {
    const scored = sections.map((section) => ({ section, score: this.#scoreOf(section.id, now.getTime()) }));
    return scored.sort((one, other) => other.score - one.score).map(({ section }) => section);
  }

  #scoreOf(sectionId: string, now: number): number {
    const known = this.#scores.get(sectionId);
    return known ? known.score * faded(now - known.at) : 0;
  }
}

const faded = (ageMs: number) => 0.5 ** (Math.max(0, ageMs) / HALF_LIFE_MS);
