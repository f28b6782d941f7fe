/** Handles people who cannot be reached: records them and moves the case up from its assignee. */
import type { OutboxItem } from '../../../../platform/delivery/outbox.js';
import { AppError } from '../../../../platform/errors.js';
import type { Case } from '../../domain/case.js';
import { EFFECTS } from '../../domain/effects.js';
import type { CaseService } from '../commands/case-service.js';

/** Called when the notice of an outbox row is given up. */
export function onUndelivered(service: CaseService): (item: OutboxItem) => Promise<void> {
  const moveOn = onUnreachable(service);
  return async ({ kind, target, partitionKey }) => {
    if (kind === EFFECTS.card || kind === EFFECTS.news) await moveOn(partitionKey, target);
  };
}

/**
 * Called when a person could not be told of a case. Idempotent. Records each person once, but the assignee
 * once per step, because the case may have been given back to them.
 * @throws AppError `storage-conflict` when the call must be retried.
 */
export function onUnreachable(service: CaseService): (caseId: string, target: string) => Promise<void> {
  return async (caseId, target) => {
    const isTheirs = ({ assignee }: Case) => assignee.kind === 'person' && assignee.id === target;
    const noted = await service.runSystem(caseId, (subject) =>
      isTheirs(subject) || !subject.unreachableIds.includes(target)
        ? {
            request: { type: 'note-undelivered', personId: target },
            commandId: `undelivered:${target}:${subject.step}`,
          }
        : undefined,
    );
    const climbed = await service.runSystem(caseId, (subject) =>
      subject.state === 'reported' && isTheirs(subject)
        ? { request: { type: 'climb' }, commandId: `unreachable:${target}:${subject.step}` }
        : undefined,
    );
    if (noted !== 'settled' || climbed !== 'settled') {
      throw new AppError('storage-conflict', { detail: 'an undelivered notice' });
    }
  };
}
