/** What the help says; the quotation marks are around the words to write. */
export const help = {
  attendance: {
    words: '«asistencia 7F3K2Q»',
    meaning: 'te registra en una capacitación con el código de la pantalla',
  },
  mine: {
    words: '«mis asistencias»',
    meaning: 'en qué capacitaciones estuviste, con sus certificados, y lo que viene',
  },
  announce: { words: '«capacitación»', meaning: 'publica una en un canal' },
  given: {
    words: '«mis capacitaciones»',
    meaning: 'quién se registró, quién falta y la lista para exportar',
  },
  coverage: { words: '«cobertura»', meaning: 'quién se ha capacitado, por área y mes' },
};
