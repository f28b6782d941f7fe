import type { Helplines } from '../helplines.js';

/** "a las 4:30 p. m.", "a la 1:00 p. m." */
const at = (time: string) => `${time.startsWith('1:') ? 'a la' : 'a las'} ${time}`;
/** "las 4:30 p. m.", "la 1:00 p. m." */
const before = (time: string) => at(time).slice('a '.length);

/** A sentence ends with one full stop: «a las 4:30 p. m.» has its own. */
const ended = (sentence: string) => (sentence.endsWith('.') ? sentence : `${sentence}.`);

/** "a Luis", "al equipo"; `mark` stands around what is emphasised. */
const to = (who: string, mark = '') =>
  who.startsWith('el ') ? `al ${mark}${who.slice('el '.length)}${mark}` : `a ${mark}${who}${mark}`;

/** Numbers as people write them in Colombia: 4.000. */
const figure = new Intl.NumberFormat('es-CO');

/** The values that a line of news may contain. */
export interface News {
  number: string;
  level: string;
  /** Who did it. */
  by: string;
  /** Who attends to the case. */
  who: string;
  /** "mañana antes de las 4:30 p. m." */
  due: string;
  outcomes: string;
}

/** The values of a receipt. */
export interface Received {
  name: string;
  who: string;
  /** Empty once the time has passed. */
  due: string;
}

