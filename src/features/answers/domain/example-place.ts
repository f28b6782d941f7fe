/** The kind of place for which somebody wants an example. Pure. */
import type { Place } from '../../../platform/policy/other-words.js';
import { fold } from '../../../platform/text/fold.js';

const PLACES: readonly [Place, RegExp][] = [
  ['call-center', /\b(call ?center|contact ?center|telefon\w*|llamad\w*|linea|chat|calls?|phone)\b/],
  [
    'clinic',
    /\b(clinica\w*|ips|eps|hospital\w*|salud|medic\w*|enferm\w*|pacient\w*|odontolog\w*|laboratorio|clinic|nurses?|patients?)\b/,
  ],
  ['park', /\b(parque\w*|piscina\w*|hotel\w*|recrea\w*|deport\w*|gimnasi\w*|lagosol|park|pool|gym)\b/],
  [
    'office',
    /\b(oficina\w*|nomina|sistemas|administrativ\w*|back ?office|compañer\w*|compane\w*|colega\w*|correo\w*|office|emails?)\b/,
  ],
  [
    'counter',
    /\b(ventanilla\w*|taquilla\w*|caja|cajer\w*|mostrador|modulo\w*|recepcion\w*|subsidio\w*|fila|counter|front desk)\b/,
  ],
];

export function examplePlaceIn(text: string): Place | undefined {
  const folded = fold(text);
  return PLACES.find(([, pattern]) => pattern.test(folded))?.[0];
}
