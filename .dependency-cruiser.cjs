/**
 * The allowed imports, by path: entry points → features → platform, and inside a feature downward only:
 * index → handlers | pages → service → cards → store → domain → text.
 */
const DOORS = '^src/(main|app)\\.ts$|^src/(bot|web|local|cli)/';
const ROOMS = ['(handlers|pages)', 'service', 'cards', 'store', 'domain', 'text'];

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Merge two files that import each other, or move one of them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '(main|azurite-host|cli/.*|\\.d)\\.ts$' },
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
      comment:
        'A feature knows another one by its index at most; what that one has at work comes as an argument from app.ts.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/platform/',
          '^src/(feature|turn|settings)\\.ts$',
          '^src/features/$1/',
          '^src/features/[^/]+/index\\.ts$',
        ],
      },
    },
    {
      name: 'doors-enter-by-the-index',
      severity: 'error',
      from: { path: DOORS },
      to: { path: '^src/features/[^/]+/.', pathNot: '^src/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'folds-read-only-declarations',
      severity: 'error',
      from: { path: '^src/(tables|commands)\\.ts$' },
      to: {
        path: '^src/',
        pathNot: '^src/(platform/|features/[^/]+/(store/tables|text/commands)\\.ts$)',
      },
    },
    {
      name: 'the-contract-knows-no-feature',
      severity: 'error',
      from: { path: '^src/(feature|turn|settings)\\.ts$' },
      to: { path: '^src/', pathNot: ['^src/platform/', '^src/(feature|turn|settings|environment)\\.ts$'] },
    },
    // The layers of a feature, from the top: none imports a layer above it, nor the index.
    ...ROOMS.map((room, at) => ({
      name: `${room.replace(/\W+/g, '-').replace(/^-|-$/g, '')}-looks-downward`,
      severity: 'error',
      from: { path: `^src/features/([^/]+)/${room}[/.]` },
      to: { path: `^src/features/$1/(index\\.ts$|(${ROOMS.slice(0, at).join('|') || 'none'})[/.])` },
    })),
    {
      name: 'domain-is-pure',
      comment:
        'Decisions import only the domain of their feature, pure functions on texts, the words of the policy, and types.',
      severity: 'error',
      from: { path: '^src/features/[^/]+/domain[/.]' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/features/[^/]+/domain[/.]',
          '^src/platform/(text/(csv|fold|letters|redact|sentences)|dialogue/(slots|replaced)|understanding/entities)\\.ts$',
          '^src/platform/(impact/(assessment|cycle|failure)|cleaning/evidence)\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-bot-knows-no-tools',
      comment: 'What only developers run stays outside of src.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tools|ml|test)/' },
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
      ['botbuilder|botframework-connector|botframework-schema|@microsoft/agents-hosting', 'bot'],
      ['restify', 'web'],
      ['@azure/data-tables|@azure/storage-queue|@azure/storage-blob', 'platform/storage'],
      ['adaptivecards-templating', 'platform/cards'],
      ['azurite', 'local'],
      ['openai', 'platform/learning'],
      ['jose', '(features/tab/service|bot)'],
      ['echarts', 'platform/pages/tab'],
      ['@cantoo/pdf-lib', 'platform/(cleaning|documents)'],
      ['write-excel-file|csv-stringify', 'platform/sheets'],
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
