/** What a leader was given from other channels, on one card. */
import { z } from 'zod';
import { id, plain, style, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { DigestLine } from '../store/digests.js';
import { type Language, textIn } from '../text/catalogue.js';

export const digestTemplate = defineTemplate(
  'sources/source-digest',
  z.object({
    heading: plain,
    note: plain,
    cases: z.array(z.object({ id, number: plain, level: plain, levelStyle: style, words: written })),
    more: plain,
  }),
  { isConfidential: true, textIn },
);

/** More is not read on a phone; the rest is in the inbox. */
const MOST_CASES = 10;
const STYLES = { low: 'good', medium: 'warning', high: 'attention' } as const;

export function digestCard(renderer: Renderer, lines: readonly DigestLine[], language: Language): Card {
  const { sources, cases: caseText } = textIn(language);
  const left = lines.length - MOST_CASES;
  const data = {
    heading: sources.digest.title(lines.length),
    note: sources.digest.note,
    cases: lines.slice(0, MOST_CASES).map(({ caseId, number, level, channel, words }) => ({
      id: caseId,
      number: `${caseText.source[channel]} · ${number}`,
      level: caseText.levelTitle[level],
      levelStyle: STYLES[level],
      words,
    })),
    more: left > 0 ? sources.digest.more(left) : '',
  };
  return renderer.render(digestTemplate, data, language);
}
