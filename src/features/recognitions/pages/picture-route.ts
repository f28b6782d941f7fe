/** The picture of a recognition, which Teams fetches for its card and people open to keep it. */
import { codeOf } from '../../../platform/errors.js';
import type { Logger } from '../../../platform/log.js';
import type { HttpResponse, HttpRoute } from '../../../platform/pages/route.js';
import type { Language } from '../../../platform/text/catalogue.js';
import { PICTURE_PATH, type PictureLinks, type PictureSize } from '../cards/picture-links.js';
import type { Pictures } from '../service/pictures.js';

/** Short: what was taken away shall not be seen for long. */
const KEPT_FOR_SECONDS = 600;

export function pictureRoute({
  pictures,
  links,
  log,
}: {
  pictures: Pictures;
  links: PictureLinks;
  log: Logger;
}): HttpRoute {
  return {
    method: 'get',
    path: PICTURE_PATH,
    handle: async ({ params, query }): Promise<HttpResponse> => {
      const id = params.id ?? '';
      const language: Language = query.get('lang') === 'en' ? 'en' : 'es';
      const size: PictureSize = query.get('size') === 'whole' ? 'whole' : 'card';
      if (!links.isOurs(id, language, query.get('key') ?? '')) return { status: 404 };
      try {
        const content = await pictures.draw(id, language, size);
        if (!content) return { status: 404, headers: { 'Cache-Control': 'no-store' } };
        return {
          status: 200,
          content,
          type: 'image/png',
          headers: {
            'Cache-Control': `private, max-age=${KEPT_FOR_SECONDS}`,
            // Teams shows it in pages of its own.
            'Cross-Origin-Resource-Policy': 'cross-origin',
          },
        };
      } catch (error) {
        log.error({ err: error, code: codeOf(error) }, 'the picture of a recognition failed');
        return { status: 503, headers: { 'Retry-After': '10', 'Cache-Control': 'no-store' } };
      }
    },
  };
}
