import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describeError } from '../../../src/platform/log.js';
import { memoryLog } from '../../support/log.js';

const SECRET = 'me amenazó en la ventanilla';
const LOG = new URL('../../../src/platform/log.ts', import.meta.url).href;
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const failing = (more: object = {}) => Object.assign(new Error(SECRET), more);

describe('an error in the log', () => {
  it('has its name, its code, its status and its stack frames', () => {
    const described = describeError(
      failing({ name: 'RestError', code: 'TableBeingDeleted', statusCode: 409 }),
    );
    const { type, code, statusCode, frames } = described as Record<string, unknown>;
    assert.deepEqual([type, code, statusCode], ['RestError', 'TableBeingDeleted', 409]);
    assert.ok(Array.isArray(frames) && frames.length > 0 && frames.length <= 6);
    assert.match(String(frames[0]), /^at failing .*log\.test\.ts/);
  });

  it('has no message, not even of its causes', () => {
    const cause = new Error(`${SECRET} 2`, { cause: new TypeError(`${SECRET} 3`, { cause: SECRET }) });
    for (const error of [failing(), failing({ cause }), new AggregateError([failing()], SECRET)]) {
      assert.ok(!JSON.stringify(describeError(error)).includes('ventanilla'));
    }
    const { cause: second } = describeError(failing({ cause })) as { cause: { type: string; cause: object } };
    assert.deepEqual([second.type, (second.cause as { type: string }).type], ['Error', 'TypeError']);
  });

  it('leaves out a message of several lines', () => {
    const described = JSON.stringify(describeError(new Error(`${SECRET}\n${SECRET}\n\n${SECRET}`)));
    assert.ok(!described.includes('ventanilla'));
  });

  it('leaves out a message that looks like a stack', () => {
    const described = JSON.stringify(describeError(new Error('x\n    at the counter he hit me')));
    assert.doesNotMatch(described, /counter/);
  });

  it('leaves out everything else that a library attached to it', () => {
    const request = { body: SECRET };
    const described = describeError(
      failing({ request, response: request, details: SECRET, code: { SECRET } }),
    );
    assert.deepEqual(Object.keys(described as object).sort(), ['frames', 'type']);
  });

  it('has only a type when the thrown value is not an error', () => {
    for (const [thrown, type] of [
      [SECRET, 'string'],
      [{ message: SECRET }, 'object'],
      [null, 'object'],
      [undefined, 'undefined'],
    ]) {
      assert.deepEqual(describeError(thrown), { type });
    }
  });

  it('has no frames when it has no stack', () => {
    assert.deepEqual(describeError(failing({ stack: undefined })), { type: 'Error', frames: [] });
  });

  it('keeps its message out of the whole line', () => {
    const { log, lines } = memoryLog();
    log.error({ err: failing({ code: 'E1' }), case: 'c-1' }, 'work failed');
    const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    assert.deepEqual(
      [line.msg, line.case, (line.err as { code: string }).code],
      ['work failed', 'c-1', 'E1'],
    );
    assert.ok(!lines.join('').includes('ventanilla'));
  });
});

describe('the log of the process', () => {
  it('writes JSON lines to stderr from its level up, without messages of errors', () => {
    const script = `
      import { createLog } from ${JSON.stringify(LOG)};
      const log = createLog('warn');
      log.info('not shown');
      log.warn({ err: new Error(${JSON.stringify(SECRET)}), activity: 'a-1' }, 'not greeted');`;
    const child = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    assert.deepEqual([child.status, child.stdout], [0, '']);
    const lines = child.stderr.trim().split('\n');
    assert.equal(lines.length, 1, child.stderr);
    const { msg, activity, err, hostname } = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    assert.deepEqual([msg, activity, (err as { type: string }).type], ['not greeted', 'a-1', 'Error']);
    assert.equal(hostname, undefined);
    assert.ok(!child.stderr.includes('ventanilla'));
  });
});
