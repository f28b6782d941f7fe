import assert from 'node:assert/strict';
import { LOCAL_INTEGRITY_KEYS } from '../../src/environment.js';
import { DEFAULT_STEP_TIMES } from '../../src/platform/calendar/step-times.js';
import { DEFAULT_COLOURS } from '../../src/platform/pictures/colours.js';
import { DEFAULT_RETENTION } from '../../src/platform/storage/retention.js';
import { LOCAL_TENANT, readSettings, SettingsError } from '../../src/settings.js';
import { PRODUCTION } from '../support/production-settings.js';

const KEY = Buffer.alloc(32, 1).toString('base64');
const OTHER_KEY = Buffer.alloc(32, 2).toString('base64');
const REQUIRED = Object.keys(PRODUCTION).filter((name) => name !== 'NODE_ENV');

/** The defaults of both modes. */
const COMMON = {
  links: { intranet: undefined, daruma: undefined, landing: undefined },
  fileHosts: ['sharepoint.com'],
  deadlines: DEFAULT_STEP_TIMES,
  confirmLevelHours: 4,
  healthHours: undefined,
  webhooks: [],
  indicatorWeights: undefined,
  contacts: [],
  protectedRoute: true,
  storage: undefined,
  helplines: { emergency: '123', emotional: '106', violence: '155', child: '141', prosecutor: '122' },
  privacy: { organisation: 'Compensar', url: undefined, retention: DEFAULT_RETENTION },
  colours: DEFAULT_COLOURS,
  fieldKeys: undefined,
  integrityKeys: LOCAL_INTEGRITY_KEYS,
};

/** Returns the problems with this environment. */
function problemsOf(environment: Record<string, string | undefined>): string[] {
  try {
    readSettings(environment);
  } catch (error) {
    assert.ok(error instanceof SettingsError);
    return error.problems;
  }
  return [];
}

