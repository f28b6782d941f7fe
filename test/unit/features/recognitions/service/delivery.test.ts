/** Thousands of recognitions at once, against Teams' limits, in simulated time. */
import assert from 'node:assert/strict';
import sinon from 'sinon';
import { PictureLinks } from '../../../../../src/features/recognitions/cards/picture-links.js';
import { RecognitionCards } from '../../../../../src/features/recognitions/cards/recognition-cards.js';
import { attributesOf } from '../../../../../src/features/recognitions/service/attributes.js';
import { createRecognitionEngine } from '../../../../../src/features/recognitions/service/engine.js';
import { RateLimiter } from '../../../../../src/platform/delivery/rates.js';
import type { Person } from '../../../../../src/platform/people/person.js';
import { memoryContext, memoryHost } from '../../../../support/host.js';
import { MemoryQueue } from '../../../../support/memory-queue.js';
import { ALONE } from '../../../../support/rates.js';

const MANY = 3_000;
/** Each leads so many. */
const TEAM = 10;
/** Of Teams: for the whole app, and for one conversation. */
const APP_A_SECOND = 50;
const CHAT_A_SECOND = 7;
const START = Date.parse('2026-11-24T14:00:00Z');

interface Sent {
  at: number;
  to: string;
}

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const leaderOf = (n: number) => idOf(1_000_000 + Math.floor(n / TEAM));

function organisation(): Person[] {
  const person = (id: string, superiorId?: string): Person => ({
    id,
    name: `Persona ${id.slice(-7)}`,
    email: '',
    roles: [],
    area: 'Servicio',
    ...(superiorId && { superiorId }),
  });
  const people = Array.from({ length: MANY }, (_, n) => person(idOf(n), leaderOf(n)));
  const leaders = Array.from({ length: MANY / TEAM }, (_, n) => person(leaderOf(n * TEAM)));
  return [...people, ...leaders];
}

/** The most that were sent within any second. */
function mostInASecond(times: readonly number[]): number {
  let most = 0;
  for (let first = 0, last = 0; last < times.length; last++) {
    while ((times[last] as number) - (times[first] as number) >= 1_000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

describe('three thousand recognitions in one minute', function () {
  this.timeout(300_000);
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: START });
  });
  afterEach(() => clock.restore());

  it('reach everybody once, and each superior, within what Teams takes', async () => {
    const sent: Sent[] = [];
    const now = () => new Date();
    const queue = new MemoryQueue(() => Date.now());
    const host = memoryHost({ clock: now, queue, rates: new RateLimiter(ALONE) });
    const context = memoryContext(host, {
      open: async (personId) => personId,
      post: async ({ conversationId }) => {
        sent.push({ at: Date.now(), to: conversationId });
        return `message ${sent.length}`;
      },
      update: async () => undefined,
    });
    await context.people.save(organisation());
    const attributes = new Map(attributesOf(context.policy).map((section) => [section.id, section]));
    const pictureLinks = new PictureLinks(context);
    const cards = new RecognitionCards({ ...context, attributes, pictureLinks });
    const given = { cards, attributes, isGuest: async () => false, offensiveIn: () => [] };
    const { service, work } = createRecognitionEngine(context, given);
    const words = { attribute: 'amabilidad', message: 'Acompañó a una señora hasta la puerta.' } as const;
    for (let n = 0; n < MANY; n++) {
      // Each thanks somebody of another team.
      const personId = idOf((n + TEAM) % MANY);
      const draft = { ...words, source: 'colleague' as const, isPublic: false, people: [personId] };
      const prepared = await service.prepare(idOf(n), idOf(2_000_000 + n), draft);
      assert.ok('draft' in prepared);
      await service.send(idOf(n), prepared.draft.id, prepared.draft.revision, undefined);
      if (n % 50 === 49) await clock.tickAsync(1_000);
    }
    assert.equal(sent.length, 0, 'nobody is told while they can be taken back');
    context.work.start(work);
    for (let second = 0; second < 900 && sent.length < 2 * MANY; second++) await clock.tickAsync(1_000);
    await clock.tickAsync(60_000);
    const stopping = context.work.stop();
    await clock.tickAsync(5_000);
    await stopping;

    const counts = new Map<string, number>();
    for (const { to } of sent) counts.set(to, (counts.get(to) ?? 0) + 1);
    for (let n = 0; n < MANY; n++) assert.equal(counts.get(idOf(n)), 1, `person ${n}`);
    for (let n = 0; n < MANY; n += TEAM) assert.equal(counts.get(leaderOf(n)), TEAM, `leader of ${n}`);
    assert.equal(sent.length, 2 * MANY);
    assert.ok(mostInASecond(sent.map(({ at }) => at)) <= APP_A_SECOND);
    for (const leader of new Set(sent.map(({ to }) => to))) {
      const times = sent.filter(({ to }) => to === leader).map(({ at }) => at);
      if (times.length > 1) assert.ok(mostInASecond(times) <= CHAT_A_SECOND);
    }
    const took = (sent.at(-1)?.at ?? 0) - (sent[0]?.at ?? 0);
    assert.ok(took >= (2 * MANY * 1_000) / APP_A_SECOND - 2_000, 'the limits were at work');
  });
});
