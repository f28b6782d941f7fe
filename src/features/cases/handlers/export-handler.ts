/** The humanization team's export: the cases of some months as a file, by level, state and area. */
import { z } from 'zod';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { linkOf, type Tickets } from '../../../platform/delivery/tickets.js';
import { AppError } from '../../../platform/errors.js';
import type { Names } from '../../../platform/people/names.js';
import type { Directory, Person } from '../../../platform/people/person.js';
import { SHEET_TYPES, type Sheet, type SheetKind, toCsv, toXlsx } from '../../../platform/sheets/sheet.js';
import { type Catalogue, type Language, textIn } from '../../../platform/text/catalogue.js';
import { bogotaDay, bogotaMonth, moment, monthsBetween } from '../../../platform/text/dates.js';
import { type Reply, show, type Turn, type VerbRoute } from '../../../turn.js';
import { LEVELS } from '../domain/assessment.js';
import { type CaseEvent, STATES } from '../domain/case.js';
import type { CaseIndex, ListedCase } from '../store/case-index.js';
import type { CaseStore, LoadedCase } from '../store/case-store.js';

export interface ExportParts {
  index: CaseIndex;
  store: CaseStore;
  directory: Directory;
  names: Names;
  renderer: Renderer;
  tickets: Tickets;
  titleOf: (sectionId: string) => string;
  personOf: (turn: Turn) => Promise<Person>;
  publicUrl: () => string;
}

/** What a ticket of ours opens. */
const PREFIX = 'cases:';
/** A file of more cases is asked for in parts. */
const MOST_CASES = 10_000;
const MOST_MONTHS = 12;

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const wish = z.object({
  from: month,
  until: month,
  level: z.enum(LEVELS).optional().catch(undefined),
  state: z.enum(STATES).optional().catch(undefined),
  area: z
    .string()
    .catch('')
    .transform((value) => value.trim()),
  /** Toggles arrive as strings. */
  narratives: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')])
    .catch(false),
  language: z.enum(['es', 'en']),
});
type Wish = z.output<typeof wish>;

export class CaseExport {
  constructor(private readonly parts: ExportParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'cases.export', scope: 'personal', handle: (turn) => this.#link(turn) }];
  }

  /** Asks for which months, levels, states and areas. */
  async start(turn: Turn, problem = ''): Promise<Reply> {
    await this.#permit(turn);
    const present = bogotaMonth(turn.now);
    const text = textIn(turn.language).cases;
    const data = {
      problem,
      month: present,
      levels: LEVELS.map((value) => ({ title: text.levelTitle[value], value })),
      states: STATES.map((value) => ({ title: text.state[value], value })),
    };
    return show(this.parts.renderer.render('export', data, turn.language));
  }

  async #link(turn: Turn): Promise<Reply> {
    await this.#permit(turn);
    const { cases: text } = textIn(turn.language);
    const parsed = wish.safeParse({ ...turn.input, language: turn.language });
    if (!parsed.success || monthsOf(parsed.data).length === 0) return this.start(turn, text.export.problem);
    const what = `${PREFIX}${JSON.stringify(parsed.data)}`;
    const ticket = await this.parts.tickets.issue({ personId: turn.actor.id, what });
    const files = (Object.keys(SHEET_TYPES) as SheetKind[]).map((kind) => ({
      title: text.export.file[kind],
      name: text.export.months(parsed.data.from, parsed.data.until),
      url: `${linkOf(ticket, this.parts.publicUrl()).href}?as=${kind}`,
    }));
    const data = { title: text.export.title, files };
    return { kind: 'append', message: { card: this.parts.renderer.render('files', data, turn.language) } };
  }

  /** The file behind a ticket, made when it is asked for, if whoever was given it still belongs to the team. */
  async open(
    { personId, what }: { personId: string; what: string },
    kind: SheetKind,
  ): Promise<{ name: string; type: string; content: Buffer } | undefined> {
    if (!what.startsWith(PREFIX)) return undefined;
    const person = await this.parts.directory.find(personId);
    if (!person?.roles.includes('humanization')) return undefined;
    const asked = wish.parse(JSON.parse(what.slice(PREFIX.length)));
    const sheet = await this.#sheet(asked, person);
    const content = kind === 'csv' ? toCsv(sheet) : await toXlsx([sheet]);
    return { name: `casos-${asked.from}-${asked.until}.${kind}`, type: SHEET_TYPES[kind], content };
  }

  async #sheet(asked: Wish, reader: Person): Promise<Sheet> {
    const text = textIn(asked.language).cases;
    const rows: string[][] = [];
    for (const each of monthsOf(asked)) {
      for await (const listed of this.parts.index.allOf(each)) {
        if (rows.length === MOST_CASES || !fits(listed, asked)) continue;
        const loaded = await this.parts.store.load(listed.id);
        if (loaded && !loaded.subject.excludedIds.includes(reader.id)) {
          rows.push(await this.#row(loaded, asked, text));
        }
      }
    }
    const { columns, narrative } = text.export;
    const head = asked.narratives ? [...columns, narrative] : columns;
    return { title: text.export.tab, head, rows };
  }

  /** Without the reporter, whether the report is confidential or not: a file is passed on. */
  async #row({ subject, events }: LoadedCase, asked: Wish, text: Catalogue['cases']): Promise<string[]> {
    const { report, assignee } = subject;
    const closed = lastOf(events, 'closed');
    const cells = [
      subject.number,
      text.level[subject.level],
      text.state[subject.state],
      subject.area,
      whenOf(subject.reportedAt, asked.language),
      whenOf(lastOf(events, 'accepted')?.at, asked.language),
      whenOf(subject.closedAt, asked.language),
      whenOf(subject.dueAt, asked.language),
      assignee.kind === 'person' ? await this.parts.names.of(assignee.id) : text.team,
      String(events.filter(({ body }) => body.type === 'climbed').length),
      text.topic[report.topic],
      text.source[report.source],
      report.efforts.map((effort) => text.effort[effort]).join(', '),
      report.touches.map(this.parts.titleOf).join(', '),
      closed?.body.type === 'closed' ? closed.body.outcomes.map((each) => text.outcome[each]).join(', ') : '',
    ];
    return asked.narratives ? [...cells, report.narrative] : cells;
  }

  async #permit(turn: Turn): Promise<void> {
    const person = await this.parts.personOf(turn);
    if (!person.roles.includes('humanization')) throw new AppError('not-allowed');
  }
}

function fits(listed: ListedCase, { level, state, area }: Wish): boolean {
  return (
    (level === undefined || listed.level === level) &&
    (state === undefined || listed.state === state) &&
    (area === '' || listed.area.toLowerCase().includes(area.toLowerCase()))
  );
}

/** From the first to the last; none where they are the wrong way round or too many. */
function monthsOf({ from, until }: Wish): string[] {
  const months = monthsBetween(from, until);
  return months.length > MOST_MONTHS ? [] : months;
}

function lastOf(events: readonly CaseEvent[], type: CaseEvent['body']['type']): CaseEvent | undefined {
  return events.findLast(({ body }) => body.type === type);
}

function whenOf(at: string | undefined, language: Language): string {
  if (at === undefined) return '';
  const date = new Date(at);
  return `${bogotaDay(date)} ${moment(date, language).split(', ').at(-1)}`;
}
