/** A leader's absence: its last day and the deputy. New cases go to the deputy in the meantime. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import { findActive, type Person } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { calendarDay } from '../../../platform/text/dates.js';
import { fold } from '../../../platform/text/fold.js';
import { type Reply, readInput, show, type Turn, type VerbRoute } from '../../../turn.js';
import { awayTemplate } from '../cards/away-card.js';
import { lastDayIn } from '../service/away-words.js';

const form = z.object({
  until: z.iso.date().or(z.literal('')).catch(''),
  deputy: z.string().trim().toLowerCase().catch(''),
});
type Entered = z.output<typeof form>;

export class AbsenceHandler {
  constructor(private readonly parts: Pick<FeatureContext, 'absences' | 'directory' | 'renderer'>) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'away.set', scope: 'personal', handle: (turn) => this.#set(turn) },
      { verb: 'away.clear', scope: 'personal', handle: (turn) => this.back(turn) },
    ];
  }

  /** Shows the form with the data found in the message; nothing changes before it is confirmed. */
  async start(turn: Turn): Promise<Reply> {
    const until = lastDayIn(fold(turn.text), bogotaDay(turn.now)) ?? '';
    const { deputyId = '' } = await turn.person();
    return this.#ask(turn, { until, deputy: deputyId });
  }

  async back(turn: Turn): Promise<Reply> {
    await this.parts.absences.remove(turn.actor.id);
    const { title, body } = textIn(turn.language).cases.away.back;
    return show(noticeCard(this.parts.renderer, { title, body }, turn.language), title);
  }

  async #set(turn: Turn): Promise<Reply> {
    const entered = readInput(form, turn);
    const text = textIn(turn.language).cases.away;
    const today = bogotaDay(turn.now);
    if (entered.until < today) return this.#ask(turn, entered, text.problem.until);
    const standsIn = await this.#find(entered.deputy);
    if (entered.deputy && (!standsIn || standsIn.id === turn.actor.id)) {
      return this.#ask(turn, entered, text.problem.deputy);
    }
    await this.parts.absences.save(turn.actor.id, {
      from: today,
      until: entered.until,
      deputyId: standsIn?.id ?? '',
    });
    // Without a choice, the deputy in the directory stands in.
    const hasDeputy = standsIn ?? (await this.#find((await turn.person()).deputyId));
    const title = text.set.title(calendarDay(entered.until, turn.language));
    const body = hasDeputy ? text.set.deputy : text.set.noDeputy;
    const links = [{ title: text.clear, verb: 'away.clear', id: '' }];
    return show(noticeCard(this.parts.renderer, { title, body, links }, turn.language), title);
  }

  async #ask(turn: Turn, { until, deputy }: Entered, problem = ''): Promise<Reply> {
    const standsIn = await this.#find(deputy);
    const data = { problem, until, today: bogotaDay(turn.now), deputy: standsIn?.name ?? '' };
    return show(this.parts.renderer.render(awayTemplate, data, turn.language));
  }

  async #find(personId: string | undefined): Promise<Person | undefined> {
    return personId ? findActive(this.parts.directory, personId) : undefined;
  }
}
