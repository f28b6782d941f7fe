// The integration tests of `npm test` once more, on the storage emulator, and property tests with all their repeats.
process.env.STORAGE = 'azurite';
process.env.THOROUGH = '1';

/** `npm run test:all`: what takes long. */
module.exports = {
  ...require('./.mocharc.cjs'),
  spec: ['test/**/*.slow.test.ts', 'test/{integration,unit}/**/!(*.slow).test.ts'],
  ignore: [],
};
