/** The QR code on the card of a training, as a picture that Teams fetches. */
import type { Logger } from '../../../platform/log.js';
import type { HttpRoute } from '../../../platform/pages/route.js';
import { qrPicture } from '../../../platform/pictures/qr.js';
import { CODE_LENGTH, CODE_SIGNS } from '../../../platform/understanding/entities.js';
import type { TrainingLinks } from '../cards/links.js';
import type { TrainingStore } from '../store/training-store.js';
import { withTraining } from './with-training.js';

interface QrParts {
  trainings: TrainingStore;
  links: TrainingLinks;
  log: Logger;
}

/** Any code is drawn, so that the picture tells nobody which one is right. */
const CODE = new RegExp(`^[${CODE_SIGNS}]{${CODE_LENGTH}}$`);
/** The picture of a code never changes. */
const KEPT_FOR_SECONDS = 86_400;

export function qrRoute(parts: QrParts): HttpRoute {
  return {
    method: 'get',
    path: '/trainings/:id/qr.png',
    handle: withTraining(parts, async ({ query }, { id }) => {
      const code = query.get('code') ?? '';
      if (!CODE.test(code)) return { status: 404 };
      return {
        status: 200,
        content: await qrPicture(parts.links.form(id, code)),
        type: 'image/png',
        headers: {
          'Cache-Control': `public, max-age=${KEPT_FOR_SECONDS}`,
          // Teams shows it in pages of its own.
          'Cross-Origin-Resource-Policy': 'cross-origin',
        },
      };
    }),
  };
}
