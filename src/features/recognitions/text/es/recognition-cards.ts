/** The texts of the templates in `cards/recognitions/`. */
export const recognitionCards = {
  'recognition-form': {
    likely: '¿A quién? Puedes marcar varias personas.',
    person: '¿A quién?',
    otherPerson: 'Otra persona',
    personPlaceholder: 'Busca por su nombre',
    message: '¿Qué hizo?',
    messagePlaceholder: 'Cuenta qué hizo y qué cambió para alguien. Entre 20 y 500 caracteres.',
    messageRequired: 'Cuenta qué hizo.',
    noPatients: 'No escribas nombres de pacientes o usuarios, ni datos de su salud.',
    attribute: '¿Qué se notó? (atributo de la política)',
    attributePlaceholder: 'Elige un atributo',
    attributeRequired: 'Elige qué se notó.',
    behaviours: 'Ver qué significa cada uno',
    source: '¿Cómo lo sabes?',
    publicLabel: 'Publicarlo',
    public: 'Que se pueda publicar en un canal, si quien lo recibe quiere',
    preview: 'Ver cómo queda',
  },
  'recognition-preview': {
    identifiers:
      'Esto parece un documento, un teléfono o un correo. Si es de un usuario, toca «Corregir» y quítalo:',
    send: 'Enviar',
    correct: 'Corregir',
    discard: 'No enviar',
  },
  recognition: {
    openPicture: 'Abrir la imagen',
    askMeaning: 'Si dices que no, nadie se entera.',
    channel: '¿En cuál?',
    yes: 'Sí, publicarlo',
    no: 'No',
    mine: 'Mis reconocimientos',
    recognise: 'Reconocer a alguien',
    remove: 'Quitarlo',
    removing:
      'Si lo quitas, se borra lo que dice, desaparece de las listas y, si se publicó, también del canal. No se puede recuperar.',
    removeNow: 'Sí, quitarlo',
  },
  'recognition-note': {},
  'recognition-list': {
    period: 'Periodo',
    show: 'Ver',
    open: 'Abrir',
    more: 'Ver más',
    recognise: 'Reconocer a alguien',
  },
};
