/** The three sentences that matter first, as facts. Pure. The rules are in docs/indicators.md. */
import type { Shown } from '../../../platform/figures/shown.js';

/**
 * What the number of reports is compared with: a whole period (`whole`), the same days of it (`same-days`), or a whole
 * one while the shown one still runs, whose difference says nothing (`more-days`).
 */
export interface Before {
  count: number;
  basis: 'whole' | 'same-days' | 'more-days';
}

export type Finding =
  | { kind: 'reported'; count: number; before?: Before }
  | { kind: 'high'; inTime: number; late: number; open: number; other: number }
  | { kind: 'accepted' | 'closed'; inTime: number; late: number }
  | { kind: 'lapsed' | 'reopened'; count: number }
  | { kind: 'attribute'; values: string[]; count: number };

export const MOST_FINDINGS = 3;
/** More attributes at the top say no more than "several". */
const MOST_AT_TOP = 2;
/** One or two cases make no pattern. */
const PATTERN_FROM = 3;

type Figures = Pick<Shown, 'count' | 'by'>;

/**
 * How many were reported, always. Then, as far as there is anything to say and in this order: the high ones; what is
 * late or came back (commitments, acceptances and closings after their deadline, reopened cases); the attribute that
 * most cases touch; what went in time.
 */
export function findingsOf(shown: Figures, before?: Before): Finding[] {
  const count = numberOf(shown.count('cases.reported'));
  const accepted = timely(shown, 'accepted');
  const closed = timely(shown, 'closed');
  const candidates: (Finding | undefined)[] = [
    { kind: 'reported', count, ...(before && { before }) },
    high(shown),
    counted(shown, 'lapsed', 'commitments.late'),
    accepted && accepted.late > 0 ? accepted : undefined,
    closed && closed.late > 0 ? closed : undefined,
    counted(shown, 'reopened', 'cases.reopened'),
    attribute(shown),
    accepted?.late === 0 ? accepted : undefined,
    closed?.late === 0 ? closed : undefined,
  ];
  return candidates.filter((one) => one !== undefined).slice(0, MOST_FINDINGS);
}

function high(shown: Figures): Finding | undefined {
  const became = valuesOf(shown, 'cases.first-step', 'high');
  const [inTime, late, open, other] = ['in-time', 'late', 'open', 'other'].map((value) => became(value));
  const found = {
    kind: 'high' as const,
    inTime: inTime ?? 0,
    late: late ?? 0,
    open: open ?? 0,
    other: other ?? 0,
  };
  return found.inTime + found.late + found.open + found.other > 0 ? found : undefined;
}

function timely(shown: Figures, kind: 'accepted' | 'closed') {
  const of = valuesOf(shown, `cases.${kind}`, 'timeliness');
  const [inTime, late] = [of('in-time'), of('late')];
  return inTime + late > 0 ? { kind, inTime, late } : undefined;
}

function counted(shown: Figures, kind: 'lapsed' | 'reopened', figure: string): Finding | undefined {
  const count = numberOf(shown.count(figure));
  return count > 0 ? { kind, count } : undefined;
}

function attribute(shown: Figures): Finding | undefined {
  const counts = shown.by('cases.reported', 'attribute');
  const most = counts[0]?.count ?? 0;
  const values = counts.filter(({ count }) => count === most).map(({ value }) => value);
  return most >= PATTERN_FROM && values.length <= MOST_AT_TOP
    ? { kind: 'attribute', values, count: most }
    : undefined;
}

function valuesOf(shown: Figures, figure: string, dimension: string): (value: string) => number {
  const counts = new Map(shown.by(figure, dimension).map(({ value, count }) => [value, count]));
  return (value) => counts.get(value) ?? 0;
}

/** Hidden or unknown figures are left out. */
const numberOf = (count: ReturnType<Shown['count']>) => (typeof count === 'number' ? count : 0);
