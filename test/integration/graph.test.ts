import assert from 'node:assert/strict';
import { z } from 'zod';
import { type Address, type Channel, DeliveryError } from '../../src/platform/delivery/channel.js';
import { InstallingChannel } from '../../src/platform/delivery/installing-channel.js';
import { Notices } from '../../src/platform/delivery/notices.js';
import { Contacts } from '../../src/platform/people/contacts.js';
import { GraphClient } from '../../src/platform/people/graph/client.js';
import { GraphDirectory } from '../../src/platform/people/graph/graph-directory.js';
import { Installer } from '../../src/platform/people/graph/installer.js';
import type { Person } from '../../src/platform/people/person.js';
import { TableDirectory } from '../../src/platform/people/table-directory.js';
import { textOf } from '../support/cards.js';
import { aPerson } from '../support/fixtures.js';
import { GraphDouble, type GraphUser } from '../support/graph-double.js';
import { memoryLog } from '../support/log.js';
import { MemoryTables } from '../support/memory-tables.js';
import { AWAY } from '../support/sure-texts.js';
import { type Player, World } from '../support/world.js';

const id = (last: string) => `00000000-0000-4000-8000-00000000000${last}`;
const [ANA, LUIS, MARTA, NOBODY] = ['1', '2', '3', '9'].map(id) as [string, string, string, string];
const MINUTE = 60_000;

function user(last: string, more: Partial<GraphUser> = {}): GraphUser {
  return {
    id: id(last),
    displayName: `Graph ${last}`,
    mail: `${last}@graph.example`,
    department: 'Área',
    ...more,
  };
}

