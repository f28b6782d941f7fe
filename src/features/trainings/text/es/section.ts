/** The parts of «mi página». */
export const section = {
  coverage: 'Cobertura',
  trainings: 'Capacitaciones',
  coverageBy: 'Cobertura por área',
  coming: 'Las que vienen',
  been: 'En las que estuviste',
  given: 'Las que das o anunciaste',
  beenSince: (month: string) =>
    `Las asistencias desde ${month}. Las anteriores están en el chat, con «mis asistencias».`,
  command: { been: 'mis asistencias', given: 'mis capacitaciones' },
  trainingState: { open: 'Registro abierto', closed: 'Registro cerrado' },
  noComing: 'No hay capacitaciones anunciadas para ti.',
  noBeen: 'Todavía no hay asistencias tuyas.',
  noGiven: 'No das ninguna capacitación.',
  noCoverage: 'No hay personas en el directorio.',
  trained: 'Personas capacitadas',
  people: 'Personas en el directorio',
  sessions: 'Capacitaciones del mes',
  columns: {
    training: 'Capacitación',
    people: 'Personas',
    trained: 'Capacitadas',
    share: 'Cobertura',
  },
};
