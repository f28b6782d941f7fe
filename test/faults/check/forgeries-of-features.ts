/** Things that may go wrong with trainings, recognitions and the practice of the day. */
import { textIn as practiceIn } from '../../../src/features/practice/text/catalogue.js';
import { textIn as recognitionsIn } from '../../../src/features/recognitions/text/catalogue.js';
import { textIn as trainingsIn } from '../../../src/features/trainings/text/catalogue.js';
import { namedDay } from '../../../src/platform/text/dates.js';
import { entriesOf, readByPeople } from '../history.js';
import type { StoredEffect } from './effects.js';
import { type Forgery, only, read, remove, repeat, type Seen } from './forging.js';
import type { StoredSending, StoredTraining } from './other-facts.js';
import { markersOf } from './recognitions.js';
import { isCardOf } from './trainings.js';

const { practice } = practiceIn('es');
const { recognitions } = recognitionsIn('es');
const { trainings } = trainingsIn('es');

/** A training that somebody was told to be on the list of. */
function attended(seen: Seen): { training: StoredTraining; person: string } {
  for (const training of seen.facts.trainings) {
    const told = readByPeople(seen.history).find(
      ({ person, shown: { text } }) =>
        text.includes(training.title) &&
        text.includes(trainings.outcome.registered) &&
        training.attendees.some(({ personId }) => personId === person),
    );
    if (told) return { training, person: told.person };
  }
  return only<never>(undefined);
}
const cardOf = ({ history }: Seen, training: StoredTraining) =>
  only(entriesOf(history, 'sent').find(isCardOf(history, training)));

/** A recognition that has reached its person. */
export const sent = ({ facts }: Seen): StoredSending =>
  only(
    facts.sendings.find(
      ({ state, recognitions: all, outbox }) =>
        state === 'sent' &&
        all.every((one) => one.state === 'sent') &&
        outbox.some(({ kind, status }) => kind === 'recognition.card' && status === 'sent'),
    ),
  );
/** The row that says when it stands in all lists, as it is while it may be taken back. */
export function waitAgain({ facts }: Seen, { outbox }: StoredSending): StoredEffect {
  const row = only(outbox.findLast(({ kind }) => kind === 'recognition.index'));
  const notBefore = new Date(facts.now + 60_000).toISOString();
  return Object.assign(row, { status: 'pending', attempts: 0, sentAt: '', notBefore });
}
const markerOf = ({ history }: Seen, sending: StoredSending) => only(markersOf(history, sending)[0]);
function noticeOf(seen: Seen, sending: StoredSending) {
  const [first] = sending.recognitions;
  const marker = markerOf(seen, sending);
  return only(
    entriesOf(seen.history, 'sent').find(
      ({ conversation, shown, method, arrived }) =>
        method === 'post' &&
        arrived &&
        conversation === `a:${first?.personId}` &&
        shown?.summary === recognitions.summary.own &&
        shown.text.includes(marker),
    ),
  );
}
const practised = ({ facts }: Seen) => only(facts.practice.outbox.find(({ status }) => status === 'sent'));

