import assert from 'node:assert/strict';
import { DeliveryError } from '../../../../src/platform/delivery/channel.js';
import { NoticeEffects } from '../../../../src/platform/delivery/notice-effects.js';
import { NoticeGate, type NoticeGateParts } from '../../../../src/platform/delivery/notice-gate.js';
import { Notices } from '../../../../src/platform/delivery/notices.js';
import { fromOutboxRow, type OutboxItem, toOutboxRows } from '../../../../src/platform/delivery/outbox.js';
import { Contacts } from '../../../../src/platform/people/contacts.js';
import { MemoryTables } from '../../../support/memory-tables.js';
import { unhurriedRates } from '../../../support/rates.js';

function anItem(more: Partial<OutboxItem> = {}): OutboxItem {
  const [row] = toOutboxRows('c0de', 1, [{ kind: 'card', target: 'luis', urgent: false }]);
  const item = row && fromOutboxRow(row);
  assert.ok(item);
  return { ...item, ...more };
}

describe('a notice whose outcome is in doubt', () => {
  const effects = () => {
    const tables = new MemoryTables();
    const lost = async () => {
      throw new DeliveryError('ambiguous');
    };
    const notices = new Notices({
      contacts: new Contacts(tables),
      channel: { open: async () => 'chat', post: lost, update: lost },
      defaultServiceUrl: () => 'https://teams.example/',
    });
    return new NoticeEffects(notices, tables, 'Cases');
  };
  const render = async () => ({ text: 'Tienes un caso' });

  it('is posted again when it is the first card, whatever the level', async () => {
    await assert.rejects(effects().card(render)(anItem()), { failure: 'unavailable' });
  });

  it('stays in doubt when it is a line of news', async () => {
    await assert.rejects(effects().announcement(render)(anItem()), { failure: 'ambiguous' });
  });
});

describe('a notice that is due', () => {
  let left: string[];
  let owner: string | undefined;
  let parts: NoticeGateParts;
  beforeEach(() => {
    left = [];
    owner = 'me';
    parts = {
      contacts: { find: async () => ({ conversationId: 'chat' }) },
      instances: { me: 'me', ownerOf: () => owner },
      rates: unhurriedRates(),
      leave: async (to, partitionKey) => void left.push(`${to} ${partitionKey}`),
      priority: 'case',
    };
  });
  const permit = (more: Partial<OutboxItem> = {}) => new NoticeGate(parts).permit(anItem(more));

  it('passes when the conversation belongs to this instance', async () => {
    assert.equal((await permit()).kind, 'now');
    assert.deepEqual(left, []);
  });

  it('is left to the instance that the conversation belongs to', async () => {
    owner = 'other';
    assert.equal((await permit()).kind, 'later');
    assert.deepEqual(left, ['other c0de']);
  });

  it('waits while this instance does not know the others', async () => {
    owner = undefined;
    assert.equal((await permit()).kind, 'later');
    assert.deepEqual(left, []);
  });

  it('passes anywhere when nothing is sent', async () => {
    owner = 'other';
    assert.equal((await permit({ target: '' })).kind, 'now');
  });

  it('makes room for others when its turn is far', async () => {
    parts = { ...parts, rates: { hold: async () => 7_000 } };
    assert.deepEqual(await permit(), { kind: 'later', inMs: 7_000 });
  });
});
