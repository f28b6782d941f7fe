import type { Helplines } from '../../../platform/text/helplines.js';
import type { Widened } from '../../../platform/text/shape.js';

/** What the bot says to somebody who may be in danger. */
const care = {
  /** What would be done, whatever is said to the numbers. */
  goingOn: 'Contarme cómo sigue',
  heard: (emergency: string, emotional: string) =>
    `Gracias por contarme; me alivia saberlo. Por si acaso, puedes llamar al ${emergency} si hay peligro, o al ${emotional} para hablar con alguien. ¿Seguimos con lo que necesitabas?`,
  isThanked: (emergency: string, emotional: string) =>
    `Aquí estoy. Si hay peligro, llama al ${emergency}; para hablar con alguien, al ${emotional}. Si quieres hablar con una persona del equipo, escribe «persona».`,
  /** For the person in danger, for someone who tells of another person, and the line under an answer where danger is only possible. */
  kinds: {
    medical: {
      self: {
        title: 'Llama ya a emergencias, o pide que alguien llame por ti.',
        advice:
          'Quédate donde estás, salvo que haya peligro ahí, y pon el altavoz. Pide que alguien se quede contigo hasta que llegue la ayuda.',
      },
      other: {
        title: 'Llama ya a emergencias y que alguien se quede a su lado.',
        advice:
          'No muevas a la persona, salvo que haya peligro ahí. Quédate con ella o pide que alguien se quede, pon el altavoz y haz lo que te digan en la llamada.',
      },
      line: ({ emergency }: Helplines) =>
        `Si alguien se siente mal de repente, puedes llamar al ${emergency}.`,
    },
    'violence-now': {
      self: {
        title: 'Ponte a salvo ya y llama a emergencias apenas puedas.',
        advice:
          'Aléjate o entra a un lugar que puedas cerrar con seguro; si te quieren robar, entrega las cosas. Cuando puedas hablar, di dónde estás y avisa a seguridad.',
      },
      other: {
        title: 'Llama ya a emergencias y a seguridad, desde un lugar seguro.',
        advice:
          'Ponte a salvo, di dónde es y qué ves, y no te metas en medio. Si puedes sin arriesgarte, aleja a los demás; cuando pase el peligro, acompaña a la persona.',
      },
      line: ({ emergency }: Helplines) => `Si en algún momento hay peligro, aléjate y llama al ${emergency}.`,
    },
    fire: {
      self: {
        title: 'Ponte a salvo ya y llama a emergencias.',
        advice:
          'Usa las escaleras, nunca el ascensor; si huele a gas, no toques interruptores y llama desde afuera. Si no puedes salir, cierra la puerta al humo, llama y di en qué piso y lugar estás.',
      },
      other: {
        title: 'Llama ya a emergencias desde un lugar seguro.',
        advice:
          'Ponte a salvo y, si no te arriesgas, ayuda a otros a salir por las escaleras, nunca por el ascensor; si huele a gas, llama desde afuera. Di dónde es y si falta alguien, y no vuelvas a entrar.',
      },
      line: ({ emergency }: Helplines) =>
        `Si hay humo, olor a gas u otro peligro, sal y llama al ${emergency} desde afuera.`,
    },
    'self-harm': {
      self: {
        title: 'Llama ahora, por favor: no tienes que pasar por esto sin ayuda.',
        advice:
          'Busca a alguien de confianza que se quede contigo y aléjate de lo que pueda hacerte daño. Si estás a punto de hacerlo, ya te hiciste daño o no te contestan, llama a emergencias.',
      },
      other: {
        title: 'Quédate con la persona y pidan ayuda ahora.',
        advice:
          'Pregúntale con calma y claridad si piensa en morir, escucha y, sin arriesgarte, aleja lo que pueda hacerle daño. Si ya se hizo daño, está a punto o no puedes estar a su lado, llama a emergencias y di dónde está.',
      },
      line: ({ emotional, emergency }: Helplines) =>
        `Si tú o alguien cercano la está pasando mal, el ${emotional} es para hablar; si hay peligro, el ${emergency}.`,
    },
    despair: {
      self: {
        title: 'Te creo: esto pesa mucho, y no tienes que cargarlo sin ayuda.',
        advice:
          'Si puedes, haz una pausa y suelta el aire despacio. Habla hoy con alguien del equipo, y si piensas en morir o en hacerte daño, llama ya a la línea de apoyo.',
      },
      other: {
        title: 'Lo que notaste importa: esa persona no tiene que cargar esto sin ayuda.',
        advice:
          'Acércate, escucha sin juzgar y ofrécele buscar juntos a alguien del equipo. Si habla de morir o de hacerse daño, quédate a su lado y llamen ya a la línea de apoyo.',
      },
      line: ({ emotional }: Helplines) =>
        `Si el día pesa demasiado, puedes hablar con alguien en el ${emotional}.`,
    },
    sexual: {
      self: {
        title: 'Te creo, y lo que pasó no es tu culpa.',
        advice:
          'Puedes decidir después, y nada te obliga a enfrentar a esa persona. Si fue hace pocos días, en urgencias te atienden sin pedirte una denuncia.',
      },
      other: {
        title: 'Gracias por contarlo: créele y dile que no es su culpa.',
        advice:
          'No pidas detalles: puede decidir después, y nada obliga a enfrentar a quien lo hizo. Si fue hace pocos días, en urgencias la atienden sin pedir una denuncia.',
      },
      line: ({ violence }: Helplines) =>
        `Si tú o alguien vivió algo que no quería, en el ${violence} pueden orientar.`,
    },
    harassment: {
      self: {
        title: 'Te creo: nadie merece un trato así en su trabajo.',
        advice:
          'Si puedes, guarda los mensajes y anota fechas y palabras. Cuéntaselo hoy a alguien en quien confíes.',
      },
      other: {
        title: 'Te creo: nadie merece un trato así, y tu apoyo le puede servir.',
        advice:
          'Dile en privado que le crees y pregúntale qué quiere hacer. No lo hables delante de quien lo hace.',
      },
      line: ({ emotional }: Helplines) =>
        `Si algo en el trabajo te está pesando, puedes hablarlo con alguien del equipo o en el ${emotional}.`,
    },
    child: {
      self: {
        title: 'Quédate cerca del niño, niña o adolescente y llama ya.',
        advice:
          'No le hagas preguntas: escucha, créele y anota sus palabras tal como las dijo. Si está en peligro o tiene heridas, llama primero a emergencias.',
      },
      other: {
        title: 'Llama ya a la línea de protección: no necesitas pruebas para llamar.',
        advice:
          'No le hagas preguntas al niño, niña o adolescente; escribe lo que te contaron, con las mismas palabras. Si hay peligro ahora o heridas, llama primero a emergencias.',
      },
      line: ({ child }: Helplines) =>
        `Si te preocupa un niño, niña o adolescente, en el ${child} puedes preguntar y pedir ayuda.`,
    },
    elder: {
      self: {
        title: 'Quédate a su lado; si hay peligro o heridas, llama ya a emergencias.',
        advice:
          'Háblale con calma y no confrontes delante de la persona a quien lo hizo. Cuando puedas, anota lo que viste y cuéntaselo hoy a alguien del equipo.',
      },
      other: {
        title: 'Si hay peligro ahora, llama ya a emergencias; haces bien en contarlo.',
        advice:
          'Anota lo que te contaron y habla hoy con alguien del equipo. No confrontes delante de la persona a quien pudo hacerlo: podría ponerla en más riesgo.',
      },
      line: ({ emergency }: Helplines) =>
        `Si te preocupa una persona mayor o dependiente, habla con el equipo; si hay peligro, llama al ${emergency}.`,
    },
    partner: {
      self: {
        title: 'Te creo, y no es tu culpa: tu seguridad va primero.',
        advice:
          'Ponte a salvo donde haya gente y avisa a seguridad; si te espera afuera, no salgas sin compañía. Si hay peligro ahora, llama a emergencias; si no, la línea de mujeres y violencias puede orientarte.',
      },
      other: {
        title: 'Créele y dile que no es su culpa: su seguridad va primero.',
        advice:
          'Pónganse a salvo, avisa a seguridad y no confrontes a quien amenaza. Si hay peligro ahora, llama a emergencias; si no, pregúntale qué necesita y ofrécele compañía para llamar.',
      },
      line: ({ violence, emergency }: Helplines) =>
        `Si tú o alguien siente miedo de su pareja o ex, el ${violence} orienta; si hay peligro, llama al ${emergency}.`,
    },
  },
  needHelp: 'Necesito ayuda ya',
  /** Whom to turn to who has no number. */
  others: {
    security: {
      heading: 'Vigilancia o brigada de tu sede',
      meaning: 'Avísales ya: son quienes están más cerca.',
    },
    person: {
      heading: 'Una persona del equipo',
      meaning: 'Alguien del equipo de humanización a quien puedes escribirle.',
      go: 'Hablar con una persona',
    },
    protected: {
      heading: 'En confidencia',
      meaning:
        'Tu jefe no se entera: va solo a quienes reciben los casos protegidos. Antes de enviarlo ves quiénes son, y nada se envía hasta que lo confirmes.',
      go: 'Reportar en confidencia',
    },
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