describe('the directory from Microsoft Graph', () => {
  let graph: GraphDouble;
  let now: Date;
  let people: TableDirectory;
  let directory: GraphDirectory;
  let lines: string[];

  beforeEach(async () => {
    graph = await GraphDouble.start();
    now = new Date('2026-11-24T14:00:00Z');
    people = new TableDirectory(new MemoryTables());
    open();
  });
  afterEach(() => graph.close());

  function open(outOfOffice = false): void {
    const memory = memoryLog();
    lines = memory.lines;
    const clock = () => now;
    const client = new GraphClient({ endpoint: graph.endpoint, token: async () => 'token-of-graph', clock });
    directory = new GraphDirectory(client, people, { clock, log: memory.log, outOfOffice });
  }
  const superiorOf = async (person: string) => (await directory.find(person))?.superiorId;
  const asked = () => graph.requests.filter(({ path }) => !path.includes('mailboxSettings')).length;
  const later = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };

  it('takes name, mail, area and superior from Graph, and roles and deputy from the table', async () => {
    graph.add(user('1', { manager: LUIS }), user('2'));
    await people.save([
      aPerson(ANA, { name: 'Old', roles: ['trainer'], deputyId: MARTA, superiorId: MARTA }),
    ]);
    assert.deepEqual(await directory.find(ANA), {
      id: ANA,
      name: 'Graph 1',
      email: '1@graph.example',
      area: 'Área',
      superiorId: LUIS,
      deputyId: MARTA,
      roles: ['trainer'],
      away: undefined,
    } satisfies Person);
    assert.equal(graph.requests[0]?.authorization, 'Bearer token-of-graph');
  });

  it('takes from the table what Graph lacks: manager, name, mail or area', async () => {
    graph.add(user('1', { mail: null, department: null, displayName: '' }));
    await people.save([aPerson(ANA, { superiorId: LUIS })]);
    const ana = await directory.find(ANA);
    assert.deepEqual([ana?.superiorId, ana?.name, ana?.area], [LUIS, `Name of ${ANA}`, 'Area']);
    assert.equal(ana?.email, `${ANA}@demo.example`);
  });

  it('finds nobody who is in neither, and does not ask Graph for a malformed id', async () => {
    assert.equal(await directory.find(NOBODY), undefined);
    assert.equal(await directory.find('../me'), undefined);
    assert.equal(asked(), 1);
  });

  it('reads the roles at each lookup', async () => {
    graph.add(user('1'));
    await people.save([aPerson(ANA, { roles: ['humanization'] })]);
    assert.deepEqual((await directory.find(ANA))?.roles, ['humanization']);
    await people.save([aPerson(ANA)]);
    assert.deepEqual((await directory.find(ANA))?.roles, []);
    assert.deepEqual(await directory.withRole('humanization'), []);
    assert.equal(asked(), 1);
  });

  it('asks Graph once for a whole line, and again after fifteen minutes', async () => {
    graph.add(user('1', { manager: LUIS }), user('2', { manager: MARTA }), user('3'));
    assert.deepEqual(
      [await superiorOf(ANA), await superiorOf(LUIS), await superiorOf(MARTA)],
      [LUIS, MARTA, undefined],
    );
    await Promise.all([directory.find(ANA), directory.find(ANA)]);
    assert.equal(asked(), 1);
    later(15 * MINUTE);
    graph.add(user('1', { manager: MARTA }));
    assert.equal(await superiorOf(ANA), MARTA);
    assert.equal(asked(), 2);
  });

  it('asks Graph once for concurrent lookups', async () => {
    graph.add(user('1'));
    await Promise.all(Array.from({ length: 20 }, () => directory.find(ANA)));
    assert.equal(asked(), 1);
  });

  it('skips a superior with a disabled account', async () => {
    graph.add(user('1', { manager: LUIS }), user('2', { manager: MARTA, accountEnabled: false }), user('3'));
    assert.equal(await superiorOf(ANA), MARTA);
    assert.deepEqual(
      [(await directory.find(LUIS))?.isDisabled, (await directory.find(MARTA))?.isDisabled],
      [true, undefined],
    );
  });

  it('cuts a circular line at the same place for every person in it, and logs it', async () => {
    for (const first of [ANA, LUIS, MARTA]) {
      open();
      graph.add(user('1', { manager: LUIS }), user('2', { manager: MARTA }), user('3', { manager: ANA }));
      await directory.find(first);
      assert.deepEqual(
        [await superiorOf(ANA), await superiorOf(LUIS), await superiorOf(MARTA)],
        [undefined, MARTA, ANA],
      );
      assert.match(lines.join(), /leads back to itself/);
    }
  });

  it('makes nobody their own superior', async () => {
    graph.add(user('1', { manager: ANA }));
    assert.equal(await superiorOf(ANA), undefined);
  });

  it('recognises a guest', async () => {
    graph.add(user('1', { userType: 'Guest' }), user('2', { userType: 'Member' }));
    const guests = [
      await directory.isGuest(ANA),
      await directory.isGuest(LUIS),
      await directory.isGuest(NOBODY),
    ];
    assert.deepEqual(guests, [true, false, false]);
  });

  describe('when Graph does not answer', () => {
    beforeEach(() => people.save([aPerson(ANA, { superiorId: LUIS }), aPerson(LUIS)]));

    it('waits once for a short Retry-After', async () => {
      graph.add(user('1', { manager: MARTA }), user('3'));
      graph.failures.push({ status: 429, retryAfter: '0' });
      assert.equal(await superiorOf(ANA), MARTA);
      assert.equal(asked(), 2);
    });

    it('answers from the table during a long Retry-After, without a request, and warns once', async () => {
      graph.add(user('1', { manager: MARTA }), user('3'));
      graph.failures.push({ status: 429, retryAfter: '120' });
      assert.equal(await superiorOf(ANA), LUIS);
      later(119_000);
      assert.equal(await superiorOf(ANA), LUIS);
      assert.equal(asked(), 1);
      assert.equal(lines.filter((line) => line.includes('"level":40')).length, 1);
      later(1_000);
      assert.equal(await superiorOf(ANA), MARTA);
    });

    for (const status of [500, 503, 504]) {
      it(`answers from the table on ${status}, and does not ask Graph for half a minute`, async () => {
        graph.add(user('1', { manager: MARTA }), user('3'));
        graph.failures.push({ status });
        assert.deepEqual([await superiorOf(ANA), await superiorOf(ANA), asked()], [LUIS, LUIS, 1]);
        later(30_000);
        assert.equal(await superiorOf(ANA), MARTA);
      });
    }

    it('prefers earlier data of Graph, up to a day old, to the table, which may be older', async () => {
      graph.add(user('1', { manager: MARTA }), user('3', { userType: 'Guest' }));
      assert.equal(await superiorOf(ANA), MARTA);
      graph.broken = { status: 503 };
      later(15 * MINUTE);
      assert.equal(await superiorOf(ANA), MARTA);
      assert.match(lines.join(), /"code":"unavailable","statusCode":503/);
      assert.equal(await directory.isGuest(MARTA), true, 'who was on the line as well');
      later(23 * 60 * MINUTE);
      assert.equal(await superiorOf(ANA), MARTA);
      assert.equal(
        (await directory.find(LUIS))?.superiorId,
        undefined,
        'the table, for whom Graph never told',
      );
      later(45 * MINUTE);
      assert.equal(await superiorOf(ANA), LUIS);
    });

    it('answers from the table on 403, and logs the missing permission by its code', async () => {
      graph.broken = { status: 403 };
      assert.equal(await superiorOf(ANA), LUIS);
      assert.match(lines.join(), /"code":"forbidden","statusCode":403/);
    });

    it('answers from the table when the connection is refused', async () => {
      await graph.close();
      assert.equal(await superiorOf(ANA), LUIS);
    });

    it('answers from the table after two seconds without an answer', async () => {
      graph.hangs = true;
      const start = Date.now();
      assert.equal(await superiorOf(ANA), LUIS);
      assert.ok(Date.now() - start < 3_000);
      graph.release();
    });

    it('answers from the table when the answer does not fit the schema of Graph', async () => {
      graph.users.set(ANA, { id: 'no id', displayName: 'x' });
      assert.equal(await superiorOf(ANA), LUIS);
    });
  });

  describe('automatic replies', () => {
    const scheduled = (from: string, until: string) => ({
      status: 'scheduled',
      scheduledStartDateTime: { dateTime: `${from}.0000000`, timeZone: 'UTC' },
      scheduledEndDateTime: { dateTime: `${until}.0000000`, timeZone: 'UTC' },
    });
    const absence = async (automaticReplies: unknown) => {
      graph.add(user('1', { automaticReplies }));
      open(true);
      return (await directory.find(ANA))?.away;
    };
    beforeEach(() => people.save([aPerson(ANA, { deputyId: LUIS })]));

    it('give the first and the last day of an absence, in Bogotá', async () => {
      assert.deepEqual(await absence({ status: 'alwaysEnabled' }), {
        from: '2026-11-24',
        until: '2026-11-24',
      });
      assert.deepEqual(await absence(scheduled('2026-11-24T04:59:00', '2026-11-26T05:00:00')), {
        from: '2026-11-23',
        until: '2026-11-25',
      });
      for (const setting of [
        { status: 'disabled' },
        { status: 'scheduled' },
        { status: 'new in some year' },
        scheduled('2026-11-26T00:00:00', '2026-11-24T00:00:00'),
        scheduled('no date', '2026-11-24T00:00:00'),
      ]) {
        assert.equal(await absence(setting), undefined);
      }
    });

    it('do not stop the lookups of people when mailboxes fail', async () => {
      graph.add(user('1', { manager: LUIS, automaticReplies: { status: 'alwaysEnabled' } }), user('2'));
      open(true);
      graph.broken = { status: 503, at: 'mailboxSettings' };
      assert.deepEqual([(await directory.find(ANA))?.away, await superiorOf(ANA)], [undefined, LUIS]);
      graph.add(user('3', { manager: ANA }));
      assert.equal(await superiorOf(MARTA), ANA);
      const mailboxes = graph.requests.length - asked();
      assert.equal(mailboxes, 1, 'they themselves are left alone for half a minute');
    });

    it('are ignored without the permission, without a deputy, and when switched off', async () => {
      graph.add(user('1', { automaticReplies: { status: 'alwaysEnabled' } }));
      open(true);
      await directory.find(ANA);
      later(5 * MINUTE);
      graph.failures.push({ status: 403 });
      assert.equal((await directory.find(ANA))?.away, undefined);
      await people.save([aPerson(ANA)]);
      assert.equal((await directory.find(ANA))?.away, undefined);
      open(false);
      await people.save([aPerson(ANA, { deputyId: LUIS })]);
      assert.equal((await directory.find(ANA))?.away, undefined);
    });
  });
});

