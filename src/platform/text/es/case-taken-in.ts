import type { News } from './case-news.js';

/** What changes on the cards of a case that the team took in from another channel: nobody here reported it. */
export const caseTakenIn = {
  takenIn: {
    banner:
      'Lo revisó el equipo de humanización. Nadie lo reportó por este chat, así que no hay a quién preguntarle.',
    after: {
      accepted: 'Cuando esté resuelto, ciérralo y deja escrito qué se hizo.',
      rejected: 'El equipo de humanización recibe tu razón. Si no está de acuerdo, lo revisa otra persona.',
      reclassified: 'Quedó anotado en el caso.',
      closed: 'El equipo de humanización puede reabrirlo en los próximos 15 días hábiles.',
      contested: 'Ahora lo revisa otra persona.',
      reopened: 'Le avisé a quien lo atiende.',
    },
    forms: {
      accept: { label: 'Tu nota', placeholder: 'Por ejemplo: «Hoy hablo con el equipo».' },
      reject: {
        placeholder: 'El equipo de humanización leerá esta razón.',
        required: 'Falta la razón: es lo que leerá el equipo de humanización.',
        meaning:
          'El equipo de humanización podrá decir que no está de acuerdo; entonces lo revisa otra persona.',
      },
      close: {
        label: 'Resumen de lo que se hizo',
        required: 'Falta el resumen: es lo que queda en la historia del caso.',
      },
    },
    rejected: ({ number, by }: Pick<News, 'number' | 'by'>) =>
      `**${by}** no aceptó el caso ${number}, que habías recibido de otro canal. Explica por qué:`,
    rejectedNext: 'Si no estás de acuerdo, lo revisa otra persona.',
  },
};
