import type { Widened } from '../../../platform/text/shape.js';

/** What the bot says about itself, its people and its settings. */
const home = {
  greeting: (name: string) => (name ? `Hola, ${name}` : 'Hola'),
  helpTitle: 'Esto es lo que puedo hacer',
  examples: [
    '¿Cuáles son los ejes de la política?',
    'Me mandan de un lado a otro, ¿qué es?',
    '¿Qué hago si tratan mal a un usuario?',
  ],
  examplesOf: {
    leader: ['Ver los casos que esperan mi decisión'],
    trainer: ['Publicar una capacitación', 'Ver mis capacitaciones'],
    humanization: ['Ver todos los casos', 'Preguntas'],
    admin: ['Accesos'],
  },
  /** The titles of the help, by the people whom a part is for. */
  audience: {
    everybody: 'Todas las personas',
    leader: 'Si lideras un equipo',
    trainer: 'Si das capacitaciones',
    humanization: 'Equipo de humanización',
    admin: 'Si administras el bot',
  },
  person: {
    title: 'Habla con una persona',
    intro: 'Yo soy un bot. Estas personas del equipo de humanización te pueden escuchar:',
    noTeam:
      'Todavía no me han dicho quién está en el equipo de humanización. Pregunta en tu sede por el equipo de humanización.',
    write: (name: string) => `Escribirle a ${name}`,
    urgent: (number: string) => `Si alguien está en peligro ahora, llama al ${number}.`,
  },
  superior: {
    title: 'Tu superior inmediato',
    body: 'Así aparece en el directorio de la organización. A esa persona le llega lo que reportes, salvo que elijas a otra o que el caso la involucre.',
    away: (name: string) => `Hoy no está: mientras vuelve, lo que reportes le llega a ${name}.`,
    awayAlone:
      'Hoy no está y no dejó reemplazo: lo que reportes le llega a quien sigue en la línea o al equipo de humanización.',
    none: 'No sé quién es tu superior inmediato',
    noneBody:
      'En el directorio no aparece. Si reportas algo, le llega al equipo de humanización. Si quieres, les pido a quienes administran el bot que lo corrijan.',
    wrong: 'Esa persona no es mi superior',
    tell: 'Pedir que lo corrijan',
    askedTitle: 'Ya pedí que lo revisen',
    asked:
      'Les escribí a quienes administran el directorio del bot. Mientras lo corrigen, antes de enviar un reporte verás a quién le llega y podrás cambiarlo.',
    notice: {
      title: 'Un superior por corregir en el directorio',
      of: (name: string, superior: string) => `${superior} no es superior de ${name}`,
      without: (name: string) => `${name} no tiene superior`,
      wrong:
        'Lo dice la misma persona. Revísenlo: a quien aparece en el directorio le llegan sus reportes; si no hay nadie, le llegan al equipo de humanización.',
    },
  },
  language: {
    title: '¿En qué idioma te hablo?',
    body: 'Lo recuerdo hasta que me pidas otro. El texto oficial de la política está en español.',
    es: 'Español',
    en: 'English',
    set: 'Listo, te hablo en español. Para cambiarlo, escribe «english».',
  },
};

/** The texts of its templates. */
const cards = {
  welcome: {
    intro:
      'Soy el bot de la Política de Humanización y Experiencia. Te respondo con sus palabras y, si viste una falla, le aviso a tu superior inmediato y te muestro cómo va.',
    askTitle: 'Pregúntame como hablas',
    everything: 'Ver todo lo que puedes escribir',
    authorisation: 'Autorización de tus datos',
    privacy:
      'Los reportes se ven solo en chats individuales; los ven tú, quien atiende el caso y el equipo de humanización.',
    accept: 'Aceptar',
    report: 'Reportar una falla',
    mine: 'Mis casos',
    recognise: 'Reconocer a alguien',
    inbox: 'Bandeja',
    help: 'Ayuda',
  },
  person: { title: 'Habla con una persona', contacts: 'También puedes acudir a:' },
};

/** What the help says; the quotation marks are around the words to write. */
const help = {
  superior: { words: '«mi superior»', meaning: 'a quién le llega lo que reportas' },
  person: { words: '«hablar con una persona»', meaning: 'a quién escribirle del equipo de humanización' },
  language: { words: '«english»', meaning: 'desde ahí te hablo en inglés' },
};

export const es = { help, home, cards };

/** The other language has the same keys and parameters. */
export type Texts = Widened<typeof es>;
