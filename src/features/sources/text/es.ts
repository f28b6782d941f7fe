import { before, to } from '../../../platform/text/es/grammar.js';
import type { Widened } from '../../../platform/text/shape.js';

const rows = (count: number) => (count === 1 ? '1 fila' : `${count} filas`);

/** The texts about what other channels bring: PQRS, cliente incógnito, plataforma de desarrollo. */
const sources = {
  onlyTeam:
    'Revisar lo que llega de PQRS, cliente incógnito y la plataforma de desarrollo le corresponde al equipo de humanización. Si quieres contar algo, escríbelo aquí o di «reportar».',
  oneByOne: 'Envíame los archivos de otros canales de a uno, para que veas qué trae cada uno.',
  tooLarge: 'Ese archivo pesa más de 8 MB. Divídelo y envíame las partes.',
  reading: (count: number) =>
    `Recibí ${rows(count)}. Las estoy leyendo, y en un momento te muestro qué traen. Nada se guarda hasta que lo confirmes.`,
  gone: 'Este archivo ya se guardó, se descartó o tiene más de un día. Si lo necesitas, envíamelo otra vez: lo que ya está no se repite.',
  column: {
    id: 'id',
    channel: 'fuente',
    kind: 'tipo',
    date: 'fecha',
    text: 'texto',
    area: 'área',
    service: 'servicio',
    site: 'sede',
    person: 'persona',
    health: 'reclamo en salud',
  },
  row: (row: number) => `Fila ${row}`,
  problem: {
    'not-csv': () =>
      'el archivo no se puede leer desde aquí; revisa que no le falten comillas ni le sobren columnas',
    'no-rows': () => 'no hay nada debajo de los títulos',
    'too-many-rows': () => 'pasa de 5.000 filas, o de 20.000 con las vacías; divídelo',
    'missing-column': (column: string) => `falta la columna «${column}»`,
    missing: (column: string) => `falta ${column}`,
    'too-long': (column: string, value: string) =>
      `${column}: pasa del máximo de caracteres, que es ${value}`,
    'too-short': (column: string, value: string) =>
      `${column}: no llega al mínimo de caracteres, que es ${value}`,
    unknown: (column: string, value: string) => `${column}: no conozco «${value}»`,
    'not-a-date': (column: string, value: string) => `${column}: «${value}» no es una fecha dd/mm/aaaa`,
    future: (column: string, value: string) => `${column}: ${value} todavía no llega`,
    twice: (column: string, value: string) => `${column}: está también en la fila ${value}`,
  },
  problems: {
    heading: (count: number) => (count === 1 ? 'Hay 1 cosa por corregir' : `Hay ${count} cosas por corregir`),
    note: 'No guardé nada. Corrígelas en el archivo y envíamelo otra vez.',
    more: (count: number) => (count === 1 ? 'Falta 1 por mostrar.' : `Faltan ${count} por mostrar.`),
  },
  batch: {
    heading: {
      ready: (count: number) => `El archivo trae ${rows(count)}`,
      keeping: (count: number, done: number) => `Guardando: ${done} de ${count}`,
      kept: () => 'Listo, quedaron por revisar',
      discarded: () => 'No guardé el archivo',
    },
    note: {
      ready:
        'Esto es lo que propongo según el texto; en la revisión decides tú. Hasta entonces no empieza ningún plazo ni se entera ningún líder.',
      keeping: 'Puedes seguir con otra cosa: continúa aunque el bot se reinicie.',
      kept: 'Ningún plazo ha empezado. Escribe «otros canales» cuando quieras revisarlas.',
      discarded: 'Nada cambió, y el archivo no se conserva.',
    },
    urgent: (count: number) => `${rows(count)} que no ${count === 1 ? 'puede' : 'pueden'} esperar`,
    urgentWhy: 'Alguien puede estar en peligro. Salen primero, y le aviso al equipo apenas se guarden.',
    failures: (count: number, level: string) =>
      `${count === 1 ? '1 falla' : `${count} fallas`} de impacto ${level}`,
    thanks: (count: number) => (count === 1 ? '1 felicitación' : `${count} felicitaciones`),
    known: (count: number) =>
      count === 1 ? '1 ya había llegado: queda como está' : `${count} ya habían llegado: quedan como están`,
    strangers: (count: number) =>
      count === 1
        ? '1 nombra a alguien que no encontré en el directorio'
        : `${count} nombran a alguien que no encontré en el directorio`,
    nothingNew: 'Todo lo de este archivo ya había llegado.',
    keep: 'Guardar para revisar',
    discard: 'No guardar',
    review: 'Revisar ahora',
  },
  alert: {
    title: (count: number) =>
      count === 1
        ? 'Llegó 1 fila de otro canal que no puede esperar'
        : `Llegaron ${count} filas de otros canales que no pueden esperar`,
    body: 'Alguien puede estar en peligro. Nadie más la ha visto por aquí: el plazo empieza cuando la conviertas en caso.',
    review: 'Revisar ahora',
  },
  today: {
    rows: (count: number) => `${rows(count)} de otros canales por revisar`,
    due: 'Se deciden una por una',
    words: 'por revisar',
  },
  triage: {
    heading: (count: number) => (count === 1 ? 'Queda 1 por revisar' : `Quedan ${count} por revisar`),
    emptyTitle: 'No hay nada por revisar',
    empty:
      'Cuando tengas un archivo de PQRS, cliente incógnito o la plataforma de desarrollo, envíamelo por este chat en CSV.',
    proposal: {
      failure: (level: string, urgent: boolean) =>
        urgent ? `No puede esperar · impacto ${level} (propuesto)` : `Falla · impacto ${level} (propuesto)`,
      thanks: () => 'Parece una felicitación (propuesto)',
    },
    origin: (channel: string, id: string, day: string) => `${channel} · ${id} · ${day}`,
    why: (words: string) => `Por estas palabras: ${words}`,
    area: 'Área',
    place: 'Lugar',
    person: 'Persona',
    unknownPerson: (name: string) => `${name} (no está en el directorio)`,
    health: 'Reclamo en salud',
    healthOf: { vital: 'vital', prioritised: 'priorizado', simple: 'simple' },
    receiver: (name: string) => `Si es una falla, llega a **${name}** y el plazo empieza entonces.`,
    toTeam: 'Si es una falla, queda en la bandeja del **equipo de humanización**, porque no sé quién lidera.',
    toProtectors: 'Si es una falla, llega solo a **quienes reciben los casos protegidos**.',
    thanksTo: (name: string) => `Si es una felicitación, la recibe **${name}** de parte de un usuario.`,
    thanksOpen: 'Si es una felicitación, tú dices quién la recibe.',
    thanked: (id: string, who: string, time: string) =>
      `${id}: después de ${before(time)} se entrega ${to(who)}, de parte de un usuario. Hasta entonces lo puedes deshacer.`,
    oneself: 'Esta felicitación es para ti, así que la decide otra persona del equipo.',
    sent: (id: string, time: string) =>
      `${id}: después de ${before(time)} será un caso. Hasta entonces lo puedes deshacer.`,
    dismissed: (id: string, reason: string) => `${id}: no aplica (${reason}).`,
    put: (id: string) => `${id} queda para después.`,
    undone: (id: string) => `${id} está otra vez por revisar.`,
    noLeader: 'Esa persona no lidera a nadie, o la fila es sobre ella. Elige a otra.',
    gone: 'Esa fila ya se decidió, o pasó el tiempo para deshacer.',
    several: (count: number, time: string) =>
      count === 1
        ? `Después de ${before(time)}, 1 será un caso. Hasta entonces la puedes deshacer, desde «otros canales».`
        : `Después de ${before(time)}, ${count} serán casos.`,
    reasons: {
      duplicate: 'Ya está reportado',
      resolved: 'Ya se resolvió en su canal',
      'not-ours': 'No es de trato ni de servicio',
      unclear: 'No se entiende qué pasó',
    },
    choice: (words: string, receiver: string) => `${words} → ${receiver}`,
    team: 'equipo de humanización',
    severalHeading: (count: number) => `${count} de impacto bajo`,
    nothingSeveral: 'No hay varias de impacto bajo que decidir juntas.',
  },
  thanks: { title: 'Enviar la felicitación' },
  digest: {
    title: (count: number) =>
      count === 1 ? 'Tienes 1 caso nuevo de otros canales' : `Tienes ${count} casos nuevos de otros canales`,
    note: 'El equipo de humanización los revisó y te los asignó. Cada uno tiene su plazo; también están en tu bandeja.',
    more: (count: number) => (count === 1 ? 'Y 1 más en tu bandeja.' : `Y ${count} más en tu bandeja.`),
  },
};

