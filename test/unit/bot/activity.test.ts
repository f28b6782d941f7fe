import assert from 'node:assert/strict';
import { actionOf, parseActivity, textOf } from '../../../src/bot/activity.js';
import { randomId } from '../../../src/platform/clock.js';
import { ACTIVITY_BODY, anActivity } from '../../support/fixtures.js';

const without = (name: keyof typeof ACTIVITY_BODY) =>
  Object.fromEntries(Object.entries(ACTIVITY_BODY).filter(([key]) => key !== name));
const parsed = (more: Record<string, unknown>) => parseActivity({ ...ACTIVITY_BODY, ...more }, randomId);

describe('parsing an activity', () => {
  it('keeps known fields and drops the rest', () => {
    const activity = parsed({ unknown: 'x', channelData: { tenant: { id: 't' }, eventType: 'e' } });
    assert.ok(activity && !('unknown' in activity));
    assert.equal(activity.from.aadObjectId, '00000000-0000-4000-8000-00000000000a', 'in lower case');
    assert.equal(activity.channelData?.tenant?.id, 't');
    assert.deepEqual([activity.text, activity.conversation.conversationType], ['hola', 'personal']);
  });

  for (const body of [undefined, null, '', 'text', 42, true, [], [ACTIVITY_BODY], {}]) {
    it(`refuses ${JSON.stringify(body)?.slice(0, 30)}`, () =>
      assert.equal(parseActivity(body, randomId), undefined));
  }

  for (const name of ['type', 'channelId', 'serviceUrl', 'from', 'conversation'] as const) {
    it(`refuses a body without ${name}`, () =>
      assert.equal(parseActivity(without(name), randomId), undefined));
  }

  it('ignores an invalid Entra id', () => {
    for (const aadObjectId of ['not-a-guid', '', null, 7]) {
      assert.equal(parsed({ from: { id: 'x', aadObjectId } })?.from.aadObjectId, undefined);
    }
  });

  it('treats null as a missing field', () => {
    const nulls = { id: null, name: null, replyToId: null, recipient: null, text: null, entities: null };
    assert.ok(parsed({ ...nulls, conversation: { id: 'a:1', tenantId: null } }));
  });

  it('cuts a text that nobody can have typed', () => {
    assert.equal(parsed({ text: 'x'.repeat(50_000) })?.text?.length, 40_000);
  });

  for (const more of [
    { type: '' },
    { from: { id: '' } },
    { from: { id: 'x'.repeat(401) } },
    { conversation: { id: '' } },
    { serviceUrl: 'x' },
    { serviceUrl: 'ftp://smba.trafficmanager.net/' },
    { serviceUrl: 'file:///etc/passwd' },
    { serviceUrl: `https://smba.trafficmanager.net/${'x'.repeat(1_000)}` },
  ]) {
    it(`refuses ${JSON.stringify(more).slice(0, 60)}`, () => assert.equal(parsed(more), undefined));
  }

  it('accepts a body without optional fields', () => {
    for (const name of ['id', 'recipient', 'text'] as const)
      assert.ok(parseActivity(without(name), randomId), name);
  });

  it('ignores a null text and invalid optional fields', () => {
    for (const junk of [null, 42, 'junk']) {
      const more = {
        attachments: junk,
        entities: junk,
        channelData: junk,
        membersAdded: junk,
        reactionsAdded: junk,
      };
      const activity = parsed({ ...more, text: typeof junk === 'string' ? ['junk'] : junk });
      assert.ok(activity);
      for (const name of ['text', ...Object.keys(more)])
        assert.equal(activity[name as keyof object], undefined);
    }
  });

  it('recognises the kinds of conversation and ignores an unknown one', () => {
    const kindOf = (conversationType?: string) => {
      const activity = parsed({ conversation: { id: 'c', conversationType } });
      assert.ok(activity);
      return activity.conversation.conversationType;
    };
    assert.deepEqual(['personal', 'groupChat', 'channel'].map(kindOf), ['personal', 'groupChat', 'channel']);
    assert.deepEqual([kindOf(), kindOf('meeting')], [undefined, undefined]);
  });

  it('keeps a text of 40,000 units', () => {
    assert.equal(parsed({ text: 'x'.repeat(40_000) })?.text?.length, 40_000);
    assert.ok(
      parsed({ from: { id: 'x'.repeat(400) }, membersAdded: [{}], entities: [{}], attachments: [{}] }),
    );
  });
});

