import assert from 'node:assert/strict';
import { RequestNotice } from '../../../../../src/features/privacy/service/request-notice.js';
import { DataRequestService } from '../../../../../src/features/privacy/service/request-service.js';
import { DataRequests } from '../../../../../src/features/privacy/store/data-requests.js';
import { Background } from '../../../../../src/platform/background.js';
import { businessCalendar } from '../../../../../src/platform/calendar/business-time.js';
import { Renderer } from '../../../../../src/platform/cards/renderer.js';
import { DeliveryError } from '../../../../../src/platform/delivery/channel.js';
import type { Notices } from '../../../../../src/platform/delivery/notices.js';
import { WorkQueue } from '../../../../../src/platform/delivery/work.js';
import { Names } from '../../../../../src/platform/people/names.js';
import { textOf } from '../../../../support/cards.js';
import { aPerson, bogota } from '../../../../support/fixtures.js';
import { memoryLog } from '../../../../support/log.js';
import { MemoryQueue } from '../../../../support/memory-queue.js';
import { MemoryTables } from '../../../../support/memory-tables.js';

const DAY_MS = 86_400_000;
const calendar = businessCalendar();

/** Ana sends requests; a team of two answers them. */
class Office {
  now = bogota('2026-11-24 10:00');
  /** `PERSON: summary of the notification`. */
  readonly told: string[] = [];
  readonly cards: string[] = [];
  /** People who cannot be reached, with the error. */
  readonly failing = new Map<string, DeliveryError>();
  readonly queue = new MemoryQueue(() => this.now.getTime());
  readonly requests = new DataRequests(new MemoryTables());
  readonly background: Background;
  readonly service: DataRequestService;
  team = [aPerson('one'), aPerson('two')];

  constructor() {
    const { log } = memoryLog();
    const clock = () => this.now;
    this.background = new Background(log);
    const directory = { find: async (id: string) => aPerson(id), withRole: async () => this.team };
    const notices: Pick<Notices, 'tell'> = {
      tell: async (id, render) => {
        const failure = this.failing.get(id);
        if (failure) throw failure;
        const { summary, card } = render('es');
        this.told.push(`${id}: ${summary}`);
        this.cards.push(textOf(card ?? {}));
      },
    };
    const names = new Names(directory, clock);
    const renderer = new Renderer();
    this.service = new DataRequestService({
      requests: this.requests,
      background: this.background,
      calendar,
      clock,
      work: new WorkQueue(this.queue, new MemoryQueue(), log),
      notice: new RequestNotice({ directory, names, renderer, notices, clock, log }),
    });
  }

  async asks(commandId = 'c1'): Promise<string> {
    const asked = { personId: 'ana', words: 'Mi área es Droguería.', commandId };
    const { number } = await this.service.ask(asked);
    await this.background.drain();
    return number;
  }

  async answers(number: string, answer = 'Ya quedó.'): Promise<boolean> {
    const isFirst = await this.service.answer(number, { answer, answeredBy: 'one' });
    await this.background.drain();
    return isFirst;
  }

  /** Notifications since the last call. */
  news(): string[] {
    return this.told.splice(0);
  }
}

