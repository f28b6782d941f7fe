const length = (minutes: number) => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [
    ...(hours > 0 ? [hours === 1 ? '1 hora' : `${hours} horas`] : []),
    ...(rest > 0 ? [rest === 1 ? '1 minuto' : `${rest} minutos`] : []),
  ].join(' y ');
};

/** The texts of certificates of attendance: in the chat, in the document and on the page that checks them. */
export const certificates = {
  yours: 'Tu certificado de asistencia',
  download: 'Descargar el certificado',
  file: 'certificado',
  open: 'El certificado sale cuando quien capacita cierre el registro. Vuelve a pedirlo después.',
  absent:
    'No estás en la lista de asistencia de esa capacitación, así que no hay certificado. Si estuviste, pídele a quien capacitó que te agregue.',
  documentTitle: (training: string) => `Certificado de asistencia: ${training}`,
  heading: 'Certificado de asistencia',
  certifies: 'Se certifica que',
  attended: 'asistió a la capacitación',
  date: 'Fecha',
  time: 'Horario',
  hours: (from: string, to: string, minutes: number) =>
    `${from} a ${to}, hora de Bogotá (${length(minutes)})`,
  trainer: 'Capacitó',
  check: (address: string) => `Se comprueba en ${address} con este código y el nombre completo:`,
  page: {
    title: 'Comprobar un certificado',
    lead: 'Escribe el código y el nombre completo que están en el certificado de asistencia.',
    code: 'Código',
    codeHint: 'Son 26 letras y números; no importan los guiones ni las mayúsculas.',
    codeProblem: 'Escribe el código.',
    name: 'Nombre completo',
    nameHint: 'Como está en el certificado; no importan las tildes ni las mayúsculas.',
    nameProblem: 'Escribe el nombre completo.',
    check: 'Comprobar',
    match: 'Coincide',
    matchMeaning:
      'El código y el nombre son de un certificado vigente. Compara estos datos con los del papel.',
    of: 'Lo que certifica',
    training: 'Capacitación',
    noMatch: 'No coincide',
    noMatchMeaning:
      'El código y el nombre no son de un certificado vigente. Revisa que estén escritos como en el certificado.',
    again: 'Comprobar otro',
  },
};
