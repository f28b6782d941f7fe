import type { Widened } from '../../../platform/text/shape.js';

/** Below an answer. */
const opinion = {
  useful: '¿Te sirvió esta respuesta?',
  yes: 'Sí',
  no: 'No',
  commentLabel: '¿Qué te faltó? (opcional)',
  commentPlaceholder: 'Dilo con tus palabras; no escribas nombres.',
  sendComment: 'Enviar comentario',
  thanks: '✓ Gracias, lo tendremos en cuenta.',
};

/** The texts around an answer; the answer itself comes from the policy. */
const answers = {
  /** Nothing was chosen when the bot asked back. */
  noneChosen: 'nada de lo propuesto',
  lead: 'Esto dice la política',
  source: (policy: string, version: string) =>
    `Entre comillas, el texto oficial de la ${policy}; lo demás lo explica el bot. Contenido ${version}.`,
  /** Below a section that somebody puts into a chat. */
  quoted: (policy: string, version: string) =>
    `Entre comillas, el texto oficial de la ${policy}. Contenido ${version}.`,
  /** What the settings say, and what is fixed, in articles. */
  figures: {
    clockHours: (count: number) => (count === 1 ? 'una hora' : `${count} horas`),
    businessHours: (count: number) => (count === 1 ? 'una hora hábil' : `${count} horas hábiles`),
    businessDays: (count: number) => (count === 1 ? 'un día hábil' : `${count} días hábiles`),
    hours: 'de lunes a viernes, de 8:00 a 17:00',
    undo: 'dos minutos',
    files: 'cinco',
    megabytes: '10 MB',
    receivers: 'al menos dos personas',
  },
  howItWorks: 'Así funciona el bot; lo explica el bot, no la política.',
  inAScene: 'Lo sugiere el bot, a partir de la política.',
  next: {
    reportar: 'Reportar una falla',
    'mis casos': 'Mis casos',
    'mis asistencias': 'Mis asistencias',
    'hablar con una persona': 'Hablar con una persona',
  },
  /** Beside the answer to the first of two questions. */
  alsoAsked: (title: string, answer: string) => `Y sobre lo otro que preguntas: **${title}** ${answer}`,
  overviewTitle: (policy: string) => `${policy}, en orden`,
  openIntranet: 'Abrir la intranet',
  openLanding: 'Abrir la landing de humanización',
  openDaruma: 'Abrir Daruma',
  exampleOf: (title: string) => `Un ejemplo de **${title}**:`,
  exampleIn: {
    counter: (title: string) => `Un ejemplo de **${title}** en una ventanilla:`,
    'call-center': (title: string) => `Un ejemplo de **${title}** en una llamada del call center:`,
    clinic: (title: string) => `Un ejemplo de **${title}** en una IPS, con pacientes:`,
    park: (title: string) => `Un ejemplo de **${title}** en un parque o un hotel:`,
    office: (title: string) => `Un ejemplo de **${title}** en la oficina, entre colegas:`,
  },
  noMoreExamples: (title: string) => `Ya te mostré todos los ejemplos de **${title}**. Empiezo otra vez:`,
  inOtherWords: (title: string) => `**${title}**, en otras palabras:`,
  simpler: (title: string) => `**${title}**, más sencillo:`,
  briefly: (title: string) => `**${title}**, en una frase:`,
  whyOf: (title: string) => `Por qué importa **${title}**:`,
  howOf: (title: string) => `Cómo hacerlo en tu día a día (**${title}**):`,
  sideBySide: (one: string, other: string) => `**${one}** y **${other}**, una al lado de la otra:`,
  /** What the bot would do, when it asks which one is meant. */
  goingOn: {
    simplify: 'Explicarte lo último más sencillo',
    lost: 'Explicarte lo último más sencillo',
    example: 'Darte un ejemplo',
    more: 'Contarte más de lo último',
    why: 'Decirte por qué importa',
    how: 'Decirte cómo hacerlo',
    compare: 'Compararlo con lo anterior',
    brief: 'Decírtelo en una frase',
    'not-it': 'Buscar otra respuesta',
  },
  goingOnChoices: {
    choose: 'Abrir una de la lista',
    'not-it': 'Buscar otra respuesta',
    lost: 'Explicarte lo último más sencillo',
  },
  noSuchItem: (count: number) =>
    `En esa lista hay ${count === 1 ? '1 parte' : `${count} partes`}. Dime cuál quieres ver: la primera, la segunda…`,
  noList: 'Mi última respuesta no era una lista. Pregúntame por una parte de la política y la vemos.',
  nearest: (title: string) => `Lo más cercano en la política: ${title}`,
  notFound: 'Si era una pregunta sobre la política, no la encontré: prueba con otras palabras.',
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

/** The texts of its templates. */
const cards = {
  answer: {
    open: 'Ver',
    narrative: 'Lo que escribiste',
    example: 'Ver un ejemplo',
    report: 'Reportar una falla',
    neighbours: 'Ver también',
    ...opinion,
  },
  article: {
    say: 'Puedes decir',
    avoid: 'Evita',
    sections: 'En la política',
    ...opinion,
  },
  overview: {
    intro:
      'Estas son las partes de la política, en su orden. Toca «Ver» para leer las palabras oficiales de cada una.',
    open: 'Ver',
  },
  questions: {
    title: 'Para aprender de lo que la gente escribe',
    intro: 'Últimos 30 días, sin nombres. Primero, lo que preguntan y la política no responde:',
    empty: 'No hay nada por aprender en los últimos 30 días.',
    askedBack: 'Lo que el bot tuvo que volver a preguntar',
    chosen: 'Eligieron',
    opinions: 'Lo que opinan de las respuestas',
    useful: 'Les sirvió',
    useless: 'No les sirvió',
  },
  suggestions: {
    narrative: 'Lo que escribiste',
    report: 'Reportar lo que pasó',
    title: '¿Cuál de estos temas buscas?',
    intro: 'Tu pregunta puede ir por varios lados de la política. Toca el que más se acerque:',
    otherwise: 'Si no es ninguno, pregúntamelo con otras palabras.',
  },
  abstention: {
    title: 'Eso no lo encontré en la política',
    explanation:
      'Prefiero decírtelo antes que inventar una respuesta. Prueba con otras palabras o cuéntame la situación concreta.',
    inChannel:
      'Prefiero decírtelo antes que inventar una respuesta. Prueba con otras palabras. Si se trata de algo que le pasó a alguien, escríbeme en un chat individual: eso no se cuenta en un canal.',
    nearest: 'Lo más cercano en la política:',
    person: 'Hablar con una persona',
    canDo:
      'Puedo explicarte cualquier parte de la Política de Humanización y Experiencia y ayudarte a reportar una falla.',
    kept: 'Guardé tu pregunta, sin tu nombre, para quienes cuidan la política.',
    report: 'Reportar una falla',
    help: 'Ver qué puedes hacer',
  },
  choices: {
    title: 'Quiero entenderte bien',
    intro: '¿Cuál de estas cosas necesitas?',
    said: 'Lo que escribiste',
    person: 'Hablar con una persona',
    nearest: 'O mira lo más cercano en la política:',
  },
};

/** What the help says; the quotation marks are around the words to write. */
const help = {
  questions: { words: '«preguntas»', meaning: 'lo que preguntan y la política no responde' },
};

export const es = { help, answers, cards };

/** The other language has the same keys and parameters. */
export type Texts = Widened<typeof es>;
