import { figure } from '../../../../platform/text/es/grammar.js';

const counted = (count: number, one: string, many: string) =>
  `${figure.format(count)} ${count === 1 ? one : many}`;

/** "7 colegas de 4 áreas" */
const spread = (colleagues: number, areas: number) =>
  [
    counted(colleagues, 'colega', 'colegas'),
    ...(areas > 0 ? [`de ${counted(areas, 'área', 'áreas')}`] : []),
  ].join(' ');

/** The recognition event: its candidates, its list, and what is read aloud. `**` marks what stands out. */
export const recognitionEvent = {
  only: 'Preparar el evento de reconocimiento es tarea del equipo de humanización. Con «mis reconocimientos» ves los tuyos.',
  title: 'Evento de reconocimiento',
  candidateTitle: 'Para el evento de reconocimiento',
  listTitle: 'La lista del evento',
  period: (from: string, until: string) => `Del ${from} al ${until}`,
  spans: {
    month: ['Este mes', 'El mes pasado'],
    quarter: ['Este trimestre', 'El trimestre pasado'],
    semester: ['Este semestre', 'El semestre pasado'],
    year: ['Este año', 'El año pasado'],
  },
  otherDays: 'Otras fechas',
  wrongPeriod: 'Esas fechas no me sirven: elige desde y hasta, en orden, y un año como máximo.',
  /** Whom the list shows. */
  shown: (people: number, thanks: number) =>
    `${counted(people, 'persona', 'personas')} con ${counted(thanks, 'reconocimiento', 'reconocimientos')}.`,
  filtered: (filters: string) => `Solo: ${filters}.`,
  order:
    'Primero, a quienes reconocieron más personas distintas; después, desde más áreas y por más atributos. La cantidad de reconocimientos no decide.',
  empty: {
    period: 'En estas fechas no hay reconocimientos de personas que sigan aquí. Prueba con otras fechas.',
    filters: 'Nadie cumple con eso en estas fechas. Prueba con menos filtros.',
    page: 'No hay más personas.',
    list: 'La lista está vacía. Abre a alguien entre los candidatos y toca «Agregar a la lista».',
  },
  /** "7 colegas de 4 áreas · 2 agradecimientos de usuarios" */
  spread: (colleagues: number, areas: number, users: number) =>
    [
      ...(colleagues > 0 ? [spread(colleagues, areas)] : []),
      ...(users > 0 ? [counted(users, 'agradecimiento de usuarios', 'agradecimientos de usuarios')] : []),
    ].join(' · '),
  noArea: 'Sin área',
  listed: '✓ En la lista',
  list: (people: number) => `La lista del evento (${figure.format(people)})`,
  facts: { spread: 'Quiénes', attributes: 'Por', sources: 'Cómo se supo', total: 'En total' },
  total: (count: number) => counted(count, 'reconocimiento', 'reconocimientos'),
  sources: {
    colleague: 'lo vio un colega',
    pqrs: 'PQRS',
    'development-platform': 'plataforma de desarrollo',
    'mystery-shopper': 'cliente incógnito',
  },
  since: (day: string, by: string) => `✓ En la lista desde el ${day}, por **${by}**`,
  added: '✓ Ya está en la lista del evento.',
  already: 'Ya estaba en la lista del evento.',
  removed: 'Ya no está en la lista del evento.',
  oneself: 'A ti te tiene que agregar otra persona del equipo.',
  full: (most: number) => `La lista ya tiene ${figure.format(most)} personas. Quita a alguien primero.`,
  goneTitle: 'Esa persona ya no aparece',
  goneBody: 'Dejó la organización, o ya no tiene reconocimientos en estas fechas.',
  goneFromList: (people: number) =>
    `${counted(people, 'persona que estaba en la lista ya no aparece', 'personas que estaban en la lista ya no aparecen')}: dejó la organización o ya no tiene reconocimientos en estas fechas.`,
  readOnly:
    'El texto cita solo lo que se puede publicar: quien lo escribió estuvo de acuerdo, quien lo recibió no dijo que no, y no parece nombrar a nadie más. Antes de leerlo en público, pregúntale si le gusta la idea.',
  script: {
    who: (name: string, area: string) => (area === '' ? `${name}.` : `${name}, de ${area}.`),
    why: (from: string, until: string, colleagues: number, areas: number, users: number) => {
      const said = [
        ...(colleagues > 0 || users === 0
          ? [`${spread(colleagues, areas)} ${colleagues === 1 ? 'reconoció' : 'reconocieron'} su trabajo`]
          : []),
        ...(users > 0
          ? [
              users === 1
                ? 'un usuario le dio las gracias'
                : `usuarios le dieron las gracias ${figure.format(users)} veces`,
            ]
          : []),
      ];
      return `Entre el ${from} y el ${until}, ${said.join(' y ')}.`;
    },
    attributes: (titles: string, count: number) =>
      count === 1
        ? `Fue por este atributo de nuestra Política de Humanización: ${titles}.`
        : `Fue por estos atributos de nuestra Política de Humanización: ${titles}.`,
    policy: (attribute: string, behaviours: string) => `${attribute}, dice la política: «${behaviours}»`,
    title: (attribute: string) => `«${attribute}»`,
    told: 'Así lo contaron:',
    quote: (words: string, who: string) => `«${words}» (${who})`,
    user: 'un usuario',
    somebody: 'alguien de la organización',
    thanks: (name: string) => `Gracias, ${name}.`,
  },
  sheet: {
    title: 'Evento de reconocimiento',
    file: 'evento-reconocimiento',
    head: {
      name: 'Nombre',
      area: 'Área',
      colleagues: 'Colegas distintos',
      areas: 'Áreas de esos colegas',
      users: 'Agradecimientos de usuarios',
      total: 'Reconocimientos en total',
      attributes: 'Atributos',
      sources: 'Cómo se supo',
      listedAt: 'En la lista desde',
      listedBy: 'Quién agregó',
      script: 'Texto para el evento',
    },
  },
  files: { xlsx: 'Excel (XLSX)', csv: 'Texto (CSV)' },
  exported: {
    candidates: (period: string) => `Candidatos. ${period}`,
    list: (period: string) => `La lista del evento. ${period}`,
  },
};
