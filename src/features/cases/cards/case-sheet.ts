/** Cases as rows of a sheet. */
import { sortableMoment } from '../../../platform/calendar/days.js';
import type { Places } from '../../../platform/impact/cycle.js';
import type { Sheet } from '../../../platform/sheets/sheet.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import type { Case } from '../domain/case.js';
import { type CaseEvent, type EventType, standing } from '../domain/event.js';
import type { LoadedCase } from '../store/case-store.js';
import { cycleNames } from './completing.js';

export interface SheetRow {
  loaded: LoadedCase;
  /** As it may be shown; empty if it may not. */
  area: string;
  /** Empty for the humanization team. */
  assignee: string;
  /** Who set or confirmed the level, by name; empty if nobody did. */
  levelBy: string;
}

export interface SheetOptions {
  language: Language;
  withNarratives: boolean;
  /** The number of cases at which the file ends although there are more. */
  cutAt?: number | undefined;
  titleOf: (sectionId: string) => string;
  places: Places;
}

/** Never includes the reporter, even if the report is not confidential: files get passed on. */
export function caseSheet(rows: readonly SheetRow[], options: SheetOptions): Sheet {
  const { tab, columns, narrative, cut } = textIn(options.language).cases.export;
  const { cutAt } = options;
  return {
    title: tab,
    head: options.withNarratives ? [...columns, narrative] : columns,
    rows: [...rows.map((row) => cellsOf(row, options)), ...(cutAt === undefined ? [] : [[cut(cutAt)]])],
  };
}

function cellsOf(
  { loaded: { subject, events: all, isAhead }, area, assignee, levelBy }: SheetRow,
  { language, withNarratives, titleOf, places }: SheetOptions,
): string[] {
  const text = textIn(language).cases;
  const { report } = subject;
  const events = standing(all);
  const isRaised = report.level !== report.proposedLevel;
  const closed = lastOf(events, 'closed')?.body;
  const cells = [
    subject.number,
    text.level[subject.level],
    text.level[report.proposedLevel],
    levelBy || (isRaised && subject.reporterId !== undefined ? text.whoReported : ''),
    whenOf(lastOf(events, 'reclassified')?.at ?? (isRaised ? subject.reportedAt : undefined)),
    isAhead ? `${text.state[subject.state]}. ${text.problem['later-version']}` : text.state[subject.state],
    area,
    whenOf(subject.reportedAt),
    whenOf(lastOf(events, 'accepted')?.at),
    whenOf(subject.closedAt),
    whenOf(subject.dueAt),
    assignee || text.team,
    String(events.filter(({ body }) => body.type === 'climbed').length),
    text.topic[report.topic],
    text.source[report.source],
    report.efforts.map((effort) => text.effort[effort]).join(', '),
    report.touches.map(titleOf).join(', '),
    ...cycleNames(subject.cycle, places, language),
    subject.health ? text.health.priority[subject.health.priority] : '',
    whenOf(subject.health?.dueAt),
    closed?.type === 'closed' ? closed.outcomes.map((each) => text.outcome[each]).join(', ') : '',
    ...commitmentCounts(subject),
  ];
  return withNarratives ? [...cells, report.narrative] : cells;
}

/** How many, how many were kept, and how many not yet. Nobody is named: who committed may be anybody. */
function commitmentCounts({ commitments }: Pick<Case, 'commitments'>): string[] {
  const kept = commitments.filter(({ state }) => state === 'done').length;
  return [commitments.length, kept, commitments.length - kept].map(String);
}

function lastOf(events: readonly CaseEvent[], type: EventType): CaseEvent | undefined {
  return events.findLast(({ body }) => body.type === type);
}

const whenOf = (at: string | undefined) => (at === undefined ? '' : sortableMoment(new Date(at)));
