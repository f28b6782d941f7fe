/** Chooses the practices of those whose hour has come, and puts them on their way. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { type WorkKinds, workKind } from '../../../platform/delivery/work.js';
import { findActive, isAway } from '../../../platform/people/person.js';
import { choose } from '../domain/choice.js';
import { HOURS, isTooLate, momentOf } from '../domain/hours.js';
import { givenOn, type Member, withGiven } from '../domain/member.js';
import { fitting, type Practice } from '../domain/practice.js';
import type { SentCounts } from '../store/counts.js';
import type { Members, StoredMember } from '../store/members.js';
import { dueNow } from './schedule.js';

/** The kind of work: one hour of one day. */
const ROUND = 'practice-round';
/** How many people the directory is asked about at a time. */
const AT_ONCE = 50;

const round = z.object({ kind: z.literal(ROUND), day: z.iso.date(), hour: z.enum(HOURS) });
type Round = z.output<typeof round>;

export interface RoundParts extends Pick<FeatureContext, 'clock' | 'directory' | 'log'> {
  members: Members;
  counts: SentCounts;
  practices: readonly Practice[];
  instances: Pick<FeatureContext['instances'], 'me' | 'ownerOf'>;
  work: Pick<FeatureContext['work'], 'later'>;
  isGuest: (personId: string) => Promise<boolean>;
  /** Puts the practices of a day on their way to people; repeating it changes nothing. */
  send: (day: string, personIds: readonly string[]) => Promise<void>;
}

export class Rounds {
  /** The hours of a day that this instance has queued, so that looking costs no request. */
  #queued = { day: '', hours: new Set<string>() };

  constructor(private readonly parts: RoundParts) {}

  get work(): WorkKinds {
    // The next instance that looks re-queues a lost hour, until it is too late.
    return { [ROUND]: workKind(round, (item) => this.#run(item), { comesAgain: false }) };
  }

  /** Queues the hours that have come. One instance does it for all; when another one takes over, it does so again. */
  async look(): Promise<void> {
    const { instances, clock, work } = this.parts;
    const { day, hours } = dueNow(clock());
    if (hours.length === 0 || instances.ownerOf(ROUND) !== instances.me) return;
    if (this.#queued.day !== day) this.#queued = { day, hours: new Set() };
    for (const hour of hours.filter((each) => !this.#queued.hours.has(each))) {
      await work.later({ kind: ROUND, day, hour }, 0);
      this.#queued.hours.add(hour);
    }
  }

  async #run({ day, hour }: Round): Promise<undefined> {
    const { members, counts, clock, send, log } = this.parts;
    if (isTooLate(day, hour, clock())) return undefined;
    const due = momentOf(day, hour).toISOString();
    const joined = (await members.at(hour)).filter(({ member }) => member.since <= due);
    const present = await this.#present(joined, day);
    const given = await members.changeAll(present, (member) => this.#given(member, day, hour));
    const ids = given.filter((member) => givenOn(member, day)?.hour === hour).map(({ personId }) => personId);
    await send(day, ids);
    if (ids.length > 0) await counts.set(day, hour, ids.length);
    log.info({ day, hour, people: ids.length }, 'practices of the day chosen');
    return undefined;
  }

  /** Members with an account who are neither guests nor away. */
  async #present(stored: readonly StoredMember[], day: string): Promise<StoredMember[]> {
    const present: StoredMember[] = [];
    for (let from = 0; from < stored.length; from += AT_ONCE) {
      const some = stored.slice(from, from + AT_ONCE);
      const are = await Promise.all(some.map(({ member }) => this.#isPresent(member.personId, day)));
      present.push(...some.filter((_, at) => are[at]));
    }
    return present;
  }

  async #isPresent(personId: string, day: string): Promise<boolean> {
    const { directory, isGuest } = this.parts;
    const person = await findActive(directory, personId);
    return person !== undefined && !isAway(person, day) && !(await isGuest(personId));
  }

  /** Undefined for who has one for this day already, or stopped a moment ago. */
  #given(member: Member, day: string, hour: string): Member | undefined {
    if (member.state !== 'on' || givenOn(member, day)) return undefined;
    const practices = fitting(this.parts.practices, member.job);
    const practice = choose(member.personId, member.given, day, practices);
    return practice && withGiven(member, { day, hour, practice: practice.id });
  }
}
