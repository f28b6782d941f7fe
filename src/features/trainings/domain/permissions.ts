/** Who may do what with trainings. */
import type { Person } from '../../../platform/people/person.js';
import type { Training } from './training.js';

export function mayAnnounce({ roles }: Person): boolean {
  return roles.includes('trainer') || roles.includes('humanization');
}

/** The trainer, the person who announced it, and the humanization team. To anybody else it does not exist. */
export function mayManage(
  training: Pick<Training, 'trainerId' | 'createdBy'>,
  { id, roles }: Person,
): boolean {
  return training.trainerId === id || training.createdBy === id || roles.includes('humanization');
}

export function maySeeCoverage({ roles }: Person): boolean {
  return roles.includes('humanization');
}
