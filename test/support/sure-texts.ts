/**
 * What people write in tests of flows: the models are sure of it by far (`sure-texts.test.ts`), so that no flow breaks when
 * they learn something. What models say of other texts is for `npm run evaluate`.
 */

/** Narratives of one level, by rules and models alike. */
export const LOW = 'En la ventanilla no me explicaron qué papeles hacían falta y perdí la mañana.';
export const LOW_TOO = 'El turno digital no avisó que la sede estaba cerrada y perdimos el viaje.';
/** Says no place. */
export const LOW_SOMEWHERE = 'Nadie me explicó qué papeles debía llevar y perdí toda la mañana.';
export const MEDIUM = 'La cajera le gritó a un señor y lo insultó delante de toda la fila.';
export const HIGH = 'Un usuario amenazó a la auxiliar con un cuchillo y le dijo que la esperaba a la salida.';
/** Takes the protected route. */
export const HIGH_BY_THE_BOSS =
  'Mi jefe me amenazó con un cuchillo en su oficina y me dijo que me iba a pegar.';
export const HIGH_TO_A_CHILD = 'El profesor golpeó a un niño de ocho años con una correa en el jardín.';

/** In review, since a grave word is denied or hearsay. */
export const UNCLEAR = 'No hubo golpes, solo gritos en la fila de la caja, ayer en la tarde.';
export const UNCLEAR_AND_PROTECTED =
  'Dicen que un compañero le tocó los senos a una auxiliar del archivo sin su permiso.';

/** A good deed. */
export const DEED = 'Le explicó tres veces a una señora cómo pedir la cita, con toda la paciencia.';

/** What a person wants. */
export const QUESTION = '¿Qué es el robotismo?';
export const AWAY = 'Estoy de vacaciones hasta el 15 de enero';
export const IN_DANGER = 'me quiero morir';
