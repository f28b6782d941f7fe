import type { Widened } from '../../../platform/text/shape.js';

/** What the bot says to somebody who may be in danger. */
const care = {
  /** What would be done, whatever is said to the numbers. */
  goingOn: {
    retract: 'Contarme cómo sigue',
    deny: 'Contarme cómo sigue',
    'not-it': 'Contarme cómo sigue',
    thanks: 'Contarme cómo sigue',
    affirm: 'Contarme cómo sigue',
  },
  heard: (emergency: string, emotional: string) =>
    `Gracias por contarme; me alivia saberlo. Por si acaso, puedes llamar al ${emergency} si hay peligro, o al ${emotional} para hablar con alguien. ¿Seguimos con lo que necesitabas?`,
  isThanked: (emergency: string, emotional: string) =>
    `Aquí estoy. Si hay peligro, llama al ${emergency}; para hablar con alguien, al ${emotional}. Si quieres hablar con una persona del equipo, escribe «persona».`,
  emergency: {
    title: 'Primero la vida: llama ya',
    advice:
      'Si puedes, ponte a salvo y avisa a quien tengas cerca y a la vigilancia o la brigada de tu sede. Después me cuentas lo que pasó.',
  },
  distress: {
    title: 'Siento mucho que estés pasando por esto. No tienes que llevarlo a solas.',
    advice:
      'Al otro lado de la línea hay alguien que escucha, sin juzgar. También puedes buscar ahora a una persona en la que confíes.',
  },
  /** For something that happened and may not be over. */
  told: {
    title: 'Gracias por contarlo. Si el peligro sigue, llama ya.',
    advice:
      'Si ya pasó y están a salvo, puedes reportarlo aquí: nada se envía hasta que lo confirmes, y antes verás a quién le llega.',
  },
  lines: {
    emergency: 'Emergencias: ambulancia, bomberos y policía.',
    emotional: 'Escucha y apoyo emocional.',
    violence: 'Orientación a mujeres víctimas de violencia.',
    child: 'Protección de niñas, niños y adolescentes (ICBF).',
    prosecutor: 'Fiscalía: para denunciar un delito.',
  },
  call: (number: string) => `Llamar al ${number}`,
  dialYourself: (number: string) =>
    `Si el botón no marca desde este equipo, marca ${number} en cualquier teléfono.`,
  inChannel: (number: string) =>
    `Te respondí en privado. Si alguien está en peligro ahora mismo, llamen ya al ${number}.`,
  inChannelOnly: (number: string) =>
    `Escríbeme en un chat individual y te digo a quién acudir. Si alguien está en peligro ahora mismo, llamen ya al ${number}.`,
};

/** The texts of its templates. */
const cards = {
  danger: {
    notLive: 'Soy un bot: nadie lee este chat en vivo.',
    narrative: 'Lo que escribiste',
    person: 'Hablar con una persona',
    report: 'Reportar lo que pasó',
  },
};

export const es = { care, cards };

/** The other language has the same keys and parameters. */
export type Texts = Widened<typeof es>;
