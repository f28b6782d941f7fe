/** Exports the list of attendees of a training, with its corrections, as a file. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { linkOf, type OpenedFile, type Ticket } from '../../../platform/delivery/tickets.js';
import { SHEET_TYPES, type SheetKind, toCsv, toXlsx } from '../../../platform/sheets/sheet.js';
import { append, type Reply, type Turn, type VerbRoute } from '../../../turn.js';
import { attendanceSheet, correctionsSheet } from '../cards/attendance-sheet.js';
import { filesCard } from '../cards/files-card.js';
import type { Managing } from '../service/managing.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { MeetingStore } from '../store/meeting-store.js';
import { type Language, textIn } from '../text/catalogue.js';
import { managedTraining } from './managed-training.js';

/** The parts of `what` in an export ticket: `attendance:<id of the training>:<language>`. */
const opens = z.tuple([z.literal('attendance'), z.string(), z.enum(['es', 'en'])]);

interface ExportParts extends Pick<FeatureContext, 'directory' | 'tickets' | 'publicUrl' | 'renderer'> {
  managing: Managing;
  attendance: AttendanceStore;
  meetings: MeetingStore;
}

export class ExportHandler {
  constructor(private readonly parts: ExportParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'training.export', scope: 'personal', handle: (turn) => this.#offer(turn) }];
  }

  async #offer(turn: Turn): Promise<Reply> {
    const { managing, tickets, publicUrl, renderer } = this.parts;
    const training = await managedTraining(turn, managing);
    const ticket = await tickets.issue({
      personId: turn.actor.id,
      what: `attendance:${training.id}:${turn.language}`,
    });
    return append(filesCard(renderer, linkOf(ticket, publicUrl()), turn.language));
  }

  /** The file of a ticket; undefined for other tickets, or if the person may no longer manage it. */
  async open(ticket: Ticket, kind: SheetKind): Promise<OpenedFile | undefined> {
    const parsed = opens.safeParse(ticket.what.split(':'));
    if (!parsed.success) return undefined;
    const [, id, language] = parsed.data;
    const person = await this.parts.directory.find(ticket.personId);
    const training = person && (await this.parts.managing.find(id, person));
    if (!training) return undefined;
    const { file } = textIn(language).trainings.sheet;
    return {
      name: `${file}-${bogotaDay(new Date(training.startsAt))}.${kind}`,
      type: SHEET_TYPES[kind],
      content: await this.#content(id, kind, language),
    };
  }

  async #content(id: string, kind: SheetKind, language: Language): Promise<Buffer> {
    const { attendance, meetings } = this.parts;
    const list = attendanceSheet(await attendance.all(id), await meetings.all(id), language);
    if (kind === 'csv') return toCsv(list);
    return toXlsx([list, correctionsSheet(await attendance.corrections(id), language)]);
  }
}
