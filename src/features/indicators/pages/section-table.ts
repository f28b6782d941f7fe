/** All figures of a theme as a table, as the workbook has them. */
import type { TabCell, TabTable } from '../../../platform/pages/tab/content.js';
import type { Cell } from '../../../platform/sheets/sheet.js';
import { themeSheet } from '../cards/figure-sheets.js';
import type { IndicatorsView } from '../cards/indicators-card.js';
import { type Language, textIn } from '../text/catalogue.js';

export function figureTable(
  theme: string,
  shown: IndicatorsView,
  { now, language }: { now: Date; language: Language },
): TabTable {
  const { sheet, nothing } = textIn(language).indicators;
  const { title, head, rows } = themeSheet(theme, shown, now, language);
  const words = sheet.columns.length;
  return {
    kind: 'table',
    id: 'cifras',
    title,
    columns: head.map((name, at) => ({ title: name, isNumber: at >= words })),
    rows: rows.map((cells) => ({
      cells: cells.map((cell, at) => (at < words ? { text: String(cell) } : amount(cell, language))),
    })),
    empty: nothing,
    note: sheet.hiddenMeaning,
  };
}

/** Unknown or hidden values sort below any number. */
function amount(cell: Cell, language: Language): TabCell {
  if (typeof cell === 'number') return { text: textIn(language).indicators.number(cell), sortBy: cell };
  return { text: cell === '' ? textIn(language).tab.chart.none : String(cell), sortBy: -1 };
}
