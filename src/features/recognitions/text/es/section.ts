/** The part of «mi página». */
export const section = {
  recognitions: 'Reconocimientos',
  command: {
    got: 'mis reconocimientos',
    given: 'mis reconocimientos',
    team: 'reconocimientos de mi equipo',
  },
  columns: {
    from: 'De quién',
    to: 'Para quién',
    attribute: 'Atributo',
    words: 'Qué dice',
  },
};
