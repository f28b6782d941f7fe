/** What the bot says about figures. */

import { ended, figure } from '../../../platform/text/en/grammar.js';
import type { Texts } from './es.js';

const QUARTERS = ['first', 'second', 'third', 'fourth'];

const many = (count: number, one: string, more: string) =>
  `${figure.format(count)} ${count === 1 ? one : more}`;

const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

type Compared = NonNullable<Parameters<Texts['indicators']['finding']['reported']>[2]>;

function difference(count: number, { count: before, basis, period, through }: Compared): string {
  if (basis === 'more-days')
    return `; ${period} had ${before === 0 ? 'none' : `${figure.format(before)} in all`}`;
  const than = `${period}${basis === 'same-days' ? ` (up to ${through})` : ''}`;
  if (before === 0) return count === 0 ? `, as in ${than}` : `; there were none in ${than}`;
  if (count === 0) return `; there ${before === 1 ? 'was 1' : `were ${figure.format(before)}`} in ${than}`;
  if (count === before) return `, as many as in ${than}`;
  const by = figure.format(Math.abs(count - before));
  return `, ${by} ${count > before ? 'more' : 'fewer'} than in ${than}`;
}

function became(counts: readonly (readonly [number, string])[]): string {
  const parts = counts.filter(([count]) => count > 0);
  const [count, words] = parts[0] ?? [0, ''];
  if (parts.length > 1) return `: ${listed(parts.map(([n, what]) => `${figure.format(n)} ${what}`))}`;
  if (count === 0) return '';
  if (count === 1) return `, ${words}`;
  return `, ${count === 2 ? 'both' : 'all'} ${words}`;
}

