import assert from 'node:assert/strict';
import { COMMANDS } from '../../src/commands.js';
import type { Member } from '../../src/features/practice/domain/member.js';
import { Members } from '../../src/features/practice/store/members.js';
import { TrainingStore } from '../../src/features/trainings/store/training-store.js';
import { rowsOf } from '../../src/platform/storage/tables.js';
import { loadUnderstand } from '../../src/platform/understanding/load.js';
import { CountedBot } from '../support/counted-bot.js';
import { aPerson, bogota } from '../support/fixtures.js';
import { LOW } from '../support/sure-texts.js';
import { aTraining } from '../support/training-data.js';

const [ANA, LUIS, MARTA, HERNAN] = [1, 2, 3, 4].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
];
const SHORT = ['y entonces', 'el de la otra vez', 'lo de ayer', 'eso', 'necesito eso'];
const EARLIER = bogota('2026-11-24 07:30');
const NOW = bogota('2026-11-24 09:00');
const CHANNEL = {
  conversation: { id: '19:general@thread.tacv2', conversationType: 'channel', tenantId: 't' },
  channelData: { tenant: { id: 't' }, team: { id: '19:team@thread.tacv2', name: 'Servicio' } },
};
const MEMBER: Member = {
  personId: ANA,
  state: 'on',
  hour: '08:30',
  job: '',
  since: NOW.toISOString(),
  given: [{ day: '2026-11-24', hour: '08:30', practice: 'amabilidad-01' }],
};

/**
 * The people of each step have used the bot a moment before. `People get` are the roles of those who act, and whether
 * those whom a report may go to are away: never taken from a cache for a decision.
 */
const STEPS = {
  'to answer a question': {},
  /** The answer says that the question was kept. */
  'to say that the policy does not answer': { 'Feedback write': 1 },
  'to list the cases to decide': { 'CaseIndex page': 1 },
  'to list the cases of a team': { 'CaseIndex page': 1 },
  /** The case is read anew: who has it may have changed. Whoever has a role is read anew as well. */
  'to open a case': { 'Cases page': 1 },
  /**
   * What is open with this person: what was said last, a question of a leader, cases to decide, the case reported last. They are
   * read at once. That it was asked back is kept behind.
   */
  'to ask what a text means': {
    'CaseIndex get': 1,
    'CaseIndex page': 4,
    'Cases page': 1,
    'Conversations get': 1,
    'Drafts page': 1,
  },
  /** The draft is changed as this instance knows it, which fails if it has changed since, or went with the authorisation. */
  'to assess a report': { 'Drafts write': 1 },
  /** The draft gets its number, and is marked as sent. The reporter has sent nothing else within the hour. */
  'to submit a report': { 'Cases commit': 1, 'Drafts write': 2, 'queue put': 1 },
  /** The case is committed as this instance knows it; the commit fails if it has changed since. */
  'to decide': { 'Cases commit': 1, 'People get': 1, 'queue put': 1 },
  'to register for a training': { 'Trainings write': 1 },
  /** Whom the bot has never met: the language, and name and area for the list. */
  'to register a stranger from the card in a channel': {
    'Conversations get': 1,
    'People get': 1,
    'Trainings write': 1,
  },
  /** The membership and the ticks of the week are read at once. */
  'to tick a practice': { 'Practice get': 1, 'Practice page': 1, 'Practice write': 1 },
} as const;

describe('before the answer, storage is asked', () => {
  let bot: CountedBot;
  let now = EARLIER;
  const asked: Partial<Record<keyof typeof STEPS, Record<string, number>>> = {};

  before(async () => {
    bot = await CountedBot.open(
      [
        aPerson(ANA, { superiorId: LUIS }),
        aPerson(LUIS, { superiorId: MARTA }),
        aPerson(MARTA),
        aPerson(HERNAN, { roles: ['humanization'] }),
      ],
      () => now,
    );
    const training = aTraining();
    await new TrainingStore(bot.tables).insert(training);
    await goThrough();
    now = NOW;
    asked['to answer a question'] = await bot.asked(() =>
      bot.write(ANA, '¿Cuáles son los ejes de la política?'),
    );
    asked['to say that the policy does not answer'] = await bot.asked(() =>
      bot.write(ANA, '¿Qué dice la política sobre el parqueadero?'),
    );
    asked['to list the cases to decide'] = await bot.asked(() => bot.write(LUIS, 'bandeja'));
    await bot.write(LUIS, 'equipo');
    asked['to list the cases of a team'] = await bot.asked(() => bot.write(LUIS, 'equipo'));
    const understand = loadUnderstand(COMMANDS);
    const unsure = SHORT.find((text) => understand(text, []).asks);
    assert.ok(unsure, 'one of the texts is unsure');
    asked['to ask what a text means'] = await bot.asked(() => bot.write(ANA, unsure ?? ''));
    await goThrough();
    // Somebody has registered a moment before.
    await bot.click(LUIS, 'attendance.register', { id: training.id, code: '' }, CHANNEL);
    await bot.settle();
    asked['to register for a training'] = await bot.asked(() =>
      bot.click(ANA, 'attendance.register', { id: training.id, code: '' }),
    );
    asked['to register a stranger from the card in a channel'] = await bot.asked(() =>
      bot.click(HERNAN, 'attendance.register', { id: training.id, code: '' }, CHANNEL),
    );
    await new Members(bot.tables).change(ANA, () => MEMBER);
    asked['to tick a practice'] = await bot.asked(() =>
      bot.click(ANA, 'practice.done', { id: '2026-11-24' }),
    );
  });
  after(() => bot.close());

  /** A report from its beginning to the decision. */
  async function goThrough(): Promise<void> {
    await bot.write(LUIS, 'hola');
    await bot.write(ANA, 'reportar');
    let id = '';
    for await (const { row } of rowsOf(bot.tables, 'Drafts', ANA)) if (!row.sent) id = row.rowKey;
    const step = async (name: keyof typeof STEPS, who: string, verb: string, more: object = {}) => {
      asked[name] = await bot.asked(() => bot.click(who, verb, { id, ...more }));
    };
    await step('to assess a report', ANA, 'report.assess', { narrative: LOW });
    await step('to submit a report', ANA, 'report.submit');
    await step('to open a case', LUIS, 'case.view');
    await step('to decide', LUIS, 'case.accept', { revision: 1 });
  }

  for (const step of Object.keys(STEPS) as (keyof typeof STEPS)[]) {
    it(`as often as it has to be ${step}`, () => assert.deepEqual(asked[step], STEPS[step]));
  }
});
