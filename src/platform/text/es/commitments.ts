import { of } from './grammar.js';

/** The values that a line about a commitment may contain. */
export interface Committed {
  /** Who did it. */
  by: string;
  /** Who committed. */
  who: string;
  /** "15 de diciembre de 2026" */
  day: string;
}

/** Commitments agreed in cases. `**` marks what stands out. */
export const commitments = {
  kind: {
    pid: 'compromiso en el Plan Individual e Integral de Desarrollo (PID)',
    standard: 'estándar de comportamiento',
    conversation: 'conversación',
  },
  kindChoice: {
    pid: 'Compromiso en el PID (Plan Individual e Integral de Desarrollo)',
    standard: 'Estándar de comportamiento',
    conversation: 'Conversación',
  },
  state: { open: 'en curso', lapsed: 'se pasó el plazo', done: 'cumplido' },
  left: 'quien se comprometió ya no está',
  /** To who has just noted one, by what is told next; `own`: who committed did it. */
  noted: {
    own: {
      week: 'Quedó anotado, y te lo recuerdo una semana antes y el último día.',
      day: 'Quedó anotado, y te lo recuerdo el último día.',
      lapse: 'Quedó anotado, y al día siguiente te pregunto si ya lo cumpliste.',
    },
    other: {
      week: 'Le avisé a quien se compromete, y se lo recuerdo una semana antes y el último día.',
      day: 'Le avisé a quien se compromete, y se lo recuerdo el último día.',
      lapse: 'Le avisé a quien se compromete, y al día siguiente le pregunto si ya cumplió.',
    },
  },
  /** On the card of a case. */
  fact: 'Compromiso',
  facts: 'Compromisos',
  /** For the reporter: no name. */
  some: 'Hay compromisos acordados.',
  someShort: 'hay compromisos acordados',
  line: ({ who, day }: Pick<Committed, 'who' | 'day'>, what: string, state: string) =>
    `${who}, hasta el ${day} (${state}): «${what}»`,
  until: (day: string, kind: string) => `Hasta el ${day} · ${kind}`,
  list: {
    title: 'Compromisos',
    own: 'Tus compromisos',
    team: 'De tu equipo',
    none: 'No hay compromisos por cumplir: ni tuyos ni de tu equipo.',
    you: 'Tú',
  },
  see: 'Ver los compromisos',
  done: 'Cumplido',
  another: 'Agregar otro compromiso',
  told: {
    /** To who committed. */
    own: {
      committed: ({ by }: Committed) => `**${by}** dejó anotado un compromiso tuyo:`,
      week: () => 'Te queda una semana para cumplir tu compromiso:',
      day: () => 'Hoy es el último día de tu compromiso:',
      lapsed: () => 'Se pasó el plazo de tu compromiso. ¿Ya lo cumpliste?',
      done: ({ by }: Committed) => `**${by}** dice que cumpliste tu compromiso:`,
      extended: ({ by }: Committed) => `**${by}** le dio más tiempo a tu compromiso:`,
    },
    /** To the leader. */
    team: {
      committed: ({ by, who }: Committed) => `**${by}** dejó anotado un compromiso ${of(who, '**')}:`,
      week: ({ who }: Committed) => `Queda una semana para cumplir el compromiso ${of(who, '**')}:`,
      day: ({ who }: Committed) => `Hoy es el último día del compromiso ${of(who, '**')}:`,
      lapsed: ({ who }: Committed) => `Se pasó el plazo del compromiso ${of(who, '**')}. ¿Ya se cumplió?`,
      left: ({ who }: Committed) =>
        `**${who}** ya no está, y su compromiso queda sin cumplir. Acuerda otro con quien corresponda:`,
      done: ({ by, who }: Committed) =>
        by === who
          ? `**${who}** dice que cumplió su compromiso:`
          : `**${by}** dice que **${who}** cumplió su compromiso:`,
      extended: ({ by, who }: Committed) =>
        by === who
          ? `**${who}** se dio más tiempo para su compromiso:`
          : `**${by}** le dio más tiempo al compromiso ${of(who, '**')}:`,
    },
  },
  /** To who has just said it. */
  after: {
    done: { title: '✓ Compromiso cumplido', body: 'Quedó anotado, y ya lo saben quienes lo acompañan.' },
    extended: (day: string) => ({
      title: 'Nuevo plazo anotado',
      body: `El compromiso va hasta el ${day}. Ya lo saben quienes lo acompañan.`,
    }),
    notYet: 'Todavía falta',
  },
  forms: {
    'commitment.done': {
      button: 'Cumplido, con una nota',
      title: 'Compromiso cumplido',
      meaning: '',
      label: 'Nota: qué se hizo (opcional)',
      placeholder: '',
      required: '',
      submit: 'Guardar',
    },
    'commitment.extend': {
      button: 'Más tiempo',
      title: 'Más tiempo para el compromiso',
      meaning: 'La razón la leen quien se comprometió y quienes lo acompañan.',
      label: '¿Por qué hace falta más tiempo?',
      placeholder: '',
      required: 'Falta la razón.',
      submit: 'Guardar el nuevo plazo',
    },
  },
};
