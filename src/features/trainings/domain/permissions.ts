/** Permissions for trainings. */
import type { Person } from '../../../platform/people/person.js';
import type { Training } from './training.js';

export function mayAnnounce({ roles }: Person): boolean {
  return roles.includes('trainer') || roles.includes('humanization');
}

/**
 * True for the trainer, the person who announced the training, and the humanization team. Everybody else gets
 * `not-found`.
 */
export function mayManage(
  training: Pick<Training, 'trainerId' | 'createdBy'>,
  { id, roles }: Person,
): boolean {
  return training.trainerId === id || training.createdBy === id || roles.includes('humanization');
}

export function maySeeCoverage({ roles }: Person): boolean {
  return roles.includes('humanization');
}
