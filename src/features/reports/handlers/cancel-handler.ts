/** "Cancelar": leaves the report in hand, or shows how to take back what was just sent. */
import type { FeatureContext } from '../../../feature.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { type Reply, show, type Turn, type VerbRoute } from '../../../turn.js';
import type { CaseStore } from '../../cases/index.js';
import { leftOffer, REPORTS } from '../service/left-open.js';
import type { Stories } from '../service/stories.js';
import type { Drafts } from '../store/drafts.js';

/** What is older is no longer in hand. */
const IN_HAND_MS = 30 * 60_000;

export interface CancelParts extends Pick<FeatureContext, 'renderer' | 'things'> {
  drafts: Drafts;
  stories: Pick<Stories, 'setAside'>;
  store: CaseStore;
}

export class CancelHandler {
  constructor(private readonly parts: CancelParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'cancel', scope: 'personal', handle: (turn) => this.cancel(turn) }];
  }

  /** Deletes nothing by itself: a word too quickly written must cost nobody their report. */
  async cancel(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).cases.cancel;
    const [last] = await this.parts.drafts.touchedBy(turn.actor.id);
    const isInHand = last !== undefined && turn.now.getTime() - Date.parse(last.at) < IN_HAND_MS;
    if (isInHand && last.draft) {
      this.#setAside(turn, last.id);
      const links = [
        { title: text.resume, verb: 'report.start', id: last.id },
        { title: text.discard, verb: 'report.cancel', id: last.id },
      ];
      return this.#say(turn, { ...text.draft, links });
    }
    const subject = isInHand ? (await this.parts.store.load(last.id))?.subject : undefined;
    if (subject?.reporterId === turn.actor.id && subject.state === 'reported') {
      const links = [{ title: text.open, verb: 'case.view', id: subject.id }];
      return this.#say(turn, { ...text.sent(subject.number), links });
    }
    return this.#say(turn, { ...text.nothing, links: [{ title: text.menu, verb: 'menu', id: '' }] });
  }

  /** What is told from now on is another report, unless its writer goes on with this one. */
  #setAside({ actor, now }: Turn, draftId: string): void {
    const { things, stories } = this.parts;
    stories.setAside(actor.id, draftId, now);
    things.note(actor.id, [{ kind: 'draft', of: REPORTS, isOver: true }, leftOffer(draftId)], now);
  }

  #say(
    { language }: Turn,
    words: { title: string; body: string; links: { title: string; verb: string; id: string }[] },
  ): Reply {
    return show(noticeCard(this.parts.renderer, words, language), words.title);
  }
}
