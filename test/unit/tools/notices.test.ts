import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ROOT } from '../../../src/platform/root.js';
import { noticesOf } from '../../../tools/build/notices.js';

describe('the licences beside the bundle', () => {
  it('are those of each package once, whatever folder of it a file is from', async () => {
    const notices = await noticesOf([
      'src/main.ts',
      '(disabled):node_modules/debug/src/browser.js',
      'node_modules/zod/v4/core/core.js',
      'node_modules/zod/v4/classic/schemas.js',
      'node_modules/@azure/identity/dist/esm/index.js',
    ]);
    assert.deepEqual(notices.match(/^\S+(?= \d+\.\d+\.\d+$)/gm), ['@azure/identity', 'zod']);
    assert.match(notices, /Permission is hereby granted/);
  });

  it('have the text where a package brings no file, of its Readme or of MIT', async () => {
    const notices = await noticesOf([
      'node_modules/assert-plus/assert.js',
      'node_modules/@microsoft/agents-hosting/dist/src/index.js',
    ]);
    assert.match(notices, /Copyright \(c\) 2012 Mark Cavage\n[\s\S]*DEALINGS IN THE\s+SOFTWARE\.\n/);
    assert.match(notices, /Copyright \(c\) Microsoft\n\nPermission is hereby granted/);
    assert.doesNotMatch(notices, /=\n\nLicence:/);
  });

  it('are not made up for a package whose licence has no text', async () => {
    await assert.rejects(noticesOf(['node_modules/glob-to-regexp/index.js']), /no text of the licence BSD/);
  });

  it('are beside the script of the tab too', () => {
    const kept = readFileSync(`${ROOT}dist/web-page/LICENCES.txt`, 'utf8');
    const titles = kept.match(/^\S+(?= \d+\.\d+\.\d+$)/gm);
    // What Microsoft put into its library, too.
    assert.deepEqual(titles, ['@microsoft/teams-js', 'debug', 'ms', 'tslib', 'uuid']);
  });
});
