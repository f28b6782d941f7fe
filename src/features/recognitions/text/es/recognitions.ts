import { before, ended, figure, of, to } from '../../../../platform/text/es/grammar.js';

/** Recognitions: what somebody did well. `**` marks what stands out. */
export const recognitions = {
  title: 'Reconocer a alguien',
  source: {
    colleague: 'Lo vi o lo viví yo',
    pqrs: 'Lo dijo un usuario en una PQRS',
    'development-platform': 'Está en la plataforma de desarrollo',
    'mystery-shopper': 'Lo contó un cliente incógnito',
  },
  /** How the sender heard of it. */
  heard: {
    pqrs: 'lo dijo un usuario en una PQRS',
    'development-platform': 'está en la plataforma de desarrollo',
    'mystery-shopper': 'lo contó un cliente incógnito',
  },
  from: {
    colleague: (who: string) => `De **${who}**`,
    told: (who: string, heard: string) => `De **${who}**: ${heard}`,
    user: 'De parte de un usuario',
  },
  /** Notifications: they never say what happened. */
  summary: {
    own: 'Te reconocieron',
    copy: 'Reconocieron a alguien de tu equipo',
    post: 'Un reconocimiento',
    preview: 'Así se verá tu reconocimiento',
    sent: 'Reconocimiento enviado',
    list: 'Reconocimientos',
  },
  /** What the bot does when somebody goes on in words. */
  goingOn: {
    acts: {
      send: 'Ver cómo queda tu reconocimiento',
      correct: 'Cambiar tu reconocimiento',
      add: 'Agregarlo a tu reconocimiento',
      drop: 'Dejar tu reconocimiento',
    },
    leave: {
      title: '¿Borro este reconocimiento?',
      body: 'No se le ha enviado a nadie. Si no lo borras, puedes seguir con él más arriba.',
      discard: 'Borrarlo',
    },
  },
  problem: {
    unclear: 'No supe qué cambiar. Corrígelo aquí y mira cómo queda.',
    expired: 'Este formulario venció. Revisa lo que escribiste y envíalo otra vez.',
    nobody: 'Falta a quién quieres reconocer. Elige a una persona de la lista o búscala por su nombre.',
    'many-people': 'Un reconocimiento puede ir a cinco personas como máximo.',
    attribute: 'Falta el atributo: ¿qué fue lo que se notó?',
    'too-short': (length: number) =>
      `Cuenta un poco más qué hizo: hacen falta al menos 20 caracteres, y van ${figure.format(length)}.`,
    'too-long': (length: number) => `Acórtalo un poco: caben 500 caracteres, y van ${figure.format(length)}.`,
    offensive: 'Estas palabras pueden herir a quien las lea. Dilo de otra forma y lo envío con gusto:',
    oneself: 'Este mensaje es para reconocer a otra persona; a ti no te lo puedes enviar.',
    again: (who: string, from: string) =>
      ended(
        `Ya reconociste ${to(who, '**')} hace menos de una semana. Puedes volver a hacerlo desde el ${from}`,
      ),
    'too-many': (left: number, from: string) =>
      ended(
        left === 0
          ? `Ya reconociste a cinco personas esta semana. Puedes seguir desde el ${from}`
          : `Esta semana te queda${left === 1 ? '' : 'n'} ${left}. Deja menos personas, o hazlo desde el ${from}`,
      ),
    unknown:
      'A una de las personas que elegiste no la encuentro en el directorio. Quítala y búscala otra vez.',
    guest:
      'Una de las personas que elegiste es invitada en Teams, y solo puedo escribirle a quienes trabajan aquí.',
    left: (who: string) => `La cuenta ${of(who, '**')} está desactivada, así que no le puedo entregar nada.`,
    away: (who: string, until: string) =>
      `**${who}** no está hasta el ${until}. Hazlo cuando vuelva, para que lo disfrute.`,
    sender: 'No te encuentro en el directorio, así que no puedo decir de parte de quién va.',
    outdated: 'Ese mensaje cambió después de esta vista previa. Usa la más reciente.',
  },
  preview: {
    title: 'Así lo verá',
    titleSeveral: 'Así lo verá cada persona',
    to: (who: string) => `Para **${who}**`,
    toSeveral: (who: string) => `Para **${who}**, a cada quien por separado`,
    also: (who: string) => `También le llega una copia ${to(who, '**')}.`,
    public: 'Quien lo recibe decide si se publica en un canal de su equipo.',
    private: 'No se publica en ningún canal.',
    discarded: { title: 'No se envió nada', body: 'Borré lo que habías escrito.' },
  },
  receipt: {
    sent: (who: string) => `✓ Tu reconocimiento es para **${who}**`,
    until: (time: string) => ended(`Lo entrego cuando ya no lo puedas deshacer, después de ${before(time)}`),
    undo: (time: string) => `Deshacer (hasta ${before(time)})`,
    tooLate: 'Ya pasaron los dos minutos y el reconocimiento se entregó. Quien lo recibió lo puede quitar.',
    undone: '**No se le envió a nadie.** Esto era lo que habías escrito:',
    correct: 'Corregir y enviar',
    gone: { title: 'Este reconocimiento ya no está', body: 'Quien lo recibió prefirió no guardarlo.' },
  },
  own: {
    title: '¡Te reconocieron!',
    also: (who: string) => `También reconocieron ${to(who, '**')}, de tu equipo.`,
    askIn: (team: string) => `**¿Quieres publicarlo en «${team}»?**`,
    ask: '**¿Quieres publicarlo en un canal de tu equipo?**',
    team: 'tu equipo',
    published: (team: string) => `✓ Aceptaste publicarlo en «${team}».`,
    noPlace: 'Ya no encuentro un canal tuyo donde publicarlo. Sigue siendo solo tuyo.',
    removed: {
      title: 'Quitaste este reconocimiento',
      body: 'Ya no está en las listas ni en el canal, y borré lo que decía.',
    },
  },
  /** On the picture, and for those who do not see it. */
  picture: {
    heading: (organisation: string) => `${organisation} · Reconocimiento`,
    alt: (attribute: string) => `Tu reconocimiento como imagen, para guardarla: ${attribute}`,
  },
  copy: {
    one: (who: string) => `**${who}**, de tu equipo, recibió un reconocimiento:`,
    several: (who: string) => `**${who}**, de tu equipo, recibieron un reconocimiento:`,
    gone: {
      title: 'Este reconocimiento ya no está',
      body: 'Quien lo recibió prefirió no guardarlo.',
    },
  },
  post: (who: string) => `🌟 Reconocimiento para **${who}**`,
  list: {
    title: {
      got: 'Los reconocimientos que recibiste',
      given: 'Los reconocimientos que diste',
      team: 'Los reconocimientos de tu equipo',
    },
    empty: {
      got: 'Todavía no tienes ninguno. Mientras llega, ¿a quién le darías uno tú?',
      given: 'Todavía no has reconocido a nadie. Cuéntame a quién y por qué, y yo se lo entrego.',
      team: 'En este periodo no hay ninguno. ¿Qué has visto que valga la pena reconocer?',
    },
    noMore: 'No hay más.',
    got: 'Los que recibí',
    given: 'Los que di',
    team: 'Los de mi equipo',
    to: (who: string) => `Para **${who}**`,
    quarter: (quarter: string) =>
      `${['Enero a marzo', 'Abril a junio', 'Julio a septiembre', 'Octubre a diciembre'][Number(quarter.slice(6)) - 1] ?? ''} de ${quarter.slice(0, 4)}`,
  },
  onlyLeaders: 'Esa lista es para quienes lideran un equipo. Con «mis reconocimientos» ves los tuyos.',
  undelivered: (who: string) =>
    `No pude entregarle tu reconocimiento ${to(who)}: Teams no me deja escribirle. Si puedes, díselo tú.`,
  unposted: 'No pude publicar tu reconocimiento en el canal. Sigue siendo tuyo, en «mis reconocimientos».',
};
