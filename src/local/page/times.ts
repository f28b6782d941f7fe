const zone = { timeZone: 'America/Bogota' } as const;
const TIME = new Intl.DateTimeFormat('es-CO', { ...zone, hour: 'numeric', minute: '2-digit' });
const SHORT_DAY = new Intl.DateTimeFormat('es-CO', { ...zone, day: 'numeric', month: 'short' });
const LONG_DAY = new Intl.DateTimeFormat('es-CO', {
  ...zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});

export const timeOf = (at: string): string => TIME.format(new Date(at));

/** The time of today, the day of everything before. */
export function briefly(at: string): string {
  return isToday(at) ? timeOf(at) : SHORT_DAY.format(new Date(at));
}

/** «Hoy», or the day with its weekday. */
export function dayOf(at: string): string {
  return isToday(at) ? 'Hoy' : LONG_DAY.format(new Date(at));
}

const isToday = (at: string) => LONG_DAY.format(new Date(at)) === LONG_DAY.format(new Date());
