import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { TrainingLinks } from '../../../../../src/features/trainings/cards/links.js';
import { TrainingCards } from '../../../../../src/features/trainings/cards/training-card.js';
import { ChannelCard } from '../../../../../src/features/trainings/service/channel-card.js';
import { AttendanceStore } from '../../../../../src/features/trainings/store/attendance-store.js';
import { TrainingStore } from '../../../../../src/features/trainings/store/training-store.js';
import { Background } from '../../../../../src/platform/background.js';
import { Renderer } from '../../../../../src/platform/cards/renderer.js';
import {
  type Channel,
  DeliveryError,
  type DeliveryFailure,
} from '../../../../../src/platform/delivery/channel.js';
import { RateLimiter } from '../../../../../src/platform/delivery/rates.js';
import { textOf } from '../../../../support/cards.js';
import { memoryLog } from '../../../../support/log.js';
import { MemoryTables } from '../../../../support/memory-tables.js';
import { ALONE } from '../../../../support/rates.js';
import { anAttendee, aTraining } from '../../../../support/training-data.js';

const TRAINING = aTraining({ messageId: 'm' });

describe('the card in the channel', () => {
  let now: number;
  let trainings: TrainingStore;
  let attendance: AttendanceStore;
  let rates: RateLimiter;
  let background: Background;
  let channelCard: ChannelCard;
  /** Failures of the next updates, in order. */
  let failures: [failure: DeliveryFailure, retryAfterMs?: number][];
  /** The card text of each attempted update. */
  let tried: string[];

  beforeEach(async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    now = Date.parse(TRAINING.startsAt);
    failures = [];
    tried = [];
    const clock = () => new Date(now);
    const tables = new MemoryTables();
    const { log } = memoryLog();
    trainings = new TrainingStore(tables);
    attendance = new AttendanceStore(tables);
    rates = new RateLimiter(ALONE, () => now);
    background = new Background(log);
    const links = new TrainingLinks({ publicUrl: () => 'https://bot.example', botId: '28:bot' });
    const cards = new TrainingCards({ renderer: new Renderer(), links });
    const channel: Channel = {
      open: async () => assert.fail('opens nothing'),
      post: async () => assert.fail('posts nothing'),
      update: async (_to, _messageId, { card }) => {
        tried.push(textOf(card ?? {}));
        const failure = failures.shift();
        if (failure) throw new DeliveryError(...failure);
      },
    };
    channelCard = new ChannelCard({
      trainings,
      attendance,
      cards,
      channel,
      rates,
      background,
      clock,
      log,
    });
    await trainings.insert(TRAINING);
  });
  afterEach(() => mock.timers.reset());

  /** Advances the clock, and waits for the work that starts then. */
  async function pass(ms: number): Promise<void> {
    now += ms;
    mock.timers.tick(ms);
    await background.drain();
  }
  const close = () =>
    trainings.change(TRAINING.id, (before) => ({ ...before, state: 'closed', closedAt: before.endsAt }));

  it('is retried until Teams takes it, not before Teams allows, with the current count', async () => {
    failures = [['throttled', 30_000], ['ambiguous'], ['unavailable']];
    channelCard.touch(TRAINING.id);
    await pass(5_000);
    assert.equal(tried.length, 1);
    await attendance.take(TRAINING.id, anAttendee(1), 0);
    channelCard.touch(TRAINING.id);
    await pass(29_999);
    assert.equal(tried.length, 1, 'not before it may');
    await pass(1);
    assert.equal(tried.length, 2);
    for (let seconds = 0; seconds < 60; seconds++) await pass(1_000);
    assert.equal(tried.length, 4);
    assert.match(tried.at(-1) ?? '', /1 persona registrada/);
    await pass(3_600_000);
    assert.equal(tried.length, 4, 'and then rests');
  });

  it('is given up after many retries, and updated again on the next change', async () => {
    failures = Array.from({ length: 1_000 }, () => ['unavailable']);
    channelCard.touch(TRAINING.id);
    for (let minutes = 0; minutes < 120; minutes++) await pass(60_000);
    const times = tried.length;
    assert.ok(times > 3 && times < 20, `${times} times`);
    failures = [];
    channelCard.touch(TRAINING.id);
    await pass(5_000);
    assert.equal(tried.length, times + 1);
  });

  it('is not retried when the channel is gone', async () => {
    failures = [['unreachable']];
    channelCard.touch(TRAINING.id);
    await pass(5_000);
    await pass(3_600_000);
    assert.equal(tried.length, 1);
  });

  it('is retried once when the process stops, and then left', async () => {
    failures = [['unavailable'], ['unavailable']];
    channelCard.touch(TRAINING.id);
    await pass(5_000);
    channelCard.stop();
    await background.drain();
    assert.equal(tried.length, 2, 'once more, now');
    await pass(3_600_000);
    assert.equal(tried.length, 2);
  });

  it('shows the state at the time of sending, not of queueing', async () => {
    for (let sent = 0; sent < 5; sent++)
      await rates.send(TRAINING.conversationId, 'other', async () => undefined);
    channelCard.showNow(TRAINING.id);
    await settled();
    await attendance.take(TRAINING.id, anAttendee(1), 0);
    await close();
    await pass(1_000);
    assert.equal(tried.length, 1);
    assert.match(tried[0] ?? '', /Asistió 1 persona/);
  });

  it('is never overwritten by an update that began earlier', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const count = attendance.count.bind(attendance);
    let counts = 0;
    attendance.count = async (id) => {
      if (counts++ === 0) await held;
      return count(id);
    };
    channelCard.showNow(TRAINING.id);
    await settled();
    await close();
    channelCard.showNow(TRAINING.id);
    await settled();
    release();
    await background.drain();
    assert.match(tried.at(-1) ?? '', /Registro cerrado/);
  });
});

/** Waits for all work that needs no timer. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
