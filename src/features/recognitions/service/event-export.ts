/** Exports the candidates for a recognition event, or its list, as a file for the humanization team. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { readPeriod } from '../../../platform/calendar/day-period.js';
import type { OpenedFile, Ticket } from '../../../platform/delivery/tickets.js';
import { SHEET_TYPES, type SheetKind, toCsv, toXlsx } from '../../../platform/sheets/sheet.js';
import { eventSheet } from '../cards/event-sheet.js';
import type { WordParts } from '../cards/recognition-words.js';
import { preparesEvents } from '../domain/permissions.js';
import { SOURCES } from '../domain/recognition.js';
import { textIn } from '../text/catalogue.js';
import type { EventService } from './event-service.js';

/** Prefix of the tickets. */
const PREFIX = 'event:';
export const EXPORTED = ['candidates', 'list'] as const;

const exportWish = z.object({
  of: z.enum(EXPORTED),
  /** As in `writtenPeriod`. */
  period: z.string(),
  attribute: z.string().optional(),
  area: z.string().optional(),
  source: z.enum(SOURCES).optional(),
  language: z.enum(['es', 'en']),
});
type ExportWish = z.output<typeof exportWish>;

export interface EventExportParts extends WordParts, Pick<FeatureContext, 'directory'> {
  event: EventService;
}

export class EventExport {
  constructor(private readonly parts: EventExportParts) {}

  /** The content of a ticket. The file is made when it is downloaded. */
  whatOf(wish: ExportWish): string {
    return `${PREFIX}${JSON.stringify(wish)}`;
  }

  /** The file of an export ticket, if the person still belongs to the team. */
  async open({ personId, what }: Ticket, kind: SheetKind): Promise<OpenedFile | undefined> {
    if (!what.startsWith(PREFIX)) return undefined;
    const { directory, event } = this.parts;
    const person = await directory.find(personId);
    if (!person || !preparesEvents(person)) return undefined;
    const {
      of,
      period: written,
      language,
      ...filters
    } = exportWish.parse(JSON.parse(what.slice(PREFIX.length)));
    const period = readPeriod(written);
    if (!period) return undefined;
    const all = await event.view(period);
    const { entries } = await event.shortlisted(period, all.candidates);
    const entryOf = new Map(entries.map(({ entry, candidate }) => [candidate.id, entry]));
    const candidates =
      of === 'list'
        ? entries.map(({ candidate }) => candidate)
        : await event.present(event.filter(all, filters));
    const rows = candidates.map((candidate) => ({
      candidate,
      period,
      recognitions: all.recognitions.filter(({ personId: id }) => id === candidate.id),
      entry: entryOf.get(candidate.id),
    }));
    const sheet = await eventSheet(this.parts, rows, language);
    const content = kind === 'csv' ? toCsv(sheet) : await toXlsx([sheet]);
    const name = `${textIn(language).recognitionEvent.sheet.file}-${written.replace('..', '-')}.${kind}`;
    return { name, type: SHEET_TYPES[kind], content };
  }
}