describe('the action of a card', () => {
  const execute = (value: unknown) =>
    actionOf(anActivity({ type: 'invoke', name: 'adaptiveCard/action', value }));
  const submit = (value: unknown, text?: string) => actionOf(anActivity({ text, value }));

  it('is read from an Action.Execute', () => {
    const data = { id: 'c', revision: 2, note: 'x' };
    const value = { action: { type: 'Action.Execute', verb: 'case.accept', data }, trigger: 'manual' };
    assert.deepEqual(execute(value), { verb: 'case.accept', input: data });
    assert.deepEqual(execute({ action: { verb: 'menu' } }), { verb: 'menu', input: {} });
  });

  it('takes the verb from the data when the action has none', () => {
    assert.deepEqual(execute({ action: { data: { verb: 'menu' } } }), {
      verb: 'menu',
      input: { verb: 'menu' },
    });
  });

  it('has an empty verb when the Action.Execute is unreadable', () => {
    for (const value of [undefined, null, 'x', [], {}, { action: null }, { action: { verb: 7 } }]) {
      assert.deepEqual(execute(value), { verb: '', input: {} });
    }
    assert.deepEqual(execute({ action: {} }), { verb: '', input: {} });
    assert.deepEqual(execute({ action: { data: { verb: 7 } } })?.verb, '');
    assert.deepEqual(execute({ action: { verb: 'menu', data: 'junk' } }), { verb: 'menu', input: {} });
  });

  it('is read from an Action.Submit, which is a message without text', () => {
    const value = { verb: 'case.accept', id: 'c' };
    for (const text of [undefined, '', '  '])
      assert.deepEqual(submit(value, text), { verb: 'case.accept', input: value });
    assert.equal(submit({ verb: ['menu'] })?.verb, '');
  });

  it('is absent for a text, for a value without a verb and for other invokes', () => {
    assert.equal(submit({ verb: 'case.accept' }, 'hola'), undefined);
    for (const value of [undefined, null, 'verb', ['verb'], { id: 'c' }])
      assert.equal(submit(value), undefined);
    const other = anActivity({ type: 'invoke', name: 'task/fetch', value: { action: { verb: 'menu' } } });
    assert.equal(actionOf(other), undefined);
  });
});

describe('the text of a message', () => {
  const mention = (text: string, id = '28:bot') => ({ type: 'mention', text, mentioned: { id } });
  const written = (text: string | undefined, ...entities: { type: string }[]) =>
    textOf(anActivity({ text, entities }));

  it('leaves out every mention of the bot', () => {
    const at = '<at>Humanización</at>';
    assert.equal(written(`${at} reportar`, mention(at)), 'reportar');
    assert.equal(written(`reportar&nbsp;${at}`, mention(at)), 'reportar');
    assert.equal(written(`${at}mis${at}casos`, mention(at)), 'mis casos');
    assert.equal(written(at, mention(at)), '');
  });

  it('keeps the mention of somebody else, and a tag that is not a mention', () => {
    const at = '<at>Luis</at>';
    assert.equal(written(`${at} me gritó`, mention(at, '29:luis')), `${at} me gritó`);
    assert.equal(written(`${at} me gritó`), `${at} me gritó`);
  });

  it('is empty when nothing was written, and ignores malformed entities', () => {
    assert.equal(written(undefined), '');
    assert.equal(written(' hola ', { type: 'mention' }, { type: 'clientInfo' }), 'hola');
    assert.equal(
      textOf(anActivity({ text: 'hola', recipient: undefined, entities: [mention('hola')] })),
      'hola',
    );
  });
});
