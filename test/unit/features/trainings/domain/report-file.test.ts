import assert from 'node:assert/strict';
import type { MeetingReport } from '../../../../../src/features/trainings/domain/meeting-report.js';
import { readReport } from '../../../../../src/features/trainings/domain/report-file.js';
import { minutesOf } from '../../../../../src/features/trainings/domain/session.js';
import { asTeamsWrites, spanishReport } from '../../../../support/meeting-reports.js';

const PARTS = [
  '1. Summary',
  'Meeting title\tPolicy, group 3',
  'Attended participants\t3',
  'Start time\t11/24/26, 8:58:00 AM',
  'End time\t11/24/26, 11:02:00 AM',
  '',
  '2. Participants',
  'Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole',
  'Ana Colaboradora\t11/24/26, 8:58:30 AM\t11/24/26, 11:01:00 AM\t1h 31m 0s\tana@demo.example\tana@demo.example\tPresenter',
  'Luis Líder\t11/24/26, 9:10:00 AM\t11/24/26, 9:30:30 AM\t20m 30s\t\tluis@demo.example\tAttendee',
  'Pedro (Guest)\t11/24/26, 9:00:00 AM\t11/24/26, 11:00:00 AM\t2h\t\t\tAttendee',
  '',
  '3. In-Meeting Activities',
  'Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole',
  'Ana Colaboradora\t11/24/26, 8:58:30 AM\t11/24/26, 9:29:30 AM\t31m 0s\tana@demo.example\tPresenter',
  'Ana Colaboradora\t11/24/26, 10:01:00 AM\t11/24/26, 11:01:00 AM\t1h\tana@demo.example\tPresenter',
  'Luis Líder\t11/24/26, 9:10:00 AM\t11/24/26, 9:30:30 AM\t20m 30s\t\tAttendee',
  'Pedro (Guest)\t11/24/26, 9:00:00 AM\t11/24/26, 11:00:00 AM\t2h\t\tAttendee',
];

const told = (report: MeetingReport | undefined) =>
  report?.participants.map(({ name, email, upn, sessions }) => [name, email, upn, minutesOf(sessions)]);

