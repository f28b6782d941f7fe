import { at, before, ended, figure } from '../../../../platform/text/es/grammar.js';

const people = (count: number) => (count === 1 ? '1 persona' : `${figure.format(count)} personas`);
const registered = (count: number) => `${people(count)} ${count === 1 ? 'registrada' : 'registradas'}`;
const areIn = (count: number) => (count === 1 ? 'está' : 'están');
const answered = (count: number) =>
  count === 0
    ? 'Todavía no ha respondido nadie'
    : `${count === 1 ? 'Ha' : 'Han'} respondido ${people(count)}`;
const registeredWithoutTeams = (count: number) =>
  count === 1
    ? 'se registró 1 persona sin Teams, que no está'
    : `se registraron ${people(count)} sin Teams, que no están`;

/** The texts of trainings in chats; those of the web pages are in `pages.ts`. */
export const trainings = {
  onlyTrainers:
    'Publicar capacitaciones le corresponde a quien tiene el rol de capacitador. Si te hace falta, pídeselo al equipo de humanización.',
  onlyTeamCovers:
    'La cobertura la ve el equipo de humanización. Si das capacitaciones, en «mis capacitaciones» ves quién se registró.',
  notFound: 'No encontré esa capacitación, o no es tuya.',
  noChannels:
    'Todavía no estoy en ningún canal. Pide que me agreguen al equipo donde quieres publicar y vuelve a intentarlo.',
  dialogTitle: 'Nueva capacitación',
  created: 'Listo, publiqué la tarjeta en el canal.',
  /** What the bot does when somebody goes on in words. */
  goingOn: {
    form: {
      send: 'Revisar y publicar la capacitación',
      correct: 'Cambiar la capacitación',
      add: 'Cambiar la capacitación',
      drop: 'Dejar la capacitación',
    },
    running: {
      missing: 'Ver quién falta en tu capacitación',
      count: 'Ver cuántas personas van',
      close: 'Cerrar el registro de tu capacitación',
      add: 'Corregir la lista de tu capacitación',
      export: 'Bajar la lista de tu capacitación',
      'tell-them': 'Recordarles a quienes faltan',
    },
    left: 'De acuerdo, no publiqué nada.',
  },
  problem: {
    notYet: 'Todavía no la he publicado. Revísala y toca «Publicar».',
    unclear: 'No supe qué cambiar. Corrígelo aquí y publica.',
    expired: 'Este formulario venció. Revisa lo que escribiste y envíalo otra vez.',
    title: 'Escribe un título de al menos 3 caracteres.',
    day: 'Elige el día de la capacitación.',
    hours: 'Elige a qué hora empieza y a qué hora termina.',
    capacity: 'El cupo es un número entre 1 y 20.000; déjalo vacío si no hay límite.',
    leastMinutes:
      'Los minutos mínimos son un número entre 1 y lo que dura la capacitación; déjalo vacío si cuenta cualquier tiempo.',
    'end-before-start': 'La hora de terminar es anterior a la de empezar. Corrígela y publica de nuevo.',
    'too-long': 'Una capacitación dura a lo sumo 12 horas. Revisa las horas.',
    past: 'Esa capacitación ya habría terminado. Revisa el día y las horas.',
    far: 'Esa fecha está a más de un año. Revisa el día.',
    trainer: 'La persona que elegiste no tiene el rol de capacitador. Elige otra.',
    channel: 'Elige uno de los canales donde estoy.',
    'not-a-member': 'No eres parte de ese equipo. Elige un canal de un equipo tuyo.',
    'cannot-post':
      'No pude publicar en ese canal: quizá no me han agregado al equipo. Pide que me agreguen y publica de nuevo; lo que escribiste sigue aquí.',
    elsewhere:
      'Esta capacitación ya está publicada en otro canal, y no la publiqué de nuevo. Para cambiarla, elige ese canal; para anunciar otra aquí, empieza una nueva.',
    'in-doubt':
      'Teams no me confirmó si la tarjeta quedó publicada. Mira en el canal: si está, no publiques de nuevo, y la encuentras en «mis capacitaciones»; si no está, publica de nuevo. Lo que escribiste sigue aquí.',
  },
  fact: {
    when: 'Cuándo',
    trainer: 'Capacita',
    place: 'Lugar',
    capacity: 'Cupo',
    how: 'Cómo',
    at: 'Hora',
    meeting: 'Reunión',
  },
  when: (day: string, from: string, to: string) => `${day}, ${from} a ${to}`,
  channelName: (team: string, channel: string) => `${team} › ${channel}`,
  general: 'General',
  team: 'Equipo',
  joinMeeting: 'Entrar a la reunión',
  withoutTeams: 'Sin Teams: formulario',
  qrAlt: 'Código QR que abre la página para registrarse',
  state: {
    open: 'Registro abierto en el horario de la capacitación',
    closed: 'Registro cerrado',
  },
  count: (count: number) => (count === 0 ? 'Todavía nadie se ha registrado' : registered(count)),
  countOf: (count: number, capacity: number) => `${registered(count)}, de un cupo de ${capacity}`,
  finalCount: (count: number) =>
    count === 0
      ? 'Nadie registró su asistencia'
      : `${count === 1 ? 'Asistió' : 'Asistieron'} ${people(count)}`,
  posted: (title: string) => `Capacitación: ${title}`,
  means: {
    button: 'botón de la tarjeta',
    typed: 'código por Teams',
    web: 'formulario web',
    trainer: 'agregado por quien capacita',
    meeting: 'informe de la reunión',
    joined: 'se conectó a la reunión',
  },
  rotating: 'código de la pantalla',
  outside: 'fuera de la pantalla',
  verified: 'verificado por Teams',
  declared: 'declarado, sin verificar',
  byName: 'reconocido por el nombre',
  minutes: (count: number) => `${count} min en la reunión`,
  since: (time: string, minutes: number) =>
    `en la reunión desde ${before(time)}${minutes > 0 ? `, y antes ${minutes} min` : ''}`,
  notLeft: (time: string, minutes: number) =>
    `${minutes > 0 ? `${minutes} min en la reunión; además ` : ''}entró ${at(time)} y no me ha llegado su salida`,
  deviceUnknown: 'dispositivo sin dato',
  how: (parts: string[]) => parts.join(' · '),
  outcome: {
    registered: 'Asistencia registrada',
    registeredAt: (time: string) => `Quedó registrada a las ${time}, hora de Bogotá.`,
    already: 'Ya estabas en la lista',
    alreadyAt: (time: string) =>
      `Tu asistencia quedó registrada a las ${time}, hora de Bogotá. No hay que hacer nada más.`,
    early: 'Todavía no empieza',
    earlyUntil: (when: string) =>
      `El registro abre el ${when}, hora de Bogotá. Vuelve a intentarlo entonces: este intento no afecta nada.`,
    late: 'El registro ya terminó',
    lateSince: (when: string) =>
      `Se podía registrar hasta el ${when}, hora de Bogotá. Si estuviste, pídele a quien capacitó que te agregue.`,
    closed: 'El registro está cerrado',
    closedMeaning: 'Quien capacita ya lo cerró. Si estuviste, pídele que te agregue.',
    full: 'El cupo está lleno',
    fullMeaning: 'No quedan puestos en esta capacitación. Habla con quien capacita.',
    'code-needed': 'Falta el código de la pantalla',
    'code-neededMeaning':
      'En esta capacitación solo cuenta el código que se ve en la pantalla; cambia cada 20 segundos.',
    'code-expired': 'Ese código ya cambió',
    'code-expiredMeaning': 'Escribe el que se ve ahora en la pantalla; cada uno dura 20 segundos.',
    'code-unknown': 'Ese código no es de ninguna capacitación abierta',
    'code-unknownMeaning': 'Revisa las letras y los números en la pantalla e inténtalo de nuevo.',
    locked: 'Demasiados códigos errados',
    lockedMeaning: 'Mira con calma el que se ve ahora en la pantalla: el correcto siempre sirve.',
  },
  askCode:
    'Escribe «asistencia» y el código que ves en la pantalla o en la tarjeta, por ejemplo: asistencia 7F3K2Q',
  desk: {
    require: 'Exigir el código',
    allow: 'Aceptar también el botón',
    requiring: 'Desde ahora solo cuenta el código de la pantalla.',
    allowing: 'Desde ahora también sirve el botón de la tarjeta; esos registros quedan marcados.',
    closed: 'Registro cerrado. La tarjeta del canal se actualiza enseguida.',
    alreadyClosed: 'El registro ya estaba cerrado.',
    reopened: 'Registro abierto de nuevo. La tarjeta del canal se actualiza enseguida.',
    alreadyOpen: 'El registro ya estaba abierto.',
    tooLateToReopen:
      'El registro ya no se puede reabrir: pasó más de media hora desde el final. Puedes agregar a alguien con «Corregir la lista».',
    newScreen: 'Aquí está el nuevo enlace. El anterior ya no sirve.',
    more: (count: number) => `Y ${people(count)} más: ${areIn(count)} en la exportación.`,
    sharedDevice: (names: string, more: number) =>
      `Se registraron desde un mismo dispositivo: ${names}${more > 0 ? ` y ${more} más: ${areIn(more)} en la exportación` : ''}`,
    moreDevices: (count: number) =>
      count === 1
        ? '1 dispositivo más se compartió: está en la exportación'
        : `${count} dispositivos más se compartieron: están en la exportación`,
    unknownDevices: (count: number) =>
      count === 1
        ? '1 registro del formulario llegó sin dato del dispositivo: no se sabe si lo compartió'
        : `${count} registros del formulario llegaron sin dato del dispositivo: no se sabe si lo compartieron`,
    outsideCount: (count: number) =>
      count === 1
        ? '1 registro se hizo fuera del código de la pantalla'
        : `${count} registros se hicieron fuera del código de la pantalla`,
    declaredCount: (count: number) =>
      count === 1
        ? '1 persona se registró sin Teams: sus datos son declarados'
        : `${people(count)} se registraron sin Teams: sus datos son declarados`,
    corrections: (count: number) =>
      count === 1 ? 'Hay 1 corrección hecha a mano' : `Hay ${count} correcciones hechas a mano`,
    shortStays: (names: string, more: number, least: number) =>
      `Con menos de ${least} min en la reunión, sin contar como asistencia: ${names}${more > 0 ? ` y ${more} más: ${areIn(more)} en la exportación` : ''}`,
    unendedStays: (names: string, more: number) =>
      `Sin salida conocida de la reunión, y sin contar como asistencia: ${names}${more > 0 ? ` y ${more} más: ${areIn(more)} en la exportación` : ''}. El informe de asistencia dice cuánto tiempo estuvo cada quien: envíamelo.`,
    checkInDoubt:
      'Teams no me confirmó si las preguntas quedaron publicadas. Mira en el canal antes de publicarlas de nuevo.',
    checkSent: 'Publiqué las tres preguntas en el canal.',
    result: (number: number, title: string, right: number, all: number) =>
      `Pregunta ${number} (${title}): ${right} de ${all} aciertos`,
    tooFewAnswers: (count: number, least: number) =>
      `${answered(count)}. Los resultados se ven desde ${least}, para que nadie quede señalado.`,
  },
  missing: {
    heading: (count: number) =>
      count === 0
        ? 'No falta nadie del canal'
        : `Del canal ${count === 1 ? 'falta' : 'faltan'} ${people(count)}`,
    body: (members: number) => `El canal tiene ${people(members)}, sin contar a quien capacita.`,
    unknown: 'No pude leer la lista de miembros del canal. Vuelve a intentarlo en un momento.',
    more: (count: number) => `Y ${people(count)} más.`,
    reminding: (count: number) =>
      `${count === 1 ? 'Le' : 'Les'} escribo en privado a ${people(count)}. A nadie se le escribe dos veces por lo mismo.`,
    allReminded:
      'Ya les escribí a todas las personas que faltan. A nadie se le escribe dos veces por lo mismo.',
    remindFrom: (when: string) =>
      `Todavía no les escribo: el registro abre el ${when}, hora de Bogotá. Vuelve a intentarlo entonces.`,
    remindOnceClosed:
      'No les escribo: el registro ya terminó y no podrían registrarse. Ciérralo, y podrás avisarles que no quedaron en la lista.',
  },
  reminder: {
    open: 'Todavía no has registrado tu asistencia a esta capacitación. Si estás en ella, regístrala aquí.',
    closed:
      'No quedó registrada tu asistencia a esta capacitación. Si estuviste, dile a quien capacitó que te agregue.',
    summary: (title: string) => `Recordatorio de asistencia: ${title}`,
    asked: (time: string) => ended(`Me pediste que te recordara esta capacitación: empieza ${at(time)}`),
    coming: (title: string) => `Empieza pronto: ${title}`,
  },
  files: { xlsx: 'Descargar Excel (XLSX)', csv: 'Descargar CSV' },
  correct: {
    added: (name: string) => `Agregué a ${name}. La corrección quedó en el registro.`,
    'added-over': (name: string) =>
      `Agregué a ${name} por encima del cupo, que está lleno. La corrección quedó en el registro.`,
    removed: (name: string) => `Quité a ${name}. La corrección quedó en el registro.`,
    nobody: 'Elige a la persona, o escribe el documento o correo con que se registró.',
    unknownPerson: 'No encontré a esa persona en el directorio.',
    notThere: 'Esa persona no está en la lista.',
    alreadyThere: 'Esa persona ya está en la lista.',
    reason: 'Escribe la razón de la corrección.',
  },
  check: {
    summary: 'Tres preguntas de lo aprendido',
    number: (number: number) => `Pregunta ${number}`,
    right: (title: string) => `✓ Correcto: ${title}`,
    wrong: (title: string) => `✗ Es de: ${title}`,
    notAttending: 'Las preguntas son para quienes registraron su asistencia. Regístrala primero.',
    incomplete: 'Responde las tres preguntas y envía de nuevo.',
    already: 'Ya habías respondido; cuenta la primera vez. Así te fue:',
    received: 'Tus respuestas quedaron registradas; cuentan las primeras que enviaste.',
    score: (right: number) => `Acertaste ${right} de 3. Gracias por responder.`,
  },
  coverage: {
    title: (month: string) => `Cobertura de capacitaciones · ${month}`,
    summary: (trained: number, all: number, sessions: number) =>
      `${people(trained)} de ${all} del directorio ${trained === 1 ? 'asistió' : 'asistieron'} a alguna de ${sessions === 1 ? '1 capacitación' : `${sessions} capacitaciones`}.`,
    people: (trained: number, all: number) => `${trained} de ${all}`,
    noArea: 'Sin área',
    note: (declared: number) =>
      declared === 0
        ? 'Cuenta personas, no asistencias: quien fue a dos capacitaciones cuenta una vez.'
        : `Cuenta personas, no asistencias. Además, ${registeredWithoutTeams(declared)} en el directorio.`,
  },
  sheet: {
    name: 'Asistencia',
    corrections: 'Correcciones',
    columns: [
      'Nombre',
      'Área u organización',
      'Correo o documento',
      'Fecha y hora (Bogotá)',
      'Cómo',
      'Verificación',
      'Código de la pantalla',
      'Dispositivo compartido',
      'Minutos en la reunión',
      'Cuenta como asistencia',
    ],
    correctionColumns: ['Fecha y hora (Bogotá)', 'Qué', 'Persona', 'Quién corrigió', 'Razón'],
    yes: 'sí',
    no: 'no',
    unknown: 'sin dato',
    orMore: (minutes: number) => `${minutes} o más`,
    added: 'agregada',
    'added-over': 'agregada por encima del cupo',
    removed: 'quitada',
    verified: 'verificado',
    declared: 'declarado',
    byName: 'por el nombre',
    file: 'asistencia',
  },
};
