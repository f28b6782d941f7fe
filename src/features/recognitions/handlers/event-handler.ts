/** The recognition event of the humanization team: its candidates, and the list that the team keeps. */
import type { FeatureContext } from '../../../feature.js';
import type { DayPeriod } from '../../../platform/calendar/day-period.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import { onlyFor } from '../../../platform/errors.js';
import { type Reply, readInput, show, type Turn, type VerbRoute } from '../../../turn.js';
import { eventCard } from '../cards/event-card.js';
import { eventListCard } from '../cards/event-list-card.js';
import { eventPersonCard } from '../cards/event-person-card.js';
import { preparesEvents } from '../domain/permissions.js';
import type { Attributes } from '../service/attributes.js';
import { type Added, type EventService, MOST_SHORTLISTED } from '../service/event-service.js';
import { textIn } from '../text/catalogue.js';
import { defaultPeriod, eventView, ofCandidate, periodIn } from './event-inputs.js';

export interface EventHandlerParts extends Pick<FeatureContext, 'names' | 'renderer'> {
  attributes: Attributes;
  event: EventService;
}

const PAGE = 10;

export class EventHandler {
  constructor(private readonly parts: EventHandlerParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'recognitions.event', scope: 'personal', handle: (turn) => this.candidates(turn) },
      { verb: 'event.candidate', scope: 'personal', handle: (turn) => this.#candidate(turn) },
      { verb: 'event.add', scope: 'personal', handle: (turn) => this.#add(turn) },
      { verb: 'event.remove', scope: 'personal', handle: (turn) => this.#remove(turn) },
      { verb: 'event.list', scope: 'personal', handle: (turn) => this.#list(turn) },
    ];
  }

  /** The candidates of a period, those with the widest spread first. */
  async candidates(turn: Turn): Promise<Reply> {
    await permitEvent(turn);
    const { event, renderer } = this.parts;
    const text = textIn(turn.language).recognitionEvent;
    const { attribute, area, source, page: at, ...days } = readInput(eventView, turn);
    const asked = periodIn(days, turn.now);
    const period = asked ?? defaultPeriod(turn.now);
    const filters = { attribute, area, source };
    const [all, listedIds] = await Promise.all([event.view(period), event.listedIds(period)]);
    const candidates = event.filter(all, filters);
    const page = await event.present(candidates.slice(at, at + PAGE));
    const areas = [...new Set(all.candidates.map((each) => each.area))].filter((each) => each !== '');
    const view = {
      now: turn.now,
      period,
      filters,
      problem: asked ? '' : text.wrongPeriod,
      candidates,
      page,
      at,
      next: candidates.length > at + PAGE ? at + PAGE : undefined,
      areas: areas.sort((one, other) => one.localeCompare(other, 'es')),
      listedIds,
    };
    return show(eventCard(renderer, this.parts, view, turn.language), text.title);
  }

  async #candidate(turn: Turn): Promise<Reply> {
    await permitEvent(turn);
    return this.#person(turn);
  }

  async #add(turn: Turn): Promise<Reply> {
    await permitEvent(turn);
    const input = readInput(ofCandidate, turn);
    const period = periodIn(input, turn.now) ?? defaultPeriod(turn.now);
    const added = await this.parts.event.add(period, input.id, turn.actor.id);
    const { already, oneself, full } = textIn(turn.language).recognitionEvent;
    const notes: Partial<Record<Added, string>> = { already, oneself, full: full(MOST_SHORTLISTED) };
    return this.#person(turn, notes[added]);
  }

  async #remove(turn: Turn): Promise<Reply> {
    await permitEvent(turn);
    const input = readInput(ofCandidate, turn);
    const period = periodIn(input, turn.now) ?? defaultPeriod(turn.now);
    await this.parts.event.remove(period, input.id);
    return this.#person(turn, textIn(turn.language).recognitionEvent.removed);
  }

  async #list(turn: Turn): Promise<Reply> {
    await permitEvent(turn);
    const { event, renderer } = this.parts;
    const period = periodIn(readInput(eventView, turn), turn.now) ?? defaultPeriod(turn.now);
    const { candidates } = await event.view(period);
    const [listed, otherPeriods] = await Promise.all([
      event.shortlisted(period, candidates),
      event.otherPeriods(period),
    ]);
    const view = { period, ...listed, otherPeriods };
    const card = await eventListCard(renderer, this.parts, view, turn.language);
    return show(card, textIn(turn.language).recognitionEvent.listTitle);
  }

  /** @param note what a click has come to. */
  async #person(turn: Turn, note?: string): Promise<Reply> {
    const { event, renderer } = this.parts;
    const { id, attribute, area, source, page, ...days } = readInput(ofCandidate, turn);
    const period: DayPeriod = periodIn(days, turn.now) ?? defaultPeriod(turn.now);
    const text = textIn(turn.language).recognitionEvent;
    const all = await event.view(period);
    const [candidate] = await event.present(all.candidates.filter((each) => each.id === id));
    if (!candidate) {
      const words = { title: text.goneTitle, body: text.goneBody };
      const links = [{ title: text.title, verb: 'recognitions.event', id: '' }];
      return show(noticeCard(renderer, { ...words, links }, turn.language));
    }
    const view = {
      candidate,
      period,
      recognitions: all.recognitions.filter(({ personId }) => personId === id),
      entry: await event.entryOf(period, id),
      note,
      filters: { attribute, area, source },
      page: String(page),
    };
    return show(await eventPersonCard(renderer, this.parts, view, turn.language), text.candidateTitle);
  }
}

/** @throws AppError `not-allowed` for everybody but the team, as the roles are now. */
export async function permitEvent(turn: Turn): Promise<void> {
  if (!preparesEvents(await turn.person()))
    throw onlyFor((language) => textIn(language).recognitionEvent.only);
}
