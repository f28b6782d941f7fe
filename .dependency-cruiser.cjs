/**
 * The arrows of the house, by path: doors → features → platform, and inside a feature downward only:
 * index → handlers | pages → service → cards → store → domain.
 */
const DOORS = '^src/(main|app)\\.ts$|^src/(bot|web|local|cli)/';
const ROOMS = ['(handlers|pages)', 'service', 'impact', 'cards', 'store', 'domain'];

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or one of them is in the wrong place.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '(main|azurite-host|cli/.*)\\.ts$' },
      to: {},
    },
    {
      name: 'platform-knows-no-features',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/platform/' },
    },
    {
      name: 'features-know-the-platform-and-the-contract',
      comment: 'What one feature offers another is an argument that app.ts hands over.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: {
        path: '^src/',
        pathNot: ['^src/platform/', '^src/(feature|turn|settings)\\.ts$', '^src/features/$1/'],
      },
    },
    {
      name: 'doors-enter-by-the-index',
      severity: 'error',
      from: { path: DOORS },
      to: { path: '^src/features/[^/]+/.', pathNot: '^src/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'the-contract-knows-no-feature',
      severity: 'error',
      from: { path: '^src/(feature|turn|settings)\\.ts$' },
      to: { path: '^src/', pathNot: ['^src/platform/', '^src/(feature|turn|settings)\\.ts$'] },
    },
    // Each room of a feature, from the top: nothing in it imports a room above, nor the index.
    ...ROOMS.map((room, at) => ({
      name: `${room.replace(/\W+/g, '-').replace(/^-|-$/g, '')}-looks-downward`,
      severity: 'error',
      from: { path: `^src/features/([^/]+)/${room}[/.]` },
      to: { path: `^src/features/$1/(index\\.ts$|(${ROOMS.slice(0, at).join('|') || 'none'})[/.])` },
    })),
    {
      name: 'domain-is-pure',
      comment: 'What decides imports what it decides about, and types.',
      severity: 'error',
      from: { path: '^src/features/[^/]+/domain[/.]' },
      to: { path: '^src/', pathNot: '^src/features/[^/]+/domain[/.]', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-the-root',
      severity: 'error',
      from: { pathNot: '^src/(main|local/local|cli/.*)\\.ts$' },
      to: { path: '^src/(app|main)\\.ts$' },
    },
    {
      name: 'only-main-and-cli-know-local',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(local/|cli/|main\\.ts$)' },
      to: { path: '^src/local/' },
    },
    ...[
      ['botbuilder|botframework-connector|botframework-schema', 'bot'],
      ['restify', 'web'],
      ['@azure/data-tables|@azure/storage-queue|@azure/storage-blob', 'platform/storage'],
      ['adaptivecards-templating', 'platform/cards'],
      ['azurite', 'local'],
      ['openai', 'platform/learning'],
      ['exceljs|csv-stringify', 'platform/sheets'],
      ['date-holidays', 'platform/calendar'],
    ].map(([packages, room]) => ({
      name: `only-${room.replace('/', '-')}-imports-${packages.split('|')[0].replace(/[@/]/g, '-')}`,
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${room}/` },
      to: { path: `node_modules/(${packages})/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/(local/page|features/[^/]+/pages/browser)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
