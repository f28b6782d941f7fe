import type { Widened } from '../../../platform/text/shape.js';

/**
 * The texts of data protection: Ley 1581 de 2012 and Decreto 1377 de 2013. A changed authorisation text needs
 * a new version.
 */
const cuantos = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

const privacy = {
  title: 'Mis datos',
  onlyTeamAnswers:
    'Las solicitudes de corrección las responde el equipo de humanización. Si quieres corregir un dato tuyo, pídelo en «mis datos»; la respuesta te llega por este chat.',
  consent: {
    none: 'No has dado la autorización. Sin ella no guardo lo que cuentes en un reporte. Lo que registres aparte, como una ausencia, una corrección o tu asistencia, sí queda.',
    given: (day: string, version: string) => `Autorización dada el ${day}, versión ${version}.`,
    older: (day: string, version: string) =>
      `Diste una autorización anterior el ${day}. La versión vigente es la ${version}.`,
    revoked: (day: string) => `Retiraste la autorización el ${day}.`,
  },
  accepted: {
    title: '✓ Autorización registrada',
    body: (day: string, version: string) =>
      `Quedó registrada el ${day}, versión ${version}. Puedes verla, corregir tus datos o retirarla cuando quieras.`,
  },
  /** The data that is kept, one line for each kind. */
  kept: {
    person: () => 'Tu ficha del directorio: nombre, correo, área, roles y superior.',
    contact: () => 'Este chat y el idioma en que escribes, para poder responderte.',
    absence: () => 'La ausencia que me contaste y quién te reemplaza.',
    cases: (count: number) =>
      `${cuantos(count, 'caso que reportaste', 'casos que reportaste')}, con su historia y sus archivos.`,
    attended: (count: number) =>
      `${cuantos(count, 'caso que atiendes o atendiste', 'casos que atiendes o atendiste')}.`,
    commitments: (count: number) =>
      `${cuantos(count, 'compromiso tuyo', 'compromisos tuyos')}, que se acordaron al atender un caso.`,
    voices: (count: number) =>
      `${cuantos(count, 'vez que te pregunté cómo quedaste con un caso, con lo que respondiste', 'veces que te pregunté cómo quedaste con un caso, con lo que respondiste')}.`,
    drafts: (count: number) => `${cuantos(count, 'reporte sin enviar', 'reportes sin enviar')}.`,
    corrections: (count: number) =>
      `${cuantos(count, 'solicitud de corrección', 'solicitudes de corrección')}.`,
    attendance: (count: number) =>
      `${cuantos(count, 'capacitación en la que estuviste o te registraste', 'capacitaciones en las que estuviste o te registraste')}.`,
    trainings: (count: number) =>
      `${cuantos(count, 'capacitación que anunciaste', 'capacitaciones que anunciaste')}.`,
    practice: () =>
      'Si recibes la práctica del día, a qué hora, y cuáles te llegaron en los últimos 30 días.',
    practicesDone: (count: number) => `${cuantos(count, 'práctica que marcaste', 'prácticas que marcaste')}.`,
    recognitionsGot: (count: number) =>
      `${cuantos(count, 'reconocimiento que recibiste', 'reconocimientos que recibiste')}.`,
    recognitionsGiven: (count: number) =>
      `${cuantos(count, 'reconocimiento que diste', 'reconocimientos que diste')}.`,
    eventLists: (count: number) =>
      `${cuantos(count, 'lista de un evento de reconocimiento en la que estás', 'listas de eventos de reconocimiento en las que estás')}.`,
    sources: (count: number) =>
      `${cuantos(count, 'mención tuya por revisar, que llegó de otro canal', 'menciones tuyas por revisar, que llegaron de otros canales')}: el canal y la fecha.`,
    monthlyFigures: () => 'La decisión de recibir, o no, los indicadores cada mes.',
    openThings: () => 'De qué hablábamos hace un momento, con lo que iba en un formulario sin enviar.',
  },
  otherKept: (name: string, count: number) => `${name}: ${count}`,
  /** The headings of the file with a person's data. */
  section: {
    person: 'Directorio',
    contact: 'Chat e idioma',
    absence: 'Ausencia',
    consent: 'Autorizaciones',
    cases: 'Casos que reportaste',
    attended: 'Casos que atiendes o atendiste',
    commitments: 'Tus compromisos',
    voices: 'Cómo quedaste con tus casos',
    drafts: 'Reportes sin enviar',
    corrections: 'Solicitudes de corrección',
    attendance: 'Asistencia a capacitaciones',
    trainings: 'Capacitaciones que anunciaste',
    practice: 'Práctica del día',
    practicesDone: 'Prácticas que marcaste',
    recognitionsGot: 'Reconocimientos que recibiste',
    recognitionsGiven: 'Reconocimientos que diste',
    eventLists: 'Listas de eventos de reconocimiento en las que estás',
    sources: 'Menciones en otros canales',
    monthlyFigures: 'Indicadores cada mes',
    openThings: 'Conversación en curso',
  },
  nothing: '(nada)',
  fileTitle: 'Todo lo que el bot de humanización guarda de ti',
  fileName: 'mis-datos',
  filesTitle: 'Tus datos',
  file: {
    text: { title: 'Para leer', name: 'texto (TXT)' },
    json: { title: 'Para otro sistema', name: 'datos (JSON)' },
  },
  withdrawal: (period: string) =>
    `Borro tus reportes sin enviar. La ley obliga a conservar los casos abiertos o en retención legal, y los terminados hasta ${period} después de lo último que pasó en ellos. Para reportar de nuevo tendrás que autorizar otra vez.`,
  noWords: (most: number) =>
    `Escribe qué dato está mal y cómo debe quedar, en ${most} caracteres como máximo.`,
  corrected: {
    title: (number: string) => `Recibí tu solicitud ${number}`,
    body: (day: string) =>
      `El equipo de humanización la responde a más tardar el ${day}: 15 días hábiles, como manda la Ley 1581 de 2012. Guarda el número.`,
  },
  /** A request to correct data, for the person who answers it. */
  request: {
    title: (number: string) => `Solicitud ${number}: corregir datos personales`,
    unanswered: (number: string) => `La solicitud ${number} sigue sin respuesta`,
    answerTitle: (number: string) => `Respuesta a tu solicitud ${number}`,
    due: (day: string) => `Responder a más tardar el ${day}`,
    late: (day: string) => `Había que responder a más tardar el ${day}, y la persona sigue sin respuesta`,
    answeredBy: (name: string, day: string) => `Respondida por ${name} el ${day}`,
    answeredOn: (day: string) => `El equipo de humanización respondió el ${day}`,
    noAnswer: 'Escribe la respuesta que recibirá la persona.',
    tooLate: 'Otra persona del equipo ya respondió; tu respuesta no se envió.',
    undelivered: (number: string) =>
      `No pude entregar la respuesta a la solicitud ${number}: la persona ya no tiene el bot. Búscala por otro medio.`,
    listTitle: 'Solicitudes de corrección de datos',
    more: (count: number) =>
      count === 1
        ? 'Hay 1 más; aparece cuando se respondan estas.'
        : `Hay ${count} más; aparecen a medida que se respondan estas.`,
  },
  withdrawn: {
    title: 'Retiraste tu autorización',
    drafts: (count: number) =>
      count === 0
        ? 'No tenías reportes sin enviar.'
        : `Borré ${cuantos(count, 'reporte sin enviar', 'reportes sin enviar')}, con sus archivos.`,
    cases: (count: number, period: string) =>
      `${count === 1 ? 'Tu caso se conserva' : `Tus ${count} casos se conservan`} porque la ley obliga: los abiertos y los que están en retención legal mientras lo estén, y los terminados hasta ${period} después de lo último que pasó en ellos. Después se borran solos.`,
    noCases: 'No hay casos tuyos que se deban conservar.',
    again: 'Si vuelves a reportar, te pediré la autorización otra vez.',
  },
  yes: 'sí',
  no: 'no',
  how: { report: 'al continuar con un reporte', button: 'con el botón Aceptar' },
  roles: {
    leader: 'líder',
    trainer: 'capacitador o capacitadora',
    humanization: 'equipo de humanización',
    protected: 'recibe casos protegidos',
    admin: 'administración',
  },
  languages: { es: 'español', en: 'inglés' },
  who: {
    you: 'tú',
    superior: 'tu superior inmediato',
    deputy: 'quien reemplaza a tu superior inmediato',
    'next-superior': 'un superior más arriba',
    humanization: 'equipo de humanización',
    protected: 'quienes reciben los casos protegidos',
    system: 'el bot',
  },
  event: {
    reported: 'reportado',
    accepted: 'aceptado',
    rejected: 'no aceptado',
    asked: 'pregunta',
    replied: 'respuesta',
    added: 'información agregada',
    attached: 'archivo agregado',
    reclassified: 'nivel cambiado',
    escalated: 'pasado a un superior',
    reassigned: 'asignado a otra persona',
    climbed: 'pasó más arriba por falta de respuesta',
    reminded: 'recordatorio enviado',
    lapsed: 'sigue sin atenderse a tiempo',
    undone: 'se deshizo lo anterior',
    closed: 'cerrado',
    withdrawn: 'retirado',
    contested: 'en desacuerdo con que no se aceptara',
    reopened: 'reabierto',
    held: 'retención legal puesta',
    released: 'retención legal levantada',
    identified: 'identidad conocida',
    committed: 'compromiso acordado',
    undelivered: 'aviso que no se pudo entregar',
  },
  /** The names of the fields in the file. */
  field: {
    id: 'Identificador',
    name: 'Nombre',
    email: 'Correo',
    area: 'Área',
    roles: 'Roles',
    superior: 'Superior',
    language: 'Idioma',
    conversationId: 'Chat',
    from: 'Desde',
    until: 'Hasta',
    deputy: 'Reemplazo',
    version: 'Versión',
    at: 'Fecha',
    how: 'Cómo',
    revokedAt: 'Retirada el',
    number: 'Número',
    words: 'Palabras',
    dueAt: 'Plazo',
    state: 'Estado',
    level: 'Impacto',
    reportedAt: 'Reportado el',
    held: 'En retención legal',
    isAhead: 'Tiene novedades de una versión más reciente del bot, que no están aquí',
    narrative: 'Relato',
    topic: 'Tema',
    source: 'Fuente',
    place: 'Lugar',
    occurredOn: 'Pasó el',
    efforts: 'Esfuerzos',
    confidential: 'Nombre en reserva',
    superiorInvolved: 'Superior involucrado',
    protected: 'Ruta protegida',
    upTheLine: 'Por la línea, como lo elegiste',
    threat: 'Hubo amenaza',
    physical: 'Hubo contacto físico agresivo',
    harm: 'Hay riesgo para alguien',
    proposedLevel: 'Impacto que propuso el bot',
    reasons: 'Palabras en que se basó',
    files: 'Archivos',
    type: 'Tipo',
    size: 'Bytes',
    events: 'Historia',
    event: 'Qué pasó',
    who: 'Quién',
    to: 'Pasó a',
    outcomes: 'Qué se hizo',
    askedAt: 'Te pregunté el',
    remindedAt: 'Te lo recordé el',
    satisfied: '¿Quedaste conforme?',
    retaliation: 'Problemas por haber reportado',
    comment: 'Comentario',
    hasCommitments: 'Hay compromisos acordados',
    what: 'Qué se acordó',
    kind: 'Clase de compromiso',
    progress: 'Cómo va',
    title: 'Título',
    startsAt: 'Empieza',
    means: 'Medio',
    inMeeting: 'En la reunión',
    minutes: 'Minutos en la reunión',
    inMeetingSince: 'Entró a la reunión, sin que se sepa cuándo salió',
    authorisation: 'Versión de la autorización',
    savedAt: 'Guardado el',
    corrections: 'Correcciones a mano',
    correction: 'Qué se corrigió',
    answer: 'Respuesta',
    answeredAt: 'Respondida el',
    section: 'Sección',
    sections: 'Secciones',
    examples: 'Ejemplos mostrados',
    of: 'De',
    receives: 'La recibes',
    hour: 'Hora',
    job: 'Trabajo',
    came: 'Las que te llegaron',
    day: 'Día',
    practice: 'Práctica',
    attribute: 'Atributo',
    heard: 'Cómo se supo',
    published: 'Publicado en',
  },
};

