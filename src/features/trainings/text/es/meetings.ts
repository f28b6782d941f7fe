const people = (count: number) => (count === 1 ? '1 persona' : `${count} personas`);
const minutes = (count: number) => (count === 1 ? '1 minuto' : `${count} minutos`);

/** The texts about Teams' attendance report of a meeting, which a trainer sends. */
export const meetings = {
  oneByOne: 'Envíame los informes de asistencia de a uno, para que veas qué agrega cada uno.',
  tooLarge: 'Ese archivo pesa más de 4 MB: no parece un informe de asistencia de Teams.',
  notAReport:
    'No pude leer ese archivo como un informe de asistencia de Teams. Descárgalo en la pestaña «Asistencia» de la reunión, y envíalo sin abrirlo ni guardarlo en Excel.',
  noTrainings:
    'Todavía no tienes capacitaciones publicadas a las que pueda agregar este informe. Publica una con «capacitación».',
  gone: 'Este informe ya se guardó, se descartó o tiene más de un día. Si lo necesitas, envíame el archivo otra vez.',
  discardedTitle: 'No guardé el informe',
  discarded: 'La lista quedó como estaba, y el archivo no se conserva.',
  which: '¿De cuál capacitación es este informe?',
  choosing: {
    none: 'Ninguna de tus capacitaciones coincide con la fecha y la hora del informe.',
    several: 'Varias de tus capacitaciones coinciden con la fecha y la hora del informe.',
    other: '',
  },
  heading: (count: number) => `Informe de la reunión: ${people(count)}`,
  otherDay: 'La fecha o la hora del informe no es la de esta capacitación. Revisa que sea la correcta.',
  added: (count: number) => `Agrego a ${people(count)} a la lista.`,
  listed: (count: number) =>
    count === 1
      ? '1 persona ya está en la lista; le anoto los minutos.'
      : `${people(count)} ya están en la lista; les anoto los minutos.`,
  short: (count: number, least: number) =>
    count === 1
      ? `1 persona estuvo menos de ${minutes(least)}: la anoto, y no cuenta como asistencia.`
      : `${people(count)} estuvieron menos de ${minutes(least)}: las anoto, y no cuentan como asistencia.`,
  listedShortly: (count: number, least: number) =>
    count === 1
      ? `1 persona se registró por su cuenta y estuvo menos de ${minutes(least)}. Su registro sigue contando; si no corresponde, quítala con «Corregir la lista».`
      : `${people(count)} se registraron por su cuenta y estuvieron menos de ${minutes(least)}. Su registro sigue contando; si no corresponde, quítalas con «Corregir la lista».`,
  removed: (count: number) =>
    count === 1
      ? 'A 1 persona la quitaste a mano: no la agrego de nuevo.'
      : `A ${people(count)} las quitaste a mano: no las agrego de nuevo.`,
  nothingNew: 'Este informe ya está en la lista: no cambia nada.',
  stay: (name: string, count: number) => `${name} (${count} min)`,
  person: (name: string, area: string, count: number) =>
    [name, area, `${count} min`].filter(Boolean).join(' · '),
  byName: (count: number) =>
    count === 1
      ? 'A 1 la reconocí solo por el nombre. Márcala si es ella:'
      : `A ${count} las reconocí solo por el nombre. Marca las que sí son:`,
  byNameLeft: (count: number) =>
    `${count === 1 ? 'Falta 1' : `Faltan ${count}`} por mostrar: guarda estas y envía el informe otra vez.`,
  unknown: (count: number) =>
    count === 1
      ? 'A 1 no la encontré en el directorio. Si debe estar, agrégala después con «Corregir la lista»:'
      : `A ${count} no las encontré en el directorio. Las que deban estar, agrégalas después con «Corregir la lista»:`,
  andMore: (names: string, more: number) => `${names} y ${more} más`,
  kept: (added: number, short: number, least: number) =>
    [
      added === 0 ? 'Listo, no había nadie nuevo para la lista.' : `Listo, agregué a ${people(added)}.`,
      ...(short > 0
        ? [
            `${people(short)} con menos de ${minutes(least)} ${short === 1 ? 'no cuenta' : 'no cuentan'} como asistencia.`,
          ]
        : []),
    ].join(' '),
  /** The meeting that is tied to a training, while it goes on. */
  live: {
    off: 'Anotar a quien se conecta a la reunión está apagado; lo enciende quien administra el bot (MEETING_ATTENDANCE). Mientras tanto, al terminar envíame el informe de asistencia.',
    noMeeting:
      'Este chat no es el de una reunión programada, y de aquí no me llega quién se conecta. Escribe el código en el chat de la reunión, o al terminar envíame el informe de asistencia.',
    over: 'Esta capacitación ya terminó, y quien se conecte ahora no queda en la lista. Envíame el informe de asistencia de la reunión.',
    tiedTo: 'Reunión enlazada con la capacitación',
    tied: (title: string) => `Reunión enlazada: ${title}`,
    /** @param from a day and its time; empty for now. */
    registering: (least: number, from: string) =>
      `${from === '' ? 'Desde ahora' : `Desde el ${from}`} y hasta una hora después de que termine, o hasta que se cierre la lista, anoto a quien se conecte con su cuenta de la organización, con sus horas de entrada y de salida. ${
        least === 0
          ? 'Queda en la lista de asistencia quien esté durante la capacitación.'
          : `Queda en la lista de asistencia, al salir, quien haya estado ${minutes(least)} o más.`
      }`,
    before:
      'Quien ya esté conectado en ese momento queda cuando vuelva a entrar, o con el informe de asistencia que envíe quien capacita.',
    outsiders: (period: string) =>
      `De quien no reconozca en el directorio anoto solo el nombre y cuándo entró, para que quien capacita sepa que no está en la lista. Guardo esos datos ${period}, y la noche siguiente los borro.`,
    moved: 'Antes estaba enlazada con otra reunión, que ya no cuenta.',
    readers: (announcesOther: boolean) =>
      announcesOther
        ? 'Todo esto lo ven quien capacita, quien publicó la capacitación y el equipo de humanización.'
        : 'Todo esto lo ven quien capacita y el equipo de humanización.',
    untiedFrom: 'Reunión desenlazada de la capacitación',
    untied: (title: string) => `Reunión desenlazada: ${title}`,
    untiedMeaning:
      'Para esta capacitación ya no anoto a quien se conecta aquí. Quien quedó en la lista sigue en ella.',
    movedAway: 'La capacitación se enlazó con otra reunión.',
    untiedHere: 'La reunión ya no está enlazada. Quien quedó en la lista sigue en ella.',
    notTied: 'Esta capacitación no está enlazada con esta reunión.',
    connected: (count: number) =>
      count === 0
        ? 'enlazada'
        : `enlazada · ${count === 1 ? 'sigue' : 'siguen'} en ella ${count} de las personas que anoté`,
    notLeft: (count: number) =>
      count === 0 ? 'enlazada' : `enlazada · no me ha llegado la salida de ${people(count)}`,
    how: (code: string) => `escribe en su chat «@Humanización ${code}», y anoto a quien se conecte`,
    howByScreen:
      'escribe en su chat «@Humanización» y el código que se ve en la pantalla, y anoto a quien se conecte',
    silent:
      'No me ha llegado quién se conecta a la reunión. Puede faltar que la app esté en la reunión con el permiso OnlineMeetingParticipant.Read.Chat, o su suscripción a los eventos de la reunión; lo revisa quien administra el bot. Mientras tanto, al terminar envíame el informe de asistencia.',
    visitors: (names: string, count: number, period: string) =>
      count === 1
        ? `A esta persona no la reconocí en el directorio cuando se conectó a la reunión, así que no la puse en la lista: ${names}. Si es de la organización y debe estar, agrégala con «Corregir la lista». Guardo esto ${period}, y la noche siguiente lo borro.`
        : `A estas personas no las reconocí en el directorio cuando se conectaron a la reunión, así que no las puse en la lista: ${names}. Si alguna es de la organización y debe estar, agrégala con «Corregir la lista». Guardo esto ${period}, y la noche siguiente lo borro.`,
    nameless: 'alguien sin nombre',
  },
};
