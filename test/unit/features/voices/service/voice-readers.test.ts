import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { begun } from '../../../../../src/features/cases/domain/commitment.js';
import type { VoiceAnswer } from '../../../../../src/features/voices/domain/voice.js';
import { voiceReceivers } from '../../../../../src/features/voices/service/voice-receivers.js';
import { DeliveryError } from '../../../../../src/platform/delivery/channel.js';
import { Cases, type Posted } from '../../../../support/cases.js';
import { aCase, aPerson, bogota } from '../../../../support/fixtures.js';

const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  aPerson('luis', { superiorId: 'marta' }),
  aPerson('marta', { roles: ['protected'] }),
  aPerson('paula', { roles: ['protected'] }),
  aPerson('pablo', { roles: ['protected'] }),
  aPerson('hernan', { roles: ['humanization'] }),
];
const TROUBLE: VoiceAnswer = { satisfied: 'no', retaliation: true, comment: 'Me quitaron los turnos' };
const COMMITMENT = begun(
  { personId: 'carlos', what: 'x', until: '2026-12-15', kind: 'standard' },
  { seq: 4, at: '2026-11-03T15:00:00.000Z' },
);

describe('the readers of a voice', () => {
  let now: Date;
  let cases: Cases;

  async function open(people = PEOPLE, unreachable: readonly string[] = []): Promise<void> {
    now = bogota('2026-11-03 10:00');
    const onPost = ({ personId }: Posted) => {
      if (unreachable.includes(personId)) throw new DeliveryError('unreachable');
    };
    cases = await Cases.open({ clock: () => now, people, onPost });
  }
  beforeEach(() => open());

  async function at(when: string): Promise<void> {
    now = bogota(when);
    await cases.settle();
  }

  it('are, of a protected case, those of its role who did not attend to it, and to no other role', async () => {
    const readersOf = async (attended: readonly string[]) => {
      const subject = aCase({ reporterId: 'ana', protectedBy: 'protected', assignee: { kind: 'protected' } });
      const events = attended.map((actorId, seq) => ({
        seq,
        actorId,
        at: now.toISOString(),
        commandId: 'c',
        body: { type: 'rejected', reason: '' } as const,
      }));
      const { people, role } = await voiceReceivers(cases.directory, { subject, events });
      return [role, ...people.map(({ id }) => id)];
    };
    assert.deepEqual(await readersOf([]), ['protected', 'pablo', 'paula']);
    assert.deepEqual(await readersOf(['paula']), ['protected', 'pablo']);
    assert.deepEqual(await readersOf(['paula', 'pablo']), ['protected'], 'the team never had it');
  });

  it('are neither those whom the narrative or the comment names, nor who committed in the case', async () => {
    const more = ['quiroga', 'rentería', 'sarmiento'].map((name) =>
      aPerson(name, { name: `Zoila ${name}`, roles: ['protected'] }),
    );
    await open([...PEOPLE, ...more]);
    const id = randomUUID();
    await cases.report('ana', { narrative: 'La doctora Quiroga me gritó delante de todos' }, id);
    const { subject, events } = await cases.load(id);
    const { commitments } = aCase({ commitments: [{ ...COMMITMENT, personId: 'sarmiento' }] });
    const loaded = { subject: { ...subject, commitments }, events };
    const readers = async (comment?: string) =>
      (await voiceReceivers(cases.directory, loaded, comment)).people.map((person) => person.id).sort();
    assert.deepEqual(await readers(), ['pablo', 'paula', 'rentería']);
    assert.deepEqual(await readers('Fue Renteria quien me quitó los turnos'), ['pablo', 'paula']);
  });

  it('who cannot be reached are told of to the team without a word of it, and to the reporter with other help', async () => {
    await open(PEOPLE, ['paula']);
    const id = randomUUID();
    await cases.report('ana', {}, id);
    await cases.does('luis', id, { type: 'accept', note: '' });
    await cases.does('luis', id, { type: 'close', outcomes: ['process'], summary: 'x' });
    await at('2026-11-03 10:10');
    await at('2026-11-10 10:11');
    const asked = await cases.voice.asked(id, 'ana');
    assert.equal(asked?.state, 'open');
    cases.posted.splice(0);
    await cases.voice.answer(asked, TROUBLE);
    await cases.settle();
    const told = cases.posted.map(({ personId, message }) => [personId, message.text ?? '']);
    const words = (who: string) => told.filter(([personId]) => personId === who).map(([, text]) => text);
    assert.equal(words('hernan').length, 1, JSON.stringify(told));
    assert.doesNotMatch(words('hernan').join(), /Me quitaron|\bana\b|\d{4}-/i);
    assert.match(words('ana').join(), /paula[\s\S]*155/i);
    assert.deepEqual(words('luis'), []);
  });
});