/** The texts of their templates, by the template's name. */
const cards = {
  'source-lines': {},
  'source-row': {
    report: 'Es una falla',
    thanks: 'Es una felicitación',
    dismiss: 'No aplica',
    dismissNow: 'Marcar que no aplica',
    reason: '¿Por qué no aplica?',
    later: 'Después',
    more: 'Más',
    leader: 'Otra persona la atiende',
    leaderProposed: 'Como se propone',
    reportTo: 'Es una falla, y va a esta persona',
    bulk: 'Decidir juntas varias de impacto bajo',
    undo: 'Deshacer',
    whole: 'Ver todo el texto',
  },
  'source-thanks': {
    whole: 'Lo que llegó',
    likely: '¿A quién le llega? Puedes marcar varias personas.',
    person: '¿A quién le llega?',
    otherPerson: 'Otra persona',
    personPlaceholder: 'Busca por su nombre',
    message: '¿Qué va a leer?',
    messagePlaceholder: 'Qué hizo y qué cambió para alguien. Entre 20 y 500 caracteres.',
    messageRequired: 'Falta lo que va a leer.',
    noPatients: 'Quita los nombres de pacientes o usuarios y los datos de su salud.',
    attribute: '¿Qué se notó? (atributo de la política)',
    attributePlaceholder: 'Elige un atributo',
    attributeRequired: 'Elige qué se notó.',
    behaviours: 'Ver qué significa cada uno',
    publicLabel: 'Publicarlo',
    public: 'Que se pueda publicar en un canal, si quien lo recibe quiere',
    send: 'Enviar como reconocimiento',
  },
  'source-several': {
    how: 'Quita la marca de las que quieras ver una por una. Las marcadas serán casos, cada una para quien dice.',
    rows: 'Filas',
    send: 'Las marcadas son fallas',
    back: 'Volver a una por una',
  },
  'source-digest': { open: 'Abrir', inbox: 'Ver mi bandeja' },
};

/** What the help says; the quotation marks are around the words to write. */
const help = {
  sources: {
    words: '«otros canales»',
    meaning: 'lo que llegó de PQRS, cliente incógnito y la plataforma de desarrollo, por revisar',
  },
};

export const es = { help, sources, cards };

/** The other language has the same keys and parameters. */
export type Texts = Widened<typeof es>;
