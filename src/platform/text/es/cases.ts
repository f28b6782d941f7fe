import type { Helplines } from '../helplines.js';
import { caseForms } from './case-forms.js';
import { help } from './case-help.js';
import { caseLists } from './case-lists.js';
import { caseNews } from './case-news.js';
import { caseTakenIn } from './case-taken-in.js';
import { commitments } from './commitments.js';
import { at, before, to } from './grammar.js';
import { reports } from './reports.js';
import { voice } from './voice.js';

/** The texts of reports and cases. */
export const cases = {
  level: { low: 'bajo', medium: 'medio', high: 'alto' },
  levelTitle: {
    low: '● Impacto BAJO',
    medium: '◆ Impacto MEDIO',
    high: '▲ Impacto ALTO',
  },
  perhapsHighProposed: '◆ Podría ser de impacto ALTO',
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
  care: {
    'self-harm': ({ emotional, emergency }: Helplines) => ({
      title: 'Primero, la vida: si tú o alguien cerca piensa en hacerse daño, busca ayuda ya',
      lines: [
        `Línea ${emotional}: escucha y apoyo emocional. Línea ${emergency}: emergencias, si el peligro es ahora.`,
        'No dejes sola a la persona. El reporte puede esperar unos minutos; la llamada no.',
      ],
    }),
    'sexual-violence': ({ violence, emergency, emotional, prosecutor }: Helplines) => ({
      title: 'Si hubo acoso o violencia sexual, hay ayuda: nadie tiene que enfrentarlo a solas',
      lines: [
        `Línea ${violence}: orientación a víctimas de violencia. ${emotional}: apoyo emocional. ${emergency}: emergencias.`,
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
  untilToday: (time: string) => `hoy antes de ${before(time)}`,
  untilTonight: (time: string) => `esta noche antes de ${before(time)}`,
  untilTomorrow: (time: string) => `mañana antes de ${before(time)}`,
  untilDay: (day: string, time: string) => `antes del ${day} ${at(time)}`,
  dueToAnswer: (when: string) => `Hay que responder ${when}`,
  dueToClose: (when: string) => `Hay que cerrarlo ${when}`,
  overdueSince: (when: string) => `Se pasó el plazo, que era el ${when}`,
  soon: 'cuanto antes',
  openIntranet: 'Abrir la intranet',
  openLanding: 'Abrir la landing de humanización',
  accept: 'Aceptar',
  perhapsHigh: '◆ Podría ser de impacto ALTO, por confirmar',
  isHigh: 'Es alto',
  isNotHigh: 'No es alto',
  perhapsHighBy: (clause: string, isQuoted: boolean) =>
    `• Podría ser de impacto alto${clause && ` (${clause})`}.${isQuoted ? ' Esto es lo que hace dudar:' : ''}`,
  why: {
    clause: (clause: string) => `Por qué: **${clause}**.`,
    sentence: 'Por qué:',
    whole: 'Por qué: lo muestra el relato entero, más que una sola frase.',
    ticked: (said: string) => `Por qué: quien reportó marcó «${said}».`,
    raised: 'Por qué: quien reportó lo puso en este nivel.',
  },
  confirmAs: {
    low: 'Confirmar impacto bajo',
    medium: 'Confirmar impacto medio',
    high: 'Confirmar impacto alto',
  },
  seeCase: 'Ver el caso',
  seeFiles: 'Ver archivos',
  whoReported: 'Quien reportó',
  undo: (time: string) => `Deshacer (hasta ${before(time)})`,
  done: (number: string) => `Listo · ${number}`,
  confirmFirst: 'Confirma primero el nivel de impacto:',
  confirmUntil: (when: string) => `Confirma el nivel de impacto ${when}:`,
  confirmLate: 'Se pasó el plazo para confirmar el nivel de impacto. Confírmalo primero:',
  reviewReason: {
    disagreement: '• Las palabras y el conjunto del relato apuntan a niveles distintos.',
    discounted: '• Hay palabras graves que aparecen negadas o como suposición:',
    unclear: '• El relato no deja claro el nivel.',
    perhapsHigh: '• El relato podría ser de impacto alto.',
    discrimination: '• Puede haber discriminación.',
    'less-severe': '• Quien reportó dice que no fue tan grave.',
  },
  watching: 'Caso de impacto alto. Lo atiende la persona asignada; te aviso para que lo acompañes.',
  fact: {
    reporter: 'Reportó',
    channel: 'Llegó por',
    assignee: 'Lo atiende',
    topic: 'Tema',
    place: 'Lugar',
    cycle: 'Servicio, sede y momento',
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
    'development-platform': 'Plataforma de desarrollo',
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
  /** Where and when it happened. */
  place: {
    service: '¿En qué servicio?',
    site: '¿En qué sede?',
    stage: '¿En qué momento?',
    unknown: 'No se sabe',
    proposed: '(según el relato)',
    nudge: '¿Dónde pasó? Complétalo en «Más».',
  },
  /** Claims about health. */
  health: {
    label: '¿Es un reclamo en salud?',
    priority: { vital: 'de riesgo vital', prioritised: 'priorizado', simple: 'simple' },
    choice: {
      vital: (hours: number) => `Sí, de riesgo vital: ${hours} horas`,
      prioritised: (hours: number) => `Sí, priorizado: ${hours} horas`,
      simple: (hours: number) => `Sí, simple: ${hours} horas`,
    },
    none: 'No es un reclamo en salud',
    due: (priority: string, when: string) => `Reclamo en salud ${priority}: hay que resolverlo ${when}`,
    overdue: (priority: string, when: string) =>
      `Reclamo en salud ${priority}: se pasó el plazo, que era el ${when}`,
  },
  /** How the values are called by which cases are counted. */
  /** The values by which features count, other than names of sections and places. */
  counted: {
    low: 'bajo',
    medium: 'medio',
    high: 'alto',
    waiting: 'por confirmar',
    'in-time': 'a tiempo',
    late: 'fuera de plazo',
    open: 'todavía sin aceptar',
    other: 'no aceptado o retirado',
    yes: 'sí',
    partly: 'en parte',
    no: 'no',
  },
  outcomeChoice: {
    conversation: 'Conversación realizada',
    standard: 'Estándar de comportamiento acordado',
    'development-plan': 'Compromiso en el PID (Plan Individual e Integral de Desarrollo)',
    process: 'Proceso corregido',
    'voice-heard': 'Voz del colaborador escuchada',
    referred: 'Remitido a otra instancia (dilo en el resumen)',
    'not-a-failure': 'No era una falla',
  },
  outcome: {
    conversation: 'conversación realizada',
    standard: 'estándar de comportamiento acordado',
    'development-plan': 'compromiso en el Plan Individual e Integral de Desarrollo',
    process: 'proceso corregido',
    'voice-heard': 'voz del colaborador escuchada',
    referred: 'remitido a otra instancia',
    'not-a-failure': 'no era una falla',
  },
  commitments,
  help,
  voice,
  ...caseForms,
  ...caseLists,
  ...caseNews,
  ...caseTakenIn,
  ...reports,
};
