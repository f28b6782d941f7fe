/** The least that production needs. */
export const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://bot.example/',
  MICROSOFT_APP_ID: '11111111-1111-4111-8111-111111111111',
  MICROSOFT_APP_TENANT_ID: '22222222-2222-4222-8222-222222222222',
  TABLES_ENDPOINT: 'https://account.table.example/',
  QUEUES_ENDPOINT: 'https://account.queue.example/',
  BLOBS_ENDPOINT: 'https://account.blob.example/',
  FIELD_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
  INTEGRITY_KEYS: `i1:${Buffer.alloc(32, 3).toString('base64')}`,
};
