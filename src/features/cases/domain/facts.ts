/** What of a case counts in the figures, and when: from its events alone. docs/indicators.md defines each figure. */
import { type Case, evolve } from './case.js';
import type { Commitment } from './commitment.js';
import { type CaseEvent, type EventBody, standing } from './event.js';

export interface CaseFact {
  /** ISO 8601, UTC. */
  at: string;
  /** By cell: a figure, or figure, dimension and value between slashes. */
  cells: Record<string, number>;
  /** Durations in minutes, by figure and level. */
  minutes?: Record<string, number[]>;
}

/** Returns the section above one that a report touches. */
export type AxisOf = (sectionId: string) => string | undefined;

/** How far a case is: since when the step in hand runs, and whether its deadline has passed. */
interface Progress {
  /** ISO 8601, UTC. */
  since: string;
  isMissed: boolean;
  hasAccepted: boolean;
  /** What became of the report. */
  outcome?: 'in-time' | 'late' | 'other' | undefined;
}

const MINUTE_MS = 60_000;

/** Events that count as they are. */
const COUNTED: Partial<Record<EventBody['type'], string>> = {
  climbed: 'cases.climbed',
  lapsed: 'cases.lapsed',
  rejected: 'cases.rejected',
  contested: 'cases.contested',
  reopened: 'cases.reopened',
  withdrawn: 'cases.withdrawn',
};

/** Nothing of what was taken back counts. Of a protected case, only that there is one. */
export function factsOf(events: readonly CaseEvent[], axisOf: AxisOf): CaseFact[] {
  const facts: CaseFact[] = [];
  let subject: Case | undefined;
  let progress: Progress = { since: '', isMissed: false, hasAccepted: false };
  for (const event of standing(events)) {
    const before: Case | undefined = subject;
    subject = evolve(before, event);
    if (before) facts.push(...ofEvent(before, event, progress));
    progress = progressed(progress, before, event);
  }
  if (!subject) return [];
  const { reportedAt: at, protectedBy, state } = subject;
  if (protectedBy) return [{ at, cells: { 'cases.protected': 1 } }];
  const outcome = progress.outcome ?? (state === 'reported' ? 'open' : 'other');
  const firstStep = { 'cases.first-step': 1, ...each(`cases.first-step/${levelOf(subject)}`, [outcome]) };
  const cells = { ...ofReport(subject, axisOf), ...firstStep };
  return [{ at, cells }, ...facts];
}

function progressed(progress: Progress, before: Case | undefined, { at, body }: CaseEvent): Progress {
  const first = (outcome: Progress['outcome']) => ({ outcome: progress.outcome ?? outcome });
  switch (body.type) {
    case 'reported':
      return { ...progress, since: at };
    case 'accepted':
      return { since: at, isMissed: false, hasAccepted: true, ...first(timelinessOf(progress, before, at)) };
    case 'reopened':
      return { ...progress, since: at, isMissed: false };
    case 'climbed':
    case 'lapsed':
      return { ...progress, isMissed: true, ...first('late') };
    case 'contested':
      return { ...progress, isMissed: false };
    case 'rejected':
    case 'withdrawn':
      return { ...progress, ...first('other') };
    default:
      return progress;
  }
}

/** A level counts once it is confirmed. */
const levelOf = ({ level, unconfirmed }: Case) => (unconfirmed ? 'waiting' : level);

function ofReport(subject: Case, axisOf: AxisOf): CaseFact['cells'] {
  const { report, area, cycle } = subject;
  const figure = 'cases.reported';
  const axes = report.touches.map((id) => axisOf(id) ?? '');
  return {
    [figure]: 1,
    ...each(`${figure}/level`, [levelOf(subject)]),
    ...each(`${figure}/axis`, axes),
    ...each(`${figure}/attribute`, report.touches),
    ...each(`${figure}/effort`, report.efforts),
    ...each(`${figure}/source`, [report.source]),
    ...each(`${figure}/topic`, [report.topic]),
    ...each(`${figure}/service`, [cycle.service]),
    ...each(`${figure}/site`, [cycle.site]),
    ...each(`${figure}/stage`, [cycle.stage]),
    ...each(`${figure}/area`, [area]),
  };
}

function ofEvent(before: Case, event: CaseEvent, progress: Progress): CaseFact[] {
  const { at, body } = event;
  const figure = COUNTED[body.type];
  if (figure) return [{ at, cells: { [figure]: 1 } }];
  switch (body.type) {
    case 'accepted':
      return progress.hasAccepted ? [] : [ofStep('cases.accepted', before, at, progress)];
    case 'closed': {
      const closed = ofStep('cases.closed', before, at, progress);
      const outcomes = each('cases.closed/outcome', body.outcomes);
      return [{ ...closed, cells: { ...closed.cells, ...outcomes, ...(body.agreed && made(body.agreed)) } }];
    }
    case 'reclassified':
      return evolve(before, event).lowered > before.lowered ? [{ at, cells: { 'cases.lowered': 1 } }] : [];
    case 'committed':
      return [{ at, cells: made(body.agreed) }];
    case 'commitment-done': {
      const isLate = commitmentIn(before, body.of)?.state === 'lapsed';
      const timeliness = each('commitments.kept/timeliness', [isLate ? 'late' : 'in-time']);
      return [{ at, cells: { 'commitments.kept': 1, ...timeliness } }];
    }
    case 'commitment-lapsed': {
      const isFirst = commitmentIn(before, body.of)?.lapses === 0;
      return isFirst && !body.hasLeft ? [{ at, cells: { 'commitments.late': 1 } }] : [];
    }
    default:
      return [];
  }
}

function ofStep(figure: string, before: Case, at: string, progress: Progress): CaseFact {
  const { level } = before;
  return {
    at,
    cells: {
      [figure]: 1,
      ...each(`${figure}/level`, [level]),
      ...each(`${figure}/timeliness`, [timelinessOf(progress, before, at)]),
    },
    minutes: { [`${figure}/${level}`]: [(Date.parse(at) - Date.parse(progress.since)) / MINUTE_MS] },
  };
}

/** In time is what ends before it is due, without anybody being told that it was not. */
function timelinessOf({ isMissed }: Progress, before: Case | undefined, at: string): 'in-time' | 'late' {
  return isMissed || at > (before?.dueAt ?? '') ? 'late' : 'in-time';
}

const made = ({ kind }: Pick<Commitment, 'kind'>) => ({
  'commitments.made': 1,
  ...each('commitments.made/kind', [kind]),
});

function commitmentIn({ commitments }: Case, of: number): Commitment | undefined {
  return commitments.find(({ seq }) => seq === of);
}

/** One for each value, once; none for an empty one. */
function each(dimension: string, values: readonly string[]): CaseFact['cells'] {
  return Object.fromEntries(values.flatMap((value) => (value ? [[`${dimension}/${value}`, 1]] : [])));
}
