/** The texts of the files of reports and cases. */
export const caseFiles = {
  title: (number: string) => `Archivos del caso ${number}`,
  file: (number: number) => `Archivo ${number}`,
  nowhere:
    'Recibí un archivo, pero no tienes un reporte abierto ni un caso reciente al que agregarlo, así que no lo guardé. Escribe «reportar» y envíalo de nuevo.',
  /** While files are checked for longer than a moment. */
  checking: 'Estoy revisando tus archivos; en un momento te digo.',
  withDraft: 'Guardé el archivo con el reporte que estás escribiendo. Se enviará cuando lo confirmes.',
  withCase: (number: string) => `Agregué el archivo al caso ${number}.`,
  closed:
    'El reporte o el caso al que iba el archivo ya no está abierto, así que no lo guardé. Si quieres contarlo de nuevo, escribe «reportar» y envíalo otra vez.',
  busy: 'El caso estaba cambiando y no pude agregar el archivo, así que no lo guardé. Envíalo de nuevo.',
  laterVersion:
    'El caso tiene novedades de una versión más reciente del bot y por ahora solo se puede leer, así que no guardé el archivo. Envíalo de nuevo más tarde.',
  tooMany: 'Un caso recibe 5 archivos como máximo: los que sobran no los guardé.',
  unnamed: 'Un archivo',
  /** What a file that cannot be cleaned may tell, and what to send in its place. Goes on after its name. */
  tells: {
    photo:
      'puede decir dónde, cuándo y con qué equipo se hizo, y no lo puedo limpiar. Una captura de pantalla de esa foto sí.',
    pdf: 'puede decir quién lo hizo, y no lo pude limpiar: puedo con un PDF de hasta 30 páginas, sin contraseña. Envíalo por partes o en fotos.',
    document:
      'puede decir quién lo hizo, quién lo cambió y en qué carpetas estuvo, y no lo puedo limpiar. Si lo guardas como PDF o le tomas una foto, eso sí.',
    sound:
      'deja oír tu voz, y puede decir cuándo y con qué se grabó; no lo puedo limpiar. Si puedes, cuéntalo por escrito, en un PDF o en una foto.',
    film: 'deja ver caras y oír voces, y puede decir dónde y con qué se grabó; no lo puedo limpiar. Una captura de pantalla sí.',
  },
  /** For files of a confidential report that cannot be cleaned. */
  unclean: (count: number) =>
    count === 1
      ? {
          title: 'Ese archivo podría decir quién eres',
          body: 'No lo guardé, porque pediste reserva y los demás lo recibirían tal como está:',
          how: 'Si quieres adjuntarlo de todas formas, toca el botón y vuelve a enviar ese mismo archivo.',
        }
      : {
          title: 'Esos archivos podrían decir quién eres',
          body: 'No los guardé, porque pediste reserva y los demás los recibirían tal como están:',
          how: 'Si quieres adjuntarlos de todas formas, toca el botón y vuelve a enviar esos mismos archivos.',
        },
  allowed: (count: number) => ({
    title: count === 1 ? 'Listo: ahora envíalo otra vez' : 'Listo: ahora envíalos otra vez',
    body:
      count === 1
        ? 'Durante la próxima media hora puedes adjuntar ese archivo, sin cambios, y los demás lo reciben tal como está. Por cualquier otro te vuelvo a preguntar.'
        : 'Durante la próxima media hora puedes adjuntar esos archivos, sin cambios, y los demás los reciben tal como están. Por cualquier otro te vuelvo a preguntar.',
  }),
  /** For the button of a card from before consents named files. */
  askedBefore: {
    title: 'Envía el archivo otra vez',
    body: 'Te digo qué podría contar de ti, y decides si va.',
  },
  declined: {
    title: 'Listo, no lo adjunté',
    body: 'Tampoco guardé nada de ese archivo. Puedes seguir con tu reporte.',
  },
  goesAsItIs: (count: number) =>
    count === 1 ? 'Un archivo va tal como lo enviaste:' : `${count} archivos van tal como los enviaste:`,
  /** What the reporter reads of each file of a confidential case. */
  form: {
    copy: 'A los demás les llega una copia limpia.',
    'as-sent': 'A los demás les llega tal como lo enviaste.',
    nothing: (tells: string) => `Los demás no lo pueden abrir: ${tells}`,
    mayBeOpened: 'Puedes enviarlo así, o dejar que lo abran tal como está.',
  },
  opened: (name: string) => `Listo: quienes atienden el caso ya pueden abrir ${name} tal como lo enviaste.`,
  /** Others tried to open it. */
  unopened: {
    title: (number: string) => `No pude entregar un archivo de tu caso ${number}`,
    'not-cleaned': (name: string, tells: string) =>
      `Quien atiende el caso quiso abrir ${name}, y no se lo di, porque pediste reserva. Ese archivo ${tells} En «Ver archivos» está qué puedes hacer.`,
    unreadable: (name: string) =>
      `Quien atiende el caso quiso abrir ${name}, pero tiene contraseña o está dañado. Guárdalo como PDF sin contraseña y envíalo de nuevo, o manda una foto.`,
  },
  problem: {
    'too-large': (name: string) => `«${name}» pesa más de 10 MB y no lo guardé. Envía uno más pequeño.`,
    'not-allowed': (name: string) =>
      `«${name}» no es una foto, un PDF, un audio, un video, un Word o un Excel que pueda guardar.`,
    unreadable: (name: string) =>
      `«${name}» tiene contraseña o está dañado, y no lo guardé. Guárdalo como PDF sin contraseña y envíalo de nuevo, o manda una foto.`,
  },
};
