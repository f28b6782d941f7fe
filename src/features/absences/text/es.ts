import type { Widened } from '../../../platform/text/shape.js';

/** The words of absences. */
const away = {
  oneDay: (day: string) => `el ${day}`,
  days: (from: string, until: string) => `del ${from} al ${until}`,
  understood: {
    days: (days: string) => `Entendí: ${days}.`,
    from: (day: string) => `Entendí: desde el ${day}. Falta el último día.`,
    until: (day: string) => `Entendí: hasta el ${day}. Puse hoy como primer día; cámbialo si es otro.`,
  },
  saved: (days: string) =>
    `Ya tienes guardada una ausencia: ${days}. Guardo una sola: la que guardes ahora la reemplaza.`,
  set: {
    title: (days: string) => `Listo: quedas ausente ${days}`,
    notYet: (day: string) => `Antes del ${day} no cambia nada: los casos nuevos te siguen llegando.`,
    deputy: 'Mientras no estés, los casos nuevos los recibe quien te reemplaza.',
    deputyAway:
      'Quien te reemplaza también está ausente en esos días. Cuando no esté, los casos nuevos pasan a tu superior o, si no puede recibirlos, a alguien más arriba.',
    noDeputy:
      'Mientras no estés, los casos nuevos pasan a tu superior o, si no puede recibirlos, a alguien más arriba.',
    inHand:
      'Los que ya tienes siguen contigo y sus plazos corren: pásalos a tu superior si no puedes atenderlos.',
    end: 'Si vuelves antes o cambian tus planes, escribe «Ya volví».',
  },
  clear: 'Ya volví',
  cancel: 'Cancelar la ausencia',
  restore: 'Volver a ponerla',
  back: {
    title: 'Qué bueno tenerte de vuelta',
    ended: (days: string) => `Quité tu ausencia ${days}.`,
    none: 'No tenías ninguna ausencia guardada, así que no cambié nada.',
    toYou: 'Los casos nuevos te llegan a ti.',
    directory:
      'En el directorio figuras ausente hoy, por ejemplo por las respuestas automáticas de Outlook. Mientras siga así, los casos nuevos le llegan a quien te reemplaza o a tu superior.',
  },
  cancelled: { title: 'Cancelé tu ausencia', body: (days: string) => `Era ${days}.` },
  /** What the bot does when somebody goes on in words. */
  goingOn: {
    acts: {
      send: 'Guardar tu ausencia',
      correct: 'Cambiar tu ausencia',
      add: 'Cambiar tu ausencia',
      drop: 'Quitar tu ausencia',
      undo: 'Quitar tu ausencia',
    },
    notSavedYet: 'Todavía no la he guardado. Revísala y toca «Guardar la ausencia».',
    unclear: 'No supe qué cambiar. Corrígelo aquí y guarda.',
    whoStandsIn: 'No supe a quién te refieres. Busca aquí a la persona por su nombre.',
    left: 'De acuerdo, no guardé ninguna ausencia.',
    take: {
      title: '¿Quito tu ausencia?',
      body: (days: string) => `Tienes guardada una ausencia ${days}. Sigue ahí mientras no la quites.`,
    },
  },
  problem: {
    from: 'Elige un primer día que no haya pasado.',
    until: 'Elige un último día que no haya pasado.',
    order: 'El último día no puede ser antes del primero.',
    deputy:
      'No encontré a la persona que te reemplaza, o su cuenta ya no está activa. Búscala de nuevo o déjalo en blanco.',
  },
};

/** The texts of its templates. */
const cards = {
  away: {
    title: 'Tu ausencia',
    intro:
      'Mientras no estés, los casos nuevos llegan a quien te reemplaza; si no hay nadie, a tu superior. Nada cambia hasta que guardes, ni antes del primer día.',
    from: 'Desde',
    fromRequired: 'Elige el primer día.',
    until: 'Hasta',
    untilRequired: 'Elige el último día.',
    standsIn: 'Te reemplaza:',
    deputy: 'Que me reemplace otra persona (opcional)',
    deputyPlaceholder: 'Escribe su nombre',
    deputyChosen: 'La persona que elegiste',
    set: 'Guardar la ausencia',
  },
  'away-saved': {
    standsIn: 'Te reemplaza:',
  },
};

/** What the help says; the quotation marks are around the words to write. */
const help = {
  away: {
    words: '«estoy de vacaciones hasta el 15 de enero»',
    meaning: 'los casos nuevos van a quien te reemplaza',
  },
  back: { words: '«ya volví»', meaning: 'los casos nuevos vuelven a llegarte' },
};

export const es = { help, away, cards };

/** The other language has the same keys and parameters. */
export type Texts = Widened<typeof es>;
