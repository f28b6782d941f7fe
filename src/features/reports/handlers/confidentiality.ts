import type { FeatureSettings } from '../../../feature.js';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { type Handler, show } from '../../../turn.js';

/** Says who will know of a report, without promising more than is true. The card links to a new report. */
export function tellOfConfidentiality(
  renderer: Renderer,
  { protectedRoute: isOn }: Pick<FeatureSettings, 'protectedRoute'>,
): Handler {
  return async ({ language }) => {
    const { title, paragraphs, protectedRoute, limits, report } = textIn(language).cases.confidentiality;
    const told = [...paragraphs, ...(isOn ? [protectedRoute] : []), limits];
    const links = [{ title: report, verb: 'report.start', id: '' }];
    return show(noticeCard(renderer, { title, body: told.join('\n\n'), links }, language), title);
  };
}
