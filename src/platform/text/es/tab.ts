import { figure } from './grammar.js';

/** The page «mi página», and its sections. */
export const tab = {
  search: 'Buscar',
  apply: 'Aplicar',
  clear: 'Quitar la búsqueda',
  any: 'Todos',
  level: 'Impacto',
  state: 'Estado',
  month: 'Mes',
  sort: 'Ordenar por:',
  nothingFound: 'Nada cumple lo que buscas.',
  found: (count: number) => (count === 1 ? '1 resultado' : `${figure.format(count)} resultados`),
  before: 'Anterior',
  after: 'Siguiente',
  page: (page: number, pages: number) => `Página ${page} de ${pages}`,
  pagesOf: (title: string) => `Páginas de ${title}`,
  decide: 'En Teams',
  open: 'Abrir en el chat',
  /** Said where a list is longer than the page shows. */
  cut: (most: number) => `Solo los primeros ${figure.format(most)}. Usa los filtros para ver los demás.`,
  howToOpen:
    'En esta página se lee; decidir y escribir se hace en el chat. El botón abre Teams con el número en el mensaje: envíalo.',
  byLink: 'Entraste por un enlace: aquí no aparece lo que es protegido. Está en tu chat con el bot.',
  howToKeep:
    'Para decir que cumpliste o pedir más tiempo, abre el chat: el botón deja escrito «mis compromisos»; envíalo.',
  commitmentsCommand: 'mis compromisos',
  noCommitments: 'No hay compromisos por cumplir.',
  /** What waits for somebody, and until when. */
  today: {
    toAnswer: 'Te preguntaron algo: falta tu respuesta',
    toKeep: (day: string) => `Te comprometiste para el ${day}`,
    draft: 'Un reporte que no has enviado',
    toSend: (when: string) => `Sin enviar desde el ${when}`,
    draftCommand: 'reportar',
  },
  chart: {
    table: 'Ver los números en una tabla',
    tableOf: (title: string) => `Tabla: ${title}`,
    described: (title: string) => `Gráfica: ${title}. Los números están en la tabla de abajo.`,
    hidden: 'no se muestra (pocos casos)',
    none: '—',
  },
  columns: {
    number: 'Caso',
    level: 'Impacto',
    state: 'Estado',
    story: 'Qué pasó',
    reported: 'Reportado',
    due: 'Plazo',
    assignee: 'Lo atiende',
    area: 'Área',
    what: 'Compromiso',
    who: 'De quién',
    until: 'Hasta',
    when: 'Cuándo',
  },
  mine: 'Mis casos',
  inbox: 'Bandeja',
  team: 'Equipo',
  all: 'Casos del mes',
  commitments: 'Compromisos',
  /** Said where a list is longer than the page shows. */
  latest: (most: number) => `Los ${figure.format(most)} más recientes; los demás están en el chat.`,
};
