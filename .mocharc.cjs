const { availableParallelism } = require('node:os');

module.exports = {
  import: 'tsx',
  require: ['./test/support/hooks.ts'],
  spec: ['test/**/*.test.ts'],
  timeout: 20_000,
  // Files are played side by side. Each process takes a fourth of the accounts of storage.
  parallel: true,
  jobs: Math.min(4, availableParallelism()),
  forbidOnly: true,
  // Without Chromium the browser tests are skipped. CI installs it, so there a skipped test is an error.
  forbidPending: process.env.CI === 'true',
};
