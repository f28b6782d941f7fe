const { availableParallelism } = require('node:os');

/** `npm test`: what is fast. `npm run test:all` plays the rest (.mocharc.all.cjs). */
module.exports = {
  import: 'tsx',
  require: ['./test/support/hooks.ts'],
  spec: ['test/**/*.test.ts'],
  ignore: ['test/**/*.slow.test.ts'],
  timeout: 20_000,
  reporter: 'dot',
  // Files are played side by side. Each process takes a fourth of the accounts of storage.
  parallel: true,
  jobs: Math.min(4, availableParallelism()),
  forbidOnly: true,
  // Without Chromium the browser tests are skipped. CI installs it, so there a skipped test is an error.
  forbidPending: process.env.CI === 'true',
};
