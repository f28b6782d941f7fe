/** Of whom a text asks for figures. Pure. */
import { fold, words } from '../text/fold.js';

/** `own`: the people of the person who writes. */
export type AskedScope = { kind: 'own' } | { kind: 'all' } | { kind: 'area'; area: string };

const OWN =
  /\b(?:mi|mis|nuestro|nuestra|my|our) (?:propi[oa] )?(?:equipo|grupo|gente|linea|area|colaborador(?:es)?|personas|sede|centro|team|people|line|group|staff)\b/;
const ALL =
  /\b(?:tod[ao] (?:la |el )?(?:caja|organizacion|empresa|compania|pais|compensar)|todas las (?:areas|sedes)|todos|en general|nacional|compensar|whole (?:company|organi[sz]ation)|all areas|everyone|overall)\b/;
/** Words of names that say nothing by themselves. */
const SMALL =
  /^(?:de|del|la|las|el|los|y|e|en|area|gerencia|direccion|subdireccion|departamento|of|and|the)$/;

/**
 * Undefined where the text names nobody.
 * @param areas the names of all areas.
 */
export function scopeAsked(text: string, areas: readonly string[]): AskedScope | undefined {
  const folded = fold(text);
  const area = areaIn(folded, areas);
  if (area !== undefined) return { kind: 'area', area };
  if (OWN.test(folded)) return { kind: 'own' };
  return ALL.test(folded) ? { kind: 'all' } : undefined;
}

/** The longest name of an area whose words stand in the text in their order. */
function areaIn(folded: string, areas: readonly string[]): string | undefined {
  const said = ` ${telling(folded).join(' ')} `;
  return areas
    .map((area) => ({ area, name: telling(fold(area)).join(' ') }))
    .filter(({ name }) => name !== '' && said.includes(` ${name} `))
    .sort((one, other) => other.name.length - one.name.length)[0]?.area;
}

const telling = (folded: string) => words(folded).filter((word) => !SMALL.test(word));
