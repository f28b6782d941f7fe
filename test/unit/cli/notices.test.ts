import assert from 'node:assert/strict';
import { noticesOf } from '../../../src/cli/notices.js';

describe('the licences beside the bundle', () => {
  it('are those of each package once, whatever folder of it a file is from', () => {
    const notices = noticesOf([
      'src/main.ts',
      '(disabled):node_modules/debug/src/browser.js',
      'node_modules/zod/v4/core/core.js',
      'node_modules/zod/v4/classic/schemas.js',
      'node_modules/@azure/identity/dist/esm/index.js',
    ]);
    assert.deepEqual(notices.match(/^\S+(?= \d+\.\d+\.\d+$)/gm), ['@azure/identity', 'zod']);
    assert.match(notices, /Permission is hereby granted/);
  });
});
