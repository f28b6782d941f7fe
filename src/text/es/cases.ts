/** "a las 4:30 p. m.", "a la 1:00 p. m." */
const at = (time: string) => `${time.startsWith('1:') ? 'a la' : 'a las'} ${time}`;

/** The words of reports and cases. */
export const cases = {
  level: { low: 'bajo', medium: 'medio', high: 'alto' },
  levelTitle: {
    low: '● Impacto BAJO',
    medium: '◆ Impacto MEDIO',
    high: '▲ Impacto ALTO',
  },
  proposedLevel: {
    low: '● Impacto propuesto: BAJO',
    medium: '◆ Impacto propuesto: MEDIO',
    high: '▲ Impacto propuesto: ALTO',
  },
  levelChoice: {
    low: 'Bajo: trato impersonal, poco claro o distante',
    medium: 'Medio: agresión verbal o palabras soeces',
    high: 'Alto: amenaza, intimidación, agresión física o daño',
  },
  clause: {
    personalizacion: 'no personalización del servicio',
    informacion: 'falta de información clara',
    cercania: 'falta de cercanía y empatía',
    agresion_verbal: 'agresión verbal',
    soez: 'palabras soeces',
    intimidacion: 'intimidación',
    agresion_fisica: 'agresión física',
    amenaza: 'amenaza',
    estabilidad_emocional: 'altera la estabilidad emocional',
    salud: 'vulnera la salud',
    integridad: 'vulnera la integridad',
    seguridad: 'vulnera la seguridad',
  } as Record<string, string>,
  state: {
    reported: 'Reportado, por aceptar',
    accepted: 'Aceptado, en gestión',
    rejected: 'Rechazado',
    closed: 'Cerrado',
  },
  role: {
    superior: 'tu superior inmediato',
    'next-superior': 'superior de tu superior inmediato',
    humanization: 'equipo de humanización',
  },
  team: 'Equipo de humanización',
  teamReason: 'porque no encontré a tu superior inmediato en el directorio',
  dueToday: (time: string) => `Vence hoy ${at(time)}`,
  dueTomorrow: (time: string) => `Vence mañana ${at(time)}`,
  dueOn: (day: string, time: string) => `Vence el ${day} ${at(time)}`,
  overdueSince: (when: string) => `Vencido desde el ${when}`,
  receipt: (number: string, recipient: string) =>
    `Recibimos tu reporte: es el caso ${number}. Le avisamos enseguida a: ${recipient}. Esta tarjeta se actualiza sola con lo que pase.`,
  receiptChannel: {
    information: 'Por ser un tema de información, la política pide reportarlo también en la intranet.',
    behaviour:
      'Por ser un tema de comportamiento, la política pide reportarlo también en la landing de humanización.',
  },
  openIntranet: 'Abrir la intranet',
  openLanding: 'Abrir la landing de humanización',
  toDecide: 'Tienes un caso por atender. Decide con los botones de abajo.',
  watching: 'Caso de impacto alto. Lo atiende la persona asignada; te avisamos para que lo acompañes.',
  fact: {
    reporter: 'Reportó',
    assignee: 'Lo atiende',
    topic: 'Tema',
    place: 'Lugar',
    occurredOn: 'Pasó el',
    source: 'Fuente',
    efforts: 'Esfuerzo del usuario',
    safety: 'Seguridad',
  },
  confidentialReporter: 'Nombre reservado',
  topic: { information: 'Información', behaviour: 'Comportamiento' },
  source: {
    'moment-of-truth': 'Momento de verdad',
    pqrs: 'PQRS',
    'mystery-shopper': 'Cliente incógnito',
    landing: 'Landing de humanización',
    indicator: 'Indicador de humanización',
    leader: 'Jefe o cabeza de equipo',
  },
  effort: { emotional: 'emocional', cognitive: 'cognitivo', time: 'de tiempo' },
  safety: {
    threat: 'hubo amenaza o intimidación',
    physical: 'hubo contacto físico agresivo',
    harm: 'la salud o la seguridad de alguien está en riesgo',
  },
  outcome: {
    conversation: 'conversación realizada',
    standard: 'estándar de comportamiento acordado',
    'development-plan': 'compromiso en el Plan Individual e Integral de Desarrollo',
    process: 'proceso corregido',
    referred: 'remitido a otra instancia',
    'not-a-failure': 'no era una falla',
  },
  event: {
    reported: 'Reportado por ',
    accepted: 'Aceptado por ',
    rejected: 'Rechazado por ',
    closed: (outcomes: string) => `Cerrado (${outcomes}) por `,
  },
  news: {
    accepted: (number: string) => `Tu caso ${number} fue aceptado y ya está en gestión.`,
    rejected: (number: string) => `Tu caso ${number} fue rechazado. La razón está en la tarjeta del caso.`,
    closed: (number: string) => `Tu caso ${number} se cerró. El resumen está en la tarjeta del caso.`,
  },
  summary: {
    new: (number: string, level: string) => `Nuevo caso ${number}, impacto ${level}`,
    updated: (number: string) => `Caso ${number}`,
  },
  problem: {
    empty: 'Cuéntame qué pasó: el relato está vacío.',
    short: (missing: number) =>
      missing === 1
        ? 'Cuéntame un poco más: falta al menos 1 carácter para poder entender qué pasó.'
        : `Cuéntame un poco más: faltan al menos ${missing} caracteres para poder entender qué pasó.`,
    long: (excess: number) =>
      `El relato es muy largo: sobran ${excess} caracteres de 4.000. Acórtalo; abajo está completo, no se perdió nada.`,
    field: 'Revisa los datos marcados: alguno no es válido.',
    future: 'La fecha en que pasó no puede ser futura. Corrígela y continúa.',
    superior: 'No encontré a la persona que elegiste como superior. Búscala de nuevo o déjalo en blanco.',
    'not-in-this-state': 'El caso ya cambió: así está ahora.',
    'missing-reason': 'Falta la razón. Escríbela y vuelve a intentarlo.',
    'missing-outcome': 'Elige al menos una opción de lo que se hizo.',
    'missing-summary': 'Falta el resumen para quien reportó.',
  },
  cancelled: {
    title: 'Reporte cancelado',
    body: 'No se envió ni se guardó nada. Si cambias de opinión, puedes empezar de nuevo cuando quieras.',
    again: 'Empezar de nuevo',
  },
  draftGone: {
    title: 'Este formulario ya no está abierto',
    body: 'El reporte se envió, se canceló o pasó demasiado tiempo. Mira «Mis casos» para ver si quedó enviado, o empieza uno nuevo.',
    mine: 'Mis casos',
    again: 'Empezar de nuevo',
  },
  mine: {
    title: 'Mis casos',
    empty: 'Todavía no has reportado ningún caso. Cuando lo hagas, lo sigues desde aquí.',
  },
  inbox: { title: 'Bandeja: lo que está por atender', empty: 'No tienes casos por atender. Buen trabajo.' },
  reportedOn: (when: string) => `Reportado el ${when}`,
};
