/** The texts around an answer; the answer itself comes from the policy. */
export const answers = {
  lead: 'Esto dice la política',
  source: (policy: string, version: string) =>
    `Entre comillas, el texto oficial de la ${policy}; lo demás lo explica el bot. Contenido ${version}.`,
  /** Below a section that somebody puts into a chat. */
  quoted: (policy: string, version: string) =>
    `Entre comillas, el texto oficial de la ${policy}. Contenido ${version}.`,
  overviewTitle: (policy: string) => `${policy}, en orden`,
  openIntranet: 'Abrir la intranet',
  openLanding: 'Abrir la landing de humanización',
  openDaruma: 'Abrir Daruma',
  exampleOf: (title: string) => `Un ejemplo de **${title}**:`,
  noMoreExamples: (title: string) => `Ya te mostré todos los ejemplos de **${title}**. Empiezo otra vez:`,
  inOtherWords: (title: string) => `**${title}**, en otras palabras:`,
  noSuchItem: (count: number) =>
    `En esa lista hay ${count === 1 ? '1 parte' : `${count} partes`}. Dime cuál quieres ver: la primera, la segunda…`,
  noList: 'Mi última respuesta no era una lista. Pregúntame por una parte de la política y la vemos.',
  nearest: (title: string) => `Lo más cercano en la política: ${title}`,
  notFound: 'Si era una pregunta sobre la política, no la encontré: prueba con otras palabras.',
  notReportedYet:
    'Todavía no se ha reportado nada. Toca el botón de reportar en la tarjeta anterior, o escribe «reportar».',
  offerFromChannel:
    'Lo escribiste donde otras personas leen. No guardo nada de eso si no tocas «Reportarlo».',
  offerSection: (title: string) => `La política habla de esto en «${title}».`,
  onlyTeamLearns:
    'Esa lista es del equipo de humanización, que cuida las respuestas. Si algo no te sirvió, dímelo en «¿Te sirvió esta respuesta?».',
  smallTalk: {
    greeting:
      '¡Hola! Pregúntame sobre la política con tus palabras, o escribe «reportar» si viste una falla. Con «ayuda» te muestro todo lo que puedo hacer.',
    thanks: 'Con mucho gusto. Aquí estoy cuando me necesites.',
    goodbye: 'Hasta pronto. Gracias por cuidar a las personas que atiendes.',
    identity:
      'Soy un bot, no una persona. Respondo con las palabras de la Política de Humanización y Experiencia y ayudo a reportar fallas en el servicio.',
    praise: '¡Gracias! Me alegra servirte. ¿Te ayudo con algo más de la política?',
    anger:
      'Lamento no haberte servido como esperabas. Cuéntame con otras palabras qué necesitas; si es una falla en el servicio, escribe «reportar».',
    other: 'Listo. Si quieres, pregúntame algo de la política o escribe «ayuda».',
  },
};
