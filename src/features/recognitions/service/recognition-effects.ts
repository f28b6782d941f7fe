/** The handlers of the effects of recognitions: what the dispatcher sends or does for each. */
import type { FeatureContext } from '../../../feature.js';
import type { EffectHandler } from '../../../platform/delivery/carrier.js';
import { NoticeEffects, type RenderNotice } from '../../../platform/delivery/notice-effects.js';
import { findActive } from '../../../platform/people/person.js';
import type { RecognitionCards } from '../cards/recognition-cards.js';
import { EFFECTS } from '../domain/effects.js';
import { isTold } from '../domain/recognition.js';
import type { RecognitionLists } from '../store/lists.js';
import type { Sendings } from '../store/sendings.js';
import { textIn } from '../text/catalogue.js';
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
    [EFFECTS.given]: listGiven(parts),
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

/** What waits for its two minutes stands in the list of its sender; the others are left as they are. */
function listGiven({ sendings, lists }: RecognitionEffectParts): EffectHandler {
  return async ({ partitionKey }) => {
    const { recognitions = [] } = (await sendings.load(partitionKey)) ?? {};
    await Promise.all(recognitions.map((one) => lists.project(one, { given: isTold(one) })));
    return [];
  };
}

/** Brings all lists in line with the sending. Its row says when: the clock of this instance may be behind. */
function keepListed({ sendings, lists, figures, clock }: RecognitionEffectParts): EffectHandler {
  return async ({ partitionKey }) => {
    const stored = await sendings.load(partitionKey);
    if (!stored) return [];
    await Promise.all(
      stored.recognitions.map((one) => lists.project(one, { given: isTold(one), got: isTold(one) })),
    );
    await figures.touch(RECOGNITION_FIGURES, monthsCountedWith(stored.sending, clock()));
    return [];
  };
}
