/** Things that may be stored or sent wrongly, one for each rule about cases and their notices. */
import { textIn } from '../../../src/platform/text/catalogue.js';
import { entriesOf } from '../history.js';
import type { ListRow } from './facts.js';
import {
  type Forgery,
  first,
  lastOf,
  movedUpUntold,
  newsIn,
  only,
  open,
  read,
  remove,
  someRow,
  strangerTo,
} from './forging.js';
import { VALUES } from './news.js';
import { storyOf } from './stories.js';

const HOUR_MS = 3_600_000;

export const STORED_WRONGLY: readonly Forgery[] = [
  {
    title: 'an acknowledged report that is no case',
    forge: (seen) => void seen.facts.cases.shift(),
    complaint: /was acknowledged and is no case/,
    count: 'lost',
  },
  {
    title: 'a number that was shown, and no case has it',
    forge: (seen) => read(seen, first(seen).events[0]?.actorId ?? '', 'Tu caso HUM-2026-999999'),
    complaint: /HUM-2026-999999 was shown and is no case/,
    count: 'lost',
  },
  {
    title: 'a report that became the case of somebody else',
    forge: (seen) => {
      const reported = only(first(seen).events[0]);
      reported.actorId = strangerTo(seen, first(seen));
    },
    complaint: /is the case of somebody else/,
    count: 'wrong',
  },
  {
    title: 'a case without the words that were told',
    forge: (seen) => {
      const { body } = only(first(seen).events[0]);
      if (body.type === 'reported') body.report.narrative = 'Otra cosa.';
    },
    complaint: /does not hold what was told/,
    count: 'lost',
  },
  {
    title: 'a report that became two cases',
    forge: ({ facts }) => {
      const twin = structuredClone(only(facts.cases[0]));
      const { body } = only(twin.events[0]);
      if (body.type === 'reported') body.number = 'HUM-2026-000999';
      facts.cases.push({ ...twin, id: 'twin' });
    },
    complaint: /what was told once is several cases/,
    count: 'doubled',
  },
  {
    title: 'two cases with one number',
    forge: ({ facts }) => void facts.cases.push({ ...structuredClone(only(facts.cases[0])), id: 'twin' }),
    complaint: /is the number of several cases/,
    count: 'doubled',
  },
  {
    title: 'a draft that is marked as sent without a case',
    forge: ({ facts }) => void facts.sent.push({ personId: 'somebody', id: 'nothing' }),
    complaint: /marked as sent, and is no case/,
    count: 'lost',
  },
  {
    title: 'a gap in the events of a case',
    forge: ({ facts }) => void only(facts.cases.find(({ events }) => events.length > 2)).events.splice(1, 1),
    complaint: /are not a whole chain/,
    count: 'wrong',
  },
  {
    title: 'a snapshot that is behind its events',
    forge: (seen) => {
      const { snapshot } = first(seen);
      if (snapshot) snapshot.revision = 0;
    },
    complaint: /snapshot of .* has another revision/,
    count: 'wrong',
  },
  {
    title: 'effects of an event that is not there',
    forge: (seen) => void first(seen).outbox.push({ ...someRow(seen), seq: 99 }),
    complaint: /effects of an event 99 that is not there/,
    count: 'wrong',
  },
  {
    title: 'a command that was carried out twice',
    forge: (seen) => {
      const { one } = newsIn(seen);
      const again = structuredClone(only(one.events.at(-1)));
      one.events.push({ ...again, seq: again.seq + 1 });
    },
    complaint: /one command was carried out twice/,
    count: 'doubled',
  },
  {
    title: 'a click, and its repetition with a new id, that were both carried out',
    forge: (seen) => {
      const { history, facts } = seen;
      const clicks = new Map(entriesOf(history, 'said').map((said) => [said.activity, said]));
      const repeated = facts.cases.flatMap(({ events }) =>
        events.flatMap((event) => {
          const said = event.seq > 1 && clicks.get(event.commandId);
          return said ? { events, event, said } : [];
        }),
      );
      const { events, event, said } = only(repeated[0]);
      history.entries.push({ ...said, activity: 'anew' });
      events.push({ ...structuredClone(event), commandId: 'anew', seq: events.length + 1 });
    },
    complaint: /one command was carried out twice/,
    count: 'doubled',
  },
  {
    title: 'a case in the inbox of somebody who does not have it',
    forge: (seen) => {
      const one = open(seen);
      const inbox = only(
        seen.facts.lists.find(
          ({ caseId, partitionKey }) => caseId === one.id && partitionKey.startsWith('inbox:'),
        ),
      );
      inbox.partitionKey = 'inbox:somebody';
    },
    complaint: /lists of .* are not as the case is/,
    count: 'wrong',
  },
  {
    title: 'a grave case that is not in the inbox of the team, which accompanies it',
    forge: ({ facts }) => {
      const isAccompanied = ({ caseId, partitionKey }: ListRow) =>
        partitionKey === 'inbox:humanization' &&
        facts.lists.some(
          (row) => row.caseId === caseId && /^inbox:(?!humanization|protected)/.test(row.partitionKey),
        );
      const row = only(facts.lists.find(isAccompanied));
      facts.lists = facts.lists.filter((one) => one !== row);
    },
    complaint: /lists of .* are not as the case is/,
    count: 'wrong',
  },
  {
    title: 'an event without one of its notices',
    forge: (seen) => {
      const one = first(seen);
      one.outbox = one.outbox.filter(({ kind, seq }) => kind !== 'case.card' || seq !== 1);
    },
    complaint: /event 1 has no case\.card/,
    count: 'lost',
  },
  {
    title: 'a notice that is still pending long after it was due',
    forge: (seen) => void Object.assign(someRow(seen), { status: 'pending', notBefore: '' }),
    complaint: /is left lying/,
    count: 'lost',
  },
  {
    title: 'a notice with a status that does not exist',
    forge: (seen) => void Object.assign(someRow(seen), { status: 'gone' }),
    complaint: /a notice with the status gone/,
    count: 'wrong',
  },
  {
    title: 'a notice that was given up although the person can be reached',
    forge: (seen) => void Object.assign(someRow(seen), { status: 'parked', target: 'somebody' }),
    complaint: /was given up, who can be reached/,
    count: 'lost',
  },
  {
    title: 'a notice that was given up, and nobody was told',
    forge: (seen) => void Object.assign(someRow(seen), { status: 'parked', target: 'somebody' }),
    complaint: /was given up without a trace/,
    count: 'lost',
  },
  {
    title: 'a deadline that nobody kept, and nothing followed',
    forge: (seen) => {
      seen.facts.now = Date.parse(lastOf(open(seen)).dueAt ?? '') + HOUR_MS;
    },
    complaint: /was due at/,
    count: 'lost',
  },
  {
    title: 'a reminder that never went out',
    forge: ({ facts }) => {
      const one = only(facts.cases.find((each) => lastOf(each).remindAt !== undefined));
      facts.now = Date.parse(lastOf(one).remindAt ?? '') + HOUR_MS;
    },
    complaint: /nobody was reminded/,
    count: 'lost',
  },
  {
    title: 'a line that is marked as sent and never arrived',
    forge: (seen) => {
      const { line } = newsIn(seen);
      remove(seen, (entry) => entry === line);
    },
    complaint: /was not told of "accepted", which is marked as sent/,
    count: 'lost',
  },
  {
    title: 'a decision that the reporter was told of, and that was taken back',
    forge: (seen) => {
      const one = first(seen);
      const { number, reporterId, assignee } = lastOf(one);
      const told = textIn('es').cases.news.rejected({ ...VALUES, number });
      read(seen, reporterId ?? '', told.replaceAll('**', ''));
      const actorId = assignee.kind === 'person' ? assignee.id : '';
      const decided = { ...only(one.events.at(-1)), actorId };
      const seq = one.events.length;
      one.events.push(
        { ...decided, seq: seq + 1, commandId: 'rejects', body: { type: 'rejected', reason: 'No.' } },
        { ...decided, seq: seq + 2, commandId: 'undoes', body: { type: 'undone', of: 'rejected' } },
      );
    },
    complaint: /was told of "rejected", which was taken back/,
    count: 'wrong',
  },
  {
    title: 'a card that is marked as sent and shows an older state',
    forge: (seen) => {
      const { one, line } = newsIn(seen);
      const { reporterId, number } = lastOf(one);
      remove(
        seen,
        (entry) =>
          (entry.kind === 'sent' || entry.kind === 'answered') &&
          entry.at >= line.at - HOUR_MS &&
          JSON.stringify(entry).includes(reporterId ?? '') &&
          JSON.stringify(entry).includes(number),
      );
    },
    complaint: /card is not up to date, and marked as sent/,
    count: 'lost',
  },
  {
    title: 'a case of which nobody knows who attends to it',
    forge: (seen) => {
      const { one } = newsIn(seen);
      const { assignee } = only(storyOf(one)[0]).after;
      const holder = assignee.kind === 'person' ? assignee.id : '';
      remove(seen, (entry) => entry.kind === 'sent' && entry.conversation === `a:${holder}`);
    },
    complaint: /nobody who attends to it was told/,
    count: 'lost',
  },
  {
    title: 'a case that moved up from somebody whose card was tried often, while nothing was in its way',
    forge: (seen) => {
      const { rows, climbed } = movedUpUntold(seen);
      for (const row of rows) Object.assign(row, { attempts: 9, sentAt: climbed.at });
    },
    complaint: /nobody who attends to it was told/,
    count: 'lost',
  },
];