describe('people with a disabled account', () => {
  let graph: GraphDouble;
  let world: World;
  let ana: Player;
  let luis: Player;
  let diana: Player;

  beforeEach(async () => {
    graph = await GraphDouble.start();
    graph.add(user('1', { manager: LUIS }), user('2', { manager: MARTA }), user('3'));
    graph.add(user('5', { displayName: 'Diana', manager: MARTA, accountEnabled: false }), user('7'));
    world = await World.open({ graph });
    [ana, luis, diana] = ['Ana', 'Luis', 'Diana'].map((name) => world.person(name)) as [
      Player,
      Player,
      Player,
    ];
  });
  afterEach(async () => {
    await world.close();
    await graph.close();
  });

  async function describes(): Promise<void> {
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: 'Un usuario amenazó a la auxiliar con un cuchillo.' });
  }

  it('do not stand in for the superior, although the table names them', async () => {
    await luis.writes(AWAY);
    assert.doesNotMatch(textOf(luis.card), /Diana/);
    await luis.taps('away.set', { deputy: diana.person.id });
    assert.match(textOf(luis.card), /No encontré a la persona que te reemplaza/);
    await luis.taps('away.set', { deputy: '' });
    assert.match(textOf(luis.card), /los casos nuevos pasan a tu superior/);
    await describes();
    await ana.taps('report.submit');
    await world.person('Marta').sees('Reportado, por aceptar');
    assert.equal(diana.received.length, 1, 'the welcome');
  });

  it('are refused as the superior that a reporter chooses', async () => {
    await describes();
    await ana.taps('report.submit', { superior: diana.person.id });
    assert.match(textOf(ana.card), /No encontré a la persona que elegiste como superior, o su cuenta/);
  });

  it('cannot be assigned a case', async () => {
    await describes();
    await ana.taps('report.submit');
    const hernan = world.person('Hernán');
    const card = await hernan.sees('HUM-');
    const outcome = await hernan.taps(
      'case.reassign',
      { person: diana.person.id, reassignReason: 'Luis no está.' },
      { message: card },
    );
    assert.match(textOf('form' in outcome && outcome.form), /No puedo asignarlo a esa persona/);
  });
});

