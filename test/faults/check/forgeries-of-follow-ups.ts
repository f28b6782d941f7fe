/** Things that may go wrong with what follows a case: commitments, health claims, the voice of who reported. */
import { textIn } from '../../../src/platform/text/catalogue.js';
import { entriesOf } from '../history.js';
import type { StoredEffect } from './effects.js';
import type { StoredCase, StoredVoice } from './facts.js';
import { type Forgery, lastOf, only, open, read, remove, repeat, type Seen, strangerTo } from './forging.js';
import { commitmentToldBy, voiceToldBy } from './news.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const committed = ({ facts }: Seen): StoredCase =>
  only(facts.cases.find((one) => lastOf(one).commitments.length > 0));
const lineOf = (seen: Seen, tells: (text: string) => string | undefined, type: string) =>
  only(
    entriesOf(seen.history, 'sent').find(
      ({ arrived, shown }) => arrived && tells(shown?.text ?? '') === type,
    ),
  );
const told = ({ facts }: Seen): StoredVoice => only(facts.voices.find(({ answer }) => answer?.comment));
const tellingIn = ({ outbox }: StoredVoice): StoredEffect =>
  only(outbox.find(({ kind }) => kind === 'voice.tell'));
const caseOf = ({ facts }: Seen, { caseId }: StoredVoice): StoredCase =>
  only(facts.cases.find(({ id }) => id === caseId));

