/** A person's absence: its days and the deputy. New cases go to the deputy on those days. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay, laterOf } from '../../../platform/calendar/days.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import type { Absence } from '../../../platform/people/absences.js';
import { isAway, type Person } from '../../../platform/people/person.js';
import { type Span, spanIn } from '../../../platform/understanding/dates.js';
import { type Reply, readInput, show, type Turn, type VerbRoute } from '../../../turn.js';
import { AwayWords, awaySavedTemplate, awayTemplate } from '../cards/away-card.js';
import { problemOf } from '../domain/entered.js';
import { namesDeputy, peopleIn } from '../service/changing.js';
import { formIsOver, leftForm } from '../service/left-open.js';
import { StandingIn } from '../service/standing-in.js';

const form = z.object({
  from: z.iso.date().or(z.literal('')).catch(''),
  until: z.iso.date().or(z.literal('')).catch(''),
  deputy: z.string().trim().toLowerCase().catch(''),
});

/** An absence that was ended, as its button carries it: `from:until:deputy`. */
const ended = z
  .object({ id: z.string() })
  .transform(({ id }) => {
    const [from, until, deputyId] = id.split(':');
    return { from, until, deputyId };
  })
  .pipe(z.object({ from: z.iso.date(), until: z.iso.date(), deputyId: z.string() }));

interface Shown {
  from: string;
  until: string;
  deputyId: string;
  understood?: Span;
  /** Said instead of what was understood. */
  note?: string;
  problem?: string;
}

export type AbsenceParts = Pick<
  FeatureContext,
  'absences' | 'directory' | 'everyone' | 'renderer' | 'things'
>;

export class AbsenceHandler {
  readonly #standingIn: StandingIn;

  constructor(private readonly parts: AbsenceParts) {
    this.#standingIn = new StandingIn(parts);
  }

  routes(): VerbRoute[] {
    return [
      { verb: 'away.set', scope: 'personal', handle: (turn) => this.#set(turn) },
      { verb: 'away.clear', scope: 'personal', handle: (turn) => this.back(turn) },
      { verb: 'away.restore', scope: 'personal', handle: (turn) => this.#restore(turn) },
    ];
  }

  /** Shows the form with the days found in the message; nothing changes before it is confirmed. */
  async start(turn: Turn): Promise<Reply> {
    const today = bogotaDay(turn.now);
    const kept = await this.kept(turn);
    const deputyId = (await this.deputyNamed(turn)) ?? kept?.deputyId ?? '';
    const span = spanIn(turn.text, today);
    if (span.from || span.until) {
      const { from = today, until = '' } = span;
      return this.ask(turn, { from, until, deputyId, understood: span });
    }
    // A message that names no day shows the absence that is kept already.
    const from = kept ? laterOf(kept.from, today) : '';
    return this.ask(turn, { from, until: kept?.until ?? '', deputyId });
  }

  /** Ends an absence, also one that has not begun, and offers to set it again. */
  async back(turn: Turn): Promise<Reply> {
    const kept = await this.kept(turn);
    if (kept) await this.parts.absences.remove(turn.actor.id);
    this.parts.things.note(turn.actor.id, [formIsOver], turn.now);
    const today = bogotaDay(turn.now);
    const words = new AwayWords(today, turn.language);
    const { back, cancelled, restore } = words.text;
    const isCancelled = kept !== undefined && kept.from > today;
    const title = isCancelled ? cancelled.title : back.title;
    const told = kept ? (isCancelled ? cancelled.body : back.ended)(words.days(kept)) : back.none;
    // The directory may have another absence, which this does not end.
    const person = await this.parts.directory.find(turn.actor.id);
    const body = `${told} ${person && isAway(person, today) ? back.directory : back.toYou}`;
    const links = kept
      ? [{ title: restore, verb: 'away.restore', id: [kept.from, kept.until, kept.deputyId].join(':') }]
      : [];
    return show(noticeCard(this.parts.renderer, { title, body, links }, turn.language), title);
  }

  async #set(turn: Turn): Promise<Reply> {
    const { deputy, ...days } = readInput(form, turn);
    return this.#save(turn, { ...days, deputyId: deputy });
  }

  async #restore(turn: Turn): Promise<Reply> {
    const absence = readInput(ended, turn);
    const today = bogotaDay(turn.now);
    return this.#save(turn, { ...absence, from: laterOf(absence.from, today) });
  }

