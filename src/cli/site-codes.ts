/**
 * `npm run site-codes [-- FILE.html]`: a page to print for each site, with a code for the site and one for each service. A code
 * opens the chat with the bot of `MICROSOFT_APP_ID`, where the message that begins the report is written already.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { siteMessage } from '../features/reports/index.js';
import { readServiceCycle } from '../platform/impact/service-cycle.js';
import { chatUrl } from '../platform/people/chat-url.js';
import { qrDrawing } from '../platform/pictures/qr.js';

const [file = 'artifacts/site-codes.html'] = process.argv.slice(2);
const bot = `28:${z.uuid('MICROSOFT_APP_ID: the id of the bot').parse(process.env.MICROSOFT_APP_ID)}`;
const { sites, services } = readServiceCycle();
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

async function codeOf(title: string, message: string): Promise<string> {
  const drawing = await qrDrawing(chatUrl(bot, message));
  return `<figure><img alt="" src="${drawing}"><figcaption>${escaped(title)}</figcaption></figure>`;
}

const pages = await Promise.all(
  sites.map(async (site) => {
    const codes = await Promise.all([
      codeOf('Toda la sede', siteMessage(site)),
      ...services.map((service) => codeOf(service.name, siteMessage(site, service))),
    ]);
    return `<section><h1>${escaped(site.name)}</h1>
<p>¿Viste una mala atención aquí? Escanea, envía el mensaje en Teams y cuéntalo.</p>
<p>Si alguien está en peligro, primero llama al 123.</p>${codes.join('\n')}</section>`;
  }),
);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(
  file,
  `<!doctype html><html lang="es"><meta charset="utf-8"><title>Códigos por sede</title>
<style>body{font-family:sans-serif}section{break-after:page}figure{display:inline-block;width:11rem;margin:.5rem;break-inside:avoid}img{width:100%}</style>
${pages.join('\n')}</html>
`,
);
process.stdout.write(`${file}: ${sites.length} sites\n`);
