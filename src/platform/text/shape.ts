import type { es } from './es.js';

export type Language = 'es' | 'en';

/** Spanish is the source; the other language has the same keys and parameters. */
export type Catalogue = Widened<typeof es>;

/** The shape of texts, whatever they say. */
export type Widened<T> = T extends string
  ? string
  : T extends (...parameters: infer P) => infer R
    ? (...parameters: P) => Widened<R>
    : T extends readonly string[]
      ? readonly string[]
      : { [K in keyof T]: Widened<T[K]> };
