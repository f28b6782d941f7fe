/** Hostile and long texts for the samples. */
export type SampleKind = 'empty' | 'typical' | 'longest' | 'hostile';

/** Markup and characters that must have no effect; the golden files show them as harmless text. */
export const HOSTILE =
  'MARK [clic](https://evil.example) **negrita** <at>Todos</at> ${secreto} \u202eodot\u202c\u200b ![x](https://evil.example/x.png) {"a":1} \u0000';
const LONG = 'Ñandú eficientísimo según Ömer: «cigüeña», 12.345 veces. ';
export const long = (length: number) => LONG.repeat(Math.ceil(length / LONG.length)).slice(0, length);
