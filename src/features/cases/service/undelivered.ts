/** What happens when somebody cannot be reached: it stands in the story, and a case is not left with nobody. */
import type { OutboxItem } from '../../../platform/delivery/outbox.js';
import { AppError } from '../../../platform/errors.js';
import type { Case } from '../domain/case.js';
import { EFFECTS } from '../domain/effects.js';
import type { CaseService } from './case-service.js';

/**
 * Called when the notice of an outbox row is to be given up; twice does no harm. It is noted once for each person; for
 * whoever has the case once for each step, since it may have been given back to them.
 * @throws AppError when it has to be tried again.
 */
export function onUndelivered(service: CaseService): (item: OutboxItem) => Promise<void> {
  return async ({ kind, target, partitionKey: caseId }) => {
    if (kind !== EFFECTS.card && kind !== EFFECTS.news) return;
    const isTheirs = ({ assignee }: Case) => assignee.kind === 'person' && assignee.id === target;
    const noted = await service.runSystem(
      caseId,
      { type: 'note-undelivered', personId: target },
      ({ step }) => `undelivered:${target}:${step}`,
      (subject) => isTheirs(subject) || !subject.unreachableIds.includes(target),
    );
    const climbed = await service.runSystem(
      caseId,
      { type: 'climb' },
      ({ step }) => `unreachable:${target}:${step}`,
      (subject) => subject.state === 'reported' && isTheirs(subject),
    );
    if (!noted || !climbed) throw new AppError('storage-conflict', { detail: 'an undelivered notice' });
  };
}
