/** Who may do what with trainings: every handler asks here, and nowhere else is it decided. */
import type { Person } from '../../../platform/people/person.js';
import type { Training } from './training.js';

export function mayAnnounce({ roles }: Person): boolean {
  return roles.includes('trainer') || roles.includes('humanization');
}

/** Its trainer, whoever announced it, and the humanization team; for anybody else it is not there. */
export function mayManage(
  training: Pick<Training, 'trainerId' | 'createdBy'>,
  { id, roles }: Person,
): boolean {
  return training.trainerId === id || training.createdBy === id || roles.includes('humanization');
}

export function maySeeCoverage({ roles }: Person): boolean {
  return roles.includes('humanization');
}