describe('the settings of local mode', () => {
  it('are all optional', () => {
    assert.deepEqual(readSettings({}), {
      mode: 'local',
      port: 3978,
      logLevel: 'warn',
      ...COMMON,
      meetingAttendance: true,
      dataDir: '.data',
      tenants: [LOCAL_TENANT],
    });
  });

  it('turn the protected route off only in plain words', () => {
    assert.equal(readSettings({ PROTECTED_ROUTE: 'off' }).protectedRoute, false);
    assert.throws(() => readSettings({ PROTECTED_ROUTE: 'no' }), SettingsError);
  });

  it('notes who joins meetings in local mode, and in production only where it is set', () => {
    assert.equal(readSettings({}).meetingAttendance, true);
    assert.equal(readSettings(PRODUCTION).meetingAttendance, false);
    assert.equal(readSettings({ ...PRODUCTION, MEETING_ATTENDANCE: 'on' }).meetingAttendance, true);
  });

  it('accept webhooks as JSON with https and secrets, and repeat no secret in what they object to', () => {
    const secret = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
    const target = { name: 'crm', url: 'https://crm.example/', secrets: [secret], events: ['case.closed'] };
    const withTarget = (changes: object) => ({ WEBHOOKS: JSON.stringify([{ ...target, ...changes }]) });
    assert.deepEqual(readSettings(withTarget({})).webhooks[0]?.secrets, [Buffer.alloc(32, 9)]);
    const wrong = [
      { url: 'http://crm.example/' },
      { secrets: [`${secret}!`] },
      { private: ['10.0.0.0'] },
      { x: 1 },
    ];
    for (const settings of [...wrong.map(withTarget), { WEBHOOKS: `[${secret}` }]) {
      assert.throws(
        () => readSettings(settings),
        (error: Error) => /WEBHOOKS/.test(error.message) && !error.message.includes(secret.slice(6, 30)),
      );
    }
  });

  it('accept deadlines only in their format', () => {
    const { deadlines } = readSettings({ DEADLINES: 'high=2/3,medium=9/6,low=25/11' });
    assert.deepEqual(deadlines, {
      high: { acceptHours: 2, closeDays: 3 },
      medium: { acceptHours: 9, closeDays: 6 },
      low: { acceptHours: 25, closeDays: 11 },
    });
    for (const DEADLINES of [
      'high=1/2',
      'high=0/2,medium=8/5,low=24/10',
      'low=1/2,medium=8/5,high=24/10',
      'x',
    ]) {
      assert.equal(problemsOf({ DEADLINES }).length, 1, DEADLINES);
    }
  });

  it('have deadlines of health claims only when they are on, as Supersalud sets them or in hours of their own', () => {
    assert.equal(readSettings({}).healthHours, undefined);
    assert.equal(readSettings({ HEALTH_DEADLINES: 'off' }).healthHours, undefined);
    const { healthHours } = readSettings({ HEALTH_DEADLINES: 'on' });
    assert.deepEqual(healthHours, { vital: 24, prioritised: 48, simple: 72 });
    const own = readSettings({ HEALTH_DEADLINES: 'vital=12,prioritised=24,simple=48' });
    assert.deepEqual(own.healthHours, { vital: 12, prioritised: 24, simple: 48 });
    for (const HEALTH_DEADLINES of ['yes', 'vital=0,prioritised=24,simple=48', 'vital=1']) {
      assert.equal(problemsOf({ HEALTH_DEADLINES }).length, 1, HEALTH_DEADLINES);
    }
  });

  it('take whole business hours in which a level is to be confirmed', () => {
    assert.equal(readSettings({ CONFIRM_LEVEL_HOURS: '6' }).confirmLevelHours, 6);
    for (const CONFIRM_LEVEL_HOURS of ['0', '1.5', 'four', '100']) {
      assert.equal(problemsOf({ CONFIRM_LEVEL_HOURS }).length, 1, CONFIRM_LEVEL_HOURS);
    }
  });

  it('take two colours of the organisation', () => {
    const { colours } = readSettings({ COLOURS: '#FF6600, #0a0B0c' });
    assert.deepEqual(colours, { primary: '#ff6600', accent: '#0a0b0c' });
    for (const COLOURS of ['orange,black', '#ff6600', '#ff6600,#0a0b0c,#000000', '#f60,#000']) {
      assert.match(problemsOf({ COLOURS })[0] ?? '', /^COLOURS: /, COLOURS);
    }
  });

  it('take the values of the environment', () => {
    const settings = readSettings({
      PORT: '0',
      LOG_LEVEL: 'debug',
      LOCAL_DATA_DIR: 'elsewhere',
      LANDING_URL: 'https://landing.example/',
    });
    assert.equal(settings.mode === 'local' && settings.dataDir, 'elsewhere');
    assert.deepEqual([settings.port, settings.logLevel], [0, 'debug']);
    assert.deepEqual(settings.links, {
      intranet: undefined,
      daruma: undefined,
      landing: 'https://landing.example/',
    });
  });

  it('accept production and the tenant in any letter case', () => {
    const settings = readSettings({
      ...PRODUCTION,
      NODE_ENV: ' Production ',
      MICROSOFT_APP_TENANT_ID: PRODUCTION.MICROSOFT_APP_TENANT_ID.toUpperCase(),
    });
    assert.equal(settings.mode, 'production');
    assert.deepEqual(settings.tenants, [PRODUCTION.MICROSOFT_APP_TENANT_ID]);
  });

  it('treat an empty string as not set', () => {
    const empty = { PORT: '', LOG_LEVEL: '', LOCAL_DATA_DIR: '', INTRANET_URL: '', MICROSOFT_APP_ID: '' };
    assert.deepEqual(readSettings({ NODE_ENV: '', ...empty }), readSettings({}));
  });

  it('refuse to run with an app id but without NODE_ENV', () => {
    for (const NODE_ENV of [undefined, '', ' ', 'development']) {
      const problems = problemsOf({ ...PRODUCTION, NODE_ENV });
      assert.equal(problems.length, 1, `NODE_ENV ${NODE_ENV}`);
      assert.match(problems[0] ?? '', /^NODE_ENV: .*MICROSOFT_APP_ID/);
    }
  });

  for (const [name, value] of [
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['LOG_LEVEL', 'loud'],
    ['INTRANET_URL', 'http://intranet.example/'],
    ['LANDING_URL', 'javascript:alert(1)'],
  ] as const) {
    it(`name ${name} when it is "${value}"`, () => {
      const problems = problemsOf({ [name]: value });
      assert.equal(problems.length, 1);
      assert.ok(problems[0]?.startsWith(`${name}: `) && !problems[0].endsWith('missing'));
    });
  }
});

