/** Documents as Word and Excel make them, with the name of their author. */
import { strToU8, zipSync } from 'fflate';
import { OWNER } from './bytes.js';

const OFFICE = 'http://schemas.openxmlformats.org';

function office(part: string, main: string): Buffer {
  const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`);
  const type = `application/vnd.openxmlformats-officedocument.${main}.main+xml`;
  const parts = {
    '[Content_Types].xml': xml(
      `<Types xmlns="${OFFICE}/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`,
    ),
    'docProps/core.xml': xml(`<coreProperties><creator>${OWNER}</creator></coreProperties>`),
    [part]: xml('<document/>'),
  };
  return Buffer.from(zipSync(parts, { mtime: new Date(2026, 0, 1) }));
}

export const docx = () => office('word/document.xml', 'wordprocessingml.document');
export const xlsx = () => office('xl/workbook.xml', 'spreadsheetml.sheet');
