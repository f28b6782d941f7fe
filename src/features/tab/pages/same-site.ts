import type { HttpRequest } from '../../../platform/pages/route.js';

/**
 * Tells whether a page of ours sent the form. Browsers say where a request comes from, and no page can change that;
 * what does not say it is refused.
 */
export function isOwnForm(request: HttpRequest, publicUrl: string): boolean {
  const site = request.header('sec-fetch-site');
  if (site !== '') return site === 'same-origin';
  return request.header('origin') === new URL(publicUrl).origin;
}
