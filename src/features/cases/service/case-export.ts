/** Exports the cases of a range of months as a file, for the humanization team. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { monthsBetween } from '../../../platform/calendar/days.js';
import { month, toggle } from '../../../platform/cards/inputs.js';
import type { OpenedFile, Ticket } from '../../../platform/delivery/tickets.js';
import { SHEET_TYPES, type SheetKind, toCsv, toXlsx } from '../../../platform/sheets/sheet.js';
import { caseSheet, type SheetRow } from '../cards/case-sheet.js';
import { LEVELS } from '../domain/assessment.js';
import { STATES } from '../domain/case.js';
import { isInTeam } from '../domain/permissions.js';
import type { CaseIndex, ListedCase } from '../store/case-index.js';
import type { CaseStore } from '../store/case-store.js';

/** Prefix of the tickets of exports. */
const PREFIX = 'cases:';
/** Maximum cases per file; more must be exported in parts. */
const MOST_CASES = 10_000;
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

export interface CaseExportParts extends Pick<FeatureContext, 'directory' | 'names'> {
  index: CaseIndex;
  store: CaseStore;
  titleOf: (sectionId: string) => string;
}

export class CaseExport {
  constructor(private readonly parts: CaseExportParts) {}

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
    const rows = await this.#rows(wish, personId);
    const sheet = caseSheet(rows, { language, withNarratives, titleOf: this.parts.titleOf });
    const content = kind === 'csv' ? toCsv(sheet) : await toXlsx([sheet]);
    return { name: `casos-${wish.from}-${wish.until}.${kind}`, type: SHEET_TYPES[kind], content };
  }

  async #rows(wish: ExportWish, readerId: string): Promise<SheetRow[]> {
    const { index, store, names } = this.parts;
    const rows: SheetRow[] = [];
    for (const each of monthsOf(wish)) {
      for await (const listed of index.allOf(each)) {
        if (rows.length === MOST_CASES || !fits(listed, wish)) continue;
        const loaded = await store.load(listed.id);
        if (!loaded || loaded.subject.excludedIds.includes(readerId)) continue;
        const { assignee } = loaded.subject;
        rows.push({ loaded, assignee: assignee.kind === 'person' ? await names.of(assignee.id) : '' });
      }
    }
    return rows;
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
