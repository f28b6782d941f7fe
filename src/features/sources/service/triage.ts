/**
 * What the team decides of each row. A decision waits two minutes, in which it can be taken back, and is then carried out
 * through the queue: the message is there before the decision is.
 */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { addMilliseconds } from '../../../platform/clock.js';
import { type WorkKinds, workKind } from '../../../platform/delivery/work.js';
import { type Person, stranger } from '../../../platform/people/person.js';
import { beginningOf } from '../../../platform/text/beginning.js';
import { channel, type Dismissal, keyOf } from '../domain/arrived.js';
import { mayGet } from '../domain/people.js';
import {
  type Decision,
  emptied,
  type SourceRow,
  type Thanked,
  UNDO_MS,
  undoableUntil,
  waitingAgain,
} from '../domain/source-row.js';
import type { DigestLine } from '../store/digests.js';
import { carrySlot, type Place, type SourceRows, type StoredSource, waitSlot } from '../store/source-rows.js';
import type { Intake, Receiving } from './receiving.js';
import type { Thanking } from './thanking.js';

const CARRY = 'sources-carry';
const carryWork = z.object({ kind: z.literal(CARRY), channel, key: z.string().min(1) });
/** In UTF-16 units. */
const MOST_WORDS = 80;
const BUSY_MS = 5_000;
/** A decision that is not carried out by then has lost its message. */
const LOST_AFTER_MS = UNDO_MS + 10 * 60_000;

export type Deciding =
  | { as: 'report'; leaderId?: string }
  | ({ as: 'thanks' } & Thanked)
  | { as: 'dismissed'; reason: Dismissal };

/**
 * `gone`: somebody else has decided, the row is about the person who decides, or there is none. `no-leader`: the chosen
 * leader cannot get it.
 */
export type Outcome = { kind: 'done'; row: SourceRow } | { kind: 'gone' | 'no-leader' };

export interface TriageParts extends Pick<FeatureContext, 'clock' | 'work' | 'directory' | 'newId' | 'log'> {
  rows: SourceRows;
  receiving: Pick<Receiving, 'take'>;
  thanking: Pick<Thanking, 'take'>;
  intake: Pick<Intake, 'forget'>;
  /** Has the leader told with what else they are given. Idempotent. */
  tellLater: (leaderId: string, line: DigestLine) => Promise<void>;
}

export class Triage {
  constructor(private readonly parts: TriageParts) {}

  get work(): WorkKinds {
    return { [CARRY]: workKind(carryWork, (place) => this.carry(place)) };
  }

  async decide(id: string, by: Person, deciding: Deciding): Promise<Outcome> {
    const { rows, work, clock } = this.parts;
    const stored = await this.#decidable(id, by);
    if (stored?.row.state !== 'waiting') return { kind: 'gone' };
    const { row } = stored;
    if (!(await this.#canGet(row, deciding))) return { kind: 'no-leader' };
    const at = clock().toISOString();
    const decided: SourceRow = {
      ...row,
      state: 'decided',
      decision: { ...deciding, by: by.id, at },
      slot: carrySlot(row, at),
    };
    await work.later({ kind: CARRY, channel: row.channel, key: keyOf(row.ownId) }, UNDO_MS);
    return (await rows.change(stored, decided)) ? { kind: 'done', row: decided } : { kind: 'gone' };
  }

  /** Takes back a decision of any team member, while nothing of it has gone out. */
  async undo(id: string, by: Person): Promise<Outcome> {
    const { rows, clock } = this.parts;
    const stored = await this.#decidable(id, by);
    const decision = stored?.row.decision;
    if (stored?.row.state !== 'decided' || !decision || clock() > undoableUntil(decision))
      return { kind: 'gone' };
    const again = waitingAgain(stored.row, waitSlot(stored.row));
    return (await rows.change(stored, again)) ? { kind: 'done', row: again } : { kind: 'gone' };
  }

  /** Puts a row at the end of those that are as pressing. */
  async postpone(id: string, by: Person): Promise<Outcome> {
    const { rows, clock } = this.parts;
    const stored = await this.#decidable(id, by);
    if (stored?.row.state !== 'waiting') return { kind: 'gone' };
    const later = { ...stored.row, slot: waitSlot(stored.row, clock().toISOString()) };
    return (await rows.change(stored, later)) ? { kind: 'done', row: later } : { kind: 'gone' };
  }

  /** The row, unless it is about this person: nobody decides on a row about themselves. */
  async #decidable(id: string, by: Person): Promise<StoredSource | undefined> {
    const stored = await this.parts.rows.byId(id);
    return stored?.row.personId === by.id ? undefined : stored;
  }

  async #canGet(row: SourceRow, deciding: Deciding): Promise<boolean> {
    if (deciding.as !== 'report' || deciding.leaderId === undefined) return true;
    const leader = await this.parts.directory.find(deciding.leaderId);
    return leader !== undefined && mayGet(leader, row);
  }