export const FOLLOWED_UP_WRONGLY: readonly Forgery[] = [
  {
    title: 'a commitment of which nobody is told',
    forge: (seen) => {
      const one = committed(seen);
      one.outbox = one.outbox.filter(({ kind }) => kind !== 'case.commitment');
    },
    complaint: /has no case\.commitment for/,
    count: 'lost',
  },
  {
    title: 'a commitment whose next step nobody plans',
    forge: (seen) => {
      const one = committed(seen);
      one.outbox = one.outbox.filter(({ kind }) => kind !== 'case.followUp');
    },
    complaint: /has no case\.followUp for/,
    count: 'lost',
  },
  {
    title: 'a notice of a commitment that is marked as sent and never arrived',
    forge: (seen) => {
      const line = lineOf(seen, commitmentToldBy, 'committed');
      remove(seen, (entry) => entry === line);
    },
    complaint: /was not told of "committed" of a commitment, which is marked as sent/,
    count: 'lost',
  },
  {
    title: 'a notice of a commitment that was said twice',
    forge: (seen) => repeat(seen, lineOf(seen, commitmentToldBy, 'committed')),
    complaint: /"committed" of a commitment was sent 2 times/,
    count: 'doubled',
  },
  {
    title: 'a commitment that was told and taken back',
    forge: (seen) => {
      const one = open(seen);
      const { seq } = only(one.events.at(-1));
      const [commitment] = lastOf(committed(seen)).commitments;
      const { personId, until, kind } = only(commitment);
      const agreed = { personId, until, kind, what: 'Algo que nadie prometió.' };
      const event = { ...only(one.events.at(-1)), actorId: personId };
      const line = textIn('es').cases.commitments.told.own.committed({ by: 'Alguien', who: '', day: '' });
      one.events.push(
        { ...event, seq: seq + 1, body: { type: 'closed', outcomes: ['standard'], summary: 'Ya.', agreed } },
        { ...event, seq: seq + 2, body: { type: 'undone', of: 'closed' } },
      );
      read(seen, personId, `${line.replaceAll('**', '')} «${agreed.what}»`);
    },
    complaint: /a commitment was told that was taken back/,
    count: 'wrong',
  },
  {
    title: 'a commitment that is in no list of who committed',
    forge: (seen) => {
      const { id } = committed(seen);
      seen.facts.lists = seen.facts.lists.filter(
        ({ caseId, partitionKey }) => caseId !== id || !partitionKey.startsWith('committed:'),
      );
    },
    complaint: /lists of the commitments of .* are not as the case is/,
    count: 'wrong',
  },
  {
    title: 'a commitment whose day has passed, and nobody asked',
    forge: ({ facts }) => {
      facts.now += 90 * DAY_MS;
    },
    complaint: /the (week|day|lapse) of a commitment of .* never came/,
    count: 'lost',
  },
  {
    title: 'a reporter who reads what was agreed',
    forge: (seen) => {
      const [reporter, what] = only(
        seen.facts.cases.map(lastOf).flatMap(({ reporterId = '', commitments }) =>
          // Who reports may also be who commits, and then reads it.
          commitments.filter(({ personId }) => personId !== reporterId).map((one) => [reporterId, one.what]),
        )[0],
      );
      read(seen, only(reporter), only(what));
    },
    complaint: /read what .* told others/,
    count: 'wrong',
  },
  {
    title: 'a notice of a commitment that was given up, and nobody was told',
    forge: (seen) => {
      const row = only(committed(seen).outbox.find(({ kind }) => kind === 'case.commitment'));
      row.status = 'parked';
    },
    complaint: /case\.commitment for .* was given up without a trace/,
    count: 'lost',
  },
  {
    title: 'a health claim of which nobody was reminded',
    forge: (seen) => {
      const one = open(seen);
      const [remindAt, dueAt] = [-HOUR_MS, HOUR_MS].map((ms) => new Date(seen.facts.now + ms).toISOString());
      const last = only(one.events.at(-1));
      one.events.push({
        ...last,
        seq: last.seq + 1,
        body: { type: 'health', priority: 'vital', dueAt, remindAt },
      });
    },
    complaint: /nobody was reminded at/,
    count: 'lost',
  },
  {
    title: 'words of a reporter of which nobody who attends to the case is told',
    forge: ({ facts }) => {
      const isAdded = ({ events }: StoredCase) => events.find(({ body }) => body.type === 'added');
      const one = only(facts.cases.find(isAdded));
      const seq = isAdded(one)?.seq;
      one.outbox = one.outbox.filter((row) => row.seq !== seq || row.kind !== 'case.news');
    },
    complaint: /has no case\.news for/,
    count: 'lost',
  },
  {
    title: 'a reporter who is never asked how it went',
    forge: ({ facts }) => {
      facts.voices = [];
    },
    complaint: /the reporter was never asked how it went/,
    count: 'lost',
  },
  {
    title: 'a voice that was taken and is not kept',
    forge: ({ facts }) => {
      for (const voice of facts.voices) voice.answeredAt = '';
    },
    complaint: /a voice of .* was taken and is not kept/,
    count: 'lost',
  },
  {
    title: 'a voice that somebody should read who is not told',
    forge: (seen) => {
      const voice = told(seen);
      voice.outbox = voice.outbox.filter(({ kind }) => kind !== 'voice.tell');
    },
    complaint: /is not told of the voice/,
    count: 'lost',
  },
  {
    title: 'a voice that goes to somebody who may not read it',
    forge: (seen) => {
      const voice = told(seen);
      const target = strangerTo(seen, caseOf(seen, voice));
      voice.outbox.push({ ...tellingIn(voice), target });
    },
    complaint: /is told of the voice, and may not read it/,
    count: 'wrong',
  },
  {
    title: 'a voice that a leader of who reported reads',
    forge: (seen) => {
      const voice = told(seen);
      const { reporterId } = lastOf(caseOf(seen, voice));
      const { superiorId = '' } = only(seen.history.people.find(({ id }) => id === reporterId));
      read(seen, superiorId, voice.answer?.comment ?? '');
    },
    complaint: /read what .* told others/,
    count: 'wrong',
  },
  {
    title: 'a voice that is marked as told, and was not',
    forge: (seen) => {
      const line = lineOf(seen, voiceToldBy, 'answered');
      remove(seen, (entry) => entry === line);
    },
    complaint: /"answered" of the voice is marked as sent to .*, and was not/,
    count: 'lost',
  },
  {
    title: 'a voice that was told twice',
    forge: (seen) => repeat(seen, lineOf(seen, voiceToldBy, 'answered')),
    complaint: /the voice, "answered", was sent 2 times/,
    count: 'doubled',
  },
  {
    title: 'a voice that does not count',
    forge: ({ facts }) => {
      facts.counted = [];
    },
    complaint: /the voice of .* does not count for its leader/,
    count: 'lost',
  },
  {
    title: 'a voice that no month counts',
    forge: ({ facts }) => {
      facts.heard = [];
    },
    complaint: /the voice of .* does not count in its month/,
    count: 'lost',
  },
  {
    title: 'a voice on a protected case that counts for a leader',
    forge: ({ facts }) => {
      const one = only(facts.cases.find(({ id }) => facts.counted.includes(id)));
      const { body } = only(one.events[0]);
      if (body.type === 'reported') body.protectedBy = 'humanization';
    },
    complaint: /the voice of .*, which is protected, counts for a leader/,
    count: 'wrong',
  },
  {
    title: 'a voice that counts twice',
    forge: ({ facts }) => {
      facts.counted.push(...facts.counted);
    },
    complaint: /the voice of .* counts 2 times for its leader/,
    count: 'doubled',
  },
  {
    title: 'a voice of which somebody was not told, and nobody else knows',
    forge: (seen) => {
      tellingIn(told(seen)).status = 'parked';
    },
    complaint: /voice\.tell for .* was given up without a trace/,
    count: 'lost',
  },
  {
    title: 'a question to who reported that is left lying',
    forge: (seen) => {
      only(told(seen).outbox[0]).status = 'pending';
    },
    complaint: /voice\.ask of event 1 for .* is left lying/,
    count: 'lost',
  },
];