export const DONE_WRONGLY: readonly Forgery[] = [
  {
    title: 'a training in the channel that is not kept',
    forge: ({ facts }) => void facts.trainings.shift(),
    complaint: /the training ".*" was posted and is not kept/,
    count: 'lost',
  },
  {
    title: 'a training that is told as posted, and is in no channel',
    forge: (seen) => {
      const card = cardOf(seen, only(seen.facts.trainings[0]));
      remove(seen, (entry) => entry === card);
    },
    complaint: /is told as posted, and was not/,
    count: 'lost',
  },
  {
    title: 'a training that was posted twice',
    forge: (seen) => repeat(seen, cardOf(seen, only(seen.facts.trainings[0]))),
    complaint: /the training ".*" was sent 2 times/,
    count: 'doubled',
  },
  {
    title: 'an attendance that was acknowledged, and is not on the list',
    forge: (seen) => {
      const { training, person } = attended(seen);
      training.attendees = training.attendees.filter(({ personId }) => personId !== person);
    },
    complaint: /was told to be on the list of ".*", and is not/,
    count: 'lost',
  },
  {
    title: 'an attendance that is on the list twice',
    forge: (seen) => {
      const { training } = attended(seen);
      training.attendees.push(only(training.attendees[0]));
    },
    complaint: /is on the list of ".*" more than once/,
    count: 'doubled',
  },
  {
    title: 'a seat that is taken by nobody',
    forge: ({ facts }) => void only(facts.trainings[0]).seats.push(0),
    complaint: /the seats of ".*" are not those of its list/,
    count: 'wrong',
  },
  {
    title: 'a recognition that was told as sent, and is not kept',
    forge: (seen) => {
      const one = sent(seen);
      seen.facts.sendings = seen.facts.sendings.filter((each) => each !== one);
    },
    complaint: /a recognition of .* was told as sent, and is not kept/,
    count: 'lost',
  },
  {
    title: 'a recognition that was sent twice',
    forge: (seen) => void seen.facts.sendings.push({ ...structuredClone(sent(seen)), id: 'twin' }),
    complaint: /a recognition was sent twice/,
    count: 'doubled',
  },
  {
    title: 'a recognition without a notice for its person',
    forge: (seen) => {
      const one = sent(seen);
      one.outbox = one.outbox.filter(({ kind }) => kind !== 'recognition.card');
    },
    complaint: /the recognition .* has no notice for/,
    count: 'lost',
  },
  {
    title: 'a recognition that is marked as sent and never arrived',
    forge: (seen) => {
      const notice = noticeOf(seen, sent(seen));
      remove(seen, (entry) => entry === notice);
    },
    complaint: /the recognition .* is marked as sent to .*, and was not/,
    count: 'lost',
  },
  {
    title: 'a recognition that was told twice',
    forge: (seen) => repeat(seen, noticeOf(seen, sent(seen))),
    complaint: /the recognition .* was sent 2 times/,
    count: 'doubled',
  },
  {
    title: 'a recognition that was told and taken back',
    forge: (seen) => void Object.assign(sent(seen), { state: 'undone' }),
    complaint: /the recognition .* was told to .*, and was taken back/,
    count: 'wrong',
  },
  {
    title: 'a recognition that is left lying',
    forge: (seen) => {
      const row = only(sent(seen).outbox.find(({ kind }) => kind === 'recognition.card'));
      Object.assign(row, { status: 'pending', notBefore: '' });
    },
    complaint: /recognition\.card of event .* is left lying/,
    count: 'lost',
  },
  {
    title: 'a recognition that was given up, and its sender was not told',
    forge: (seen) => {
      const one = sent(seen);
      const [first] = one.recognitions;
      const row = one.outbox.find(({ target }) => target === first?.personId);
      Object.assign(only(row), { status: 'parked' });
    },
    complaint: /recognition\.card for .* was given up without a trace/,
    count: 'lost',
  },
  {
    title: 'a recognition that was given up, and whose sender was not told before it was published',
    forge: (seen) => {
      const one = sent(seen);
      const [first] = one.recognitions;
      Object.assign(only(one.outbox.find(({ target }) => target === first?.personId)), { status: 'parked' });
      Object.assign(only(first), { state: 'published' });
    },
    complaint: /recognition\.card for .* was given up without a trace/,
    count: 'lost',
  },
  {
    title: 'a recognition that is in no list of who got it',
    forge: (seen) => {
      const one = sent(seen);
      one.listed = one.listed.filter(({ list }) => list.startsWith('by:'));
    },
    complaint: /the lists of the recognition .* are not as it is/,
    count: 'wrong',
  },
  ...['got', 'team', 'in'].map(
    (name): Forgery => ({
      title: `a recognition that may still be taken back, and stands in a list "${name}:"`,
      forge: (seen) => {
        const one = sent(seen);
        waitAgain(seen, one);
        one.listed = one.listed.filter(({ list }) => list.startsWith('by:') || list.startsWith(`${name}:`));
      },
      complaint: /the lists of the recognition .* are not as it is/,
      count: 'wrong',
    }),
  ),
  {
    title: 'a recognition that somebody else reads',
    forge: (seen) => {
      const one = sent(seen);
      const known = one.recognitions.flatMap(({ personId, superiorId }) => [personId, superiorId]);
      const other = seen.history.people.find(({ id }) => id !== one.senderId && !known.includes(id));
      read(seen, only(other).id, `Alguien hizo algo: ${markerOf(seen, one)}`);
    },
    complaint: /read what .* told others/,
    count: 'wrong',
  },
  {
    title: 'somebody who was told to get the practice of the day, and does not',
    forge: ({ facts }) => {
      facts.practice.members = [];
    },
    complaint: /was told to get the practice of the day, and is no member/,
    count: 'lost',
  },
  {
    title: 'a practice that was chosen, and is not on its way',
    forge: ({ facts }) => {
      facts.practice.outbox = [];
    },
    complaint: /was chosen for .*, and is not on its way/,
    count: 'lost',
  },
  {
    title: 'a tick that was shown, and is not kept',
    forge: (seen) => {
      const { target, day } = practised(seen);
      const said = only(entriesOf(seen.history, 'said').find(({ person }) => person === target));
      const { at } = only(seen.history.entries.at(-1));
      seen.history.entries.push({ ...said, at, activity: 'ticks', verb: 'practice.done', draft: day });
      read(seen, target, `${practice.heading(namedDay(day, day, 'es'))}\n${practice.done(1)}`);
      seen.facts.practice.ticks = [];
    },
    complaint: /the tick of .* was shown, and is not kept/,
    count: 'lost',
  },
  {
    title: 'a practice that came twice',
    forge: (seen) => {
      const { target } = practised(seen);
      const card = entriesOf(seen.history, 'sent').find(
        ({ method, conversation, shown }) =>
          method === 'post' &&
          conversation === `a:${target}` &&
          shown?.summary.startsWith(practice.summary('')),
      );
      repeat(seen, only(card));
    },
    complaint: /the practice of the day was sent 2 times/,
    count: 'doubled',
  },
  {
    title: 'a practice that is left lying',
    forge: (seen) => void Object.assign(practised(seen), { status: 'pending', notBefore: '' }),
    complaint: /practice of event .* is left lying/,
    count: 'lost',
  },
];
