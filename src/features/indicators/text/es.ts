/** What the bot says about figures. */

import { ended, figure, of } from '../../../platform/text/es/grammar.js';
import type { Widened } from '../../../platform/text/shape.js';

const QUARTERS = ['primer', 'segundo', 'tercer', 'cuarto'];

const many = (count: number, one: string, more: string) =>
  `${figure.format(count)} ${count === 1 ? one : more}`;

/** "2 a tiempo y 1 fuera de plazo" */
const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} y ${parts.at(-1)}`;

interface Compared {
  count: number;
  basis: 'whole' | 'same-days' | 'more-days';
  /** As `named` gives it. */
  period: string;
  /** The day up to which it is counted. */
  through: string;
}

function difference(count: number, { count: before, basis, period, through }: Compared): string {
  if (basis === 'more-days')
    return `; en ${period} ${before === 0 ? 'no hubo ninguno' : `${figure.format(before)} en total`}`;
  const than = `${period}${basis === 'same-days' ? ` (hasta el ${through})` : ''}`;
  if (before === 0) return count === 0 ? `, igual que en ${than}` : `; en ${than} no hubo ninguno`;
  if (count === 0) return `; en ${than} ${before === 1 ? 'hubo 1' : `hubo ${figure.format(before)}`}`;
  if (count === before) return count === 1 ? `, igual que en ${than}` : `, los mismos que en ${than}`;
  const by = figure.format(Math.abs(count - before));
  return `, ${by} ${count > before ? 'más' : 'menos'} que en ${than}`;
}

/** "aceptado a tiempo", "todos aceptados a tiempo", "1 aceptado a tiempo y 2 sin aceptar" */
function became(counts: readonly (readonly [number, string, string])[]): string {
  const parts = counts.filter(([count]) => count > 0);
  const [count, one, more] = parts[0] ?? [0, '', ''];
  if (parts.length > 1) return `: ${listed(parts.map(([n, single, plural]) => many(n, single, plural)))}`;
  if (count === 0) return '';
  if (count === 1) return `, ${one}`;
  return `, ${count === 2 ? 'ambos' : 'todos'} ${more}`;
}

const indicators = {
  onlyFor:
    'Los indicadores los ven quienes lideran un equipo y el equipo de humanización. Lo tuyo sí lo puedes ver: «mis casos» dice cómo va lo que reportaste, «mis compromisos» lo que acordaste y «mis asistencias» tus capacitaciones.',
  /** "Indicadores de octubre de 2026"; the name as `period` gives it. */
  ofPeriod: (name: string) => `Indicadores ${of(name)}`,
  scope: {
    all: 'Toda la organización',
    line: 'Tu equipo',
    area: (name: string) => `Área: ${name || 'sin área'}`,
  },
  period: {
    this: { month: 'Este mes', quarter: 'Este trimestre', year: 'Este año' },
    /** "octubre", "octubre de 2025", "el tercer trimestre", "2025"; `year` is '' where it goes without saying. */
    quarter: (nth: number, year: string) => `el ${QUARTERS[nth - 1]} trimestre${year && ` de ${year}`}`,
    month: (name: string, year: string) => `${name}${year && ` de ${year}`}`,
    /** Which days it counts. */
    running: (from: string, through: string) => `Del ${from} al ${through}, todavía en curso`,
    whole: (from: string, through: string) => `Del ${from} al ${through}`,
  },
  /** The sentences that matter first. */
  finding: {
    reported: (period: string, count: number, compared?: Compared) =>
      ended(
        `${period}: ${count === 0 ? 'ningún caso' : many(count, 'caso', 'casos')}${compared ? difference(count, compared) : ''}`,
      ),
    high: (inTime: number, late: number, open: number, other: number) => {
      const count = inTime + late + open + other;
      return ended(
        `${many(count, 'alto', 'altos')}${became([
          [inTime, 'aceptado a tiempo', 'aceptados a tiempo'],
          [late, 'con el plazo vencido', 'con el plazo vencido'],
          [open, 'todavía sin aceptar', 'todavía sin aceptar'],
          [other, 'no aceptado o retirado', 'no aceptados o retirados'],
        ])}`,
      );
    },
    accepted: (inTime: number, late: number) =>
      ended(
        `${inTime + late === 1 ? 'Se aceptó 1 caso' : `Se aceptaron ${figure.format(inTime + late)} casos`}${became(
          [
            [inTime, 'a tiempo', 'a tiempo'],
            [late, 'fuera de plazo', 'fuera de plazo'],
          ],
        )}`,
      ),
    closed: (inTime: number, late: number) =>
      ended(
        `${inTime + late === 1 ? 'Se cerró 1 caso' : `Se cerraron ${figure.format(inTime + late)} casos`}${became(
          [
            [inTime, 'a tiempo', 'a tiempo'],
            [late, 'fuera de plazo', 'fuera de plazo'],
          ],
        )}`,
      ),
    lapsed: (count: number) =>
      count === 1 ? 'Se venció 1 compromiso.' : `Se vencieron ${figure.format(count)} compromisos.`,
    reopened: (count: number) =>
      count === 1 ? 'Se reabrió 1 caso.' : `Se reabrieron ${figure.format(count)} casos.`,
    attribute: (titles: readonly string[], count: number) =>
      ended(
        `Lo que más se señala: ${listed(titles)} (${many(count, 'caso', 'casos')}${titles.length > 1 ? ' cada uno' : ''})`,
      ),
  },
  note: {
    nearest: 'Las cifras se llevan por mes, trimestre y año: esto es lo más cercano a lo que pediste.',
    own: 'Te muestro las de tu equipo. Las de otras áreas y las de toda la organización las ve el equipo de humanización.',
  },
  nothing: 'Todavía no hay nada que contar en este periodo.',
  chart: {
    /** One number of a chart, in words. */
    point: (label: string, count: number) => `${label}: ${figure.format(count)}`,
    /** The attributes that do not fit. */
    rest: (count: number) => `y otros ${figure.format(count)}`,
  },
  level: { low: 'Bajo', medium: 'Medio', high: 'Alto', waiting: 'Por confirmar' },
  /** 1.234,5 */
  number: (count: number) => figure.format(count),
  /** A number that would tell of people. */
  hidden: 'no se muestra (pocos casos)',
  /** More figures, below the button of this name. */
  more: {
    accepted: 'Aceptados',
    closed: 'Cerrados',
    half: (time: string) => `la mitad en ${time} o menos`,
    inTime: (count: number, of: number) =>
      count === of ? 'a tiempo' : `${figure.format(count)} de ${figure.format(of)} a tiempo`,
    commitments: 'Compromisos',
    commitmentCounts: (made: number, kept: number, late: number) =>
      `${many(made, 'acordado', 'acordados')}, ${many(kept, 'cumplido', 'cumplidos')}, ${many(late, 'vencido', 'vencidos')}`,
    satisfied: 'Conformes con el cierre',
    of: (count: number, of: number) => `${figure.format(count)} de ${figure.format(of)}`,
    trained: 'Personas capacitadas',
    recognitions: 'Reconocimientos',
    recognitionCounts: (given: number, people: number, areas: number) =>
      `${figure.format(given)}, a ${many(people, 'persona', 'personas')} de ${many(areas, 'área', 'áreas')}`,
    practice: 'Práctica del día',
    practiceCounts: (sent: number, done: number) =>
      `${many(sent, 'enviada', 'enviadas')}, ${many(done, 'marcada como hecha', 'marcadas como hechas')}`,
    protectedRoute: 'Ruta protegida',
    protectedCounts: (cases: string, retaliation: string) => `casos: ${cases}; represalias: ${retaliation}`,
  },
  /** "40 minutos", "5 horas", "3,5 días" */
  duration: {
    minutes: (count: number) => many(count, 'minuto', 'minutos'),
    hours: (count: number) => many(count, 'hora', 'horas'),
    days: (count: number) => many(count, 'día', 'días'),
  },
  /** What the indicator of humanización is made of. */
  composite: 'Indicador de humanización',
  /** After its value: "de 100; sin contar: Conformes con el cierre" */
  outOf: (missing: readonly string[]) =>
    `de 100${missing.length > 0 ? `; sin contar: ${missing.join(', ')}` : ''}`,
  component: {
    'accepted-in-time': 'Aceptados a tiempo',
    'closed-in-time': 'Cerrados a tiempo',
    'commitments-in-time': 'Compromisos cumplidos a tiempo',
    satisfied: 'Conformes con el cierre',
    trained: 'Personas capacitadas',
    'useful-answers': 'Respuestas que sirvieron',
  },
  /** Their part of the page «mi página». */
  page: {
    title: 'Indicadores',
    theme: 'Tema',
    span: 'Ver por',
    spans: { month: 'Mes', quarter: 'Trimestre', year: 'Año' },
    month: 'Cuál (o uno de sus meses)',
    scope: 'De quién',
    /** "Compromisos, mes a mes" */
    byMonth: (name: string) => `${name}, mes a mes`,
    /** "Casos reportados por servicio, octubre de 2026" */
    by: (name: string, by: string, period: string) => `${name} por ${by}, ${period}`,
    times: {
      'cases.accepted': 'Horas del reporte a la aceptación',
      'cases.closed': 'Horas de la aceptación al cierre',
    },
    half: 'la mitad',
    most: 'nueve de cada diez',
    largest: (shown: number, all: number) =>
      `${shown === 1 ? 'El mayor' : `Los ${figure.format(shown)} mayores`} de ${figure.format(all)}; la tabla de abajo los tiene todos.`,
    notAll: 'Faltan los que no se muestran por ser pocos casos.',
  },
  monthly: {
    start: 'Recibirlos cada mes',
    stop: 'Dejar de recibirlos cada mes',
    on: 'Listo: el primer día hábil de cada mes, a las 8:00, te llegan aquí los indicadores del mes anterior.',
    off: 'Listo: ya no te llegan cada mes. Cuando quieras verlos, escribe «indicadores».',
    summary: (month: string) => `Los indicadores de ${month}`,
  },
  /** The workbook. */
  export: { file: 'Excel, con una hoja por tema' },
  sheet: {
    summary: 'Resumen',
    months: 'Mes a mes',
    hiddenMeaning:
      'Donde dice «no se muestra (pocos casos)» el número es pequeño, o con él se sabría uno pequeño, y podría señalar a alguien. Una celda vacía es un dato que no se lleva para ese tiempo.',
    columns: ['Indicador', 'Por', 'Valor'],
    /** The period before, as far as the running one has come. */
    sameDays: (name: string) => `${name}, los mismos días`,
    time: 'tiempo en horas',
    median: 'la mitad en no más de',
    p90: 'nueve de cada diez en no más de',
    themes: {
      cases: 'Casos',
      commitments: 'Compromisos',
      voice: 'Voz de quien reporta',
      trainings: 'Capacitaciones',
      answers: 'Preguntas',
      recognitions: 'Reconocimientos',
      practice: 'Prácticas',
    },
    figures: {
      'cases.reported': 'Casos reportados',
      'cases.first-step': 'Primera decisión de los reportados',
      'cases.accepted': 'Casos aceptados',
      'cases.closed': 'Casos cerrados',
      'cases.climbed': 'Casos que subieron a quien sigue en la línea',
      'cases.lapsed': 'Plazos vencidos',
      'cases.rejected': 'Casos no aceptados',
      'cases.contested': 'Casos en los que quien reportó no estuvo de acuerdo',
      'cases.reopened': 'Casos reabiertos',
      'cases.withdrawn': 'Reportes retirados',
      'cases.lowered': 'Niveles que bajaron',
      'cases.protected': 'Casos de la ruta protegida',
      'commitments.made': 'Compromisos acordados',
      'commitments.kept': 'Compromisos cumplidos',
      'commitments.late': 'Compromisos vencidos',
      'voice.answered': 'Respuestas después del cierre',
      'voice.retaliation': 'Represalias contadas después del cierre',
      'trainings.sessions': 'Capacitaciones dadas',
      'trainings.attended': 'Asistencias',
      'trainings.trained': 'Personas capacitadas',
      'trainings.people': 'Personas de la organización',
      'answers.useful': 'Respuestas que sirvieron',
      'answers.not-useful': 'Respuestas que no sirvieron',
      'answers.unanswered': 'Preguntas sin respuesta en la política',
      'answers.asked-back': 'Mensajes en los que el bot preguntó qué querían',
      'recognitions.given': 'Reconocimientos dados',
      'recognitions.people': 'Personas reconocidas',
      'practice.sent': 'Prácticas enviadas',
      'practice.done': 'Prácticas marcadas como hechas',
    },
    dimensions: {
      level: 'nivel',
      low: 'impacto bajo',
      medium: 'impacto medio',
      high: 'impacto alto',
      waiting: 'nivel por confirmar',
      axis: 'eje',
      attribute: 'atributo',
      effort: 'esfuerzo',
      source: 'fuente',
      topic: 'tema',
      service: 'servicio',
      site: 'sede',
      stage: 'momento',
      area: 'área',
      timeliness: 'a tiempo',
      outcome: 'cómo se cerró',
      kind: 'tipo',
      satisfied: 'conforme',
      section: 'sección de la política',
      chosen: 'lo que eligió',
    },
  },
};

/** The texts of its templates. */
const cards = {
  indicators: {
    months: 'Casos por mes',
    levels: 'Por nivel de impacto',
    attributes: 'Lo que más se señala',
    axis: 'Casos',
    all: 'Ver todo',
    other: 'Otro periodo',
    span: 'Ver por',
    month: 'Mes',
    quarter: 'Trimestre',
    year: 'Año',
    from: 'Cuál (para un trimestre o un año, uno de sus meses)',
    of: 'De quién',
    view: 'Ver',
    export: 'Exportar',
    more: 'Más',
  },
};

/** What the help says; the quotation marks are around the words to write. */
const help = {
  leader: { words: '«indicadores»', meaning: 'las cifras de tu gente, por mes' },
  team: { words: '«indicadores»', meaning: 'las cifras de toda la organización, por mes' },
};

export const es = { help, indicators, cards };

/** The other language has the same keys and parameters. */
export type Texts = Widened<typeof es>;
