/** The texts of the templates of what follows a case. */
export const caseFollowUpCards = {
  'voice-form': {
    satisfied: '¿Quedaste conforme?',
    satisfiedRequired: 'Elige una respuesta.',
    retaliation: 'He tenido problemas por haber reportado',
    comment: '¿Quieres contar algo más? (opcional)',
    send: 'Enviar',
  },
  commitments: {
    page: 'Ver en mi página',
    more: 'Ver más',
    done: 'Cumplido',
    extend: 'Más tiempo',
    refresh: 'Actualizar',
  },
};