  /** Keeps an absence, or shows the form again with its mistakes. */
  async #save(turn: Turn, absence: Absence): Promise<Reply> {
    const today = bogotaDay(turn.now);
    const words = new AwayWords(today, turn.language);
    const problem = problemOf(absence, today);
    const chosen = await this.#standingIn.find(absence.deputyId);
    const isNobody = absence.deputyId !== '' && (!chosen || chosen.id === turn.actor.id);
    const known = { ...absence, deputyId: isNobody ? '' : absence.deputyId };
    if (problem) return this.ask(turn, { ...known, problem: words.text.problem[problem] });
    if (isNobody) return this.ask(turn, { ...known, problem: words.text.problem.deputy });
    await this.parts.absences.save(turn.actor.id, { ...known, deputyId: chosen?.id ?? '' });
    this.parts.things.note(turn.actor.id, [leftForm({ ...known, isSaved: true })], turn.now);
    return this.#confirm(turn, known, words);
  }

  async #confirm(turn: Turn, absence: Absence, words: AwayWords): Promise<Reply> {
    const { set } = words.text;
    const deputy = await this.#deputyOf(turn, absence.deputyId);
    const isAwayToo = deputy !== undefined && (await this.#standingIn.isAwayToo(deputy, absence));
    const title = set.title(words.days(absence));
    const lines = [
      ...(absence.from > bogotaDay(turn.now) ? [set.notYet(words.day(absence.from))] : []),
      deputy ? set.deputy : set.noDeputy,
      ...(isAwayToo ? [set.deputyAway] : []),
      set.inHand,
      set.end,
    ];
    const data = { title, deputy: deputy?.name ?? '', lines, clear: words.clear(absence.from) };
    return show(this.parts.renderer.render(awaySavedTemplate, data, turn.language), title);
  }

  /** The form, filled in. */
  async ask(
    turn: Turn,
    { from, until, deputyId, understood = {}, note = '', problem = '' }: Shown,
  ): Promise<Reply> {
    const today = bogotaDay(turn.now);
    const words = new AwayWords(today, turn.language);
    const kept = await this.kept(turn);
    // While a deputy of the person's own stands in, the directory's is not known.
    const deputy = deputyId || !kept?.deputyId ? await this.#deputyOf(turn, deputyId) : undefined;
    const data = {
      problem,
      understood: note || words.understood(understood),
      saved: kept ? words.text.saved(words.days(kept)) : '',
      from,
      until,
      today,
      deputy: deputyId,
      deputyName: deputy?.name ?? '',
      clear: kept ? words.clear(kept.from) : '',
    };
    this.parts.things.note(turn.actor.id, [leftForm({ from, until, deputyId, isSaved: false })], turn.now);
    return show(this.parts.renderer.render(awayTemplate, data, turn.language));
  }

  /** The chosen deputy; without a choice, the one in the directory. */
  async #deputyOf(turn: Turn, chosenId: string) {
    if (chosenId) return this.#standingIn.find(chosenId);
    return this.#standingIn.find((await this.parts.directory.find(turn.actor.id))?.deputyId);
  }

  /** The deputy a text names: a person near in the line, else the only one of that name. */
  async deputyNamed({ actor, text }: Turn): Promise<string | undefined> {
    if (!namesDeputy(text)) return undefined;
    const others = (await this.parts.everyone()).filter(
      ({ id, isDisabled }) => id !== actor.id && !isDisabled,
    );
    const named = peopleIn(text, others);
    const me = await this.parts.directory.find(actor.id);
    const isNear = ({ id, superiorId }: Person) =>
      id === me?.deputyId ||
      id === me?.superiorId ||
      superiorId === actor.id ||
      (superiorId !== undefined && superiorId === me?.superiorId);
    const near = named.filter(isNear);
    const [only, ...more] = near.length > 0 ? near : named;
    return more.length === 0 ? only?.id : undefined;
  }

  /** The person's absence, unless it is over. */
  async kept(turn: Turn): Promise<Absence | undefined> {
    const absence = await this.parts.absences.find(turn.actor.id);
    return absence && absence.until >= bogotaDay(turn.now) ? absence : undefined;
  }
}
