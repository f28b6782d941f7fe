/** The handlers of the effects of recognitions: what the dispatcher sends or does for each. */
import type { FeatureContext } from '../../../feature.js';
import type { EffectHandler } from '../../../platform/delivery/carrier.js';
import { NoticeEffects, type RenderNotice } from '../../../platform/delivery/notice-effects.js';
import { findActive } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import type { RecognitionCards } from '../cards/recognition-cards.js';
import { EFFECTS } from '../domain/effects.js';
import { isTold, undoableUntil } from '../domain/recognition.js';
import type { RecognitionLists } from '../store/lists.js';
import type { Sendings } from '../store/sendings.js';
import { noticeOf } from './notice-of.js';
import type { Places } from './places.js';
import { keepPosted } from './posts.js';
import { monthsCountedWith, RECOGNITION_FIGURES } from './recognition-figures.js';

export interface RecognitionEffectParts
  extends Pick<FeatureContext, 'directory' | 'notices' | 'tables' | 'channel' | 'figures' | 'clock' | 'log'> {
  sendings: Sendings;
  lists: RecognitionLists;
  cards: RecognitionCards;
  places: Places;
}

export function recognitionEffects(parts: RecognitionEffectParts): Record<string, EffectHandler> {
  const effects = new NoticeEffects(parts.notices, parts.tables, 'Recognitions');
  return {
    [EFFECTS.card]: effects.card(renderCard(parts)),
    [EFFECTS.post]: keepPosted(parts),
    [EFFECTS.index]: keepListed(parts),
  };
}

function renderCard({ sendings, directory, cards, places }: RecognitionEffectParts): RenderNotice {
  return async ({ partitionKey, target }, language, hasCard) => {
    const stored = await sendings.load(partitionKey);
    const reader = await findActive(directory, target);
    const notice = stored && reader && noticeOf(stored, reader);
    if (!notice) return undefined;
    const { summary } = textIn(language).recognitions;
    switch (notice.kind) {
      case 'own': {
        const { recognition } = notice;
        const isAsked = recognition.isPublic && recognition.state === 'sent';
        const offered = isAsked ? await places.of(target) : [];
        const card = await cards.own({ ...notice, places: offered }, language);
        return { card, summary: summary.own };
      }
      case 'copy':
        return { card: await cards.copy(notice.team, language), summary: summary.copy };
      case 'gone':
        return hasCard ? { card: cards.gone(language) } : undefined;
      case 'receipt':
        return hasCard
          ? { card: await cards.receipt(stored.sending, notice.recognitions, language) }
          : undefined;
    }
  };
}

/** Brings the lists in line with the sending. What waits for its two minutes stands in the sender's list alone. */
function keepListed({ sendings, lists, figures, clock }: RecognitionEffectParts): EffectHandler {
  return async ({ partitionKey }) => {
    const stored = await sendings.load(partitionKey);
    if (!stored) return [];
    const until = undoableUntil(stored.sending);
    const isOver = until === undefined || clock() >= until;
    await Promise.all(
      stored.recognitions.map((one) => {
        const isKept = isTold(one);
        // Taking out what stands nowhere yet could undo, late, what an instance with another clock has put in.
        return lists.project(one, { given: isKept, got: isKept && !isOver ? undefined : isKept });
      }),
    );
    if (isOver) await figures.touch(RECOGNITION_FIGURES, monthsCountedWith(stored.sending, clock()));
    return [];
  };
}