const indicators: Texts['indicators'] = {
  onlyFor:
    'Figures are for those who lead a team and for the humanization team. Your own you can see: «my cases» says how what you reported is going, «my commitments» what you agreed to, and «my attendance» your trainings.',
  ofPeriod: (name) => `Figures of ${name}`,
  scope: { all: 'The whole organisation', line: 'Your team', area: (name) => `Area: ${name || 'none'}` },
  period: {
    this: { month: 'This month', quarter: 'This quarter', year: 'This year' },
    quarter: (nth, year) => `the ${QUARTERS[nth - 1]} quarter${year && ` of ${year}`}`,
    month: (name, year) => `${name}${year && ` ${year}`}`,
    running: (from, through) => `From ${from} to ${through}, still running`,
    whole: (from, through) => `From ${from} to ${through}`,
  },
  finding: {
    reported: (period, count, compared) =>
      ended(
        `${period}: ${count === 0 ? 'no cases' : many(count, 'case', 'cases')}${compared ? difference(count, compared) : ''}`,
      ),
    high: (inTime, late, open, other) =>
      ended(
        `${figure.format(inTime + late + open + other)} high${became([
          [inTime, 'accepted in time'],
          [late, 'past the deadline'],
          [open, 'not accepted yet'],
          [other, 'not accepted or withdrawn'],
        ])}`,
      ),
    accepted: (inTime, late) =>
      ended(
        `${many(inTime + late, 'case was', 'cases were')} accepted${became([
          [inTime, 'in time'],
          [late, 'late'],
        ])}`,
      ),
    closed: (inTime, late) =>
      ended(
        `${many(inTime + late, 'case was', 'cases were')} closed${became([
          [inTime, 'in time'],
          [late, 'late'],
        ])}`,
      ),
    lapsed: (count) => `${many(count, 'commitment', 'commitments')} ran out of time.`,
    reopened: (count) => `${many(count, 'case was', 'cases were')} reopened.`,
    attribute: (titles, count) =>
      ended(
        `Named most: ${listed(titles)} (${many(count, 'case', 'cases')}${titles.length > 1 ? ' each' : ''})`,
      ),
  },
  note: {
    nearest: 'Figures are kept by month, quarter and year: this comes closest to what you asked for.',
    own: 'These are those of your team. Those of other areas and of the whole organisation are for the humanization team.',
  },
  nothing: 'There is nothing to count in this period yet.',
  chart: {
    point: (label, count) => `${label}: ${figure.format(count)}`,
    rest: (count) => `and ${figure.format(count)} more`,
  },
  level: { low: 'Low', medium: 'Medium', high: 'High', waiting: 'To be confirmed' },
  number: (count) => figure.format(count),
  hidden: 'not shown (few cases)',
  more: {
    accepted: 'Accepted',
    closed: 'Closed',
    half: (time) => `half of them in ${time} or less`,
    inTime: (count, of) =>
      count === of ? 'in time' : `${figure.format(count)} of ${figure.format(of)} in time`,
    commitments: 'Commitments',
    commitmentCounts: (made, kept, late) =>
      `${figure.format(made)} made, ${figure.format(kept)} kept, ${figure.format(late)} late`,
    satisfied: 'Satisfied with the closing',
    of: (count, of) => `${figure.format(count)} of ${figure.format(of)}`,
    trained: 'People trained',
    recognitions: 'Recognitions',
    recognitionCounts: (given, people, areas) =>
      `${figure.format(given)}, to ${many(people, 'person', 'people')} of ${many(areas, 'area', 'areas')}`,
    practice: 'Practice of the day',
    practiceCounts: (sent, done) => `${figure.format(sent)} sent, ${figure.format(done)} ticked as done`,
    protectedRoute: 'Protected route',
    protectedCounts: (cases, retaliation) => `cases: ${cases}; retaliation: ${retaliation}`,
  },
  duration: {
    minutes: (count) => many(count, 'minute', 'minutes'),
    hours: (count) => many(count, 'hour', 'hours'),
    days: (count) => many(count, 'day', 'days'),
  },
  composite: 'Humanización indicator',
  outOf: (missing) => `of 100${missing.length > 0 ? `; not counting: ${missing.join(', ')}` : ''}`,
  component: {
    'accepted-in-time': 'Accepted in time',
    'closed-in-time': 'Closed in time',
    'commitments-in-time': 'Commitments kept in time',
    satisfied: 'Satisfied with the closing',
    trained: 'People trained',
    'useful-answers': 'Answers found useful',
  },
  page: {
    title: 'Indicators',
    theme: 'Theme',
    span: 'See by',
    spans: { month: 'Month', quarter: 'Quarter', year: 'Year' },
    month: 'Which (or one of its months)',
    scope: 'Of whom',
    byMonth: (name) => `${name}, month by month`,
    by: (name, by, period) => `${name} by ${by}, ${period}`,
    times: {
      'cases.accepted': 'Hours from the report to the acceptance',
      'cases.closed': 'Hours from the acceptance to the closing',
    },
    half: 'half of them',
    most: 'nine in ten',
    largest: (shown, all) =>
      `The largest ${shown === 1 ? '' : `${figure.format(shown)} `}of ${figure.format(all)}; the table below has all of them.`,
    notAll: 'Those that are not shown because they are few cases are missing.',
  },
  monthly: {
    start: 'Get them each month',
    stop: 'Stop getting them each month',
    on: 'Done: on the first business day of each month, at 8:00, the figures of the month before come to you here.',
    off: 'Done: they no longer come each month. Whenever you want to see them, write “indicators”.',
    summary: (month) => `The figures of ${month}`,
  },
  export: { file: 'Excel, a sheet for each theme' },
  sheet: {
    summary: 'Summary',
    months: 'Month by month',
    hiddenMeaning:
      'Where it says “not shown (few cases)” the number is small, or would give a small one away, and could point at somebody. An empty cell is a number that is not kept for that time.',
    columns: ['Figure', 'By', 'Value'],
    sameDays: (name) => `${name}, the same days`,
    time: 'time in hours',
    median: 'half in no more than',
    p90: 'nine in ten in no more than',
    themes: {
      cases: 'Cases',
      commitments: 'Commitments',
      voice: 'Voice of the reporters',
      trainings: 'Trainings',
      answers: 'Questions',
      recognitions: 'Recognitions',
      practice: 'Practices',
    },
    figures: {
      'cases.reported': 'Cases reported',
      'cases.first-step': 'First decision on those reported',
      'cases.accepted': 'Cases accepted',
      'cases.closed': 'Cases closed',
      'cases.climbed': 'Cases that went up the line',
      'cases.lapsed': 'Deadlines missed',
      'cases.rejected': 'Cases not accepted',
      'cases.contested': 'Cases in which the reporter did not agree',
      'cases.reopened': 'Cases reopened',
      'cases.withdrawn': 'Reports withdrawn',
      'cases.lowered': 'Levels lowered',
      'cases.protected': 'Cases of the protected route',
      'commitments.made': 'Commitments made',
      'commitments.kept': 'Commitments kept',
      'commitments.late': 'Commitments late',
      'voice.answered': 'Answers after the closing',
      'voice.retaliation': 'Retaliation told after the closing',
      'trainings.sessions': 'Trainings held',
      'trainings.attended': 'Attendances',
      'trainings.trained': 'People trained',
      'trainings.people': 'People of the organisation',
      'answers.useful': 'Answers that helped',
      'answers.not-useful': 'Answers that did not help',
      'answers.unanswered': 'Questions without an answer in the policy',
      'answers.asked-back': 'Messages that the bot asked back about',
      'recognitions.given': 'Recognitions given',
      'recognitions.people': 'People recognised',
      'practice.sent': 'Practices sent',
      'practice.done': 'Practices ticked as done',
    },
    dimensions: {
      level: 'level',
      low: 'low impact',
      medium: 'medium impact',
      high: 'high impact',
      waiting: 'level to be confirmed',
      axis: 'axis',
      attribute: 'attribute',
      effort: 'effort',
      source: 'source',
      topic: 'topic',
      service: 'service',
      site: 'site',
      stage: 'stage',
      area: 'area',
      timeliness: 'in time',
      outcome: 'how it was closed',
      kind: 'kind',
      satisfied: 'satisfied',
      section: 'section of the policy',
      chosen: 'what was chosen',
    },
  },
};

/** The texts of its templates. */
const cards: Texts['cards'] = {
  indicators: {
    months: 'Cases by month',
    levels: 'By impact level',
    attributes: 'Named most',
    axis: 'Cases',
    all: 'See everything',
    other: 'Another period',
    span: 'Show by',
    month: 'Month',
    quarter: 'Quarter',
    year: 'Year',
    from: 'Which one (of a quarter or a year, one of its months)',
    of: 'Of whom',
    view: 'Show',
    export: 'Export',
    more: 'More',
  },
};

/** What the help says; the quotation marks are around the words to write. */
const help: Texts['help'] = {
  leader: { words: '“indicators”', meaning: 'the figures of your people, by month' },
  team: { words: '“indicators”', meaning: 'the figures of the whole organisation, by month' },
};

export const en: Texts = { help, indicators, cards };