describe('writing to a person without the bot', () => {
  const APP = 'aaaaaaaa-0000-4000-8000-000000000001';
  let graph: GraphDouble;
  let lines: string[];
  let client: GraphClient;
  let channel: InstallingChannel;
  let failure: DeliveryError | undefined;
  let posting: (to: Address) => Promise<string>;
  let posted: string[];

  beforeEach(async () => {
    posted = [];
    graph = await GraphDouble.start();
    graph.add(user('1'));
    failure = new DeliveryError('unreachable');
    const memory = memoryLog();
    lines = memory.lines;
    const clock = () => new Date('2026-11-24T14:00:00Z');
    client = new GraphClient({ endpoint: graph.endpoint, token: async () => 'token', clock });
    const installer = new Installer(client, APP);
    const inner: Channel = {
      open: async () => {
        if (failure) throw failure;
        return 'opened';
      },
      post: (to: Address) => posting(to),
      update: async () => {},
    };
    channel = new InstallingChannel(inner, (person) => installer.install(person), memory.log);
  });
  afterEach(() => graph.close());

  it('installs the bot and finds the chat, also when the list comes in pages', async () => {
    assert.equal(await channel.open(ANA, 'https://x/'), `19:${ANA}_installation-0@unq.gbl.spaces`);
    assert.deepEqual(graph.installed.get(ANA), [APP]);
  });

  it('finds the chat when the bot is already installed (409)', async () => {
    graph.installed.set(ANA, ['another', APP]);
    assert.equal(await channel.open(ANA, 'https://x/'), `19:${ANA}_installation-1@unq.gbl.spaces`);
  });

  it('installs nothing when the chat opens or may open later', async () => {
    failure = undefined;
    assert.equal(await channel.open(ANA, 'https://x/'), 'opened');
    failure = new DeliveryError('throttled', 1_000);
    await assert.rejects(channel.open(ANA, 'https://x/'), { failure: 'throttled' });
    assert.equal(graph.requests.length, 0);
  });

  for (const status of [403, 404, 429, 500]) {
    it(`fails as unreachable when the installation fails with ${status}, and logs it`, async () => {
      graph.broken = { status };
      await assert.rejects(channel.open(ANA, 'https://x/'), { failure: 'unreachable' });
      assert.match(lines.join(), /could not be installed/);
    });
  }

  describe('who had the bot and removed it', () => {
    let refused: string[];
    let contacts: Contacts;
    let notices: Notices;

    beforeEach(() => {
      refused = ['the old chat'];
      const tables = new MemoryTables();
      contacts = new Contacts(tables);
      notices = new Notices({ contacts, channel, defaultServiceUrl: () => 'https://x/' });
      posting = async ({ conversationId }) => {
        if (refused.includes(conversationId)) throw new DeliveryError('unreachable');
        posted.push(conversationId);
        return 'id';
      };
      const contact = { conversationId: 'the old chat', serviceUrl: 'https://x/', language: 'en' as const };
      return contacts.save({ personId: ANA, ...contact });
    });
    const tell = () => notices.tell(ANA, (language) => ({ text: language }));
    const conversation = async () => (await contacts.find(ANA))?.conversationId;

    it('installs the bot again, and writes to the new chat from then on', async () => {
      const chat = `19:${ANA}_installation-0@unq.gbl.spaces`;
      await tell();
      await tell();
      assert.deepEqual([posted, await conversation()], [[chat, chat], chat]);
      assert.equal((await contacts.find(ANA))?.language, 'en');
      assert.equal(graph.requests.filter(({ method }) => method === 'POST').length, 1);
    });

    it('fails as unreachable when the installation fails or the new chat refuses the message', async () => {
      graph.broken = { status: 403 };
      await assert.rejects(tell(), { failure: 'unreachable' });
      assert.match(lines.join(), /could not be installed/);
      assert.equal(await conversation(), 'the old chat');
      graph.broken = undefined;
      refused.push(`19:${ANA}_installation-0@unq.gbl.spaces`);
      await assert.rejects(tell(), { failure: 'unreachable' });
      assert.deepEqual(posted, []);
    });
  });

  it('does not stop other requests to Graph when installing fails', async () => {
    graph.broken = { status: 503, at: 'installedApps' };
    await assert.rejects(channel.open(ANA, 'https://x/'), { failure: 'unreachable' });
    assert.deepEqual(await client.get(`users/${ANA}`, z.object({ id: z.string() })), { id: ANA });
  });

  it('follows no link to another host, because the request carries the token', async () => {
    const elsewhere = await GraphDouble.start();
    const clock = () => new Date();
    const client = new GraphClient({ endpoint: graph.endpoint, token: async () => 'token', clock });
    const page = z.object({}).transform(() => ({ value: [], next: `${elsewhere.endpoint}users` }));
    await assert.rejects(client.list(`users/${ANA}`, page).next(), { failure: 'unavailable' });
    assert.deepEqual([graph.requests.length, elsewhere.requests.length], [1, 0]);
    await elsewhere.close();
  });
});
