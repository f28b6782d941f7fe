import { figure } from './grammar.js';

/** The lists of cases, the export, and who opened what. */
export const caseLists = {
  list: {
    'cases.mine': {
      title: 'Mis casos',
      empty: 'Todavía no has reportado ningún caso. Cuando lo hagas, lo sigues desde aquí.',
    },
    'cases.inbox': {
      title: 'Bandeja: lo que está por atender',
      empty: 'No tienes casos por atender: estás al día.',
    },
    'cases.team': {
      title: 'Equipo: los casos abiertos de tu línea',
      empty: 'Tu línea no tiene casos abiertos.',
    },
    'cases.all': { title: 'Casos del mes', empty: 'No hay casos reportados en este mes.' },
  },
  export: {
    title: 'Exportación de casos',
    tab: 'Casos',
    file: { xlsx: 'Excel (XLSX)', csv: 'Texto (CSV)' },
    months: (from: string, until: string) => (from === until ? from : `${from} a ${until}`),
    problem: 'Escribe los meses así: 2026-11, el primero antes que el último, y 12 como máximo.',
    columns: [
      'Caso',
      'Impacto',
      'Impacto propuesto',
      'Quién fijó el impacto',
      'Impacto fijado',
      'Estado',
      'Área (en blanco donde trabajan menos de 5 personas)',
      'Reportado',
      'Aceptado',
      'Cerrado',
      'Plazo',
      'Lo atiende',
      'Veces que pasó más arriba por falta de respuesta',
      'Tema',
      'Fuente',
      'Esfuerzos',
      'Toca de la política',
      'Servicio',
      'Sede',
      'Momento del servicio',
      'Reclamo en salud',
      'Plazo del reclamo en salud',
      'Qué se hizo',
      'Compromisos',
      'Compromisos cumplidos',
      'Compromisos por cumplir',
    ],
    narrative: 'Relato',
    cut: (most: number) =>
      `Solo los primeros ${figure.format(most)} casos: hay más. Exporta por partes: menos meses, un nivel o un estado.`,
  },
  /** For an administrator. */
  accesses: {
    recent: 'Accesos de los últimos 7 días',
    ofCase: (number: string) => `Accesos al caso ${number}`,
    people: 'Quiénes abrieron casos',
    opened: 'Quiénes lo abrieron',
    exports: 'Exportaciones',
    exportsWithCase: 'Exportaciones que pudieron incluirlo',
    nobody: 'No hay nada registrado.',
    noExports: 'No hay ninguna registrada.',
    did: {
      card: 'abrió el caso',
      file: 'abrió un archivo',
      identity: 'conoció quién reportó',
      row: 'leyó lo que llegó de otro canal',
      export: 'lo exportó',
      review: 'revisó estos accesos',
      other: 'hizo algo que esta versión del bot no conoce',
    },
    counted: {
      card: (count: number) => (count === 1 ? '1 apertura de un caso' : `${count} aperturas de casos`),
      file: (count: number) => (count === 1 ? '1 archivo' : `${count} archivos`),
      identity: (count: number) =>
        count === 1 ? '1 identidad en reserva' : `${count} identidades en reserva`,
      row: (count: number) =>
        count === 1 ? 'lo que llegó de otro canal, 1 vez' : `lo que llegó de otro canal, ${count} veces`,
      export: (count: number) => (count === 1 ? '1 exportación' : `${count} exportaciones`),
      review: (count: number) => (count === 1 ? '1 revisión de accesos' : `${count} revisiones de accesos`),
      other: (count: number) => (count === 1 ? '1 acceso de otro tipo' : `${count} accesos de otro tipo`),
    },
    level: (level: string) => `impacto ${level}`,
    narratives: 'con los relatos',
    noSuchNumber: 'No encontré un caso con ese número cuyos accesos puedas revisar.',
  },
  /** What is for others: whose it is, and what one can do instead. */
  ofTeam: {
    mineInstead: 'La lista de todos los casos es del equipo de humanización. Estos son los que reportaste.',
    inboxInstead: 'La lista de todos los casos es del equipo de humanización. Estos son los que atiendes.',
    export:
      'Exportar casos le corresponde al equipo de humanización. Con «mis datos» puedes descargar los que reportaste.',
    accesses:
      'Los accesos los revisa quien administra el bot. Si te preocupa quién vio un caso tuyo, escribe «hablar con una persona».',
  },
  noSuchNumber:
    'No encontré ese caso entre los que puedes ver. Los que reportaste están en «mis casos», y los que atiendes, en «bandeja».',
  nothingLikeThat: 'Ningún caso cumple ese filtro.',
  reportedOn: (when: string) => `Reportado el ${when}`,
};
