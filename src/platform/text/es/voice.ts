import type { Helplines } from '../helplines.js';

/** The voice of who reported, after the closing. `**` marks what stands out. */
export const voice = {
  ask: (number: string) => `Tu caso **${number}** se cerró. Esto te escribieron:`,
  remind: (number: string) =>
    `Tu caso **${number}** se cerró y todavía me puedes contar cómo quedaste. Esto te escribieron:`,
  question: (until: string) =>
    `**¿Quedaste conforme?** Hasta el ${until} puedes contestar. Quien atendió el caso no ve tu respuesta ni sabe si respondiste.`,
  summary: (number: string) => `¿Quedaste conforme con el caso ${number}?`,
  answer: 'Responder',
  title: 'Cuéntame cómo quedaste',
  satisfied: { yes: 'Sí', partly: 'En parte', no: 'No' },
  /** Who reads it; `names` are already put together. */
  readers: (names: string) =>
    `Si marcas que has tenido problemas, o escribes algo, solo lo leen, con tu nombre: ${names}. Nadie más, tampoco quien atendió tu caso.`,
  team: 'el equipo de humanización, sin quien haya atendido tu caso ni quien te dirija',
  nobody: (others: string) =>
    `Hoy no encuentro a nadie que pueda leerlo en confianza, así que no lo pregunto aquí. Puedes acudir a: ${others}.`,
  counts:
    'Si quedaste conforme o no, solo cuenta en una cifra de cinco personas o más. Si no respondes, te lo recuerdo una sola vez.',
  problem: {
    satisfied: 'Falta decir si quedaste conforme.',
    readers: 'No lo he enviado: cambió quién lo lee. Mira abajo y, si estás de acuerdo, envíalo.',
    answered: 'Ya me habías contestado. Si pasa algo más, escribe «hablar con una persona» o «reportar».',
    over: 'Ya pasaron los días para contestar. Si algo te preocupa, escribe «hablar con una persona» o «reportar».',
  },
  thanks: 'Gracias por contarme cómo quedaste.',
  kept: 'Quien atendió tu caso no se entera de esto.',
  reopen: 'Si no quedó resuelto, puedes reabrir el caso desde «Ver el caso».',
  thanksTold: 'Gracias por confiar en contarlo. Lamento que hayas pasado por esto.',
  told: (names: string, others: string) =>
    `Ya se lo conté, en confianza, solo a ${names}. Nadie debe tratarte mal por haber reportado, y la ley protege de represalias a quien denuncia acoso laboral o sexual. Si no quieres esperar, también puedes acudir a: ${others}.`,
  toldWords: (names: string) => `Lo que escribiste ya lo pueden leer solo ${names}.`,
  report: 'Abrir un caso protegido',
  /** To the reporter, when somebody could not be told. */
  untold: (who: string, number: string, others: string) =>
    `No pude entregarle a **${who}** lo que me contaste después del cierre de tu caso ${number}. Si nadie te ha buscado, no esperes: puedes acudir a: ${others}.`,
  seeCase: 'Ver el caso',
  /** To those who read it. */
  notice: {
    retaliation: (who: string, number: string) =>
      `**${who}** reportó el caso ${number}, ya cerrado, y dice que ha tenido problemas por haber reportado.`,
    words: (who: string, number: string) =>
      `**${who}** escribió esto después del cierre de su caso ${number}:`,
    duty: 'Te lo cuenta en confianza. Busca a esa persona, escúchala y ofrécele abrir un caso protegido. No lo comentes con quien atendió el caso ni con su línea, que no saben que respondió.',
    read: 'Te lo cuenta en confianza: no lo comentes con quien atendió el caso ni con su línea, que no saben que respondió.',
    summary: 'Te contaron algo en confianza',
  },
  figures: ({
    quarter,
    people,
    yes,
    partly,
    no,
  }: Record<'people' | 'yes' | 'partly' | 'no', number> & { quarter: string }) =>
    `Casos que cerraste, trimestre ${quarter}. Así quedaron ${people} personas que reportaron: conformes, ${yes}; en parte, ${partly}; no conformes, ${no}. Cuento de a cinco personas, para que nadie quede en evidencia.`,
  quarter: (year: string, number: string) => `${number} de ${year}`,
  /** Why a report of trouble for having reported is protected. */
  why: 'Gracias por confiar en contarlo: como puede ser una represalia por haber reportado, no pasa por tu línea; lo reciben solo quienes ves arriba, que escuchan, cuidan y acompañan a donde decidas, sin investigar ni confrontar a nadie.',
  rights: ({ violence }: Helplines) =>
    `El Comité de Convivencia Laboral o la inspección del trabajo: la Ley 1010 de 2006 protege de represalias a quien denuncia acoso laboral, y la Ley 2365 de 2024, a quien denuncia acoso sexual (línea ${violence}).`,
};
