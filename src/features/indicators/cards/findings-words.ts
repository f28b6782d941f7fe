/** The findings of a period in sentences. */
import { periodBefore } from '../../../platform/figures/period.js';
import type { FiguresView } from '../../../platform/figures/view.js';
import { dayOfMonth } from '../../../platform/text/dates.js';
import { type Before, type Finding, findingsOf } from '../domain/findings.js';
import { type Language, textIn } from '../text/catalogue.js';
import { periodInFront, periodName } from './period-names.js';

/** The figures of another period, which was asked for. */
export type Comparison = Pick<FiguresView, 'period' | 'now' | 'through' | 'isRunning'>;

interface Words {
  titleOf: (sectionId: string) => string;
  now: Date;
  language: Language;
}

interface Compared extends Before {
  period: FiguresView['period'];
  through: string;
}

export function findingWords(view: FiguresView, comparison: Comparison | undefined, words: Words): string[] {
  const before = comparedTo(view, comparison);
  const found = findingsOf(view.now, before);
  return found.map((finding) => sentence(finding, { view, before, ...words }));
}

/**
 * With what the number of reports is compared. Nothing, where the one before has none and there were none earlier
 * either: nobody counted then.
 */
function comparedTo(view: FiguresView, comparison: Comparison | undefined): Compared | undefined {
  const isBefore = comparison?.period.from === periodBefore(view.period).from;
  if (comparison && !isBefore) {
    const count = comparison.now.count('cases.reported');
    if (typeof count !== 'number') return undefined;
    const basis = view.isRunning ? 'more-days' : 'whole';
    return { count, basis, period: comparison.period, through: comparison.through };
  }
  const { period, shown, isSameDays, through } = view.before;
  const count = shown.count('cases.reported');
  const hasEarlier = view.months.some(
    (one) => one.month < view.period.from && one.shown.count('cases.reported') !== 0,
  );
  if (typeof count !== 'number' || (count === 0 && !hasEarlier)) return undefined;
  return { count, basis: isSameDays ? 'same-days' : 'whole', period, through };
}

function sentence(
  finding: Finding,
  { view, before, titleOf, now, language }: Words & { view: FiguresView; before?: Compared | undefined },
): string {
  const text = textIn(language).indicators;
  switch (finding.kind) {
    case 'reported':
      return text.finding.reported(
        periodInFront(view.period, now, language),
        finding.count,
        before && {
          count: before.count,
          basis: before.basis,
          period: periodName(before.period, now, language),
          through:
            before.period.span === 'month' && language === 'es'
              ? `día ${Number(before.through.slice(8))}`
              : dayOfMonth(before.through, language),
        },
      );
    case 'high':
      return text.finding.high(finding.inTime, finding.late, finding.open, finding.other);
    case 'accepted':
    case 'closed':
      return text.finding[finding.kind](finding.inTime, finding.late);
    case 'lapsed':
    case 'reopened':
      return text.finding[finding.kind](finding.count);
    case 'attribute':
      return text.finding.attribute(finding.values.map(titleOf), finding.count);
  }
}
