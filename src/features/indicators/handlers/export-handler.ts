/** Hands out figures as a workbook with a sheet for each theme. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { bogotaMonth } from '../../../platform/calendar/days.js';
import { filesTemplate } from '../../../platform/cards/shared-cards.js';
import { linkOf, type OpenedFile, type Ticket } from '../../../platform/delivery/tickets.js';
import { SHEET_TYPES, type SheetKind, toXlsx } from '../../../platform/sheets/sheet.js';
import { append, type Reply, readInput, type Turn, type VerbRoute } from '../../../turn.js';
import { askedByCard, askedInput, scopeCode } from '../cards/asked.js';
import { figureSheets, type SheetNames } from '../cards/figure-sheets.js';
import { scopeName } from '../cards/indicators-card.js';
import { periodTitle } from '../cards/period-names.js';
import type { Looking } from '../service/looking.js';
import { onlyForLeaders } from '../service/only-for-leaders.js';
import { textIn } from '../text/catalogue.js';

/** Prefix of the tickets. */
const PREFIX = 'indicators:';
const XLSX: SheetKind = 'xlsx';

/** The content of a ticket: requester and request, read again when the file is made. */
const wish = askedInput.extend({ language: z.enum(['es', 'en']) });

interface ExportParts
  extends Pick<FeatureContext, 'renderer' | 'tickets' | 'publicUrl' | 'directory' | 'clock'>,
    SheetNames {
  looking: Looking;
}

export class ExportHandler {
  constructor(private readonly parts: ExportParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'indicators.export', scope: 'personal', handle: (turn) => this.#offer(turn) }];
  }

  async #offer(turn: Turn): Promise<Reply> {
    const { renderer, tickets, publicUrl } = this.parts;
    const { language, now, actor } = turn;
    const asked = askedByCard(readInput(askedInput, turn), await turn.person(), bogotaMonth(now));
    if (!asked) throw onlyForLeaders();
    const { period, scope } = asked;
    const what = JSON.stringify({
      period: period.span,
      from: period.from,
      scope: scopeCode(scope),
      language,
    });
    const ticket = await tickets.issue({ personId: actor.id, what: `${PREFIX}${what}` });
    const text = textIn(language).indicators;
    const title = text.ofPeriod(periodTitle(period, language));
    const file = {
      title: text.export.file,
      name: scopeName(scope, language),
      url: `${linkOf(ticket, publicUrl()).href}?as=${XLSX}`,
    };
    return append(renderer.render(filesTemplate, { title, files: [file] }, language), title);
  }

  /** The file of a ticket, if the person may still see the figures; undefined for other tickets. */
  async open({ personId, what }: Ticket, kind: SheetKind): Promise<OpenedFile | undefined> {
    if (!what.startsWith(PREFIX) || kind !== XLSX) return undefined;
    const { looking, directory, clock } = this.parts;
    const { language, ...input } = wish.parse(JSON.parse(what.slice(PREFIX.length)));
    const person = await directory.find(personId);
    const asked = person && askedByCard(input, person, bogotaMonth(clock()));
    // A wider scope that the person no longer has would become their own line.
    if (!asked || person.isDisabled || scopeCode(asked.scope) !== input.scope) return undefined;
    const shown = await looking.look(person, asked);
    const { span, from } = asked.period;
    return {
      name: `indicadores-${span === 'month' ? from : `${from}-${span}`}.${kind}`,
      type: SHEET_TYPES[kind],
      content: await toXlsx(figureSheets(this.parts, shown, clock(), language)),
    };
  }
}
