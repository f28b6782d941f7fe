import assert from 'node:assert/strict';
import { endingOf } from './ending.js';

const OUT_OF_TIME = '{"level":60,"err":{"type":"Error","code":"stop-timeout"},"msg":"not stopped in order"}';
const FAILED = '{"level":60,"err":{"type":"TypeError","frames":[]},"msg":"not stopped in order"}';

describe('a process that is told to stop', () => {
  for (const [title, exitCode, signalCode, log, ending] of [
    ['ends in order', 0, null, [], 'stopped'],
    ['is killed when it takes too long', null, 'SIGKILL', [], 'killed'],
    ['counts as killed when it is not done in its time', 1, null, [OUT_OF_TIME], 'killed'],
    ['crashes when it fails', 1, null, [FAILED], 'crashed'],
    ['crashes when it says nothing', 1, null, [], 'crashed'],
    ['crashes when it does not listen to the signal', null, 'SIGTERM', [], 'crashed'],
    ['crashes by a fault of the machine', null, 'SIGSEGV', [OUT_OF_TIME], 'crashed'],
  ] as const) {
    it(title, () => assert.equal(endingOf({ exitCode, signalCode }, log), ending));
  }
});
