/** The export of the humanization team: the form (months, levels, states, areas) and the download links. */
import type { FeatureContext } from '../../../feature.js';
import { bogotaMonth } from '../../../platform/calendar/days.js';
import { filesTemplate } from '../../../platform/cards/shared-cards.js';
import { linkOf } from '../../../platform/delivery/tickets.js';
import { onlyFor } from '../../../platform/errors.js';
import { LEVELS } from '../../../platform/impact/assessment.js';
import { SHEET_TYPES, type SheetKind } from '../../../platform/sheets/sheet.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { append, type Reply, show, type Turn, type VerbRoute } from '../../../turn.js';
import { exportTemplate } from '../cards/templates.js';
import { STATES } from '../domain/case.js';
import { isInTeam } from '../domain/permissions.js';
import { type CaseExport, exportWish, MOST_CASES } from '../service/case-export.js';

export interface ExportParts extends Pick<FeatureContext, 'renderer' | 'tickets' | 'publicUrl'> {
  exporting: CaseExport;
}

export class ExportHandler {
  constructor(private readonly parts: ExportParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'cases.export', scope: 'personal', handle: (turn) => this.#link(turn) }];
  }

  async start(turn: Turn): Promise<Reply> {
    await permit(turn);
    return this.#form(turn, '');
  }

  async #link(turn: Turn): Promise<Reply> {
    await permit(turn);
    const { renderer, tickets, publicUrl, exporting } = this.parts;
    const text = textIn(turn.language).cases.export;
    const wish = exportWish.safeParse({ ...turn.input, language: turn.language });
    if (!wish.success) return this.#form(turn, text.problem);
    const months = text.months(wish.data.from, wish.data.until);
    const name = (await exporting.isCut(wish.data)) ? `${months}. ${text.cut(MOST_CASES)}` : months;
    const what = exporting.whatOf(wish.data);
    const ticket = await tickets.issue({ personId: turn.actor.id, what });
    const files = (Object.keys(SHEET_TYPES) as SheetKind[]).map((kind) => ({
      title: text.file[kind],
      name,
      url: `${linkOf(ticket, publicUrl()).href}?as=${kind}`,
    }));
    return append(renderer.render(filesTemplate, { title: text.title, files }, turn.language));
  }

  #form({ now, language }: Turn, problem: string): Reply {
    const text = textIn(language).cases;
    const data = {
      problem,
      month: bogotaMonth(now),
      levels: LEVELS.map((value) => ({ title: text.levelTitle[value], value })),
      states: STATES.map((value) => ({ title: text.state[value], value })),
    };
    return show(this.parts.renderer.render(exportTemplate, data, language));
  }
}

async function permit(turn: Turn): Promise<void> {
  if (!isInTeam(await turn.person())) throw onlyFor((language) => textIn(language).cases.ofTeam.export);
}