/** The texts of its templates. */
const cards = {
  'my-data': {
    title: 'Mis datos',
    kept: 'Esto es lo que guardo de ti',
    exportMeaning:
      'Puedes descargarlo completo. De los casos que reportaste va todo; de los que atiendes, solo número, nivel, estado y fechas.',
    read: 'Ver la autorización completa',
    accept: 'Aceptar la autorización',
    export: 'Descargar mis datos',
    correct: 'Pedir una corrección',
    words: '¿Qué dato está mal y cómo debe quedar?',
    wordsPlaceholder: 'Por ejemplo: «Mi área ya no es Caja; ahora trabajo en Droguería».',
    wordsRequired: 'Escribe qué hay que corregir.',
    confirmCorrect: 'Enviar la solicitud',
    withdraw: 'Retirar la autorización',
    confirmWithdraw: 'Sí, retirarla',
  },
  'data-request': {
    who: 'La hizo',
    asked: 'Lo que pidió',
    askedByYou: 'Lo que pediste',
    answerHeading: 'La respuesta',
    meaning:
      'Corrige lo que corresponda y responde aquí: la persona recibe tus palabras. Si un dato no se puede corregir, explícale por qué (Ley 1581 de 2012, artículo 15).',
    answer: 'Tu respuesta',
    answerPlaceholder: 'Por ejemplo: «Ya quedó tu área como Droguería».',
    answerRequired: 'Escribe la respuesta.',
    send: 'Responder',
    all: 'Ver las solicitudes',
    rights:
      'Si no estás de acuerdo, pide otra corrección desde «mis datos». También puedes quejarte ante la Superintendencia de Industria y Comercio.',
  },
  'data-requests': {
    title: 'Solicitudes de corrección de datos',
    intro: 'Las que esperan respuesta; primero la que hay que responder antes.',
    empty: 'No hay solicitudes por responder.',
    open: 'Ver',
  },
};

/** What the help says; the quotation marks are around the words to write. */
const help = {
  mine: { words: '«mis datos»', meaning: 'qué guardo de ti, y cómo corregirlo o retirar tu autorización' },
  requests: { words: '«solicitudes»', meaning: 'las de corrección de datos, por responder' },
};

export const es = { help, privacy, cards };

/** The other language has the same keys and parameters. */
export type Texts = Widened<typeof es>;
