/** Things that people may see wrongly, one for each rule about what is said. */
import { entriesOf, numbersIn } from '../history.js';
import {
  confidential,
  type Forgery,
  first,
  lastOf,
  newsIn,
  only,
  read,
  remove,
  repeat,
  startNow,
  strangerTo,
} from './forging.js';
import { numberOf } from './stories.js';

export const SEEN_WRONGLY: readonly Forgery[] = [
  {
    title: 'a line that was said twice',
    forge: (seen) => repeat(seen, newsIn(seen).line),
    complaint: /"accepted" was sent 2 times/,
    count: 'doubled',
  },
  {
    title: 'the card of a case that was posted twice',
    forge: (seen) => {
      const card = entriesOf(seen.history, 'sent').find(
        ({ method, shown }) => method === 'post' && shown?.isCard && numbersIn(shown.summary).length === 1,
      );
      repeat(seen, only(card));
    },
    complaint: /"card" was sent 2 times/,
    count: 'doubled',
  },
  {
    title: 'a message that was taken and never answered',
    forge: (seen) => {
      const asked = only(
        entriesOf(seen.history, 'said').find(({ expects }) => expects.includes('robotismo')),
      );
      remove(
        seen,
        (entry) =>
          entry.kind === 'sent' &&
          entry.conversation === `a:${asked.person}` &&
          !!entry.shown?.text.includes('robotismo'),
      );
    },
    complaint: /robotismo.*" of .* was taken and never answered/,
    count: 'lost',
  },
  {
    title: 'two messages that were taken, and one answer',
    forge: (seen) => {
      const asked = only(
        entriesOf(seen.history, 'said').findLast(({ expects }) => expects.includes('robotismo')),
      );
      const taken = { activity: 'again', delivery: 1, person: asked.person };
      seen.history.entries.push(
        { ...asked, activity: 'again' },
        { ...taken, at: asked.at, kind: 'answered', status: 200 },
      );
    },
    complaint: /robotismo.*" of .* was taken and never answered/,
    count: 'lost',
  },
  {
    title: 'a stranger who reads of a case',
    forge: (seen) => read(seen, strangerTo(seen, first(seen)), numberOf(first(seen))),
    complaint: /has nothing to do with it/,
    count: 'wrong',
  },
  {
    title: 'the name of somebody who reported in confidence',
    forge: (seen) => {
      const { number, reporterId, assignee } = lastOf(confidential(seen));
      const name = seen.history.people.find(({ id }) => id === reporterId)?.name;
      const holder =
        assignee.kind === 'person'
          ? assignee.id
          : only(
              seen.history.people.find(
                ({ roles, id }) => roles.includes('humanization') && id !== reporterId,
              ),
            ).id;
      read(seen, holder, `${number}, de ${name}`);
    },
    complaint: /read who reported .* in confidence/,
    count: 'wrong',
  },
  {
    title: 'words that somebody reads whom they were not told',
    forge: (seen) => {
      const one = first(seen);
      const said = only(
        entriesOf(seen.history, 'said').find(({ draft, marker }) => draft === one.id && marker !== ''),
      );
      read(seen, strangerTo(seen, one), `Alguien dijo: ${said.marker}`);
    },
    complaint: /read what .* told others/,
    count: 'wrong',
  },
  {
    title: 'more messages into one chat than Teams allows',
    forge: (seen) => {
      for (let count = 0; count < 8; count++) read(seen, 'somebody', 'hola');
    },
    complaint: /more than 7 messages in 1000 ms into a:somebody/,
    count: 'wrong',
  },
  {
    title: 'more messages into one chat than two instances send that do not know of each other yet',
    forge: (seen) => {
      startNow(seen);
      for (let count = 0; count < 15; count++) read(seen, 'somebody', 'hola');
    },
    complaint: /more than 7 messages in 1000 ms into a:somebody/,
    count: 'wrong',
  },
  {
    title:
      'more messages into one chat, of which the instance that has begun anew sent too few to explain them',
    forge: (seen) => {
      startNow(seen, 1);
      for (let count = 0; count < 9; count++) read(seen, 'somebody', 'hola', count === 4 ? 1 : 0);
    },
    complaint: /more than 7 messages in 1000 ms into a:somebody/,
    count: 'wrong',
  },
  {
    title: 'more messages than Teams allows the app',
    forge: (seen) => {
      for (let count = 0; count < 51; count++) read(seen, `somebody-${count}`, 'hola');
    },
    complaint: /more than 50 messages in 1000 ms into the app/,
    count: 'wrong',
  },
  {
    title: 'a message before the end of a Retry-After',
    forge: (seen) => {
      const line = only(entriesOf(seen.history, 'sent').find(({ method }) => method === 'post'));
      const asked = { at: line.at - 1_000, arrived: false, status: 429, notBefore: line.at + 1_000 };
      seen.history.entries.push({ ...line, ...asked });
    },
    complaint: /before the Retry-After of another was over/,
    count: 'wrong',
  },
  {
    title: 'a process that ended by itself',
    forge: ({ history, facts }) => void history.entries.push({ at: facts.now, kind: 'crashed', instance: 1 }),
    complaint: /instance 1 ended by itself/,
    count: 'wrong',
  },
];
