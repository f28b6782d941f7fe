import type { Widened } from '../../../platform/text/shape.js';

/** The page around the sections. */
const frame = {
  title: 'Mi página',
  skip: 'Saltar al contenido',
  sections: 'Partes de la página',
  leave: 'Salir',
  /** Getting in. */
  entry: {
    title: 'Abrir mi página',
    of: (name: string) => `Es la página de ${name}. Si no eres tú, cierra esta ventana.`,
    once: 'El enlace sirve una vez. La página queda abierta una hora en este navegador: en un equipo compartido, sal al terminar.',
    open: 'Abrir',
    goneTitle: 'Este enlace ya no sirve',
    gone: 'Sirve una sola vez y dura diez minutos. Pide otro: escríbele «mi página» al bot en Teams.',
    closedTitle: 'Abre tu página desde Teams',
    closed: 'Escríbele «mi página» al bot, en tu chat con él, y abre el enlace que te da.',
    opening: 'Abriendo tu página…',
    failed:
      'No pude abrir tu página aquí. Escríbele «mi página» al bot, en tu chat con él, y abre el enlace que te da.',
    leftTitle: 'Saliste de tu página',
    left: 'Para volver, escríbele «mi página» al bot en Teams.',
    refusedTitle: 'Esta página no es para ti',
    refused: 'Tu cuenta no puede abrirla. Si crees que es un error, habla con el equipo de humanización.',
    missingTitle: 'No encontré esta parte',
    missing: 'No existe, o no es para tu rol.',
    back: 'Volver a mi página',
    chat: 'Abrir el chat con el bot',
  },
};

/** «Hoy», the first section. */
const today = {
  title: 'Hoy',
  what: 'Qué',
  waits: 'Lo que espera por ti',
  empty: 'Nada espera por ti. Lo que llegue aparecerá aquí.',
};

/** The texts of its templates. */
const cards = {
  link: {
    title: 'Tu página',
    body: 'Ahí están tus casos, compromisos y asistencias en listas que puedes buscar y ordenar. El enlace es solo para ti, sirve una vez y dura diez minutos.',
    open: 'Abrir mi página',
  },
};

/** What the help says; the quotation marks are around the words to write. */
const help = {
  page: {
    words: '«mi página»',
    meaning: 'tus casos, compromisos y asistencias, en listas que puedes buscar y ordenar',
  },
};

export const es = { help, frame, today, cards };

/** The other language has the same keys and parameters. */
export type Texts = Widened<typeof es>;
