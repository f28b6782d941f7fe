/** What the bot says about itself, its people and its settings. */
export const home = {
  person: {
    title: 'Habla con una persona',
    intro: 'Yo soy un bot. Estas personas del equipo de humanización te pueden escuchar:',
    noTeam:
      'Todavía no me han dicho quién está en el equipo de humanización. Pregunta en tu sede por el equipo de humanización.',
    write: (name: string) => `Escribirle a ${name}`,
    urgent: (number: string) => `Si alguien está en peligro ahora, llama al ${number}.`,
  },
  superior: {
    title: 'Tu superior inmediato',
    body: 'Así aparece en el directorio de la organización. A esa persona le llega lo que reportes, salvo que elijas a otra o que el caso la involucre.',
    away: (name: string) => `Hoy no está: mientras vuelve, lo que reportes le llega a ${name}.`,
    awayAlone:
      'Hoy no está y no dejó reemplazo: lo que reportes le llega a quien sigue en la línea o al equipo de humanización.',
    none: 'No sé quién es tu superior inmediato',
    noneBody:
      'En el directorio no aparece. Si reportas algo, le llega al equipo de humanización. Si quieres, les pido a quienes administran el bot que lo corrijan.',
    wrong: 'Esa persona no es mi superior',
    tell: 'Pedir que lo corrijan',
    askedTitle: 'Ya pedí que lo revisen',
    asked:
      'Les escribí a quienes administran el directorio del bot. Mientras lo corrigen, antes de enviar un reporte verás a quién le llega y podrás cambiarlo.',
    notice: {
      title: 'Un superior por corregir en el directorio',
      of: (name: string, superior: string) => `${superior} no es superior de ${name}`,
      without: (name: string) => `${name} no tiene superior`,
      wrong:
        'Lo dice la misma persona. Revísenlo: a quien aparece en el directorio le llegan sus reportes; si no hay nadie, le llegan al equipo de humanización.',
    },
  },
  language: {
    title: '¿En qué idioma te hablo?',
    body: 'Lo recuerdo hasta que me pidas otro. El texto oficial de la política está en español.',
    es: 'Español',
    en: 'English',
    set: 'Listo, te hablo en español. Para cambiarlo, escribe «english».',
  },
};
