import type { Committed } from './commitments.js';
import { ended, of, to, toAll } from './grammar.js';

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
  /** The priority of a health claim, and when it is due; empty if it is none. */
  health: string;
  healthDue: string;
}

/** What people read of what happened to a case. */
export const caseNews = {
  /** What comes next for who did it, by event. */
  after: {
    placed: 'Quedó anotado en el caso.',
    health: 'Quedó anotado en el caso.',
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
    withdrawn: 'El caso queda retirado, y le avisé a quien lo atendía.',
    contested: 'Ahora lo revisa otra persona. Te escribo cuando responda.',
    reopened: 'Le avisé a quien lo atiende. Te escribo cuando responda.',
    held: 'El caso se conserva mientras dure la retención.',
    released: 'El caso se borra cuando llegue su fecha.',
    identified: 'Ya ves el nombre en el caso. A quien reportó le avisé, con tu razón.',
  },
  event: {
    reported: 'Reportado por ',
    takenIn: (channel: string) => `Llegó por ${channel}; lo recibió `,
    burst:
      'La misma persona había enviado más de diez reportes en una hora; por eso lo recibe el equipo de humanización y no su superior.',
    accepted: 'Aceptado por ',
    rejected: 'No lo aceptó ',
    asked: 'Pregunta de ',
    replied: 'Respuesta de ',
    added: 'Información agregada por ',
    attached: 'Archivo agregado por ',
    opened: 'Archivo abierto a los demás por ',
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
    placed: 'Completó dónde pasó: ',
    health: (priority: string) => `Reclamo en salud ${priority}, según `,
    noHealth: 'No es un reclamo en salud, según ',
    unconfirmed: (told: readonly string[]) => `Nadie confirmó el nivel a tiempo: se le contó ${toAll(told)}`,
    committed: ({ who, day }: Pick<Committed, 'who' | 'day'>) =>
      `Compromiso ${of(who)}, hasta el ${day}; lo anotó `,
    'commitment-done': ({ who }: Pick<Committed, 'who'>) => `Compromiso ${of(who)} cumplido, según `,
    'commitment-extended': ({ who, day }: Pick<Committed, 'who' | 'day'>) =>
      `El compromiso ${of(who)} va hasta el ${day}; le dio más tiempo `,
    'commitment-lapsed': ({ who }: Pick<Committed, 'who'>) => `Se pasó el plazo del compromiso ${of(who)}`,
    'commitment-left': ({ who }: Pick<Committed, 'who'>) =>
      `Compromiso ${of(who)}: quien se comprometió ya no está`,
    'commitment-reminded': ({ who }: Pick<Committed, 'who'>) => `Se recordó el compromiso ${of(who)}`,
    undelivered: (who: string) => `No se pudo entregar un aviso ${to(who)}`,
  },
  /** What is told besides the card; `**` marks what stands out. */
  news: {
    health: ({ number, by, health }: News) =>
      health
        ? `**${by}** marcó el caso ${number} como reclamo en salud ${health}.`
        : `**${by}** quitó del caso ${number} la marca de reclamo en salud.`,
    'health-reminded': ({ number, health }: News) =>
      `Te recuerdo que el caso ${number} es un reclamo en salud ${health}, con su propio plazo.`,
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
  /** A file that others could not open. */
  fileOpened: ({ number, by }: News) =>
    `Ya puedes abrir un archivo más del caso ${number}: **${by}** lo permitió.`,
  /** Nobody confirmed the level in time: for who attends to the case, alone or as one of a group, and for the others. */
  unconfirmed: {
    holder: ({ number }: News, told: readonly string[]) =>
      `El nivel de impacto del caso ${number} sigue por confirmar, y ya se lo conté ${toAll(told)}. Confírmalo si está bien así; si no, cámbialo en el caso.`,
    group: ({ number }: News) =>
      `Nadie ha confirmado a tiempo el nivel de impacto del caso ${number}. Confírmalo si está bien así; si no, cámbialo en el caso.`,
    team: ({ number, level, who }: News) =>
      `Nadie ha confirmado a tiempo el nivel de impacto del caso ${number}, que sigue en ${level}. Lo atiende **${who}**; mientras tanto no se puede cerrar.`,
    above: ({ number, who }: News) =>
      `**${who}** no ha confirmado a tiempo el nivel de impacto del caso ${number}, que atiende. Recuérdaselo: mientras tanto no se puede cerrar.`,
  },
  /** For the humanization team. */
  notHigh: ({ number, level, by }: News) =>
    `**${by}** dice que el caso ${number} no es de impacto alto, y queda en ${level}. Esta es su razón:`,
  lowered: ({ number, level, by }: News) =>
    `**${by}** bajó a impacto ${level} el caso ${number}. Esta es su razón:`,
  /** What comes next. */
  next: {
    health: ({ healthDue }: News) => healthDue,
    'health-reminded': ({ healthDue }: News) => healthDue,
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
  unopenedMail: {
    subject: 'Hay un caso que espera',
    body: (url: string) => `Hay un caso que espera en Teams: ${url}\n\nÁbrelo en tu chat con Humanización.`,
  },
  summary: {
    new: (number: string, level: string) => `Nuevo caso ${number}, impacto ${level}`,
    updated: (number: string) => `Caso ${number}`,
  },
};
