import assert from 'node:assert/strict';
import { textIn } from '../../../src/platform/text/catalogue.js';
import { type Entry, type EntryOf, entriesOf, numbersIn } from '../history.js';
import { longDays } from '../long-days.js';
import { simulate } from '../simulation/simulation.js';
import { check } from './check.js';
import { DONE_WRONGLY, sent, waitAgain } from './forgeries-of-features.js';
import { FOLLOWED_UP_WRONGLY } from './forgeries-of-follow-ups.js';
import { SEEN_WRONGLY } from './forgeries-of-messages.js';
import { STORED_WRONGLY } from './forgeries-of-storage.js';
import { type Forgery, movedUpUntold, NotThere, only, read, repeat, type Seen, startNow } from './forging.js';
import type { Exactness } from './limits.js';
import { markersOfTraining } from './trainings.js';
import type { Violation } from './violation.js';

/**
 * People act, and nothing breaks; in between, days pass, after which who reported is asked how it went. What does not
 * happen with the first seeds does with the others.
 */
const QUIET_SEEDS = [
  [20, 21],
  [111, 12],
  [105, 9],
] as const;

/** What the checker counts it as, once something is forged on this day; undefined if it sees nothing, or there is nothing to forge. */
function complaintOn(day: Seen, { forge, complaint }: Pick<Forgery, 'forge' | 'complaint'>) {
  const seen = structuredClone(day);
  try {
    forge(seen);
  } catch (error) {
    if (error instanceof NotThere) return undefined;
    throw error;
  }
  return check(seen.history, seen.facts).violations.find(({ what }) => complaint.test(what))?.count;
}

/** What answers this person's question. */
const tellsOfRobotismo =
  (person: string) =>
  (entry: Entry): entry is EntryOf<'sent'> =>
    entry.kind === 'sent' &&
    entry.conversation === `a:${person}` &&
    !!entry.shown?.text.includes('robotismo');

