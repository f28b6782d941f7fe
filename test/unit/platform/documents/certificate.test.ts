import assert from 'node:assert/strict';
import { decodePDFRawStream, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { PNG } from 'pngjs';
import { drawCertificate } from '../../../../src/platform/documents/certificate.js';

const VIEW = {
  language: 'es' as const,
  title: 'Certificado de asistencia',
  organisation: 'Compensar',
  heading: 'Certificado de asistencia',
  certifies: 'certifica que',
  attended: 'asistió a',
  name: 'Ana',
  training: 'Política de Humanización',
  facts: [],
  check: 'Se comprueba en bot.example/certificado',
  code: '00000-00000-00000-00000-000000',
  qr: PNG.sync.write(new PNG({ width: 2, height: 2 })),
  issuedAt: new Date('2026-11-24T16:00:00.000Z'),
};

/** What is written on the page, a line for each text. */
async function linesOf(content: Buffer): Promise<string[]> {
  const { context } = await PDFDocument.load(content);
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream) || object.dict.toString().includes('/Subtype')) return [];
    const source = Buffer.from(decodePDFRawStream(object).decode()).toString('latin1');
    return [...source.matchAll(/<([0-9A-F]+)> Tj/gi)].map(([, hex = '']) =>
      Buffer.from(hex, 'hex').toString('latin1'),
    );
  });
}

describe('the text of a certificate', () => {
  for (const [name, printed] of [
    ['María José Ñáñez Güiza', 'María José Ñáñez Güiza'],
    ['Łukasz Wałęsa-Đorđević', 'Lukasz Walesa-Dordevic'],
    ['Gőrgy Ştefan Čapek', 'Gorgy Stefan Capek'],
    ['Søren Ærøskøbing Weiß', 'Søren Ærøskøbing Weiß'],
    ['José Núñez'.normalize('NFD'), 'José Núñez'],
  ] as const) {
    it(`has the name as it is, or with the nearest letters: ${printed}`, async () => {
      const lines = await linesOf(await drawCertificate({ ...VIEW, name }));
      assert.ok(lines.includes(VIEW.certifies));
      assert.ok(lines.includes(printed), lines.join('\n'));
    });
  }
});
