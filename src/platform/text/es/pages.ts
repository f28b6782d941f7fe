/** The texts of the web pages. */
export const pages = {
  policy: 'Política de Humanización y Experiencia',
  failedTitle: 'No pude mostrar esta página',
  busyTitle: 'Demasiadas solicitudes',
  busy: 'Llegaron demasiadas desde tu red en poco tiempo. Espera un momento y vuelve a intentarlo.',
  fileNotCleanedTitle: 'No puedo entregarte este archivo',
  fileBusyTitle: 'Un momento, por favor',
  fileGoneTitle: 'Este enlace ya no sirve',
  fileGone: 'Vuelve a pedirlo en Teams, en la tarjeta donde estaba.',
};