/** The texts of reports and cases. */
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
  unconfirmedLevel: {
    low: '● Impacto BAJO, por confirmar',
    medium: '◆ Impacto MEDIO, por confirmar',
    high: '▲ Impacto ALTO, por confirmar',
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
  },
  willBeReviewed: 'Quien atienda el caso confirmará primero este nivel.',
  /** Telephone numbers for help, shown first. */
  answerHere: {
    title: '¿Lo envío como respuesta?',
    intro: (name: string, number: string) => `${name} te preguntó por el caso ${number}:`,
    withoutName: 'Va sin tu nombre.',
    yes: 'Sí, enviarla',
    toThis: (number: string) => `Enviarla a ${number}`,
  },
  cancel: {
    draft: {
      title: 'Dejé tu reporte sin enviar',
      body: 'Nadie lo ha visto. Si no lo borras, lo guardo como borrador por si quieres seguir después.',
    },
    resume: 'Seguir con el reporte',
    discard: 'Borrarlo',
    sent: (number: string) => ({
      title: `Tu reporte ${number} ya fue enviado`,
      body: 'Todavía no lo han aceptado. Si te equivocaste, ábrelo y retíralo desde ahí, con una razón corta.',
    }),
    open: 'Abrir el caso',
    nothing: {
      title: 'No hay nada por cancelar',
      body: 'No tienes ningún reporte a medias ni recién enviado.',
    },
    menu: 'Ver qué puedes hacer',
  },
  care: {
    'self-harm': ({ emotional, emergency }: Helplines) => ({
      title: 'Primero, la vida: si tú o alguien cerca piensa en hacerse daño, busca ayuda ya',
      lines: [
        `Línea ${emotional}: escucha y apoyo emocional. Línea ${emergency}: emergencias, si el peligro es ahora.`,
        'No dejes sola a la persona. El reporte puede esperar unos minutos; la llamada no.',
      ],
    }),
    'sexual-violence': ({ violence, emergency, prosecutor }: Helplines) => ({
      title: 'Si hubo acoso o violencia sexual, hay ayuda: nadie tiene que enfrentarlo a solas',
      lines: [
        `Línea ${violence}: orientación a víctimas de violencia. Línea ${emergency}: emergencias.`,
        `La persona puede denunciar ante la Fiscalía (línea ${prosecutor}). Por la Ley 2365 de 2024, nadie puede obligarla a encontrarse ni a conciliar con quien la agredió.`,
      ],
    }),
    'child-at-risk': ({ child, emergency }: Helplines) => ({
      title: 'Si un niño, niña o adolescente está en riesgo, llama ya',
      lines: [
        `Línea ${child}: protección a la niñez (ICBF). Línea ${emergency}: emergencias, si el peligro es ahora.`,
      ],
    }),
    any: ({ emergency, emotional, violence, child }: Helplines) => ({
      title: 'Si alguien necesita ayuda ahora, llama primero',
      lines: [
        `Línea ${emergency}: emergencias. ${emotional}: apoyo emocional. ${violence}: orientación por violencia. ${child}: niñez en riesgo.`,
      ],
    }),
    'danger-now': ({ emergency }: Helplines) => ({
      title: 'Si el peligro es en este momento, ponte a salvo primero',
      lines: [
        `Línea ${emergency}: emergencias. Avisa también a la vigilancia de tu sede. Después me cuentas.`,
      ],
    }),
  },
  state: {
    reported: 'Reportado, por aceptar',
    accepted: 'Aceptado, en gestión',
    rejected: 'No aceptado',
    withdrawn: 'Retirado',
    closed: 'Cerrado',
    /** A state of a later version of the bot. */
    unknown: 'Ábrelo para verlo',
  },
  /** The other states on the way. */
  step: {
    reported: 'Reportado',
    accepted: 'Aceptado',
    rejected: 'No aceptado',
    withdrawn: 'Retirado',
    closed: 'Cerrado',
  },
  role: {
    superior: 'tu superior inmediato',
    deputy: 'quien reemplaza a tu superior',
    'next-superior': 'un superior más arriba de tu superior inmediato',
    assigned: 'la persona que designó el equipo de humanización',
    humanization: 'equipo de humanización',
    protected: 'quienes reciben los casos protegidos',
  },
  roleOfAssignee: {
    superior: 'el superior inmediato',
    deputy: 'quien reemplaza al superior',
    'next-superior': 'un superior más arriba',
    assigned: 'la persona que designó el equipo de humanización',
    humanization: 'el equipo de humanización',
    protected: 'quienes reciben los casos protegidos',
  },
  goneOn: (number: string, role: string) => ({
    title: `El caso ${number} ya no está contigo`,
    body: `Pasó ${to(role)}. No tienes que hacer nada más con él.`,
  }),
  /** The actor of a deadline has no name. */
  system: '',
  team: 'Equipo de humanización',
  /** The people who receive protected cases, where others are named. */
  protectors: 'Quienes reciben los casos protegidos',
  /** Who reports may be the person who was hurt, or somebody who saw it. */
  protected: {
    why: {
      'sexual-violence':
        'Gracias por confiar en contarlo: por tratarse de acoso o violencia sexual, no pasa por tu línea; lo reciben solo quienes ves arriba, que escuchan, cuidan y acompañan a donde decida la persona afectada, sin investigar ni confrontar a nadie.',
      child:
        'Gracias por cuidar: como puede haber un niño, niña o adolescente en riesgo, no pasa por tu línea; lo reciben solo quienes ves arriba, que cuidan y acompañan, sin investigar ni confrontar a nadie.',
      'by-superior':
        'Gracias por confiar en contarlo: como puede estar involucrado un superior, no pasa por tu línea; lo reciben solo quienes ves arriba, que escuchan, cuidan y acompañan a donde decida la persona afectada, sin investigar ni confrontar a nadie.',
    },
    rightsTitle: 'También puedes acudir a',
    rights: {
      'sexual-violence': ({ prosecutor }: Helplines) =>
        `La Fiscalía (línea ${prosecutor}), si la persona afectada quiere denunciar. La Ley 2365 de 2024 le da derecho a protección y a que nadie tome represalias.`,
      child: ({ child, emergency }: Helplines) =>
        `La línea ${child} del ICBF, o ${emergency} si el peligro es ahora. Quien conoce un daño a un niño, niña o adolescente tiene el deber de avisar a las autoridades (Ley 1098 de 2006), y este reporte no reemplaza ese aviso.`,
      'by-superior': ({ prosecutor }: Helplines) =>
        `El Comité de Convivencia Laboral o la inspección del trabajo (Ley 1010 de 2006, que protege de represalias a quien denuncia acoso laboral). Si hubo golpes o amenazas, también la Fiscalía (línea ${prosecutor}).`,
    },
    upTheLine: 'Prefiero que vaya por mi línea',
    notUpTheLine: 'Prefiero la ruta protegida',
    duty: 'Caso protegido: recíbelo, cuida y remite con el consentimiento de la persona afectada. No investigues, no confrontes a nadie y no lo comentes con su línea.',
    unreceived: {
      reporter: ({ number }: News, others: string) =>
        `Nadie ha recibido todavía tu caso ${number}, y lamento que tengas que esperar. Sigue protegido y no subió a tu línea; insistí con quienes pueden recibirlo. Mientras tanto, también puedes acudir a: ${others}.`,
      receiver: ({ number }: News, others: string) =>
        `Nadie ha recibido a tiempo el caso protegido ${number}. No sube a ninguna línea: recíbelo ya. A quien reportó le dije que también puede acudir a: ${others}.`,
    },
    others: {
      emergency: (number: string) => `línea ${number}, si hay peligro ahora`,
      violence: (number: string) => `línea ${number}, orientación por violencia`,
    },
  },
  teamReason: {
    line: 'porque en tu línea no encontré a nadie que pueda atenderlo',
    chosen: 'como lo elegiste',
    burst: 'porque ya enviaste diez reportes en la última hora',
  },
  involved: {
    superior: '¿Esa persona está involucrada en lo que pasó?',
    other: '¿Está involucrada en lo que pasó esa persona, o tu superior inmediato?',
    line: '¿Está involucrada en lo que pasó esa persona, o alguien más de tu línea?',
  },
  /** What the reporter answered to it. */
  answer: { true: 'Respondiste que sí.', false: 'Respondiste que no.' },
  untilToday: (time: string) => `hoy antes de ${before(time)}`,
  untilTomorrow: (time: string) => `mañana antes de ${before(time)}`,
  untilDay: (day: string, time: string) => `antes del ${day} ${at(time)}`,
  dueToAnswer: (when: string) => `Hay que responder ${when}`,
  dueToClose: (when: string) => `Hay que cerrarlo ${when}`,
  overdueSince: (when: string) => `Se pasó el plazo, que era el ${when}`,
  soon: 'cuanto antes',
  receipt: {
    thanks: ({ name }: Received) => (name ? `Gracias, ${name}.` : 'Gracias por contarlo.'),
    kind: ({ name }: Received) =>
      name
        ? `Gracias por contarlo, ${name}. Lamento que haya pasado, y no tienes que llevarlo a solas.`
        : 'Gracias por contarlo. Lamento que haya pasado, y no tienes que llevarlo a solas.',
    told: ({ who, due }: Received) =>
      due
        ? `Ya le avisé ${to(who, '**')}; debe responderte ${ended(due)} Te escribo cuando lo haga.`
        : `Ya le avisé ${to(who, '**')}. Te escribo cuando responda.`,
    protected: ({ who }: Received) =>
      `Solo le avisé ${to(who, '**')}; no pasa por tu línea. Si en una hora nadie lo ha recibido, te digo a quién más acudir.`,
    confidential: 'Nadie que atienda el caso ve tu nombre.',
  },
  openIntranet: 'Abrir la intranet',
  openLanding: 'Abrir la landing de humanización',
  accept: 'Aceptar',
  confirmLevel: 'Confirmar el nivel',
  seeCase: 'Ver el caso',
  seeFiles: 'Ver archivos',
  whoReported: 'Quien reportó',
  undo: (time: string) => `Deshacer (hasta ${before(time)})`,
  done: (number: string) => `Listo · ${number}`,
  /** What comes next for who did it, by event. */
  after: {
    accepted: 'Le avisé a quien reportó. Cuando esté resuelto, ciérralo y cuéntale qué se hizo.',
    rejected: 'Quien reportó recibe tu razón. Si no está de acuerdo, lo revisa otra persona.',
    undone: 'El caso está otra vez como antes.',
    asked: 'Le envié tu pregunta. Te escribo cuando responda.',
    replied: 'Le envié tu respuesta a quien atiende el caso.',
    added: 'Ya lo puede leer quien atiende el caso.',
    reclassified: 'Le avisé a quien reportó cuál es el nivel.',
    escalated: 'Ya le avisé a quien lo recibe.',
    reassigned: 'Ya le avisé a quien lo recibe.',
    closed: 'Quien reportó recibe tu resumen, y puede reabrirlo en los próximos 15 días hábiles.',
    withdrawn: 'El caso queda cerrado, y le avisé a quien lo atendía.',
    contested: 'Ahora lo revisa otra persona. Te escribo cuando responda.',
    reopened: 'Le avisé a quien lo atiende. Te escribo cuando responda.',
    held: 'El caso se conserva mientras dure la retención.',
    released: 'El caso se borra cuando llegue su fecha.',
    identified: 'Ya ves el nombre en el caso. A quien reportó le avisé, con tu razón.',
  },
  /** The forms of a case, by command: their button, and the words on them. */
  forms: {
    accept: {
      button: 'Aceptar con una nota',
      title: 'Aceptar el caso',
      label: 'Tu nota para quien reportó',
      placeholder: 'Por ejemplo: «Gracias por avisar, hoy hablo con el equipo».',
      required: '',
      submit: 'Aceptar',
      meaning: '',
    },
    reject: {
      button: 'No aceptarlo',
      title: 'No aceptar el caso',
      label: '¿Por qué no corresponde?',
      placeholder: 'Quien reportó leerá esta razón.',
      required: 'Falta la razón: es lo que leerá quien reportó.',
      submit: 'No aceptar el caso',
      meaning: 'Quien reportó podrá decir que no está de acuerdo; entonces lo revisa otra persona.',
    },
    ask: {
      button: 'Preguntar',
      title: 'Preguntarle a quien reportó',
      label: '¿Qué necesitas saber?',
      placeholder: 'Tu pregunta le llega también si su nombre está en reserva.',
      required: 'Escribe la pregunta.',
      submit: 'Enviar la pregunta',
      meaning: '',
    },
    reply: {
      button: 'Responder',
      title: 'Responder la pregunta',
      label: 'Tu respuesta',
      placeholder: 'La leerá quien atiende el caso.',
      required: 'Escribe la respuesta.',
      submit: 'Enviar la respuesta',
      meaning: '',
    },
    add: {
      button: 'Agregar algo',
      title: 'Agregar al caso',
      label: '¿Qué más pasó o recordaste?',
      placeholder: '',
      required: 'Escribe qué quieres agregar.',
      submit: 'Agregar',
      meaning: '',
    },
    reclassify: {
      button: 'Cambiar el nivel',
      title: 'Nivel de impacto',
      label: 'Razón (obligatoria si cambias el nivel)',
      placeholder: '',
      required: '',
      submit: 'Guardar el nivel',
      meaning: '',
    },
    escalate: {
      button: 'Pasarlo a mi superior',
      title: 'Pasar el caso a tu superior',
      label: '¿Por qué se lo pasas?',
      placeholder: '',
      required: 'Falta la razón.',
      submit: 'Pasar el caso',
      meaning: '',
    },
    close: {
      button: 'Cerrar el caso',
      title: 'Cerrar el caso',
      label: 'Resumen para quien reportó',
      placeholder: 'Qué se encontró y qué cambia desde ahora.',
      required: 'Falta el resumen: es lo que leerá quien reportó.',
      submit: 'Cerrar el caso',
      meaning: '',
    },
    withdraw: {
      button: 'Retirarlo',
      title: 'Retirar el caso',
      label: '¿Por qué lo retiras? (opcional)',
      placeholder: '',
      required: '',
      submit: 'Retirar el caso',
      meaning: 'El caso se cierra sin más gestión, y en su historia queda que fuiste tú.',
    },
    contest: {
      button: 'No estoy de acuerdo',
      title: 'No estás de acuerdo',
      label: '¿Por qué no estás de acuerdo?',
      placeholder: '',
      required: 'Cuéntanos por qué no estás de acuerdo.',
      submit: 'Enviar',
      meaning: 'El caso pasa a otra persona, distinta de quien no lo aceptó.',
    },
    reopen: {
      button: 'Reabrir',
      title: 'Reabrir el caso',
      label: '¿Por qué lo reabres?',
      placeholder: '',
      required: 'Cuéntanos por qué lo reabres.',
      submit: 'Reabrir el caso',
      meaning: '',
    },
    reassign: {
      button: 'Asignar a alguien',
      title: 'Asignar el caso',
      label: 'Razón',
      placeholder: '',
      required: 'Falta la razón.',
      submit: 'Asignar',
      meaning: '',
    },
    hold: {
      button: 'Retención legal',
      title: 'Retención legal',
      label: '¿Por qué se debe conservar?',
      placeholder: '',
      required: 'Falta la razón.',
      submit: 'Poner la retención',
      meaning: '',
    },
    release: {
      button: 'Levantar la retención',
      title: 'Levantar la retención legal',
      label: '¿Por qué se levanta?',
      placeholder: '',
      required: 'Falta la razón.',
      submit: 'Levantar la retención',
      meaning: '',
    },
    identify: {
      button: 'Conocer quién reportó',
      title: 'Conocer quién reportó',
      label: '¿Para qué necesitas saberlo?',
      placeholder: '',
      required: 'Falta la razón.',
      submit: 'Conocer quién reportó',
      meaning: 'Queda en la historia del caso, y a quien reportó se le avisa con esta razón.',
    },
  },
  confirmFirst: 'Confirma primero el nivel de impacto:',
  reviewReason: {
    disagreement: '• Las palabras y el conjunto del relato apuntan a niveles distintos.',
    discounted: '• Hay palabras graves que aparecen negadas o como suposición.',
    unclear: '• El relato no deja claro el nivel, o podría ser más grave.',
    discrimination: '• Puede haber discriminación.',
    'less-severe': '• Quien reportó dice que no fue tan grave.',
  },
  watching: 'Caso de impacto alto. Lo atiende la persona asignada; te avisamos para que lo acompañes.',
  fact: {
    reporter: 'Reportó',
    assignee: 'Lo atiende',
    topic: 'Tema',
    place: 'Lugar',
    occurredOn: 'Pasó el',
    source: 'Fuente',
    efforts: 'Esfuerzo del usuario',
    touches: 'Toca de la política',
    hold: 'Retención legal',
    safety: 'Seguridad',
  },
  onHold: 'activa: el caso se conserva',
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
  outcomeChoice: {
    conversation: 'Conversación realizada',
    standard: 'Estándar de comportamiento acordado',
    'development-plan': 'Compromiso en el Plan Individual e Integral de Desarrollo',
    process: 'Proceso corregido',
    referred: 'Remitido a otra instancia (dilo en el resumen)',
    'not-a-failure': 'No era una falla',
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
    burst:
      'La misma persona había enviado más de diez reportes en una hora; por eso lo recibe el equipo de humanización y no su superior.',
    accepted: 'Aceptado por ',
    rejected: 'No lo aceptó ',
    asked: 'Pregunta de ',
    replied: 'Respuesta de ',
    added: 'Información agregada por ',
    attached: 'Archivo agregado por ',
    reclassified: (level: string) => `Impacto ${level}, según `,
    escalated: (who: string) => `Pasó ${to(who)}; lo pasó `,
    reassigned: (who: string) => `Asignado ${to(who)} por `,
    climbed: (who: string) => `Sin respuesta a tiempo: pasó ${to(who)}`,
    contested: (who: string) => `Pasó ${to(who)}, porque no está de acuerdo `,
    undone: 'Deshizo lo anterior: ',
    reminded: 'Se envió un recordatorio',
    lapsed: 'Sigue sin atenderse a tiempo: se avisó de nuevo',
    closed: (outcomes: string) => `Cerrado (${outcomes}) por `,
    withdrawn: 'Retirado por ',
    reopened: 'Reabierto por ',
    held: 'Retención legal puesta por ',
    released: 'Retención legal levantada por ',
    identified: 'Conoció la identidad de quien reportó: ',
    undelivered: (who: string) => `No se pudo entregar un aviso ${to(who)}`,
  },
  /** What is told besides the card; `**` marks what stands out. */
  news: {
    accepted: ({ number, by }: News) => `**${by}** aceptó tu caso ${number}.`,
    rejected: ({ number, by }: News) => `Tu caso ${number} no fue aceptado. **${by}** te explica por qué:`,
    asked: ({ number, by }: News) => `**${by}** te pregunta por tu caso ${number}:`,
    reclassified: ({ number, level, by }: News) => `**${by}** dejó tu caso ${number} en impacto ${level}.`,
    escalated: ({ number, by, who }: News) => `**${by}** le pasó tu caso ${number} ${to(who, '**')}.`,
    reassigned: ({ number, by, who }: News) => `**${by}** le asignó tu caso ${number} ${to(who, '**')}.`,
    climbed: ({ number, who }: News) =>
      `Nadie respondió a tiempo tu caso ${number}, así que ahora lo atiende **${who}**.`,
    closed: ({ number, by, outcomes }: News) => `**${by}** cerró tu caso ${number}: ${outcomes}.`,
    identified: ({ number, by }: News) =>
      `**${by}**, del equipo de humanización, conoció tu nombre en el caso reservado ${number}. Esta es su razón:`,
    undone: ({ number, by }: News) =>
      `**${by}** deshizo lo último que hizo en tu caso ${number}, que vuelve a estar como antes.`,
    replied: ({ number, by }: News) => `**${by}** respondió tu pregunta sobre el caso ${number}:`,
    added: ({ number, by }: News) => `**${by}** agregó algo al caso ${number}:`,
    attached: ({ number, by }: News) => `**${by}** agregó un archivo al caso ${number}.`,
    withdrawn: ({ number, by }: News) => `**${by}** retiró el caso ${number}.`,
    reopened: ({ number, by }: News) => `**${by}** reabrió el caso ${number}:`,
    reminded: ({ number, level }: News) =>
      `Te recuerdo el caso ${number}, de impacto ${level}: espera tu decisión.`,
    lapsed: ({ number, level }: News) =>
      `El caso ${number}, de impacto ${level}, sigue sin respuesta y ya no hay a quién pasarlo. Atiéndelo o asígnalo cuanto antes.`,
    undelivered: ({ number }: News) =>
      `No se pudo entregar un aviso del caso ${number}. En la historia del caso está a quién.`,
  },
  /** What comes next. */
  next: {
    accepted: ({ due }: News) => `Debe cerrarlo ${ended(due)} Te escribo cuando lo haga.`,
    rejected: () => 'Si no estás de acuerdo, lo revisa otra persona.',
    escalated: ({ due }: News) => `Debe responderte ${ended(due)}`,
    reassigned: ({ due }: News) => `Debe responderte ${ended(due)}`,
    climbed: ({ due }: News) => `Debe responderte ${ended(due)}`,
    closed: () => 'Si no quedó resuelto, puedes reabrirlo en los próximos 15 días hábiles.',
    reminded: ({ due }: News) => `Hay que responder ${ended(due)}`,
    reopened: ({ due }: News) => `Hay que cerrarlo ${ended(due)}`,
  },
  /** For a person who receives a case and already has a card for it. */
  newsToHolder: {
    escalated: ({ number, level, by }: News) =>
      `**${by}** te pasó el caso ${number}, de impacto ${level}. Ahora espera tu decisión:`,
    reassigned: ({ number, level, by }: News) =>
      `**${by}** te asignó el caso ${number}, de impacto ${level}. Ahora espera tu decisión:`,
    climbed: ({ number, level }: News) =>
      `Nadie respondió a tiempo el caso ${number}, de impacto ${level}, y ahora espera tu decisión.`,
    contested: ({ number, level, by }: News) =>
      `**${by}** no está de acuerdo con que no se aceptara el caso ${number}, de impacto ${level}. Ahora espera tu decisión:`,
  },
  nextForHolder: {
    escalated: ({ due }: News) => `Hay que responder ${ended(due)}`,
    reassigned: ({ due }: News) => `Hay que responder ${ended(due)}`,
    climbed: ({ due }: News) => `Hay que responder ${ended(due)}`,
    contested: ({ due }: News) => `Hay que responder ${ended(due)}`,
  },
  /** For an administrator. */
  unattended: 'Hay un caso que nadie del equipo de humanización puede atender: revisa los roles.',
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
    long: (excess: number, most: number) =>
      `Te pasaste por ${excess === 1 ? '1 carácter' : `${figure.format(excess)} caracteres`}; el máximo es ${figure.format(most)}. Abajo está completo: acórtalo y continúa.`,
    cut: (kept: number, most: number) =>
      `Tu relato es muy largo: el máximo es ${figure.format(most)} caracteres. Abajo están los primeros ${figure.format(kept)}; lo que seguía no lo guardé, pero sigue en tu mensaje. Acórtalo y continúa.`,
    field: 'Revisa los datos marcados: alguno no es válido.',
    future: 'La fecha en que pasó no puede ser futura. Corrígela y continúa.',
    involvement:
      'Falta una respuesta para poder enviar: di si la persona a la que le llegaría el caso está involucrada en lo que pasó.',
    recipientChanged:
      'Todavía no lo envié, porque cambió quién lo recibe. Mira abajo a quién le llega y, si estás de acuerdo, envíalo.',
    superior:
      'No encontré a la persona que elegiste como superior, o su cuenta ya no está activa. Búscala de nuevo o déjalo en blanco.',
    recipient:
      'Esa persona no puede recibir el reporte. Elige a alguien que lidere un equipo o que sea del equipo de humanización, o déjalo en blanco.',
    confidentialRecipient:
      'Con tu nombre en reserva, el reporte solo puede llegarle a alguien de tu línea o al equipo de humanización. Elige a otra persona o déjalo en blanco.',
    files: 'Antes de enviar, mira abajo lo que dice de tus archivos y decide si van así.',
    'not-in-this-state': 'El caso ya cambió: así está ahora.',
    changedMeanwhile:
      'El caso cambió mientras escribías. Lo que escribiste sigue aquí: míralo y vuelve a enviarlo.',
    'missing-reason': 'Falta la razón. Escríbela y vuelve a intentarlo.',
    'missing-outcome': 'Elige al menos una opción de lo que se hizo.',
    'missing-summary': 'Falta el resumen para quien reportó.',
    'missing-words': 'Falta el texto. Escríbelo y vuelve a intentarlo.',
    'too-late-to-undo': 'Ya no se puede deshacer: pasaron los dos minutos.',
    'same-level': 'El caso ya está en ese nivel, y está confirmado.',
    unconfirmed: 'Confirma primero el nivel de impacto; después puedes cerrar el caso.',
    'no-question': 'No hay ninguna pregunta por responder.',
    'too-late':
      'Ya pasaron los 15 días hábiles para reabrirlo. Puedes hacer un reporte nuevo y mencionar este número.',
    'too-many-files': 'El caso ya tiene 5 archivos, que es lo máximo.',
    'same-assignee': 'El caso ya está con esa persona.',
    'unknown-person': 'No puedo asignarlo a esa persona. Elige a otra.',
    'later-version':
      'Este caso tiene novedades de una versión más reciente del bot. Por ahora solo se puede leer.',
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
  list: {
    'cases.mine': {
      title: 'Mis casos',
      empty: 'Todavía no has reportado ningún caso. Cuando lo hagas, lo sigues desde aquí.',
    },
    'cases.inbox': {
      title: 'Bandeja: lo que está por atender',
      empty: 'No tienes casos por atender. Buen trabajo.',
    },
    'cases.team': {
      title: 'Equipo: los casos abiertos de tu gente',
      empty: 'Tu gente no tiene casos abiertos.',
    },
    'cases.all': { title: 'Casos del mes', empty: 'No hay casos reportados en este mes.' },
  },
  export: {
    title: 'Exportación de casos',
    tab: 'Casos',
    file: { xlsx: 'Excel (XLSX)', csv: 'Texto (CSV)' },
    months: (from: string, until: string) => (from === until ? from : `${from} a ${until}`),
    problem: 'Escribe los meses así: 2026-11, el primero antes que el último, y 12 como máximo.',
    columns: [
      'Caso',
      'Impacto',
      'Estado',
      'Área (en blanco donde trabajan menos de 5 personas)',
      'Reportado',
      'Aceptado',
      'Cerrado',
      'Vence',
      'Lo atiende',
      'Veces que subió sin respuesta',
      'Tema',
      'Fuente',
      'Esfuerzos',
      'Toca de la política',
      'Qué se hizo',
    ],
    narrative: 'Relato',
    cut: (most: number) =>
      `Solo los primeros ${figure.format(most)} casos: hay más. Exporta por partes: menos meses, un nivel o un estado.`,
  },
  /** For an administrator. */
  accesses: {
    recent: 'Accesos de los últimos 7 días',
    ofCase: (number: string) => `Accesos al caso ${number}`,
    people: 'Quiénes abrieron casos',
    opened: 'Quiénes lo abrieron',
    exports: 'Exportaciones',
    exportsWithCase: 'Exportaciones que pudieron incluirlo',
    nobody: 'No hay nada registrado.',
    noExports: 'No hay ninguna registrada.',
    did: {
      card: 'abrió el caso',
      file: 'abrió un archivo',
      identity: 'conoció quién reportó',
      export: 'lo exportó',
      review: 'revisó estos accesos',
      other: 'hizo algo que esta versión del bot no conoce',
    },
    counted: {
      card: (count: number) => (count === 1 ? '1 apertura de un caso' : `${count} aperturas de casos`),
      file: (count: number) => (count === 1 ? '1 archivo' : `${count} archivos`),
      identity: (count: number) =>
        count === 1 ? '1 identidad en reserva' : `${count} identidades en reserva`,
      export: (count: number) => (count === 1 ? '1 exportación' : `${count} exportaciones`),
      review: (count: number) => (count === 1 ? '1 revisión de accesos' : `${count} revisiones de accesos`),
      other: (count: number) => (count === 1 ? '1 acceso de otro tipo' : `${count} accesos de otro tipo`),
    },
    level: (level: string) => `impacto ${level}`,
    narratives: 'con los relatos',
    noSuchNumber: 'No encontré un caso con ese número cuyos accesos puedas revisar.',
  },
  evidence: {
    title: (number: string) => `Archivos del caso ${number}`,
    file: (number: number) => `Archivo ${number}`,
    nowhere:
      'Recibí un archivo, pero no tienes un reporte abierto ni un caso reciente al que agregarlo, así que no lo guardé. Escribe «reportar» y envíalo de nuevo.',
    withDraft: 'Guardé el archivo con el reporte que estás escribiendo. Se enviará cuando lo confirmes.',
    withCase: (number: string) => `Agregué el archivo al caso ${number}.`,
    closed:
      'El reporte o el caso al que iba el archivo ya no está abierto, así que no lo guardé. Si quieres contarlo de nuevo, escribe «reportar» y envíalo otra vez.',
    busy: 'El caso estaba cambiando y no pude agregar el archivo, así que no lo guardé. Envíalo de nuevo.',
    laterVersion:
      'El caso tiene novedades de una versión más reciente del bot y por ahora solo se puede leer, así que no guardé el archivo. Envíalo de nuevo más tarde.',
    tooMany: 'Un caso recibe 5 archivos como máximo: los que sobran no los guardé.',
    unnamed: 'Un archivo',
    /** For files of a confidential report that cannot be cleaned. */
    unclean: (count: number) => ({
      title: count === 1 ? 'Ese archivo podría decir quién eres' : 'Esos archivos podrían decir quién eres',
      body:
        count === 1
          ? 'No lo guardé. A ese archivo no puedo quitarle lo que puede contar de ti: quién lo hizo, cuándo, dónde y con qué equipo. Si quieres adjuntarlo de todas formas, toca el botón y vuelve a enviarlo. Si es una foto, una captura de pantalla sí la puedo limpiar.'
          : 'No los guardé. A esos archivos no puedo quitarles lo que pueden contar de ti: quién los hizo, cuándo, dónde y con qué equipo. Si quieres adjuntarlos de todas formas, toca el botón y vuelve a enviarlos. Si son fotos, una captura de pantalla sí la puedo limpiar.',
      allow: 'Adjuntar de todas formas',
      decline: 'No adjuntar',
    }),
    allowed: {
      title: 'Listo: ahora envíalo otra vez',
      body: 'Durante la próxima media hora, los archivos que envíes para este reporte y que no pueda limpiar quedan tal como están.',
    },
    declined: {
      title: 'Listo, no lo adjunté',
      body: 'Tampoco guardé nada de ese archivo. Puedes seguir con tu reporte.',
    },
    goesAsItIs: (count: number) =>
      count === 1
        ? 'Un archivo va tal como lo enviaste: no puedo quitarle lo que puede contar de ti (quién lo hizo, cuándo, dónde y con qué equipo).'
        : `${count} archivos van tal como los enviaste: no puedo quitarles lo que pueden contar de ti (quién los hizo, cuándo, dónde y con qué equipo).`,
    problem: {
      'too-large': (name: string) => `«${name}» pesa más de 10 MB y no lo guardé. Envía uno más pequeño.`,
      'not-allowed': (name: string) =>
        `«${name}» no es una foto, un PDF, un audio, un video, un Word o un Excel que pueda guardar.`,
    },
  },
  away: {
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
      deputy: 'En esos días, los casos nuevos los recibirá quien te reemplaza.',
      deputyAway:
        'Quien te reemplaza también está ausente al menos uno de esos días: entonces los casos nuevos pasarán a tu superior o, si no puede recibirlos, a alguien más arriba.',
      noDeputy:
        'En esos días, los casos nuevos pasarán a tu superior o, si no puede recibirlos, a alguien más arriba.',
      inHand: 'Los que ya tienes siguen contigo y sus plazos corren: escálalos si no puedes atenderlos.',
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
    problem: {
      from: 'Elige un primer día que no haya pasado.',
      until: 'Elige un último día que no haya pasado.',
      order: 'El último día no puede ser antes del primero.',
      deputy:
        'No encontré a la persona que te reemplaza, o su cuenta ya no está activa. Búscala de nuevo o déjalo en blanco.',
    },
  },
  confidentiality: {
    title: 'Quién sabe que reportaste',
    paragraphs: [
      'No es anónimo: Teams sabe quién escribe, y quien administra el bot puede saber quién reportó. Pero puedes pedir que tu nombre quede en reserva: márcalo antes de enviar el reporte. Nada se envía hasta que lo confirmes.',
      '**Con reserva:** quien atiende el caso no ve tu nombre; las preguntas y respuestas pasan por mí. El equipo de humanización puede conocer tu identidad si hace falta para protegerte: debe escribir la razón, y te aviso.',
      '**Sin reserva:** ven tu nombre quien atiende el caso y el equipo de humanización. En un canal no se muestra ningún reporte.',
      '**Tus archivos** cambian de nombre: archivo-1, archivo-2… Con reserva, a los demás les llega una copia limpia: a las fotos (JPG, PNG, WebP, GIF), los PDF, los Word y Excel y los audios les quito el autor, el lugar y el equipo con que se hicieron. A las fotos HEIC, los videos y los archivos con clave o firma digital no puedo: te lo digo antes de guardarlos, y van solo si tú quieres. Lo que se ve, se lee o se oye en un archivo no cambia.',
      '**Si tu superior está involucrado,** dilo antes de enviar el reporte, en «Cambiar»: el caso no le llega a esa persona.',
    ],
    /** Where the protected route is on. */
    protectedRoute:
      '**Si cuentas acoso o violencia sexual, violencia de un superior o un daño a un niño, niña o adolescente,** el reporte no pasa por tu línea: lo reciben solo las personas del equipo de humanización que tienen ese encargo (o todo el equipo, si son menos de dos), y antes de enviarlo ves quiénes. Puedes elegir que vaya por tu línea.',
    limits:
      '**Lo que no puedo prometer:** tu relato se muestra como lo escribes, así que alguien podría reconocerte por lo que cuentas; tampoco puedo asegurar cómo reaccionará cada persona. Si después te tratan mal por haber reportado, eso también se puede reportar.',
    report: 'Reportar una falla',
  },
  /** What is for others: whose it is, and what one can do instead. */
  ofTeam: {
    all: 'La lista de todos los casos es del equipo de humanización. Los que reportaste están en «mis casos», y los que atiendes, en «bandeja».',
    export:
      'Exportar casos le corresponde al equipo de humanización. Con «mis datos» puedes descargar los que reportaste.',
    accesses:
      'Los accesos los revisa quien administra el bot. Si te preocupa quién vio un caso tuyo, escribe «hablar con una persona».',
  },
  noSuchNumber:
    'No encontré ese caso entre los que puedes ver. Los que reportaste están en «mis casos», y los que atiendes, en «bandeja».',
  nothingLikeThat: 'Ningún caso cumple ese filtro.',
  reportedOn: (when: string) => `Reportado el ${when}`,
};
