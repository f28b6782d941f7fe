/** The routes of the page that checks certificates: anybody may open it. */
import { z } from 'zod';
import type { Logger } from '../../../platform/log.js';
import { answering } from '../../../platform/pages/answering.js';
import type { HttpRoute } from '../../../platform/pages/route.js';
import { certificateFacts } from '../cards/certificate-document.js';
import type { Certificates } from '../service/certificates.js';
import { textIn } from '../text/catalogue.js';
import { CERTIFICATE_PATH, checkPage, verdictPage } from './certificate-page.js';

const text = (most: number) =>
  z
    .string()
    .catch('')
    .transform((value) => value.trim().slice(0, most));
const form = z.object({ code: text(60), name: text(160) }).catch({ code: '', name: '' });

export function certificateRoutes({
  certifying,
  log,
}: {
  certifying: Pick<Certificates, 'check'>;
  log: Logger;
}): HttpRoute[] {
  return [
    {
      method: 'get',
      path: CERTIFICATE_PATH,
      handle: answering(log, async ({ query }, language) =>
        checkPage(language, { code: (query.get('code') ?? '').slice(0, 60), name: '' }),
      ),
    },
    {
      method: 'post',
      path: CERTIFICATE_PATH,
      handle: answering(log, async ({ body }, language) => {
        const entered = form.parse(body);
        if (entered.code === '' || entered.name === '') return checkPage(language, entered, true);
        const training = await certifying.check(entered.code, entered.name);
        if (!training) return verdictPage(language, undefined);
        const { training: label } = textIn(language).certificates.page;
        return verdictPage(language, [
          { label, value: training.title },
          ...certificateFacts(training, language),
        ]);
      }),
    },
  ];
}
