/** Sends the figures of the month before, once, on the first business day of a month at eight. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import {
  bogotaDay,
  bogotaMonth,
  shiftedDay,
  shiftedMonth,
  startOfMonth,
} from '../../../platform/calendar/days.js';
import { addMilliseconds } from '../../../platform/clock.js';
import { Dispatcher } from '../../../platform/delivery/dispatcher.js';
import { NoticeEffects, type RenderNotice } from '../../../platform/delivery/notice-effects.js';
import { NoticeGate } from '../../../platform/delivery/notice-gate.js';
import { OUTBOX_PREFIX, toOutboxRows } from '../../../platform/delivery/outbox.js';
import { type WorkKinds, workKind } from '../../../platform/delivery/work.js';
import { periodOf } from '../../../platform/figures/period.js';
import { findActive, isAway, type Person } from '../../../platform/people/person.js';
import { insertNew } from '../../../platform/storage/conditional.js';
import { removeRows } from '../../../platform/storage/removal.js';
import { rowKeysOf } from '../../../platform/storage/tables.js';
import { monthName } from '../../../platform/text/dates.js';
import { type IndicatorsParts, indicatorsMessage } from '../cards/indicators-card.js';
import { getsMonthly, scopeOf } from '../domain/permissions.js';
import type { Wishes } from '../store/wishes.js';
import { textIn } from '../text/catalogue.js';
import type { Looking } from './looking.js';

/** The kinds of work: putting the notices of a month on their way, and sending them. */
const ROUND = 'monthly-round';
const MONTHLY = 'monthly-figures';
const SENT = 'sent';
/** Figures that come later than this are old news; the bot was down. */
const MOST_LATE_MS = 7 * 24 * 3_600_000;

const month = z.string().regex(/^\d{4}-\d{2}$/);
const round = z.object({ kind: z.literal(ROUND), month });
const sending = z.object({ kind: z.literal(MONTHLY), month });

interface MonthlyParts
  extends IndicatorsParts,
    Pick<
      FeatureContext,
      | 'calendar'
      | 'clock'
      | 'contacts'
      | 'directory'
      | 'handover'
      | 'instances'
      | 'log'
      | 'notices'
      | 'rates'
      | 'tables'
      | 'work'
    > {
  looking: Looking;
  wishes: Wishes;
}

export class Monthly {
  readonly #dispatcher: Dispatcher;
  /** The month whose round this instance has queued, so that looking costs no request. */
  #queued = '';

  constructor(private readonly parts: MonthlyParts) {
    const { notices, tables, handover } = parts;
    const leave = (to: string, partitionKey: string) =>
      handover.give(to, { kind: MONTHLY, month: partitionKey.slice(partitionKey.indexOf(':') + 1) });
    const gate = new NoticeGate({ ...parts, leave, priority: 'other' });
    const effects = new NoticeEffects(notices, tables, 'Figures');
    this.#dispatcher = new Dispatcher({
      ...parts,
      table: 'Figures',
      handlers: { [MONTHLY]: effects.announcement((...of) => this.#render(...of)) },
      permit: (item) => gate.permit(item),
      leave,
    });
  }

  get work(): WorkKinds {
    return {
      // The next instance that looks re-queues a lost round, until it is too late.
      [ROUND]: workKind(round, (item) => this.#run(item.month), { comesAgain: false }),
      [MONTHLY]: workKind(sending, (item) => this.#dispatcher.dispatch(partitionOf(item.month))),
    };
  }

  /** Queues the round of this month when it is due. One instance does it for all. */
  async look(): Promise<void> {
    const { clock, instances, work } = this.parts;
    const month = bogotaMonth(clock());
    if (this.#queued === month || !this.#isDue(month)) return;
    if (instances.ownerOf(ROUND) !== instances.me) return;
    await work.later({ kind: ROUND, month }, 0);
    this.#queued = month;
  }

  #isDue(month: string): boolean {
    const { clock, calendar } = this.parts;
    const due = calendar.afterHours(0, startOfMonth(month));
    return clock() >= due && clock() <= addMilliseconds(due, MOST_LATE_MS);
  }

  /** Puts the notices of a month into the outbox. Repeating it changes nothing. */
  async #run(month: string): Promise<undefined> {
    const { tables, work, log } = this.parts;
    if (!this.#isDue(month)) return;
    const partitionKey = partitionOf(month);
    if (await tables.get('Figures', partitionKey, SENT)) return;
    const readers = await this.#readers();
    for (const person of readers) {
      const notBefore = this.#backAt(person);
      // The figures of the next month come before.
      if (notBefore && bogotaMonth(notBefore) !== month) continue;
      const effect = { kind: MONTHLY, target: person.id, urgent: false, notBefore: notBefore?.toISOString() };
      const [row] = toOutboxRows(partitionKey, 0, [effect]);
      // Each person has one row, whoever puts it there. It stays when it is sent, for longer than this may be repeated.
      if (row) await insertNew(tables, 'Figures', { ...row, rowKey: `${OUTBOX_PREFIX}${person.id}`, month });
    }
    await work.later({ kind: MONTHLY, month }, 0);
    await insertNew(tables, 'Figures', { partitionKey, rowKey: SENT, month });
    await this.#forget(shiftedMonth(month, -1));
    log.info({ month, people: readers.length }, 'figures of the month put on their way');
  }

  /** Who is away gets them on the first business day after it; undefined for who is there. */
  #backAt(person: Person): Date | undefined {
    const { clock, calendar } = this.parts;
    if (!person.away || !isAway(person, bogotaDay(clock()))) return undefined;
    return calendar.afterHours(0, new Date(`${shiftedDay(person.away.until, 1)}T00:00:00-05:00`));
  }

  /** Deletes the receivers of a month, and the wishes of people who have left. */
  async #forget(month: string): Promise<void> {
    const { tables, wishes, directory } = this.parts;
    const partitionKey = partitionOf(month);
    const rows: { partitionKey: string; rowKey: string }[] = [];
    for await (const rowKey of rowKeysOf(tables, 'Figures', partitionKey))
      rows.push({ partitionKey, rowKey });
    await removeRows(tables, 'Figures', rows);
    for (const { personId } of await wishes.all()) {
      if (!(await findActive(directory, personId))) await wishes.remove(personId);
    }
  }

  async #readers(): Promise<Person[]> {
    const { directory, wishes } = this.parts;
    const said = new Map((await wishes.all()).map(({ personId, wants }) => [personId, wants]));
    const team = await directory.withRole('humanization');
    const ids = new Set([...team.map(({ id }) => id), ...said.keys()]);
    const people = await Promise.all([...ids].map((id) => findActive(directory, id)));
    return people.flatMap((one) => (one && getsMonthly(one, said.get(one.id)) ? [one] : []));
  }

  /** Nothing for who has left, or wants it no longer by now. */
  async #render(...[item, language]: Parameters<RenderNotice>): ReturnType<RenderNotice> {
    const { directory, wishes, looking, clock } = this.parts;
    const person = await findActive(directory, item.target);
    const scope = person && scopeOf(person);
    if (!scope || !getsMonthly(person, (await wishes.find(person.id))?.wants)) return undefined;
    const month = shiftedMonth(item.partitionKey.slice(item.partitionKey.indexOf(':') + 1), -1);
    const asked = { scope, period: periodOf('month', month), notes: [] };
    const shown = { ...(await looking.look(person, asked)), isNotice: true };
    const { card } = indicatorsMessage(this.parts, shown, clock(), language);
    return { card, summary: textIn(language).indicators.monthly.summary(monthName(month, language)) };
  }
}

const partitionOf = (month: string) => `monthly:${month}`;
