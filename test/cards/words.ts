/** Words for samples: the bad and the many. */
export type SampleKind = 'empty' | 'typical' | 'longest' | 'hostile';

/** Everything that must not take effect; the golden files show it as harmless text. */
export const HOSTILE =
  'MARK [clic](https://evil.example) **negrita** <at>Todos</at> ${secreto} \u202eodot\u202c\u200b ![x](https://evil.example/x.png) {"a":1} \u0000';
const LONG = 'Ñandú eficientísimo según Ömer: «cigüeña», 12.345 veces. ';
export const long = (length: number) => LONG.repeat(Math.ceil(length / LONG.length)).slice(0, length);
