/** What the help says; the quotation marks are around the words to write. */
export const help = {
  recognise: {
    words: '«quiero felicitar a Carlos por su paciencia»',
    meaning: 'reconoce a alguien; antes de enviarlo ves cómo queda',
  },
  mine: { words: '«mis reconocimientos»', meaning: 'los que recibiste y los que diste' },
  team: { words: '«reconocimientos del equipo»', meaning: 'los que recibió tu gente, por trimestre' },
  event: {
    words: '«evento reconocimiento»',
    meaning: 'a quiénes reconocer en el próximo evento, y lo que se dice de cada uno',
  },
};
