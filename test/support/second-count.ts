/**
 * Counts figures a second time, by reading the events of cases one after the other: it shares no code with the product,
 * and follows docs/indicators.md. Durations are kept as they are.
 */
import type { CaseEvent } from '../../src/features/cases/domain/event.js';
import type { SimulatedCase } from './simulated-year.js';

export interface SecondCount {
  counts: Map<string, number>;
  minutes: Map<string, number[]>;
}

/** By scope (`all`, `area NAME`, `line ID`, `protected`) and month `YYYY-MM`, between bars. */
export type SecondCounts = Map<string, SecondCount>;

export interface Organisation {
  superiorOf: (id: string) => string | undefined;
  axisOf: (section: string) => string | undefined;
}

export function countAgain(cases: Iterable<SimulatedCase>, organisation: Organisation): SecondCounts {
  const counts: SecondCounts = new Map();
  for (const one of cases) countOne(one, organisation, counts);
  return counts;
}

function countOne({ events, voice }: SimulatedCase, organisation: Organisation, counts: SecondCounts): void {
  const told = withoutUndone(events);
  const [first] = told;
  if (first?.body.type !== 'reported') throw new Error('no report');
  const { report, area, excludedIds, protectedBy } = first.body;
  let { assignee } = first.body;
  for (const { body } of told) if ('assignee' in body) assignee = body.assignee;
  const up = (from: string): string[] => {
    const above = organisation.superiorOf(from);
    return above === undefined ? [from] : [from, ...up(above)];
  };
  const isIn = (id: string) => id !== first.actorId && !excludedIds.includes(id);
  const line = assignee.kind === 'person' && !protectedBy ? up(assignee.id).filter(isIn) : [];
  const scopes = protectedBy ? ['protected'] : ['all', `area ${area}`, ...line.map((id) => `line ${id}`)];

  const add = (at: string, cell: string, where = scopes) => {
    for (const scope of where) {
      const of = countIn(counts, scope, at);
      of.counts.set(cell, (of.counts.get(cell) ?? 0) + 1);
    }
  };
  const took = (name: string, from: string, until: string) => {
    for (const scope of scopes) {
      const { minutes } = countIn(counts, scope, until);
      minutes.set(name, [...(minutes.get(name) ?? []), (Date.parse(until) - Date.parse(from)) / 60_000]);
    }
  };

  if (protectedBy) add(first.at, 'cases.protected');
  else {
    let level = report.level;
    let waits = report.reviews.length > 0;
    let cycle = report.cycle;
    let due: string | undefined = first.body.dueAt;
    let isMissed = false;
    let begunAt = first.at;
    let isAccepted = false;
    let fate = '';
    const days = new Map<number, { lapsed: boolean; over: boolean }>();
    for (const { seq, at, body } of told) {
      const onTime = !isMissed && due !== undefined && at <= due;
      switch (body.type) {
        case 'climbed':
        case 'lapsed':
          add(at, `cases.${body.type}`);
          isMissed = true;
          fate ||= 'late';
          break;
        case 'accepted':
          fate ||= onTime ? 'in-time' : 'late';
          if (!isAccepted) {
            add(at, 'cases.accepted');
            add(at, `cases.accepted/level/${level}`);
            add(at, `cases.accepted/timeliness/${onTime ? 'in-time' : 'late'}`);
            took(`cases.accepted/${level}`, first.at, at);
          }
          isAccepted = true;
          isMissed = false;
          begunAt = at;
          break;
        case 'closed':
          add(at, 'cases.closed');
          add(at, `cases.closed/level/${level}`);
          add(at, `cases.closed/timeliness/${onTime ? 'in-time' : 'late'}`);
          for (const outcome of new Set(body.outcomes)) add(at, `cases.closed/outcome/${outcome}`);
          took(`cases.closed/${level}`, begunAt, at);
          break;
        case 'reopened':
          add(at, 'cases.reopened');
          begunAt = at;
          isMissed = false;
          break;
        case 'rejected':
        case 'withdrawn':
          add(at, `cases.${body.type}`);
          fate ||= 'other';
          break;
        case 'contested':
          add(at, 'cases.contested');
          isMissed = false;
          break;
        case 'reclassified': {
          const order = ['low', 'medium', 'high'];
          if (order.indexOf(body.level) < order.indexOf(level)) add(at, 'cases.lowered');
          level = body.level;
          waits = false;
          break;
        }
        case 'placed':
          cycle = body;
          break;
        case 'commitment-done': {
          add(at, 'commitments.kept');
          add(at, `commitments.kept/timeliness/${days.get(body.of)?.over ? 'late' : 'in-time'}`);
          const day = days.get(body.of);
          if (day) day.over = false;
          break;
        }
        case 'commitment-lapsed': {
          const day = days.get(body.of);
          if (day && !day.lapsed && !body.hasLeft) add(at, 'commitments.late');
          days.set(body.of, { lapsed: true, over: true });
          break;
        }
        case 'commitment-extended':
          days.set(body.of, { lapsed: false, over: false });
          break;
      }
      if (body.type === 'committed' || (body.type === 'closed' && body.agreed)) {
        add(at, 'commitments.made');
        add(at, `commitments.made/kind/${body.agreed?.kind}`);
        days.set(seq, { lapsed: false, over: false });
      }
      if ('dueAt' in body && body.type !== 'health') due = body.dueAt;
      if (body.type === 'rejected' || body.type === 'closed' || body.type === 'withdrawn') due = undefined;
    }
    const dimensions: [string, readonly string[]][] = [
      ['level', [waits ? 'waiting' : level]],
      ['axis', report.touches.map((section) => organisation.axisOf(section) ?? '')],
      ['attribute', report.touches],
      ['effort', report.efforts],
      ['source', [report.source]],
      ['topic', [report.topic]],
      ['service', [cycle?.service ?? '']],
      ['site', [cycle?.site ?? '']],
      ['stage', [cycle?.stage ?? '']],
      ['area', [area]],
    ];
    add(first.at, 'cases.reported');
    for (const [dimension, values] of dimensions) {
      for (const value of new Set(values)) if (value) add(first.at, `cases.reported/${dimension}/${value}`);
    }
    add(first.at, 'cases.first-step');
    add(first.at, `cases.first-step/${waits ? 'waiting' : level}/${fate || 'open'}`);
  }
  if (!voice) return;
  if (voice.retaliation) add(voice.at, 'voice.retaliation', ['protected']);
  if (protectedBy) return;
  const closer = told.findLast(({ body }) => body.type === 'closed')?.actorId ?? '';
  const heardBy = up(closer).filter(isIn);
  const where = ['all', `area ${area}`, ...heardBy.map((id) => `line ${id}`)];
  add(voice.at, 'voice.answered', where);
  add(voice.at, `voice.answered/satisfied/${voice.satisfied}`, where);
}

function countIn(counts: SecondCounts, scope: string, at: string): SecondCount {
  // Bogotá is five hours behind, all year.
  const month = new Date(Date.parse(at) - 5 * 3_600_000).toISOString().slice(0, 7);
  const key = `${scope}|${month}`;
  const found = counts.get(key) ?? { counts: new Map(), minutes: new Map() };
  counts.set(key, found);
  return found;
}

function withoutUndone(events: readonly CaseEvent[]): CaseEvent[] {
  const told: CaseEvent[] = [];
  for (const event of events) {
    if (event.body.type === 'undone') told.pop();
    else told.push(event);
  }
  return told;
}
