/** What the bot says in messages: greetings, refusals, kind answers to what it cannot read. */
export const chat = {
  greeting: (name: string) => (name ? `Hola, ${name}` : 'Hola'),
  helpTitle: 'Esto es lo que puedo hacer',
  examples: [
    '¿Cuáles son los ejes de la política?',
    'Me mandaron de un lado a otro, ¿eso qué es?',
    '¿Qué hago si veo que tratan mal a un usuario?',
  ],
  channelWelcome:
    'Hola, soy el bot de la Política de Humanización y Experiencia. Menciónenme con una pregunta y la respondo con las palabras de la política. Para reportar una falla, escríbanme en privado: lo que le pasó a una persona no se cuenta en un canal.',
  onlyInPrivate: 'Eso lo hablamos en privado, para cuidar a las personas. Escríbeme en un chat individual.',
  unknownAction: 'Esa opción ya no está disponible. Escribe «ayuda» para ver lo que puedo hacer.',
  emptyMessage:
    'No alcancé a leer nada en tu mensaje. Escríbeme con palabras lo que necesitas, o escribe «ayuda».',
  cannotReadFile:
    'Recibí tu archivo, pero todavía no puedo abrir archivos, imágenes ni audios, y no lo guardé. Cuéntame con palabras lo que pasó; si quieres reportar una falla, escribe «reportar».',
  cannotReadSticker:
    'Gracias por el gesto. Yo solo entiendo palabras: escríbeme lo que necesitas, o escribe «ayuda».',
  edited: 'Vi que editaste un mensaje. Yo respondo los mensajes nuevos: escríbelo otra vez y lo reviso.',
  reaction: 'Gracias por reaccionar. Si algo no te sirvió, dímelo con palabras y lo intento de otra forma.',
  outsider:
    'Este bot es para colaboradores de la organización. Si eres usuario o aliado, comunícate por los canales de atención habituales.',
  personal: 'Colaborador o colaboradora',
  setAside:
    'Una tarea del bot falló diez veces y quedó apartada. Avísale a quien administra el bot y revisa con «casos» si algún plazo quedó sin atender.',
};
