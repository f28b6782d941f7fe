import type { Renderer } from '../../../platform/cards/renderer.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { type Handler, show } from '../../../turn.js';

/** Says who will know of a report, without promising more than is true. The card links to a new report. */
export function tellOfConfidentiality(renderer: Renderer): Handler {
  return async ({ language }) => {
    const { title, paragraphs, report } = textIn(language).cases.confidentiality;
    const links = [{ title: report, verb: 'report.start', id: '' }];
    return show(noticeCard(renderer, { title, body: paragraphs.join('\n\n'), links }, language), title);
  };
}
