/** The texts of «mis asistencias»; those of its card are in `training-cards.ts`. */
export const myAttendance = {
  summary: 'Tus asistencias a capacitaciones',
  attended: 'Asististe',
  registered: 'Asistencia registrada; el certificado sale cuando quien capacita cierre el registro',
  short: (least: number) => `Estuviste menos de ${least} minutos en la reunión: no cuenta como asistencia`,
  announced: 'Todavía no empieza',
  open: 'Ya empezó: el registro está abierto',
  asked: (when: string) => `Listo, te escribo 15 minutos antes. Empieza el ${when}, hora de Bogotá.`,
  again: (when: string) =>
    `Ya me lo habías pedido: te escribo 15 minutos antes. Empieza el ${when}, hora de Bogotá.`,
  late: 'Esa capacitación empieza en menos de 15 minutos, ya empezó o se cerró. No alcanzo a recordártela.',
};
