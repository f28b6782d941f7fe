module.exports = {
  import: 'tsx',
  require: ['./test/support/hooks.ts'],
  spec: ['test/**/*.test.ts'],
  timeout: 20_000,
  forbidOnly: true,
  // Without Chromium the browser tests are skipped. CI installs it, so there a skipped test is an error.
  forbidPending: process.env.CI === 'true',
};
