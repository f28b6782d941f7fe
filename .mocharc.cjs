module.exports = {
  import: 'tsx',
  require: ['./test/support/hooks.ts'],
  spec: ['test/**/*.test.ts'],
  timeout: 20_000,
  forbidOnly: true,
  // Where there is no Chromium, the browser tests are skipped; in CI there is one.
  forbidPending: process.env.CI === 'true',
};
