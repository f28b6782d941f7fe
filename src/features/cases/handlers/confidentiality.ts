import type { Renderer } from '../../../platform/cards/renderer.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { type Handler, show } from '../../../turn.js';

/** Tells people who ask before reporting who will know of it, no more than holds; from there one can go on to report. */
export function tellOfConfidentiality(renderer: Renderer): Handler {
  return async ({ language }) => {
    const { title, paragraphs, report } = textIn(language).cases.confidentiality;
    const links = [{ title: report, verb: 'report.start', id: '' }];
    return show(noticeCard(renderer, { title, body: paragraphs.join('\n\n'), links }, language), title);
  };
}
