/**
 * The arrows of the house: main → app → {bot, web, local, cli} → features → {storage, delivery, cards, text,
 * people, learning}. Features do not know each other; what they need of one another, `app.ts` hands them.
 */
const FEATURES = ['cases', 'policy', 'privacy', 'trainings'];
const SERVICES = '^src/(storage|delivery|cards|sheets|text|people|learning)/';
/** Small files at the root that everybody may use. */
const COMMON = '^src/(background|clock|errors|log|turn)\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '(main|azurite-host|cli/.*)\\.ts$' },
      to: {},
    },
    ...FEATURES.map((feature) => ({
      name: `${feature}-keeps-to-itself`,
      comment: 'A feature uses services and common files, nothing else of src.',
      severity: 'error',
      from: { path: `^src/${feature}/` },
      to: { path: '^src/', pathNot: [`^src/${feature}/`, SERVICES, COMMON] },
    })),
    {
      name: 'services-know-no-features',
      severity: 'error',
      from: { path: SERVICES },
      to: { path: '^src/', pathNot: [SERVICES, COMMON] },
    },
    {
      name: 'pure-files-stay-pure',
      comment: 'What decides about cases and trainings imports nothing but what it decides about.',
      severity: 'error',
      from: {
        path: [
          '^src/cases/(case|commands|deadlines|expiry|permissions|narrative|away-words)\\.ts$',
          '^src/trainings/(training|codes|permissions|attendee|check)\\.ts$',
        ],
      },
      to: { path: '^src/', pathNot: ['^src/(cases|trainings)/', '^src/people/person\\.ts$'] },
    },
    {
      name: 'nobody-imports-the-root',
      severity: 'error',
      from: { pathNot: '^src/(main|local/local|cli/.*)\\.ts$' },
      to: { path: '^src/(app|main)\\.ts$' },
    },
    {
      name: 'only-the-root-imports-its-parts',
      severity: 'error',
      from: { pathNot: '^src/app\\.ts$' },
      to: { path: '^src/parts/' },
    },
    {
      name: 'bot-and-web-do-not-know-local',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(local/|cli/|main\\.ts$)' },
      to: { path: '^src/local/' },
    },
    ...[
      ['botbuilder|botframework-connector|botframework-schema', 'bot'],
      ['restify', 'web'],
      ['@azure/data-tables|@azure/storage-queue|@azure/storage-blob', 'storage'],
      ['adaptivecards-templating', 'cards'],
      ['azurite', 'local'],
      ['openai', 'learning'],
      ['exceljs|csv-stringify', 'sheets'],
      ['qrcode', 'trainings'],
    ].map(([packages, room]) => ({
      name: `only-${room}-imports-${packages.split('|')[0].replace(/[@/]/g, '-')}`,
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${room}/` },
      to: { path: `node_modules/(${packages})/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/(local|web)/page/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