describe('the attendance report of Teams', () => {
  it('is read in parts, in English: each person once, with the minutes of all times', () => {
    const [report, other] = readReport(asTeamsWrites(PARTS));
    assert.deepEqual(told(report), [
      ['Ana Colaboradora', 'ana@demo.example', 'ana@demo.example', 91],
      ['Luis Líder', '', 'luis@demo.example', 20],
      ['Pedro (Guest)', '', '', 120],
    ]);
    assert.equal(report?.participants[0]?.sessions[0]?.from, '2026-11-24T13:58:30.000Z', 'in Bogotá');
    assert.equal(other, undefined, 'there is no month 24');
  });

  it('is read in parts, in Spanish', () => {
    const file = spanishReport('24/11/26', [
      { name: 'Ana Colaboradora', email: 'Ana@Demo.example', times: [['9:00:00 a. m.', '10:15:00 a. m.']] },
      { name: 'Luis Líder', email: 'luis@demo.example', times: [['9:00:00 a. m.', '1:00:30 p. m.']] },
    ]);
    assert.deepEqual(told(readReport(file)[0]), [
      ['Ana Colaboradora', 'ana@demo.example', 'ana@demo.example', 75],
      ['Luis Líder', 'luis@demo.example', 'luis@demo.example', 240],
    ]);
  });

  it('is read without the third part: what was attended counts, not the time between first and last', () => {
    const [report] = readReport(asTeamsWrites(PARTS.slice(0, 12)));
    assert.deepEqual(
      told(report)?.map((one) => one[3]),
      [91, 20, 120],
    );
  });

  for (const [language, head, joined, before, left] of [
    ['English', 'Full Name\tUser Action\tTimestamp', 'Joined', 'Joined before', 'Left'],
    ['Spanish', 'Nombre completo\tAcción del usuario\tMarca de tiempo', 'Se unió', 'Unido antes', 'Salió'],
  ] as const) {
    it(`is read in its flat format, in ${language}; who never left was there until the end`, () => {
      const [report] = readReport(
        asTeamsWrites([
          head,
          `Ana Colaboradora\t${before}\t11/24/2026, 9:00:00 AM`,
          `Luis Líder\t${joined}\t11/24/2026, 9:10:00 AM`,
          `Luis Líder\t${left}\t11/24/2026, 9:20:00 AM`,
          `Luis Líder\t${joined}\t11/24/2026, 9:40:00 AM`,
          `Luis Líder\t${left}\t11/24/2026, 10:00:00 AM`,
        ]),
      );
      assert.deepEqual(told(report), [
        ['Ana Colaboradora', '', '', 60],
        ['Luis Líder', '', '', 30],
      ]);
    });
  }

  it('is read in the format between: a row for each time, with the sign-in name', () => {
    const [report] = readReport(
      asTeamsWrites([
        'Meeting Summary',
        'Total Number of Participants\t1',
        '',
        'Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)',
        'Ana\t11/24/2026, 9:00:00 AM\t11/24/2026, 9:30:00 AM\t30m\t\tPresenter\tana@demo.example',
        'Ana\t11/24/2026, 9:20:00 AM\t11/24/2026, 9:45:00 AM\t25m\t\tPresenter\tana@demo.example',
      ]),
    );
    assert.deepEqual(told(report), [['Ana', '', 'ana@demo.example', 45]], 'an overlap counts once');
  });

  it('counts a person with two devices until the second has left', () => {
    const [report] = readReport(
      asTeamsWrites([
        'Full Name\tUser Action\tTimestamp',
        'Ana\tJoined\t11/24/2026, 9:00:00 AM',
        'Ana\tJoined\t11/24/2026, 9:05:00 AM',
        'Ana\tLeft\t11/24/2026, 9:10:00 AM',
        'Ana\tLeft\t11/24/2026, 9:30:00 AM',
        'Luis\tJoined\t11/24/2026, 9:30:00 AM',
      ]),
    );
    assert.deepEqual(told(report), [['Ana', '', '', 30]], 'who joined at the last moment was not there');
  });

  it('has two readings where the day may be the month, the likelier one first', () => {
    const rows = (head: string) =>
      asTeamsWrites([head, 'Ana\tx\t3/4/2026, 9:00', 'Ana\tLeft\t3/4/2026, 9:30']);
    const days = (file: Buffer) =>
      readReport(file).map(({ participants: [one] }) => one?.sessions[0]?.from.slice(0, 10));
    assert.deepEqual(days(rows('Full Name\tUser Action\tTimestamp')), ['2026-03-04', '2026-04-03']);
    assert.deepEqual(days(rows('Nombre completo\tAcción\tMarca de tiempo')), ['2026-04-03', '2026-03-04']);
  });

  it('is read as Excel saves it again: UTF-8, commas or semicolons', () => {
    const comma = [
      '2. Participants,,,',
      'Name,First Join,Last Leave,In-Meeting Duration,Email',
      'Ana,"11/24/26, 9:00:00 AM","11/24/26, 9:30:00 AM",30m,ana@demo.example',
      '3. In-Meeting Activities,,,',
    ].join('\n');
    assert.deepEqual(told(readReport(Buffer.from(comma))[0]), [['Ana', 'ana@demo.example', '', 30]]);
    const semicolon = 'Nombre;Hora de unión;Hora de salida\nÁngela;24/11/2026 09:00:00;24/11/2026 09:20:00\n';
    assert.deepEqual(told(readReport(Buffer.from(semicolon))[0]), [['Ángela', '', '', 20]]);
  });

  for (const [name, content] of [
    ['an empty file', ''],
    ['a text', 'Ana estuvo en la reunión'],
    ['a table of something else', 'name,email\nAna,ana@demo.example\n'],
    ['a report without people', 'Name\tFirst Join\tLast Leave\n'],
    ['times that are none', 'Full Name\tUser Action\tTimestamp\nAna\tJoined\tayer\n'],
    ['a broken quotation', 'Name,Join Time,Leave Time\n"Ana,24/11/2026 9:00,\n'],
  ] as const) {
    it(`is not seen in ${name}`, () => assert.deepEqual(readReport(Buffer.from(content)), []));
  }

  it('survives any bytes', () => {
    for (let seed = 1; seed < 300; seed++) {
      const bytes = Buffer.from(Array.from({ length: seed }, (_, at) => (seed * 31 + at * at * 7) % 256));
      assert.ok(Array.isArray(readReport(bytes)));
    }
  });
});
