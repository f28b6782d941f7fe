/** Recognises messages that refer to the previous answer: "dame un ejemplo", "¿y el segundo?". */
import { fold, wordSet as set, words } from '../text/fold.js';

export type FollowUp =
  | { kind: 'example' }
  | { kind: 'explanation' }
  /** Index in a list, from 0; -1 for the last item. */
  | { kind: 'item'; at: number }
  | { kind: 'next' }
  /** A bare yes. */
  | { kind: 'yes' };

/** Filler words, which do not change the meaning. */
const AROUND = set(
  `y e o a asi de del el la los las lo un una eso esa ese esto esta este por favor porfa pues me puedes podrias puede
   dar das dame deme da ponme pon muestrame muestra quiero necesito ver algun alguna mas otro otra que cual es son dice
   cuentame dime hablame sobre numero punto item the it number me and of an give show tell please another one more is what about`,
);
const EXAMPLE = set('ejemplo ejemplos ejenplo ejmplo ejemlo example examples');
const EXPLANATION = set(
  'explica explicame expliqueme explicacion explicas explicar entendi entiendo porque detalle detalles amplia why explain how',
);
const NEXT = set('siguiente next sigue');
const ORDINALS: readonly ReadonlySet<string>[] = [
  set('primero primera primer 1 uno one first'),
  set('segundo segunda segudno 2 dos two second'),
  set('tercero tercera tercer 3 tres three third'),
  set('cuarto cuarta 4 cuatro fourth'),
  set('quinto quinta 5 cinco fifth'),
  set('sexto sexta 6 seis sixth'),
  set('septimo septima 7 siete seventh'),
];
const LAST = set('ultimo ultima last');
const YES =
  /^(si+|claro|dale|hagale|hagamoslo|listo|de una|reportalo|reportarlo|reportela|ok|okay|yes|yes please|do it)( (si|por favor|porfa|claro|reportalo|quiero))*$/;

/** The request that a follow-up makes; undefined if the message has any other content. */
export function followUp(text: string): FollowUp | undefined {
  const said = words(fold(text));
  if (YES.test(said.join(' '))) return { kind: 'yes' };
  if (/^(un|espera un|espere un) segundo\b/.test(said.join(' '))) return undefined;
  if (said.length === 0 || said.length > 8) return undefined;
  const rest = said.filter((word) => !AROUND.has(word) && word !== 'no' && word !== 'como');
  const [only] = rest;
  if (rest.length === 0) return asksWhy(said) ? { kind: 'explanation' } : undefined;
  if (only === undefined || rest.length > 1) return undefined;
  if (EXAMPLE.has(only)) return { kind: 'example' };
  if (EXPLANATION.has(only)) return { kind: 'explanation' };
  if (NEXT.has(only)) return { kind: 'next' };
  if (LAST.has(only)) return { kind: 'item', at: -1 };
  const at = ORDINALS.findIndex((ordinal) => ordinal.has(only));
  return at < 0 ? undefined : { kind: 'item', at };
}

/** "¿por qué?", "¿y eso por qué?", "¿cómo así?": questions of filler words only. */
function asksWhy(said: readonly string[]): boolean {
  const joined = said.join(' ');
  return /\bpor que$|^como( asi| es eso)?$/.test(joined);
}