describe('the settings of production', () => {
  it('have defaults for everything optional', () => {
    assert.deepEqual(readSettings(PRODUCTION), {
      mode: 'production',
      port: 3978,
      logLevel: 'info',
      ...COMMON,
      meetingAttendance: false,
      fieldKeys: [{ id: 'k1', key: Buffer.alloc(32, 1) }],
      integrityKeys: [{ id: 'i1', key: Buffer.alloc(32, 3) }],
      publicUrl: PRODUCTION.PUBLIC_URL,
      tenants: [PRODUCTION.MICROSOFT_APP_TENANT_ID],
      bot: {
        appId: PRODUCTION.MICROSOFT_APP_ID,
        tenantId: PRODUCTION.MICROSOFT_APP_TENANT_ID,
        type: 'UserAssignedMSI',
        sdk: 'botbuilder',
        password: undefined,
        serviceUrlHosts: ['smba.trafficmanager.net'],
        defaultServiceUrl: 'https://smba.trafficmanager.net/teams/',
        openIdMetadataUrl: undefined,
      },
      graph: {
        endpoint: 'https://graph.microsoft.com/v1.0/',
        directory: false,
        outOfOffice: false,
        catalogAppId: undefined,
        mailFrom: undefined,
      },
      tab: undefined,
      trustedProxies: 0,
      backupDays: 28,
      insights: undefined,
      drainMs: 10_000,
      storage: {
        tablesEndpoint: PRODUCTION.TABLES_ENDPOINT,
        queuesEndpoint: PRODUCTION.QUEUES_ENDPOINT,
        blobsEndpoint: PRODUCTION.BLOBS_ENDPOINT,
      },
    });
  });

  for (const name of REQUIRED) {
    it(`name ${name} when it is missing or empty`, () => {
      assert.deepEqual(problemsOf({ ...PRODUCTION, [name]: undefined }), [`${name}: missing`]);
      assert.deepEqual(problemsOf({ ...PRODUCTION, [name]: '' }), [`${name}: missing`]);
    });
  }

  it('have a tab when both its settings are there, and name the one that is missing', () => {
    const tab = { TAB_APP_ID: '44444444-4444-4444-8444-444444444444', TAB_APP_URI: 'api://bot.example/4' };
    const { MICROSOFT_APP_TENANT_ID: tenantId } = PRODUCTION;
    assert.deepEqual(readSettings({ ...PRODUCTION, ...tab }).tab, {
      appId: tab.TAB_APP_ID,
      uri: tab.TAB_APP_URI,
      tenantId,
      keysUrl: `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`,
    });
    for (const name of ['TAB_APP_ID', 'TAB_APP_URI'] as const) {
      const half = { ...PRODUCTION, ...tab, [name]: undefined };
      assert.deepEqual(problemsOf(half), ['TAB_APP_ID, TAB_APP_URI: set both, or none']);
    }
  });

  it('name everything that is missing at once, also in the message', () => {
    const problems = problemsOf({ NODE_ENV: 'production' });
    assert.deepEqual([...problems].sort(), REQUIRED.map((name) => `${name}: missing`).sort());
    const lines = problems.map((problem) => `\n  - ${problem}`).join('');
    assert.throws(() => readSettings({ NODE_ENV: 'production' }), {
      name: 'SettingsError',
      message: `The settings are not complete:${lines}`,
    });
  });

  it('refuse endpoints without TLS and invalid ids', () => {
    for (const name of REQUIRED) {
      const value = name.endsWith('URL') || name.endsWith('ENDPOINT') ? 'http://bot.example/' : 'my-app';
      const problems = problemsOf({ ...PRODUCTION, [name]: value });
      assert.deepEqual([problems.length, problems[0]?.split(':')[0]], [1, name]);
    }
  });

  it('require a password for a single tenant app', () => {
    const single = { ...PRODUCTION, MICROSOFT_APP_TYPE: 'SingleTenant' };
    assert.match(problemsOf(single).join(), /^MICROSOFT_APP_PASSWORD: required/);
    assert.match(problemsOf({ ...single, MICROSOFT_APP_PASSWORD: '' }).join(), /^MICROSOFT_APP_PASSWORD/);
    assert.deepEqual(problemsOf({ ...single, MICROSOFT_APP_PASSWORD: 'a secret' }), []);
    assert.match(
      problemsOf({ ...PRODUCTION, MICROSOFT_APP_TYPE: 'MultiTenant' }).join(),
      /^MICROSOFT_APP_TYPE/,
    );
  });

  it('read the hosts as a list', () => {
    const hostsOf = (SERVICE_URL_HOSTS: string) => {
      const settings = readSettings({ ...PRODUCTION, SERVICE_URL_HOSTS });
      return settings.mode === 'production' ? settings.bot.serviceUrlHosts : [];
    };
    assert.deepEqual(hostsOf('a'), ['a']);
    assert.deepEqual(hostsOf(' One.example, two.example '), ['one.example', 'two.example']);
    assert.match(
      problemsOf({ ...PRODUCTION, SERVICE_URL_HOSTS: 'one.example,' }).join(),
      /^SERVICE_URL_HOSTS/,
    );
  });

  it('refuse keys and signatures in the endpoints, and do not repeat them', () => {
    for (const name of [
      'TABLES_ENDPOINT',
      'QUEUES_ENDPOINT',
      'BLOBS_ENDPOINT',
      'GRAPH_ENDPOINT',
      'BOT_OPENID_METADATA_URL',
    ]) {
      for (const value of [
        'https://account.table.example/?sv=2020&sig=s3cret',
        'https://user:s3cret@account.table.example/',
        'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=s3cret',
      ]) {
        const problems = problemsOf({ ...PRODUCTION, [name]: value });
        assert.deepEqual([problems.length, problems[0]?.split(':')[0]], [1, name]);
        assert.doesNotMatch(problems.join(), /s3cret/);
      }
    }
  });

  it('turn on the named parts of Microsoft Graph, and trust the stated number of proxies', () => {
    const settings = readSettings({
      ...PRODUCTION,
      GRAPH_DIRECTORY: 'on',
      TEAMS_CATALOG_APP_ID: PRODUCTION.MICROSOFT_APP_ID,
      TRUSTED_PROXIES: '1',
    });
    assert.ok(settings.mode === 'production');
    const { directory, outOfOffice, catalogAppId } = settings.graph;
    assert.deepEqual([directory, outOfOffice, catalogAppId], [true, false, PRODUCTION.MICROSOFT_APP_ID]);
    assert.equal(settings.trustedProxies, 1);
    const away = { ...PRODUCTION, GRAPH_OUT_OF_OFFICE: 'on' };
    assert.deepEqual(problemsOf(away), ['GRAPH_OUT_OF_OFFICE: needs GRAPH_DIRECTORY=on']);
    assert.deepEqual(problemsOf({ ...away, GRAPH_DIRECTORY: 'on' }), []);
    assert.match(problemsOf({ ...PRODUCTION, GRAPH_DIRECTORY: 'yes' }).join(), /^GRAPH_DIRECTORY/);
    assert.match(problemsOf({ ...PRODUCTION, TRUSTED_PROXIES: '-1' }).join(), /^TRUSTED_PROXIES/);
  });
});