describe('the checker of the fault schedules', () => {
  const days: Seen[] = [];
  let quiet: Seen;
  before(async function () {
    this.timeout(240_000);
    for (const seeds of QUIET_SEEDS) {
      const { history, facts } = await simulate(longDays(seeds));
      days.push({ history: { ...history, entries: [...history.entries] }, facts });
    }
    quiet = only(days[0]);
  });

  it('finds nothing wrong with quiet days', () => {
    for (const { history, facts } of days) {
      const { violations, acknowledged } = check(history, facts);
      assert.deepEqual(violations, []);
      assert.ok(acknowledged > 2);
    }
  });

  for (const { title, forge, complaint, count } of [
    ...STORED_WRONGLY,
    ...SEEN_WRONGLY,
    ...FOLLOWED_UP_WRONGLY,
    ...DONE_WRONGLY,
  ]) {
    it(`sees ${title}`, () => {
      let found: Violation['count'] | undefined;
      for (const day of days) found ??= complaintOn(day, { forge, complaint });
      assert.equal(found, count);
    });
  }

  it('takes an apology for the answer to the question that has no other', () => {
    const seen = structuredClone(quiet);
    const asked = only(entriesOf(seen.history, 'said').find(({ expects }) => expects.includes('robotismo')));
    const { at, person } = asked;
    const answer = only(
      entriesOf(seen.history, 'sent').find(
        (entry) => entry.at >= at && entry.shown?.text.includes('robotismo'),
      ),
    );
    const text = textIn('es').errors['storage-unavailable'];
    seen.history.entries.push(
      { ...asked, activity: 'next', expects: 'Mis casos' },
      { at, kind: 'answered', activity: 'next', delivery: 1, person, status: 200 },
      { ...answer, at: answer.at - 1, message: 'apology', shown: { text, summary: '', isCard: false } },
    );
    seen.history.entries.sort((one, other) => one.at - other.at);
    assert.deepEqual(check(seen.history, seen.facts).violations, []);
  });

  /** A quiet day in which all that somebody was told since they asked is something else: any of it might be taken for the answer. */
  function untold({ at, person }: EntryOf<'said'>): Entry[] {
    const conversation = `a:${person}`;
    const isTold = (entry: Entry) =>
      entry.kind === 'sent' && entry.conversation === conversation && entry.at >= at;
    const answer = only(quiet.history.entries.find(tellsOfRobotismo(person)));
    const shown = { text: 'otra cosa', summary: '', isCard: false };
    const kept = quiet.history.entries.filter((entry) => !isTold(entry));
    return [...kept, { ...answer, at: at + 1, shown }];
  }

  it('allows an answer to be lost with its process and the queue, and not with one of them', () => {
    const seen = structuredClone(quiet);
    const asked = only(entriesOf(seen.history, 'said').find(({ expects }) => expects.includes('robotismo')));
    const { at, instance } = asked;
    const entries = untold(asked);
    const lostAfter = (kinds: readonly ('killed' | 'stopped' | 'purged')[], apartMs = 10_001) => {
      const trouble = kinds.map((kind, index): Entry => {
        const moment = at + 1 + index * apartMs;
        return kind === 'purged' ? { at: moment, kind } : { at: moment, kind, instance };
      });
      const history = { ...seen.history, entries: [...entries, ...trouble].sort((a, b) => a.at - b.at) };
      const { violations } = check(history, seen.facts);
      return violations.filter(({ what }) => what.includes(asked.activity)).length;
    };
    assert.equal(lostAfter([]), 1);
    for (const allowed of [
      ['killed', 'purged'],
      ['purged', 'killed'],
      ['stopped', 'purged'],
    ] as const)
      assert.equal(lostAfter(allowed), 0, allowed.join());
    assert.equal(lostAfter(['purged', 'stopped'], 10_000), 0, 'it was stopping already');
    for (const wrong of [['killed'], ['purged'], ['purged', 'stopped']] as const)
      assert.equal(lostAfter(wrong), 1, wrong.join());
  });

  it('allows an answer to be given up that was tried for ten minutes, and not before', () => {
    const asked = only(entriesOf(quiet.history, 'said').find(({ expects }) => expects.includes('robotismo')));
    const { at, person } = asked;
    const answer = only(quiet.history.entries.find(tellsOfRobotismo(person)));
    const lostAfter = (minutes: number) => {
      const tries = Array.from(
        { length: minutes },
        (_, minute): Entry => ({
          ...answer,
          at: at + (minute + 1) * 60_000,
          arrived: false,
          status: 503,
        }),
      );
      const entries = [...untold(asked), ...tries].sort((one, two) => one.at - two.at);
      const { violations } = check({ ...quiet.history, entries }, quiet.facts);
      return violations.filter(({ what }) => what.includes(asked.activity)).length;
    };
    assert.equal(lostAfter(10), 0);
    assert.equal(lostAfter(5), 1);
  });

  it('allows as many messages again of an instance that has just begun anew', () => {
    const seen = structuredClone(quiet);
    startNow(seen);
    for (let count = 0; count < 14; count++) read(seen, 'somebody', 'hola', count % 2);
    assert.deepEqual(check(seen.history, seen.facts).violations, []);
  });

  it('counts messages by when they left, where they are noted late', () => {
    const seen = structuredClone(quiet);
    for (let count = 0; count < 8; count++) read(seen, 'somebody', 'hola');
    const forged = seen.history.entries.slice(-8);
    for (const [index, entry] of forged.entries()) Object.assign(entry, { leftAt: entry.at - index * 1_000 });
    const passed = (exactness?: Exactness) => check(seen.history, seen.facts, exactness).violations.length;
    assert.equal(passed({ counts: 'leftAt', slackMs: 0, graceMs: 250 }), 0);
    assert.equal(passed(), 1);
  });

  it('allows a case to move up untold while what its card is made of could not be read, and only then', () => {
    type Moved = ReturnType<typeof movedUpUntold>;
    const isAllowed = (downMs: number, changed: (moved: Moved) => object) => {
      const forge = (seen: Seen) => {
        const moved = movedUpUntold(seen);
        for (const row of moved.rows) Object.assign(row, changed(moved));
        const at = Date.parse(moved.climbed.at) + downMs;
        seen.history.entries.unshift({ at, kind: 'weather', weather: { tables: { refuse: 1 } } });
      };
      const complaint = /nobody who attends to it was told/;
      return days.every((day) => complaintOn(day, { forge, complaint }) === undefined);
    };
    const late = ({ climbed: { at } }: Moved) => ({ attempts: 9, sentAt: at });
    assert.ok(isAllowed(-1, late));
    assert.ok(!isAllowed(1, late));
    assert.ok(!isAllowed(-1, (moved) => ({ ...late(moved), attempts: 8 })));
    assert.ok(!isAllowed(-1, (moved) => ({ ...late(moved), sentAt: only(moved.rows[0]).sentAt })));
  });

  it('does not expect a recognition that is not told yet in the list of who gets it', () => {
    const seesAs = (status: string) => {
      const forge = (seen: Seen) => {
        const one = sent(seen);
        Object.assign(waitAgain(seen, one), { status });
        one.listed = one.listed.filter(({ list }) => list.startsWith('by:'));
      };
      const complaint = /the lists of the recognition .* are not as it is/;
      return days.map((day) => complaintOn(day, { forge, complaint }));
    };
    assert.ok(seesAs('sent').includes('wrong'));
    assert.ok(!seesAs('pending').includes('wrong'));
  });

  it('allows a recognition in all lists once an instance may have told it, by the clock that is furthest ahead', () => {
    const seesWith = (changed: { attempts?: number; clocksApartMs?: number }) => {
      const forge = (seen: Seen) => {
        const row = waitAgain(seen, sent(seen));
        row.attempts = changed.attempts ?? 0;
        seen.history.clocksApartMs = changed.clocksApartMs ?? 0;
      };
      const complaint = /the lists of the recognition .* are not as it is/;
      return days.map((day) => complaintOn(day, { forge, complaint }));
    };
    assert.ok(seesWith({}).includes('wrong'));
    assert.ok(!seesWith({ attempts: 1 }).includes('wrong'));
    assert.ok(!seesWith({ clocksApartMs: 600_000 }).includes('wrong'));
  });

  it('allows seats beyond the limit of a training whose form was sent once more with another one', () => {
    const seesWith = (markers: readonly string[]) => {
      const forge = (seen: Seen) => {
        const training = only(
          seen.facts.trainings.find(
            (one) => one.attendees.length > 0 && markersOfTraining(seen.history, one).length === 1,
          ),
        );
        // Whether people limit the seats of theirs is chance.
        for (const [seat, attendee] of training.attendees.entries()) attendee.seat = seat;
        training.seats = [...training.attendees.keys()];
        training.capacity = 0;
        const form = only(entriesOf(seen.history, 'said').find(({ draft }) => draft === training.id));
        for (const marker of markers) seen.history.entries.push({ ...form, verb: 'training.create', marker });
      };
      return days.map((day) => complaintOn(day, { forge, complaint: /the seats of ".*" are not/ }));
    };
    assert.ok(seesWith([]).includes('wrong'));
    assert.ok(!seesWith(['one', 'other']).includes('wrong'));
  });

  it('allows a notice to be repeated once for each time that its sender could not know, and no more', () => {
    const seen = structuredClone(quiet);
    const card = entriesOf(seen.history, 'sent').find(
      ({ method, shown }) => method === 'post' && shown?.isCard && numbersIn(shown.summary).length === 1,
    );
    const sent = only(card);
    sent.status = undefined;
    repeat(seen, { ...sent, status: 201 });
    assert.deepEqual(check(seen.history, seen.facts).violations, []);
    repeat(seen, { ...sent, status: 201 });
    assert.match(check(seen.history, seen.facts).violations[0]?.what ?? '', /was sent 3 times/);
  });
});
