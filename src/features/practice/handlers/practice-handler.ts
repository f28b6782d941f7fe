/** Joining the practice of the day, changing its hour, stopping, and ticking. */
import { z } from 'zod';
import { bogotaDay } from '../../../platform/calendar/days.js';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import type { Period } from '../../../platform/storage/retention.js';
import { inWords } from '../../../platform/text/period.js';
import { append, type Reply, readInput, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import type { PracticeCards } from '../cards/practice-card.js';
import { ANY_JOB, dayIn, hourIn, settingsCard } from '../cards/settings-card.js';
import { HOURS } from '../domain/hours.js';
import { JOBS, type Job } from '../domain/practice.js';
import type { Membership } from '../service/membership.js';
import { textIn } from '../text/catalogue.js';

/** The button that resumes it brings nothing: the hour and the job stay as they were. */
const choices = z.object({
  hour: z.enum(HOURS).optional(),
  job: z
    .enum([ANY_JOB, ...JOBS])
    .transform((value): Job | '' => (value === ANY_JOB ? '' : value))
    .optional(),
});
const target = z.object({ id: z.iso.date() });

export interface PracticeHandlerParts {
  membership: Membership;
  cards: PracticeCards;
  renderer: Renderer;
  /** How long ticks are kept. */
  keptFor: Period;
}

export class PracticeHandler {
  constructor(private readonly parts: PracticeHandlerParts) {}

  routes(): VerbRoute[] {
    const routes: Record<string, VerbRoute['handle']> = {
      'practice.view': async (turn) => append(await this.#settings(turn)),
      'practice.join': (turn) => this.#join(turn),
      'practice.leave': (turn) => this.#leave(turn),
      'practice.forget': (turn) => this.#forget(turn),
      'practice.done': (turn) => this.#tick(turn, true),
      'practice.undo': (turn) => this.#tick(turn, false),
    };
    return Object.entries(routes).map(([verb, handle]) => ({ verb, scope: 'personal', handle }));
  }

  async view(turn: Turn): Promise<Reply> {
    return show(await this.#settings(turn), textIn(turn.language).practice.title);
  }

  async #settings({ actor, language, now }: Turn) {
    const { membership, renderer } = this.parts;
    const today = bogotaDay(now);
    const member = await membership.find(actor.id);
    const isOn = member?.state === 'on';
    const [latest, next] = await Promise.all([
      isOn ? membership.latest(member) : undefined,
      isOn ? membership.nextDay(member) : undefined,
    ]);
    const isToday = latest?.day === today;
    const practice = isToday ? latest.practice : membership.example(actor.id, member, today);
    const open = isToday && !latest.isDone ? today : undefined;
    // A member who waits for the first one needs no example.
    const shown = isOn && !isToday ? undefined : practice;
    return settingsCard(renderer, { member, next, practice: shown, open, isToday, today }, language);
  }

  async #join(turn: Turn): Promise<Reply> {
    const { membership, renderer } = this.parts;
    const { actor, language, now } = turn;
    const member = await membership.join(actor.id, readInput(choices, turn));
    const text = textIn(language).practice;
    const day = dayIn(await membership.nextDay(member), bogotaDay(now), language);
    const title = text.joined(hourIn(member.hour, language));
    const links = [
      { title: text.change, verb: 'practice.view', id: '' },
      { title: text.leave, verb: 'practice.leave', id: '' },
    ];
    return show(noticeCard(renderer, { title, body: text.next(day), links }, language), title);
  }

  async #leave({ actor, language }: Turn): Promise<Reply> {
    const { membership, renderer, keptFor } = this.parts;
    await membership.leave(actor.id);
    const { practice } = textIn(language);
    const { left, again, forget } = practice;
    const body = practice.leftBody(inWords(keptFor, language));
    const links = [
      { title: again, verb: 'practice.join', id: '' },
      { title: forget, verb: 'practice.forget', id: '' },
    ];
    return show(noticeCard(renderer, { title: left, body, links }, language), left);
  }

  async #forget({ actor, language }: Turn): Promise<Reply> {
    const { membership, renderer } = this.parts;
    const { forgotten, forgottenBody, stillOn } = textIn(language).practice;
    if (!(await membership.forget(actor.id))) return say(stillOn);
    return show(noticeCard(renderer, { title: forgotten, body: forgottenBody }, language), forgotten);
  }

  async #tick(turn: Turn, isDone: boolean): Promise<Reply> {
    const { membership, cards } = this.parts;
    const { actor, language } = turn;
    const seen = await membership.tick(actor.id, readInput(target, turn).id, isDone);
    if (!seen) return say(textIn(language).practice.past);
    const { practice, day, inWeek } = seen;
    return show(cards.render(practice, { day, inWeek: isDone ? inWeek : undefined }, language));
  }
}
