/** A person's part in the practice of the day: joining, stopping, ticking. */
import type { Clock } from '../../../platform/clock.js';
import type { Absences } from '../../../platform/people/absences.js';
import type { Directory } from '../../../platform/people/person.js';
import { choose } from '../domain/choice.js';
import { DEFAULT_HOUR } from '../domain/hours.js';
import { type Given, type Member, resumed } from '../domain/member.js';
import { fitting, type Job, type Practice } from '../domain/practice.js';
import type { Members } from '../store/members.js';
import type { Ticks } from '../store/ticks.js';
import { mondayOf, nextDay } from './schedule.js';

export interface MembershipParts {
  members: Members;
  ticks: Ticks;
  practices: readonly Practice[];
  directory: Directory;
  absences: Pick<Absences, 'find'>;
  clock: Clock;
}

/** A practice as its person sees it. */
export interface Seen {
  practice: Practice;
  day: string;
  isDone: boolean;
  /** How many were ticked in its week. */
  inWeek: number;
}

export class Membership {
  constructor(private readonly parts: MembershipParts) {}

  find(personId: string): Promise<Member | undefined> {
    return this.parts.members.find(personId);
  }

  /** Joins, or changes the hour or the job. Omitted fields stay unchanged. */
  async join(
    personId: string,
    { hour, job }: { hour?: string | undefined; job?: Job | '' | undefined },
  ): Promise<Member> {
    const since = this.parts.clock().toISOString();
    const fresh: Member = { personId, state: 'on', hour: DEFAULT_HOUR, job: '', since, given: [] };
    const decide = (before = fresh): Member => {
      const wanted = { hour: hour ?? before.hour, job: job ?? before.job };
      const isSame = before.state === 'on' && before.hour === wanted.hour;
      return { ...resumed(before), ...wanted, since: isSame ? before.since : since };
    };
    return (await this.parts.members.change(personId, decide)) ?? fresh;
  }

  /** Stops it; undefined for who never joined. What came in the last days is kept, so that it does not come again. */
  leave(personId: string): Promise<Member | undefined> {
    return this.parts.members.change(personId, (before) => before && { ...before, state: 'off' });
  }

  /** Deletes all that is kept of a person who has stopped; false for who receives it. */
  async forget(personId: string): Promise<boolean> {
    const { members, ticks, clock } = this.parts;
    const member = await members.find(personId);
    if (member?.state === 'on') return false;
    await ticks.removeAllOf(personId, clock());
    if (member) await members.remove([member]);
    return true;
  }

  /** The day of the next practice, `YYYY-MM-DD`. */
  async nextDay(member: Member): Promise<string> {
    const { directory, absences, clock } = this.parts;
    const { personId } = member;
    // The directory tells only of an absence that has begun.
    const [person, own] = await Promise.all([directory.find(personId), absences.find(personId)]);
    const away = [person?.away, own].filter((days) => days !== undefined);
    return nextDay(member, away, clock());
  }

  /** What a person would get first; the same one until they join. */
  example(personId: string, member: Member | undefined, day: string): Practice | undefined {
    return choose(personId, member?.given ?? [], day, fitting(this.parts.practices, member?.job ?? ''));
  }

  /** Ticks a practice, or takes the tick back; undefined for another one than the person's latest. */
  async tick(personId: string, day: string, isDone: boolean): Promise<Seen | undefined> {
    const { members, ticks, clock } = this.parts;
    const [member, done] = await Promise.all([members.find(personId), this.#doneInWeek(personId, day)]);
    const latest = member && this.latestOf(member);
    if (latest?.day !== day) return undefined;
    if (isDone) await ticks.add(personId, day, latest.practice, clock());
    else await ticks.remove(personId, day);
    const others = done.filter((each) => each.day !== day).length;
    return { ...latest, isDone, inWeek: others + (isDone ? 1 : 0) };
  }

  /** A person's latest practice with its tick; undefined before the first one. */
  async latest(member: Member): Promise<Seen | undefined> {
    const latest = this.latestOf(member);
    if (!latest) return undefined;
    const done = await this.#doneInWeek(member.personId, latest.day);
    return { ...latest, isDone: done.some(({ day }) => day === latest.day), inWeek: done.length };
  }

  latestOf({ given }: Member): { practice: Practice; day: string } | undefined {
    const last: Given | undefined = given.at(-1);
    const practice = this.parts.practices.find(({ id }) => id === last?.practice);
    return practice && last && { practice, day: last.day };
  }

  #doneInWeek(personId: string, day: string) {
    return this.parts.ticks.of(personId, mondayOf(day), day);
  }
}