describe('a request to correct data', () => {
  it('is due at the end of the fifteenth business day after receipt, not counting holidays', () => {
    const due = (from: string) => calendar.endOfDay(15, bogota(from)).toISOString();
    // 24 November 2026 is a Tuesday; 8 December is a holiday.
    assert.equal(due('2026-11-24 10:00'), bogota('2026-12-16 17:00').toISOString());
    assert.equal(due('2026-11-24 23:59'), due('2026-11-24 00:00'), 'the day counts, not the hour');
    assert.equal(due('2026-11-28 10:00'), bogota('2026-12-21 17:00').toISOString(), 'from a Saturday');
  });

  it('is created once per command, and visible in the data of its author only', async () => {
    const office = new Office();
    assert.equal(await office.asks('c1'), 'DAT-2026-000001');
    assert.equal(await office.asks('c1'), 'DAT-2026-000001');
    assert.equal(await office.asks('c2'), 'DAT-2026-000002');
    assert.equal((await office.requests.dataOf('ana')).length, 2);
    assert.deepEqual(await office.requests.dataOf('luis'), []);
    assert.equal(office.news().length, 4, 'each told once to each of the team');
  });

  it('notifies the team at once, then daily from the twelfth business day until answered', async () => {
    const office = new Office();
    const number = await office.asks();
    const first = `Solicitud ${number}: corregir datos personales`;
    assert.deepEqual(office.news(), [`one: ${first}`, `two: ${first}`]);
    const reminded: string[] = [];
    for (let round = 0; round < 5; round++) {
      const waitMs = await office.service.run(number);
      if (office.news().length > 0) reminded.push(office.now.toISOString());
      assert.ok(waitMs !== undefined);
      office.now = new Date(office.now.getTime() + waitMs);
    }
    const days = ['2026-12-11', '2026-12-14', '2026-12-15', '2026-12-16'];
    assert.deepEqual(
      reminded,
      days.map((day) => bogota(`${day} 17:00`).toISOString()),
    );
    assert.match(office.cards.at(-1) ?? '', /Responder a más tardar el 16 de diciembre/);
    await office.service.run(number);
    assert.deepEqual(
      office.news(),
      ['one', 'two'].map((id) => `${id}: La solicitud ${number} sigue sin respuesta`),
    );
    assert.match(office.cards.at(-1) ?? '', /Había que responder a más tardar el 16 de diciembre/);
    await office.answers(number);
    assert.equal(await office.service.run(number), undefined);
  });

  it('is retried if nobody in the team can be reached, but not if somebody can', async () => {
    const office = new Office();
    office.failing.set('one', new DeliveryError('unavailable')).set('two', new DeliveryError('unreachable'));
    const number = await office.asks();
    assert.deepEqual(office.news(), []);
    assert.equal(await office.service.run(number), 5 * 60_000);
    office.failing.delete('two');
    const waitMs = (await office.service.run(number)) ?? 0;
    assert.ok(waitMs > 10 * DAY_MS, `${waitMs}`);
    assert.equal(office.news().length, 1);
  });

  it('is finished by the queue if the process dies after the reply; an unknown one is ignored', async () => {
    const office = new Office();
    office.background.run = () => undefined;
    const number = await office.asks();
    assert.deepEqual(office.news(), []);
    office.now = bogota('2026-11-24 10:01');
    const [left] = await office.queue.take(10, 60);
    assert.deepEqual(JSON.parse(left?.body ?? ''), { kind: 'correction', number });
    await office.service.run(number);
    assert.equal(office.news().length, 2);
    assert.equal(await office.service.run('DAT-2026-000099'), undefined);
  });

  it('is answered once, and the answer is delivered once', async () => {
    const office = new Office();
    const number = await office.asks();
    office.news();
    assert.deepEqual(await Promise.all([office.answers(number, 'uno'), office.answers(number, 'dos')]), [
      true,
      false,
    ]);
    assert.deepEqual(office.news(), [`ana: Respuesta a tu solicitud ${number}`]);
    assert.match(office.cards.at(-1) ?? '', /Mi área es Droguería\.[\s\S]*uno/);
    assert.deepEqual(await office.requests.open(), []);
    await assert.rejects(office.answers('DAT-2026-000099'), { code: 'not-found' });
  });

  it('retries the delivery of the answer while the channel is down', async () => {
    const office = new Office();
    const number = await office.asks();
    office.news();
    office.failing.set('ana', new DeliveryError('unavailable'));
    await office.answers(number);
    assert.equal(await office.service.run(number), 5 * 60_000);
    office.failing.clear();
    assert.equal(await office.service.run(number), undefined);
    assert.deepEqual(office.news(), [`ana: Respuesta a tu solicitud ${number}`]);
  });

  it('tells the team when the requester can no longer be reached', async () => {
    const office = new Office();
    const number = await office.asks();
    office.news();
    office.failing.set('ana', new DeliveryError('unreachable'));
    await office.answers(number);
    assert.equal(office.news().length, 2);
    assert.match(office.cards.at(-1) ?? '', /No pude entregar la respuesta[\s\S]*ANA/i);
    assert.equal(await office.service.run(number), undefined);
  });
});
