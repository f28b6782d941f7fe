/** What the help says; the quotation marks are around the words to write. */
export const help = {
  report: { words: '«reportar»', meaning: 'reporta una falla; también puedes contar de una vez lo que pasó' },
  mine: { words: '«mis casos»', meaning: 'cómo van los que reportaste; con el número de uno, se abre ese' },
  confidentiality: { words: '«¿es anónimo?»', meaning: 'quién sabe que reportaste' },
  commitments: { words: '«mis compromisos»', meaning: 'lo que se acordó después de un caso, y hasta cuándo' },
  inbox: { words: '«bandeja»', meaning: 'los casos que esperan tu decisión' },
  teamInbox: { words: '«bandeja»', meaning: 'tus casos por atender; si no tienes, los del equipo' },
  team: { words: '«equipo»', meaning: 'los casos abiertos en tu línea y quién los atiende' },
  all: { words: '«casos»', meaning: 'todos los del mes, con filtros' },
  export: { words: '«exportar»', meaning: 'los casos en Excel y CSV' },
  accesses: { words: '«accesos»', meaning: 'quién abrió o exportó casos, sin lo que cuentan' },
};
