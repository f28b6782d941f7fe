import { sortableMoment } from '../../../platform/calendar/days.js';
import type { Sheet } from '../../../platform/sheets/sheet.js';
import type { Shortlisted } from '../store/shortlist.js';
import { type Language, textIn } from '../text/catalogue.js';
import { type ScriptView, scriptOf } from './event-script.js';
import { attributeWords, sourceWords } from './event-words.js';
import type { WordParts } from './recognition-words.js';

export interface EventSheetRow extends ScriptView {
  entry: Shortlisted | undefined;
}

/** A row for each candidate, in the order of the card, with the text to be read. */
export async function eventSheet(
  parts: WordParts,
  rows: readonly EventSheetRow[],
  language: Language,
): Promise<Sheet> {
  const { sheet } = textIn(language).recognitionEvent;
  const cells = rows.map(async (row) => {
    const { candidate, entry } = row;
    return [
      candidate.name,
      candidate.area,
      String(candidate.colleagues),
      String(candidate.areas),
      String(candidate.users),
      String(candidate.total),
      attributeWords(parts, candidate),
      sourceWords(candidate, language),
      entry ? sortableMoment(new Date(entry.addedAt)).slice(0, -3) : '',
      entry ? await parts.names.of(entry.addedBy) : '',
      (await scriptOf(parts, row, language)).join('\n'),
    ];
  });
  const { name, area, colleagues, areas, users, total, attributes, sources, listedAt, listedBy, script } =
    sheet.head;
  return {
    title: sheet.title,
    head: [name, area, colleagues, areas, users, total, attributes, sources, listedAt, listedBy, script],
    rows: await Promise.all(cells),
  };
}
