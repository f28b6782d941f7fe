/** What the settings say, in words, for the articles. */
import type { FeatureSettings } from '../../../feature.js';
import type { FigureWords } from '../../../platform/policy/placeholders.js';
import type { Language } from '../../../platform/text/catalogue.js';
import { inWords } from '../../../platform/text/period.js';
import { textIn } from '../text/catalogue.js';

export type ArticleSettings = Pick<FeatureSettings, 'deadlines' | 'confirmLevelHours' | 'privacy'>;

const REOPEN_DAYS = 15;
const VOICE_DAYS = 5;

export function articleFigures(
  { deadlines: { high, medium, low }, confirmLevelHours, privacy: { retention } }: ArticleSettings,
  language: Language,
): FigureWords {
  const { clockHours, businessHours, businessDays, hours, undo, files, megabytes, receivers } =
    textIn(language).answers.figures;
  return {
    'accept.high': clockHours(high.acceptHours),
    'accept.medium': businessHours(medium.acceptHours),
    'accept.low': businessHours(low.acceptHours),
    'close.high': businessDays(high.closeDays),
    'close.medium': businessDays(medium.closeDays),
    'close.low': businessDays(low.closeDays),
    confirm: businessHours(confirmLevelHours),
    reopen: businessDays(REOPEN_DAYS),
    voice: businessDays(VOICE_DAYS),
    'kept.cases': inWords(retention.cases, language),
    'kept.drafts': inWords(retention.drafts, language),
    hours,
    undo,
    files,
    megabytes,
    receivers,
  };
}
