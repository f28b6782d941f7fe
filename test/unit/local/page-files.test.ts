import assert from 'node:assert/strict';
import { pageFiles } from '../../../src/local/page-files.js';
import type { HttpResponse } from '../../../src/platform/pages/route.js';

describe('the page of the local Teams', () => {
  const files = pageFiles();

  async function get(path: string, params: Record<string, string> = {}): Promise<HttpResponse> {
    const route = files.find((candidate) => candidate.path === path);
    assert.ok(route, path);
    const request = { id: '', address: '', params, query: new URLSearchParams(), body: undefined };
    return route.handle({ ...request, header: () => '', read: async () => undefined });
  }

  it('is served with all that it loads', async () => {
    const page = await get('/');
    const html = 'content' in page ? String(page.content) : '';
    const loaded = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '');
    assert.ok(loaded.length > 5, html);
    for (const path of loaded) {
      const [, folder = '', name = ''] = /^(.*\/)([\w.-]+)$/.exec(path) ?? [];
      const isOne = files.some((candidate) => candidate.path === path);
      const answer = await (isOne ? get(path) : get(`${folder}:name`, { name }));
      assert.ok('status' in answer && answer.status === 200, path);
    }
  });

  it('serves nothing else', async () => {
    for (const name of ['../index.html', 'index.html', 'x.css', 'server.ts']) {
      const answer = await get('/local/style/:name', { name });
      assert.ok('status' in answer && answer.status === 404, name);
    }
  });
});
