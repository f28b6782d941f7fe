import assert from 'node:assert/strict';
import { AppError, type ErrorCode } from '../../../src/platform/errors.js';
import type { HttpRequest } from '../../../src/platform/pages/route.js';
import { FILE_ALLOWANCE, fileRoutes } from '../../../src/web/file-routes.js';
import { AddressLimits } from '../../../src/web/limits.js';

const request: HttpRequest = {
  id: '1',
  address: '9.9.9.9',
  params: { ticket: 'x' },
  query: new URLSearchParams(),
  body: undefined,
  header: (name) => (name === 'accept-language' ? 'es' : ''),
  read: async () => undefined,
};

/** What a browser gets from a link whose file is refused. */
async function refused(code: ErrorCode) {
  const limits = new AddressLimits(() => new Date(), FILE_ALLOWANCE);
  const [route] = fileRoutes(limits, () => Promise.reject(new AppError(code)));
  const response = await route?.handle(request);
  assert.ok(response && 'content' in response);
  return response;
}

describe('the link of a file', () => {
  it('says to try again in some seconds while many files are checked', async () => {
    const { status, headers, content } = await refused('busy');
    assert.equal(status, 503);
    assert.equal(headers?.['Retry-After'], '10');
    assert.match(String(content), /Espera unos segundos y vuelve a intentarlo/);
  });

  it('says what to ask for when the file cannot be given', async () => {
    for (const [code, words] of [
      ['not-cleaned', /Pídelo como PDF o como foto/],
      ['unreadable', /Pídelo sin contraseña, o como foto/],
    ] as const) {
      const { status, content } = await refused(code);
      assert.equal(status, 422);
      assert.match(String(content), words);
    }
  });

  it('shows no other failure', async () => {
    await assert.rejects(refused('storage-unavailable'), { code: 'storage-unavailable' });
  });
});
