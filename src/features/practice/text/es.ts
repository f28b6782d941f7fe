import type { Widened } from '../../../platform/text/shape.js';

/** The words of the practice of the day. */
const practice = {
  title: 'Práctica del día',
  yours: 'Tu práctica del día',
  intro:
    'Cada día hábil te escribo una cosa pequeña para hacer ese día, que lleva la política a tu trabajo. Si la haces, la marcas; no le muestro a nadie más lo que marcas. La dejas cuando quieras: basta tocar un botón.',
  comes: (hour: string, day: string) => `Te llega a las ${hour}, en días hábiles. La próxima es ${day}.`,
  paused:
    'La pausé, porque Teams no me dejó entregarte tres seguidas. Si la quieres de nuevo, te la mando desde el próximo día hábil.',
  onToday: 'hoy',
  onDay: (day: string) => `el ${day}`,
  today: 'La de hoy',
  example: 'Por ejemplo',
  anyJob: 'Cualquier trabajo',
  job: {
    ventanilla: 'Atiendo en ventanilla o punto de atención',
    salud: 'Atiendo pacientes',
    farmacia: 'Trabajo en farmacia',
    llamadas: 'Atiendo llamadas o chats',
    recreacion: 'Trabajo en recreación, deporte u hoteles',
    educacion: 'Trabajo en educación',
    cocina: 'Trabajo en alimentación',
    seguridad: 'Cuido la seguridad',
    apoyo: 'Trabajo en apoyo, sin usuarios al frente',
    liderazgo: 'Lidero un equipo',
  },
  start: 'Empezar',
  again: 'Volver a recibirla',
  save: 'Guardar',
  change: 'Cambiar la hora',
  leave: 'Dejar de recibirla',
  joined: (hour: string) => `Listo: te llega a las ${hour}`,
  next: (day: string) =>
    `La próxima es ${day}. Solo en días hábiles, y no en los que estés ausente. Si un día no puedo mandártela a tiempo, la salto.`,
  left: 'Ya no te la mando',
  leftBody: (period: string) =>
    `Lo que marcaste se borra solo, ${period} después de cada marca. Si quieres, lo borro todo de una vez; eso no se puede deshacer.`,
  forget: 'Borrar lo que marqué',
  forgotten: 'Borré lo de tus prácticas',
  forgottenBody:
    'No guardo cuáles te llegaron ni cuáles marcaste. Si un día la quieres de nuevo, escribe «práctica».',
  stillOn: 'Estás recibiendo la práctica del día. Para borrar lo que marcaste, primero deja de recibirla.',
  heading: (day: string) => `Práctica del ${day}`,
  summary: (words: string) => `Práctica del día: ${words}`,
  bringsCloser: (section: string) => `${section}, en la política`,
  takesAway: (section: string) => `${section}: lo que nos aleja, según la política`,
  done: (inWeek: number) => (inWeek > 1 ? `✓ Hecha. Van ${inWeek} esta semana.` : '✓ Hecha.'),
  past: 'Esa práctica ya pasó, así que no cambié nada. Se marca la más reciente que te llegó.',
};

/** The texts of its templates. */
const cards = {
  practice: {
    done: 'La hice',
    undo: 'Quitar la marca',
    change: 'Cambiar la hora',
    leave: 'Dejar de recibirla',
  },
  'practice-settings': {
    hour: 'Hora',
    hourRequired: 'Elige una hora.',
    job: 'Tu trabajo',
    done: 'La hice',
    leave: 'Dejar de recibirla',
  },
};

/** What the help says; the quotation marks are around the words to write. */
const help = {
  practice: {
    words: '«práctica»',
    meaning: 'una cosa pequeña para hacer cada día hábil, a la hora que elijas',
  },
};

export const es = { help, practice, cards };

/** The other language has the same keys and parameters. */
export type Texts = Widened<typeof es>;
