/** The links under which the candidates for a recognition event, or its list, are downloaded. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { writtenPeriod } from '../../../platform/calendar/day-period.js';
import { filesTemplate } from '../../../platform/cards/shared-cards.js';
import { linkOf } from '../../../platform/delivery/tickets.js';
import { SHEET_TYPES, type SheetKind } from '../../../platform/sheets/sheet.js';
import { append, type Reply, readInput, type Turn, type VerbRoute } from '../../../turn.js';
import { periodWords } from '../cards/event-words.js';
import { type EventExport, EXPORTED } from '../service/event-export.js';
import { textIn } from '../text/catalogue.js';
import { permitEvent } from './event-handler.js';
import { defaultPeriod, eventView, periodIn } from './event-inputs.js';

export interface EventExportHandlerParts extends Pick<FeatureContext, 'renderer' | 'tickets' | 'publicUrl'> {
  exporting: EventExport;
}

const asked = eventView.extend({ of: z.enum(EXPORTED) });

export class EventExportHandler {
  constructor(private readonly parts: EventExportHandlerParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'event.export', scope: 'personal', handle: (turn) => this.#link(turn) }];
  }

  async #link(turn: Turn): Promise<Reply> {
    await permitEvent(turn);
    const { renderer, tickets, publicUrl, exporting } = this.parts;
    const { of, attribute, area, source, ...days } = readInput(asked, turn);
    const period = periodIn(days, turn.now) ?? defaultPeriod(turn.now);
    const wish = { of, period: writtenPeriod(period), attribute, area, source, language: turn.language };
    const ticket = await tickets.issue({ personId: turn.actor.id, what: exporting.whatOf(wish) });
    const text = textIn(turn.language).recognitionEvent;
    const files = (Object.keys(SHEET_TYPES) as SheetKind[]).map((kind) => ({
      title: text.files[kind],
      name: text.exported[of](periodWords(period, turn.language)),
      url: `${linkOf(ticket, publicUrl()).href}?as=${kind}`,
    }));
    return append(renderer.render(filesTemplate, { title: text.title, files }, turn.language));
  }
}
