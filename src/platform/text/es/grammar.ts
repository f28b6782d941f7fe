/** How sentences are put together in Spanish. */

/** "a las 4:30 p. m.", "a la 1:00 p. m." */
export const at = (time: string) => `${time.startsWith('1:') ? 'a la' : 'a las'} ${time}`;
/** "las 4:30 p. m.", "la 1:00 p. m." */
export const before = (time: string) => at(time).slice('a '.length);

/** A sentence ends with one full stop: «a las 4:30 p. m.» has its own. */
export const ended = (sentence: string) => (sentence.endsWith('.') ? sentence : `${sentence}.`);

/** "a Luis", "al equipo"; `mark` stands around what is emphasised. */
export const to = (who: string, mark = '') =>
  who.startsWith('el ') ? `al ${mark}${who.slice('el '.length)}${mark}` : `a ${mark}${who}${mark}`;

/** "a Marta y al equipo" */
export const toAll = (people: readonly string[]) => people.map((who) => to(who)).join(' y ');

/** Numbers as people write them in Colombia: 4.000. */
export const figure = new Intl.NumberFormat('es-CO');

/** "de Luis", "del equipo"; `mark` stands around what is emphasised. */
export const of = (who: string, mark = '') =>
  who.startsWith('el ') ? `del ${mark}${who.slice('el '.length)}${mark}` : `de ${mark}${who}${mark}`;