describe('the settings of data protection', () => {
  it('are optional in local mode, which then encrypts nothing', () => {
    const { privacy, fieldKeys } = readSettings({});
    assert.deepEqual(privacy, { organisation: 'Compensar', url: undefined, retention: DEFAULT_RETENTION });
    assert.equal(fieldKeys, undefined);
  });

  it('read a ring of keys in its order', () => {
    const { fieldKeys } = readSettings({ FIELD_KEYS: `new:${OTHER_KEY}, old:${KEY}` });
    assert.deepEqual(fieldKeys, [
      { id: 'new', key: Buffer.alloc(32, 2) },
      { id: 'old', key: Buffer.alloc(32, 1) },
    ]);
  });

  it('refuse invalid keys, and do not repeat them', () => {
    for (const FIELD_KEYS of [
      's3cret',
      `s3cret!:${KEY}`,
      'k1:czNjcmV0',
      `k1:${KEY},k1:${OTHER_KEY}`,
      `k1:${KEY},`,
    ]) {
      const problems = problemsOf({ FIELD_KEYS });
      assert.deepEqual([problems.length, problems[0]?.split(':')[0]], [1, 'FIELD_KEYS'], FIELD_KEYS);
      assert.doesNotMatch(problems.join(), /s3cret|czNj|AQEB/);
    }
  });

  it('read the keys that sign in the same way, and need keys of their own for it', () => {
    const { integrityKeys } = readSettings({ FIELD_KEYS: `k1:${KEY}`, INTEGRITY_KEYS: `i1:${OTHER_KEY}` });
    assert.deepEqual(integrityKeys, [{ id: 'i1', key: Buffer.alloc(32, 2) }]);
    assert.match(problemsOf({ INTEGRITY_KEYS: 's3cret' }).join(), /^INTEGRITY_KEYS: (?!.*s3cret)/);
    for (const environment of [{}, PRODUCTION]) {
      const shared = { ...environment, FIELD_KEYS: `k1:${KEY}`, INTEGRITY_KEYS: `i1:${OTHER_KEY},i2:${KEY}` };
      assert.match(problemsOf(shared).join(), /^INTEGRITY_KEYS: a key that FIELD_KEYS has, too/);
    }
  });

  it('keep the default period of kinds that are not named', () => {
    const { privacy } = readSettings({ RETENTION: 'cases=10y,drafts=7d' });
    assert.deepEqual(privacy.retention, {
      ...DEFAULT_RETENTION,
      cases: { count: 10, unit: 'y' },
      drafts: { count: 7, unit: 'd' },
    });
  });

  it('refuse a retention that is invalid, or shorter than the law lets people claim', () => {
    for (const RETENTION of [
      'cases',
      'cases=5',
      'cases=0y',
      'people=1y',
      'cases=5y;drafts=1d',
      'cases=2y',
      'cases=90d',
    ]) {
      assert.match(problemsOf({ RETENTION }).join(), /^RETENTION: /, RETENTION);
    }
    assert.deepEqual(problemsOf({ RETENTION: 'cases=3y' }), []);
    const { privacy } = readSettings({ RETENTION: 'activities=7d' });
    assert.deepEqual(privacy.retention, DEFAULT_RETENTION, 'a kind of an earlier version');
  });
});
