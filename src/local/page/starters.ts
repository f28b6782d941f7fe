import type { Person } from './types.js';

const STARTERS = ['¿Cuáles son los ejes?', 'reportar', 'mis casos', 'ayuda'];
const LEADER_STARTERS = ['bandeja', 'equipo', ...STARTERS];
const TEAM_STARTERS = ['bandeja', 'casos', 'exportar', 'preguntas', 'ayuda'];
const TRAINER_STARTERS = ['capacitación', 'mis capacitaciones', ...STARTERS];
export const CHANNEL_STARTERS = ['¿Qué es el robotismo?', '¿Cuál es la promesa de servicio?'];

/** Returns what a person with these roles may want to write first. */
export function startersOf({ roles }: Person): readonly string[] {
  if (roles.includes('humanization')) return TEAM_STARTERS;
  if (roles.includes('trainer')) return TRAINER_STARTERS;
  return roles.includes('leader') ? LEADER_STARTERS : STARTERS;
}