  /** Carries out a decision once it can no longer be taken back. @returns the milliseconds until the next try, if one is needed. */
  async carry(place: Place): Promise<number | undefined> {
    const { rows, clock } = this.parts;
    const stored = await rows.find(place);
    if (!stored?.row.decision || (stored.row.state !== 'decided' && stored.row.state !== 'carrying'))
      return undefined;
    const early = undoableUntil(stored.row.decision).getTime() - clock().getTime();
    if (stored.row.state === 'decided' && early >= 0) return Math.max(early, 1);
    // From here on it cannot be taken back.
    if (stored.row.state === 'decided') {
      const isHeld = await rows.change(stored, { ...stored.row, state: 'carrying' });
      return isHeld ? this.carry(place) : BUSY_MS;
    }
    const after = await this.#carryOut(stored.row, stored.row.decision);
    const isChanged = await rows.change(stored, after);
    if (!isChanged) return BUSY_MS;
    return after.state === 'carrying' ? this.carry(place) : undefined;
  }

  /** @returns the row after it. Idempotent. */
  async #carryOut(row: SourceRow, decision: Decision): Promise<SourceRow> {
    const over: SourceRow = { ...emptied(row), state: 'done' };
    if (decision.as === 'report') {
      const caseNumber = await this.#report(row, decision);
      return caseNumber === undefined ? this.#moved(row) : { ...over, caseNumber };
    }
    const taken = decision.as === 'thanks' ? await this.parts.thanking.take(row, decision) : 'taken';
    if (taken === 'not-theirs') return this.#moved(row);
    if (taken === 'refused') return waitingAgain(row, waitSlot(row));
    // No case keeps who read it, and its words are gone, too.
    await this.parts.intake.forget(row.becomes);
    return over;
  }

  /** Before ids came from the server, a person could make a row of their own under the id of this one. */
  #moved(row: SourceRow): SourceRow {
    this.parts.log.error({ row: row.id }, 'the id of a row was taken; it gets another one');
    return { ...row, becomes: this.parts.newId() };
  }

  /** @returns the number of its case; undefined if the id belongs to another case. */
  async #report(row: SourceRow, decision: Extract<Decision, { as: 'report' }>): Promise<string | undefined> {
    const { receiving, directory, tellLater, clock } = this.parts;
    const by = (await directory.find(decision.by)) ?? stranger(decision.by);
    const taken = await receiving.take(row, by, decision.leaderId);
    if (!taken) return undefined;
    const { caseId, number, level, assigneeId } = taken;
    if (assigneeId !== undefined && !taken.isTold) {
      const words = beginningOf(row.text.replace(/\s+/gu, ' '), MOST_WORDS);
      const line = { caseId, number, level, channel: row.channel, words, at: clock().toISOString() };
      await tellLater(assigneeId, line);
    }
    return number;
  }

  /** Carries out decisions whose message was lost. */
  async audit(): Promise<void> {
    const { rows, clock, log } = this.parts;
    for await (const place of rows.unfinished(addMilliseconds(clock(), -LOST_AFTER_MS))) {
      log.error({ row: place.key }, 'a decision on a row was lost; it is made up for');
      await this.carry(place);
    }
  }
}
