/** A leader's absence: until when, and who stands in. Cases that come meanwhile go to that person. */
import { z } from 'zod';
import type { Renderer } from '../../../platform/cards/renderer.js';
import type { Absences } from '../../../platform/people/absences.js';
import { type Directory, findActive, type Person } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { bogotaDay, calendarDay } from '../../../platform/text/dates.js';
import { fold } from '../../../platform/text/fold.js';
import { type Reply, show, type Turn, type VerbRoute } from '../../../turn.js';
import { lastDayIn } from '../service/away-words.js';

export interface AwayParts {
  absences: Absences;
  directory: Directory;
  renderer: Renderer;
  personOf: (turn: Turn) => Promise<Person>;
}

const sent = z.object({
  until: z.iso.date().or(z.literal('')).catch(''),
  deputy: z.string().trim().toLowerCase().catch(''),
});

export class AwayConversation {
  constructor(private readonly parts: AwayParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'away.set', scope: 'personal', handle: (turn) => this.#set(turn) },
      { verb: 'away.clear', scope: 'personal', handle: (turn) => this.back(turn) },
    ];
  }

  /** Asks to confirm what a message tells of an absence; nothing changes before. */
  async start(turn: Turn): Promise<Reply> {
    const until = lastDayIn(fold(turn.text), bogotaDay(turn.now)) ?? '';
    const person = await this.parts.personOf(turn);
    return this.#ask(turn, { until, deputyId: person.deputyId ?? '' });
  }

  async back(turn: Turn): Promise<Reply> {
    await this.parts.absences.remove(turn.actor.id);
    const { title, body } = textIn(turn.language).cases.away.back;
    return this.#notice(turn, title, body);
  }

  async #set(turn: Turn): Promise<Reply> {
    const { until, deputy } = sent.parse(turn.input);
    const text = textIn(turn.language).cases.away;
    const today = bogotaDay(turn.now);
    const entered = { until, deputyId: deputy };
    if (until < today) return this.#ask(turn, entered, text.problem.until);
    const standsIn = deputy ? await findActive(this.parts.directory, deputy) : undefined;
    if (deputy && (!standsIn || standsIn.id === turn.actor.id)) {
      return this.#ask(turn, entered, text.problem.deputy);
    }
    await this.parts.absences.save(turn.actor.id, { from: today, until, deputyId: standsIn?.id ?? '' });
    const day = calendarDay(until, turn.language);
    const known = standsIn ?? (await this.#deputyOf(turn));
    return this.#notice(turn, text.set.title(day), known ? text.set.deputy : text.set.noDeputy, [
      { title: text.clear, verb: 'away.clear' as const, id: '' },
    ]);
  }

  /** Whom the directory names. */
  async #deputyOf(turn: Turn): Promise<Person | undefined> {
    const { deputyId } = await this.parts.personOf(turn);
    return deputyId ? findActive(this.parts.directory, deputyId) : undefined;
  }

  async #ask(
    turn: Turn,
    { until, deputyId }: { until: string; deputyId: string },
    problem = '',
  ): Promise<Reply> {
    const deputy = deputyId ? await findActive(this.parts.directory, deputyId) : undefined;
    const data = {
      problem,
      until,
      today: bogotaDay(turn.now),
      deputy: deputy?.name ?? '',
    };
    return show(this.parts.renderer.render('away', data, turn.language));
  }

  #notice(
    turn: Turn,
    title: string,
    body: string,
    links: { title: string; verb: 'away.clear'; id: string }[] = [],
  ): Reply {
    return show(this.parts.renderer.render('notice', { title, body, links }, turn.language), title);
  }
}
