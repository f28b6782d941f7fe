/** What a person reads for each error code: what happened, and what to do. */
export const errors = {
  'storage-unavailable':
    'En este momento no puedo guardar ni consultar información. Lo que escribiste sigue en la tarjeta: espera un minuto y vuelve a intentarlo. Si es urgente, avísale directamente a tu superior inmediato.',
  'too-slow':
    'Está tardando más de lo normal. Lo que escribiste sigue en la tarjeta: espera un momento y vuelve a intentarlo; si ya había quedado, no se duplica.',
  'storage-conflict':
    'Otra persona cambió esto al mismo tiempo. Abre de nuevo la tarjeta para ver cómo quedó y vuelve a intentarlo.',
  'too-large': 'Eso es demasiado largo para guardarlo. Acórtalo un poco y vuelve a intentarlo.',
  'not-found': 'No encontré eso, o no lo puedes ver. Con «mis casos» ves lo que reportaste.',
  'not-allowed':
    'Eso no lo puedes hacer tú en este momento. Abre de nuevo la tarjeta para ver cómo está, o escribe «hablar con una persona».',
  'not-cleaned':
    'Es de un reporte con nombre en reserva, y no puedo quitarle lo que dice de quien lo envió. Pídelo como PDF o como foto con una pregunta en la tarjeta del caso.',
  unreadable:
    'El PDF tiene contraseña o está dañado, y no lo puedo revisar antes de entregarlo. Pídelo sin contraseña, o como foto, con una pregunta en la tarjeta del caso.',
  busy: 'En este momento estoy revisando muchos archivos. Espera unos segundos y vuelve a intentarlo.',
  'invalid-input':
    'Algo de lo que llegó en la tarjeta no se pudo leer. Ábrela de nuevo y vuelve a intentarlo.',
  unexpected:
    'Algo falló de nuestro lado y ya quedó en el registro técnico. Vuelve a intentarlo; si es urgente, avísale directamente a tu superior inmediato.',
};
