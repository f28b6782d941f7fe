import type { Helplines } from '../helplines.js';
import { caseFiles } from './case-files.js';
import type { News } from './case-news.js';
import { ended, figure, to } from './grammar.js';
import { voice } from './voice.js';

/** The values of a receipt. */
export interface Received {
  name: string;
  who: string;
  /** Empty once the time has passed. */
  due: string;
}

/** A report from its beginning to its receipt. */
export const reports = {
  safetyQuestion: {
    threat: 'Alguien amenazó o intimidó a una persona',
    physical: 'Hubo golpes, empujones u otro contacto físico agresivo',
    harm: 'La salud, la estabilidad emocional o la seguridad de alguien está en riesgo',
  },
  /** By how many are asked. */
  safetyAsked: ['', 'Una pregunta de seguridad', 'Dos preguntas de seguridad', 'Tres preguntas de seguridad'],
  safetyTold: (said: string) => `Por tu relato: ${said}. Si no es así, corrígelo en «Más detalles».`,
  willBeReviewed: 'Quien atienda el caso confirmará primero este nivel.',
  /** A message becomes a report. */
  quoting: {
    expired: 'Este formulario venció. Revisa lo que escribiste y envíalo otra vez.',
    title: 'Reportar esto',
    about: (name: string) => `Es sobre quien lo escribió: ${name}`,
    other: (when: string) =>
      `Este es un reporte aparte. Tienes otro sin enviar, del ${when}, que sigue como lo dejaste en tu chat con Humanización.`,
    quotation: (words: string) => `Mensaje citado: «${words}»`,
    concerned: (name: string) => `El reporte es sobre quien escribió ese mensaje: ${name}.`,
  },
  /** Telephone numbers for help, shown first. */
  answerHere: {
    title: '¿Lo envío como respuesta?',
    intro: (name: string, number: string) => `Pregunta por el caso ${number} · ${name}`,
    withoutName: 'Va sin tu nombre.',
    yes: 'Sí, enviarla',
    toThis: (number: string) => `Enviarla a ${number}`,
  },
  cancel: {
    draft: {
      title: 'Dejé tu reporte sin enviar',
      body: 'Nadie lo ha visto. Si no lo borras, lo guardo como borrador por si quieres seguir después.',
    },
    resume: 'Seguir con el reporte',
    discard: 'Borrarlo',
    sent: (number: string) => ({
      title: `Tu reporte ${number} ya fue enviado`,
      body: 'Todavía no lo han aceptado. Si te equivocaste, ábrelo y retíralo desde ahí, con una razón corta.',
    }),
    open: 'Abrir el caso',
    nothing: {
      title: 'No hay nada por cancelar',
      body: 'No tienes ningún reporte a medias ni recién enviado.',
    },
    menu: 'Ver qué puedes hacer',
  },
  /** Who reports may be the person who was hurt, or somebody who saw it. */
  protected: {
    why: {
      'sexual-violence':
        'Gracias por confiar en contarlo: por tratarse de acoso o violencia sexual, no pasa por tu línea; lo reciben solo quienes ves arriba, que escuchan, cuidan y acompañan a donde decida la persona afectada, sin investigar ni confrontar a nadie.',
      child:
        'Gracias por cuidar: como puede haber un niño, niña o adolescente en riesgo, no pasa por tu línea; lo reciben solo quienes ves arriba, que cuidan y acompañan, sin investigar ni confrontar a nadie.',
      'by-superior':
        'Gracias por confiar en contarlo: como puede estar involucrado un superior, no pasa por tu línea; lo reciben solo quienes ves arriba, que escuchan, cuidan y acompañan a donde decida la persona afectada, sin investigar ni confrontar a nadie.',
      retaliation: voice.why,
      asked:
        'Gracias por confiar en contarlo: como lo pediste en confidencia, no pasa por tu línea; lo reciben solo quienes ves arriba, que escuchan, cuidan y acompañan, sin investigar ni confrontar a nadie.',
    },
    rightsTitle: 'También puedes acudir a',
    rights: {
      'sexual-violence': ({ prosecutor }: Helplines) =>
        `La Fiscalía (línea ${prosecutor}), si la persona afectada quiere denunciar. La Ley 2365 de 2024 le da derecho a protección y a que nadie tome represalias.`,
      child: ({ child, emergency }: Helplines) =>
        `La línea ${child} del ICBF, o ${emergency} si el peligro es ahora. Quien conoce un daño a un niño, niña o adolescente tiene el deber de avisar a las autoridades (Ley 1098 de 2006), y este reporte no reemplaza ese aviso.`,
      'by-superior': ({ prosecutor }: Helplines) =>
        `El Comité de Convivencia Laboral o la inspección del trabajo (Ley 1010 de 2006, que protege de represalias a quien denuncia acoso laboral). Si hubo golpes o amenazas, también la Fiscalía (línea ${prosecutor}).`,
      retaliation: voice.rights,
      asked: ({ emotional }: Helplines) =>
        `El Comité de Convivencia Laboral, si se trata de malos tratos en el trabajo (Ley 1010 de 2006), o la línea ${emotional}, si quieres hablar con alguien.`,
    },
    upTheLine: 'Prefiero que vaya por mi línea',
    notUpTheLine: 'Prefiero la ruta protegida',
    duty: 'Caso protegido: recíbelo, cuida y remite con el consentimiento de la persona afectada. No investigues, no confrontes a nadie y no lo comentes con su línea.',
    /** What to do first, and what never to ask. To be read by a psychologist. */
    firstHour: {
      'sexual-violence':
        'En la primera hora: escríbele que lo leíste, y pregúntale si está a salvo y cómo prefiere que le hablen. No preguntes por qué no lo contó antes, qué hizo ni cómo iba vestida la persona.',
      child:
        'En la primera hora: mira si el niño, niña o adolescente sigue en riesgo, y escríbele a quien reportó que lo leíste. No le pidas a nadie que lo interrogue ni que lo haga repetir lo que pasó.',
      'by-superior':
        'En la primera hora: escríbele que lo leíste y que su superior no lo ha visto. Pregúntale por dónde y a qué hora prefiere que le hablen.',
      retaliation:
        'En la primera hora: escríbele que lo leíste, y pregúntale qué cambió desde que reportó y cómo prefiere que le hablen.',
      asked: 'En la primera hora: escríbele que lo leíste, y pregúntale cómo prefiere que le hablen.',
    },
    /** Said to whoever told it, once somebody has received it. */
    received: ({ number, by }: News) => `**${by}** leyó lo que contaste y recibió tu caso ${number}.`,
    receivedNext:
      '¿Cómo prefieres que te hable? Puedes elegirlo ahora o después; no tienes que responder ya.',
    contact: {
      call: { title: 'Por teléfono', words: 'Prefiero que me llamen.' },
      write: { title: 'Por escrito, aquí', words: 'Prefiero que me escriban por aquí.' },
      wait: { title: 'Prefiero esperar', words: 'Por ahora prefiero esperar.' },
    },
    unreceived: {
      reporter: ({ number }: News, others: string) =>
        `Nadie ha recibido todavía tu caso ${number}, y lamento que tengas que esperar. Sigue protegido y no subió a tu línea; insistí con quienes pueden recibirlo. Mientras tanto, también puedes acudir a: ${others}.`,
      receiver: ({ number }: News, others: string) =>
        `Nadie ha recibido a tiempo el caso protegido ${number}. No sube a ninguna línea: recíbelo ya. A quien reportó le dije que también puede acudir a: ${others}.`,
    },
    others: {
      emergency: (number: string) => `línea ${number}, si hay peligro ahora`,
      violence: (number: string) => `línea ${number}, orientación por violencia`,
    },
  },
  teamReason: {
    line: 'porque en tu línea no encontré a nadie que pueda atenderlo',
    chosen: 'como lo elegiste',
    burst: 'porque ya enviaste diez reportes en la última hora',
  },
  involved: {
    superior: '¿Esa persona está involucrada en lo que pasó?',
    other: '¿Está involucrada en lo que pasó esa persona, o tu superior inmediato?',
    line: '¿Está involucrada en lo que pasó esa persona, o alguien más de tu línea?',
  },
  /** What the reporter answered to it. */
  answer: { true: 'Respondiste que sí.', false: 'Respondiste que no.' },
  receipt: {
    thanks: ({ name }: Received) => (name ? `Gracias, ${name}.` : 'Gracias por contarlo.'),
    kind: ({ name }: Received) =>
      name
        ? `Gracias por contarlo, ${name}. Lamento que haya pasado, y no tienes que llevarlo a solas.`
        : 'Gracias por contarlo. Lamento que haya pasado, y no tienes que llevarlo a solas.',
    told: ({ who, due }: Received) =>
      due
        ? `Ya le avisé ${to(who, '**')}; debe responderte ${ended(due)} Te escribo cuando lo haga.`
        : `Ya le avisé ${to(who, '**')}. Te escribo cuando responda.`,
    protected: ({ who }: Received) =>
      `Lo envié solo ${to(who, '**')}; no pasa por tu línea. Si en una hora nadie lo ha recibido, te digo a quién más acudir.`,
    confidential: 'Nadie que atienda el caso ve tu nombre.',
  },
  problem: {
    empty: 'Cuéntame qué pasó: el relato está vacío.',
    short: (missing: number) =>
      missing === 1
        ? 'Cuéntame un poco más: falta al menos 1 carácter para poder entender qué pasó.'
        : `Cuéntame un poco más: faltan al menos ${missing} caracteres para poder entender qué pasó.`,
    long: (excess: number, most: number) =>
      `Te pasaste por ${excess === 1 ? '1 carácter' : `${figure.format(excess)} caracteres`}; el máximo es ${figure.format(most)}. Abajo está completo: acórtalo y continúa.`,
    cut: (kept: number, most: number) =>
      `Tu relato es muy largo: el máximo es ${figure.format(most)} caracteres. Abajo están los primeros ${figure.format(kept)}; lo que seguía no lo guardé, pero sigue en tu mensaje. Acórtalo y continúa.`,
    field: 'Revisa los datos marcados: alguno no es válido.',
    future: 'La fecha en que pasó no puede ser futura. Corrígela y continúa.',
    involvement:
      'Falta una respuesta para poder enviar: di si la persona a la que le llegaría el caso está involucrada en lo que pasó.',
    recipientChanged:
      'Todavía no lo envié, porque cambió quién lo recibe. Mira abajo a quién le llega y, si estás de acuerdo, envíalo.',
    superior:
      'No encontré a la persona que elegiste como superior, o su cuenta ya no está activa. Búscala de nuevo o déjalo en blanco.',
    recipient:
      'Esa persona no puede recibir el reporte. Elige a alguien que lidere un equipo o que sea del equipo de humanización, o déjalo en blanco.',
    confidentialRecipient:
      'Con tu nombre en reserva, el reporte solo puede llegarle a alguien de tu línea o al equipo de humanización. Elige a otra persona o déjalo en blanco.',
    files: 'Antes de enviar, mira abajo lo que dice de tus archivos y decide si van así.',
    'not-in-this-state': 'El caso ya cambió: así está ahora.',
    changedMeanwhile:
      'El caso cambió mientras escribías. Lo que escribiste sigue aquí: míralo y vuelve a enviarlo.',
    'missing-reason': 'Falta la razón. Escríbela y vuelve a intentarlo.',
    'missing-outcome': 'Elige al menos una opción de lo que se hizo.',
    'missing-summary': 'Falta el resumen para quien reportó.',
    'missing-words': 'Falta el texto. Escríbelo y vuelve a intentarlo.',
    'too-late-to-undo': 'Ya no se puede deshacer: pasaron los dos minutos.',
    'already-told': 'Ya no se puede deshacer: la noticia ya salió.',
    'missing-commitment':
      'Un estándar o un compromiso en el PID necesita quién se compromete, a qué y hasta cuándo. Anótalo aquí abajo.',
    'not-in-protected':
      'Un caso protegido no lleva compromisos ni se cierra con ellos: en él no se confronta a nadie. Elige otra opción de lo que se hizo.',
    'missing-person': 'Falta quién se compromete: elige a alguien de la lista o búscalo.',
    'missing-what': 'Falta a qué se compromete.',
    'missing-day': 'Falta hasta cuándo.',
    'impossible-day': 'Elige un día de hoy en adelante, a no más de dos años.',
    'not-later': 'El nuevo plazo tiene que ser después del que ya tiene.',
    'too-many-commitments': 'El caso ya tiene 10 compromisos, que es lo máximo.',
    'done-already': 'Ese compromiso ya está cumplido.',
    'no-commitment': 'Ese compromiso ya no está: se deshizo el cierre en que se anotó.',
    'same-level': 'El caso ya está en ese nivel, y está confirmado.',
    unconfirmed: 'Confirma primero el nivel de impacto; después puedes cerrar el caso.',
    'missing-place': 'Elige al menos uno: el servicio, la sede o el momento.',
    'same-priority': 'El caso ya está así.',
    'health-off':
      'Los plazos de los reclamos en salud no están activos en tu organización, así que no hay nada que marcar. El caso sigue con sus plazos de siempre.',
    'no-question': 'No hay ninguna pregunta por responder.',
    'too-late':
      'Ya pasaron los 15 días hábiles para reabrirlo. Puedes hacer un reporte nuevo y mencionar este número.',
    'too-many-files': 'El caso ya tiene 5 archivos, que es lo máximo.',
    'same-assignee': 'El caso ya está con esa persona.',
    'unknown-person': 'No puedo asignarlo a esa persona. Elige a otra.',
    'later-version':
      'Este caso tiene novedades de una versión más reciente del bot. Por ahora solo se puede leer.',
  },
  cancelled: {
    title: 'Reporte cancelado',
    body: 'No se envió ni se guardó nada. Si cambias de opinión, puedes empezar de nuevo cuando quieras.',
    again: 'Empezar de nuevo',
  },
  draftGone: {
    title: 'Este formulario ya no está abierto',
    body: 'El reporte se envió, se canceló o pasó demasiado tiempo. Mira «Mis casos» para ver si quedó enviado, o empieza uno nuevo.',
    mine: 'Mis casos',
    again: 'Empezar de nuevo',
  },
  evidence: caseFiles,
  confidentiality: {
    title: 'Quién sabe que reportaste',
    paragraphs: [
      'No es anónimo: Teams sabe quién escribe, y quien administra el bot puede saber quién reportó. Pero puedes pedir que tu nombre quede en reserva: márcalo antes de enviar el reporte. Nada se envía hasta que lo confirmes.',
      '**Con reserva:** quien atiende el caso no ve tu nombre; las preguntas y respuestas pasan por mí. El equipo de humanización puede conocer tu identidad si hace falta para protegerte: debe escribir la razón, y te aviso.',
      '**Sin reserva:** ven tu nombre quien atiende el caso y el equipo de humanización. En un canal no se muestra ningún reporte.',
      '**Tus archivos** cambian de nombre: archivo-1, archivo-2… Con reserva, a los demás les llega una copia limpia de las fotos (JPG, PNG, WebP, GIF) y de los PDF: los dibujo de nuevo y solo queda lo que se ve. A los Word, Excel, audios, videos y fotos HEIC no les puedo quitar lo que cuentan, como quién los hizo o tu voz: te lo digo antes de guardarlos, y van solo si tú quieres. Si puedes, envíalos como PDF o como foto. Lo que se ve o se lee en un archivo no cambia.',
      '**Si tu superior está involucrado,** dilo antes de enviar el reporte, en «Cambiar»: el caso no le llega a esa persona.',
    ],
    /** Where the protected route is on. */
    protectedRoute:
      '**Si cuentas acoso o violencia sexual, violencia de un superior o un daño a un niño, niña o adolescente,** el reporte no pasa por tu línea: lo reciben solo las personas del equipo de humanización que tienen ese encargo (o todo el equipo, si son menos de dos), y antes de enviarlo ves quiénes. Puedes elegir que vaya por tu línea.',
    limits:
      '**Lo que no puedo prometer:** tu relato se muestra como lo escribes, así que alguien podría reconocerte por lo que cuentas; tampoco puedo asegurar cómo reaccionará cada persona. Si después te tratan mal por haber reportado, eso también se puede reportar.',
    report: 'Reportar una falla',
  },
  retaliationFeared: {
    title: 'Entiendo tu miedo: nadie debe tratarte mal por haber reportado.',
    body: 'La ley protege de represalias a quien denuncia acoso laboral o sexual. No puedo prometer que no pase; si pasa, o te amenazan, cuéntamelo y anota fechas y palabras.',
    /** Where the protected route is on. */
    guarded: 'Lo que cuentes con este botón va por la ruta protegida: no le llega a quien te lidera.',
    tell: 'Contar que se desquitan',
  },
  nameGiven: {
    withheld: (number: string) =>
      `En el caso ${number} tu nombre sigue en reserva, y desde aquí no puedo quitarla. Si quieres que quien lo atiende sepa quién eres, escríbeselo con «Agregar algo» en el caso.`,
    known: (number: string) =>
      `En el caso ${number} tu nombre no está en reserva: quien lo atiende ya puede verlo.`,
  },
  offerFromChannel:
    'Lo escribiste donde otras personas leen. No guardo nada de eso si no tocas «Reportarlo».',
  offerAboutSuperior:
    'Entendí que se trata de tu jefe. Si es así, no le llega a esa persona: antes de enviarlo ves quién lo recibe.',
  offerSection: (title: string) => `La política habla de esto en «${title}».`,
};
