/** What the bot says in messages: greetings, refusals, kind answers to what it cannot read. */
export const chat = {
  /** Teams' sensitivity label of messages with a case. */
  confidential: {
    name: 'Confidencial',
    description:
      'Trae lo que se contó de un caso, y es para quien lo recibe. No lo reenvíes ni lo muestres en pantalla.',
  },
  channelWelcome:
    'Hola, soy el bot de la Política de Humanización y Experiencia. Menciónenme con una pregunta y la respondo con las palabras de la política. Para reportar una falla, escríbanme en privado: lo que le pasó a una persona no se cuenta en un canal.',
  onlyInPrivate: 'Eso lo hablamos en privado, para cuidar a las personas. Escríbeme en un chat individual.',
  /** In the dialog of a command from another chat. */
  lookInPrivate:
    'Sigue en tu chat con Humanización: allí te dejé lo que escribiste, para que lo revises. Todavía no se ha enviado.',
  noPrivateChat:
    'No pude escribirte en privado, y no se envió nada. Abre una vez el chat con Humanización y vuelve a intentarlo.',
  /** Of a search over the message box. */
  nothingFound: 'No encontré eso en la política. Prueba con otra palabra, o con una pregunta completa.',
  /** What was told in a channel is offered as a report in private. */
  wroteInPrivate:
    'Eso lo hablamos en privado, para cuidar a las personas. Te escribí en tu chat conmigo: desde allí puedes reportarlo.',
  unknownAction: 'Esa opción ya no está disponible. Escribe «ayuda» para ver lo que puedo hacer.',
  tooFast:
    'Me llegaron muchos toques seguidos y no alcancé a atender este. Espera un momento y vuelve a tocarlo.',
  emptyMessage:
    'No alcancé a leer nada en tu mensaje. Escríbeme con palabras lo que necesitas, o escribe «ayuda».',
  cannotReadFile:
    'Recibí tu archivo, pero todavía no puedo abrir archivos, imágenes ni audios, y no lo guardé. Cuéntame con palabras lo que pasó; si quieres reportar una falla, escribe «reportar».',
  cardFallback:
    'Esta tarjeta necesita una versión más reciente de Teams. Escríbeme «ayuda» y seguimos por aquí.',
  cannotReadSticker:
    'Gracias por el gesto. Yo solo entiendo palabras: escríbeme lo que necesitas, o escribe «ayuda».',
  choiceGone:
    'Eso ya no lo tengo a mano, o lo escribió otra persona. Escríbeme aquí lo que necesitas y lo reviso.',
  edited: 'Vi que editaste un mensaje. Yo respondo los mensajes nuevos: escríbelo otra vez y lo reviso.',
  reaction: 'Gracias por reaccionar. Si algo no te sirvió, dímelo con palabras y lo intento de otra forma.',
  outsider:
    'Este bot es para colaboradores de la organización. Si eres usuario o aliado, comunícate por los canales de atención habituales.',
  /** What the bot would do, for each intent. */
  choices: {
    report: 'Reportar algo que pasó',
    tell: 'Contar algo que pasó y reportarlo',
    'cases.mine': 'Ver cómo va lo que reporté',
    'commitments.mine': 'Ver los compromisos, míos o de mi equipo',
    inbox: 'Ver los casos que esperan mi decisión',
    team: 'Ver los casos de mi equipo',
    'cases.all': 'Ver todos los casos',
    indicators: 'Ver cifras e indicadores',
    export: 'Bajar los casos a un archivo',
    away: 'Avisar que voy a estar ausente',
    back: 'Avisar que ya volví',
    attendance: 'Registrar mi asistencia',
    'attendance.mine': 'Ver mis asistencias y certificados',
    'training.new': 'Publicar una capacitación',
    'training.mine': 'Ver mis capacitaciones',
    recognise: 'Reconocer a alguien',
    'recognitions.mine': 'Ver mis reconocimientos',
    practice: 'Recibir la práctica del día',
    privacy: 'Ver o corregir mis datos',
    confidentiality: 'Saber quién se entera si reporto',
    person: 'Hablar con una persona',
    help: 'Ver qué puedes hacer',
    cancel: 'Dejarlo así, cancelar',
    language: 'Cambiar de idioma',
    superior: 'Saber a quién le llega lo que reporto',
    emergency: 'Saber a quién llamar ya',
    distress: 'Saber quién me puede ayudar',
    smalltalk: 'Solo saludar',
    policy: 'Preguntar por la política',
    offtopic: 'Otra cosa',
  },
  personal: 'Colaborador o colaboradora',
  laterVersion:
    'Un aviso espera a una versión más nueva del bot y todavía no sale. Cuéntaselo a quien administra el bot: cuando la instale, el aviso sale solo.',
  /** Somebody could not be told. */
  untold: {
    voice:
      'Un mensaje en confianza, de después de un cierre, no le llegó a una de las personas que debía leerlo. Revisa con quien administra el bot que las personas con el rol de casos protegidos lo tengan instalado.',
    commitment:
      'El aviso de un compromiso no le llegó a una persona. Avísale a quien administra el bot: el registro dice cuál.',
  },
  setAside:
    'Una tarea del bot falló diez veces y quedó apartada. Avísale a quien administra el bot y revisa con «casos» si algún plazo quedó sin atender.',
};
