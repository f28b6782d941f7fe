import assert from 'node:assert/strict';
import { parseActivity } from '../../../src/bot/activity.js';
import { Replies } from '../../../src/bot/replies.js';
import type { Outgoing } from '../../../src/bot/reply-sender.js';
import { randomId } from '../../../src/platform/clock.js';
import { DeliveryError } from '../../../src/platform/delivery/channel.js';
import type { Reply } from '../../../src/turn.js';
import { anActivity } from '../../support/fixtures.js';
import { memoryLog } from '../../support/log.js';

const CHANNEL = { id: '19:general@thread.tacv2', conversationType: 'channel' as const };
const targeted = (otherwise: 'private' | 'nowhere' | 'here'): Reply => ({
  kind: 'targeted',
  message: { text: 'Solo para ti.' },
  otherwise,
});

describe('a reply for one person in a channel', () => {
  let sent: Outgoing[];
  let told: string[];
  let isRefused: boolean;
  let replies: Replies;
  beforeEach(() => {
    [sent, told, isRefused] = [[], [], false];
    replies = new Replies({
      sender: {
        send: async (outgoing) => {
          if (isRefused && outgoing.onlyFor) throw new DeliveryError('refused');
          sent.push(outgoing);
        },
        typing: async () => undefined,
      },
      tellPrivately: async (personId, { text }) => void told.push(`${personId}: ${text}`),
      log: memoryLog().log,
    });
  });
  const inChannel = (more = {}) => ({ ...anActivity(), conversation: CHANNEL, ...more });

  it('is addressed to them, by the id that Teams gave them there', async () => {
    const activity = inChannel();
    await replies.answer(activity, targeted('private'));
    assert.deepEqual(
      sent.map(({ onlyFor, to }) => [onlyFor?.id, to.conversationId]),
      [[activity.from.id, CHANNEL.id]],
    );
    assert.deepEqual(told, []);
  });

  it('goes to their own chat when Teams refuses it, and nothing more to the channel', async () => {
    isRefused = true;
    const activity = inChannel();
    await replies.answer(activity, targeted('private'));
    assert.deepEqual([sent, told], [[], [`${activity.from.aadObjectId}: Solo para ti.`]]);
  });

  it('goes nowhere, or to everybody, as it says', async () => {
    isRefused = true;
    await replies.answer(inChannel(), targeted('nowhere'));
    assert.deepEqual([sent, told], [[], []]);
    await replies.answer(inChannel(), targeted('here'));
    assert.deepEqual(
      [sent.map(({ onlyFor, message }) => [onlyFor, message.text]), told],
      [[[undefined, 'Solo para ti.']], []],
    );
  });

  it('is an ordinary message in a chat of two', async () => {
    await replies.answer(anActivity(), targeted('private'));
    assert.deepEqual([sent.length, sent[0]?.onlyFor], [1, undefined]);
  });

  it('answers a question that nobody else saw, which says so as Teams documents it', async () => {
    // `recipient.isTargeted`: MicrosoftDocs/msteams-docs, agents-in-teams/targeted-messages.md, "Receive targeted messages".
    const recipient = { id: '28:bot', name: 'Humanización', isTargeted: true };
    const { recipient: parsed } = parseActivity({ ...anActivity(), recipient }, randomId) ?? {};
    assert.equal(parsed?.isTargeted, true);
    const activity = inChannel({ recipient: parsed });
    await replies.answer(activity, { kind: 'show', message: { text: 'La política dice.' } });
    await replies.answer(activity, { kind: 'say', text: 'Hola.' });
    assert.deepEqual(
      sent.map(({ onlyFor }) => onlyFor?.id),
      [activity.from.id, activity.from.id],
    );
    isRefused = true;
    await replies.answer(activity, { kind: 'say', text: 'Hola.' });
    assert.equal(sent.length, 2);
    assert.deepEqual(told, [`${activity.from.aadObjectId}: Hola.`]);
  });
});
