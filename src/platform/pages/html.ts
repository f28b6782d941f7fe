/** HTML in which every inserted value is escaped. */
export class Html {
  constructor(readonly source: string) {}
}

type Piece = string | number | Html | readonly Html[];

/** A template that escapes its values, except those that are HTML already. */
export function html(strings: TemplateStringsArray, ...values: Piece[]): Html {
  return new Html(
    strings.map((text, at) => text + (at < values.length ? render(values[at] ?? '') : '')).join(''),
  );
}

function render(value: Piece): string {
  if (value instanceof Html) return value.source;
  if (typeof value === 'object') return value.map(({ source }) => source).join('');
  return String(value).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
