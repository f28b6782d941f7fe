/** Exports the cases of a range of months as a file, for the humanization team. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { monthsBetween } from '../../../platform/calendar/days.js';
import { month, toggle } from '../../../platform/cards/inputs.js';
import type { OpenedFile, Ticket } from '../../../platform/delivery/tickets.js';
import { LEVELS } from '../../../platform/impact/assessment.js';
import type { Places } from '../../../platform/impact/cycle.js';
import { SHEET_TYPES, type SheetKind, toCsv, toXlsx } from '../../../platform/sheets/sheet.js';
import { caseSheet, type SheetRow } from '../cards/case-sheet.js';
import { STATES } from '../domain/case.js';
import { standing } from '../domain/event.js';
import { isInTeam } from '../domain/permissions.js';
import { shownAreas } from '../domain/shown-areas.js';
import type { CaseIndex, ListedCase } from '../store/case-index.js';
import type { CaseStore } from '../store/case-store.js';
import type { AccessRecord } from './accesses/access-record.js';

/** Prefix of the tickets of exports. */
const PREFIX = 'cases:';
/** Maximum cases per file; more must be exported in parts. */
export const MOST_CASES = 10_000;
const MOST_MONTHS = 12;

export const exportWish = z
  .object({
    from: month,
    until: month,
    level: z.enum(LEVELS).optional().catch(undefined),
    state: z.enum(STATES).optional().catch(undefined),
    area: z
      .string()
      .catch('')
      .transform((value) => value.trim()),
    narratives: toggle.catch(false),
    language: z.enum(['es', 'en']),
  })
  .refine((wish) => monthsOf(wish).length > 0);
export type ExportWish = z.output<typeof exportWish>;

export interface CaseExportParts extends Pick<FeatureContext, 'directory' | 'names' | 'everyone'> {
  index: CaseIndex;
  store: CaseStore;
  record: Pick<AccessRecord, 'exported'>;
  titleOf: (sectionId: string) => string;
  places: Places;
}

export class CaseExport {
  constructor(
    private readonly parts: CaseExportParts,
    private readonly mostCases = MOST_CASES,
  ) {}

  /** The content of a ticket. The file is made when it is downloaded. */
  whatOf(wish: ExportWish): string {
    return `${PREFIX}${JSON.stringify(wish)}`;
  }

  /** The file of an export ticket, if the person still belongs to the team. */
  async open({ personId, what }: Ticket, kind: SheetKind): Promise<OpenedFile | undefined> {
    if (!what.startsWith(PREFIX)) return undefined;
    const person = await this.parts.directory.find(personId);
    if (!person || !isInTeam(person)) return undefined;
    const wish = exportWish.parse(JSON.parse(what.slice(PREFIX.length)));
    const { language, narratives: withNarratives } = wish;
    const { rows, isCut } = await this.#rows(wish, personId);
    const cutAt = isCut ? this.mostCases : undefined;
    const { titleOf, places } = this.parts;
    const sheet = caseSheet(rows, { language, withNarratives, cutAt, titleOf, places });
    const content = kind === 'csv' ? toCsv(sheet) : await toXlsx([sheet]);
    this.parts.record.exported(personId, wish);
    return { name: `casos-${wish.from}-${wish.until}.${kind}`, type: SHEET_TYPES[kind], content };
  }

  /** Returns true when more cases fit than one file holds. Reads the lists only. */
  async isCut(wish: ExportWish): Promise<boolean> {
    let count = 0;
    for await (const _ of this.#fitting(wish)) if (++count > this.mostCases) return true;
    return false;
  }

  async #rows(wish: ExportWish, readerId: string): Promise<{ rows: SheetRow[]; isCut: boolean }> {
    const { store, names } = this.parts;
    const rows: SheetRow[] = [];
    for await (const { id, area } of this.#fitting(wish)) {
      const loaded = await store.load(id);
      if (!loaded || loaded.subject.excludedIds.includes(readerId)) continue;
      if (rows.length === this.mostCases) return { rows, isCut: true };
      const { assignee } = loaded.subject;
      const setter = standing(loaded.events).findLast(({ body }) => body.type === 'reclassified')?.actorId;
      rows.push({
        loaded,
        area,
        assignee: assignee.kind === 'person' ? await names.of(assignee.id) : '',
        levelBy: setter === undefined ? '' : await names.of(setter),
      });
    }
    return { rows, isCut: false };
  }

  /** The cases of the wish, by month. An area that is not shown cannot be asked for either. */
  async *#fitting(wish: ExportWish): AsyncGenerator<{ id: string; area: string }> {
    const { index, everyone } = this.parts;
    const shown = shownAreas(await everyone());
    for (const each of monthsOf(wish)) {
      for await (const listed of index.allOf(each)) {
        const area = shown(listed.area);
        if (fits({ ...listed, area }, wish)) yield { id: listed.id, area };
      }
    }
  }
}

function fits(listed: ListedCase, { level, state, area }: ExportWish): boolean {
  return (
    (level === undefined || listed.level === level) &&
    (state === undefined || listed.state === state) &&
    (area === '' || listed.area.toLowerCase().includes(area.toLowerCase()))
  );
}

/** All months of the range; empty if the range is reversed or too long. */
function monthsOf({ from, until }: { from: string; until: string }): string[] {
  const months = monthsBetween(from, until);
  return months.length > MOST_MONTHS ? [] : months;
}
