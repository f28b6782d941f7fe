/** What is told to whoever asks, before reporting, who will know of it: no more than holds. */
import type { Renderer } from '../../../platform/cards/renderer.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { type Handler, show } from '../../../turn.js';

/** Answers with a card from which one can go on to report. */
export function tellOfConfidentiality(renderer: Renderer): Handler {
  return async ({ language }) => {
    const { title, paragraphs, report } = textIn(language).cases.confidentiality;
    const links = [{ title: report, verb: 'report.start' as const, id: '' }];
    return show(renderer.render('notice', { title, body: paragraphs.join('\n\n'), links }, language), title);
  };
}
