/** Says that somebody could not be told of a voice: to who reported, and to the operators without a word of it. */
import type { FeatureContext } from '../../../feature.js';
import type { OutboxItem } from '../../../platform/delivery/outbox.js';
import type { Names } from '../../../platform/people/names.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { type CaseStore, otherHelp } from '../../cases/index.js';
import { caseOfVoice } from '../store/voices.js';
import { VOICE_EFFECTS } from './voice-service.js';

export interface LostParts extends Pick<FeatureContext, 'settings' | 'notices' | 'tellOperators' | 'log'> {
  names: Names;
  store: CaseStore;
}

/**
 * Called when the notice of an outbox row is given up.
 * @throws AggregateError when nobody could be told of a lost voice; the call must be retried.
 */
export function onLost(parts: LostParts): (item: OutboxItem) => Promise<void> {
  const { tellOperators, log } = parts;
  return async ({ kind, target, partitionKey }) => {
    if (kind !== VOICE_EFFECTS.tell) return;
    const ids = { case: caseOfVoice(partitionKey), person: target };
    log.error(ids, 'a voice reached one reader less');
    const told = await Promise.allSettled([
      tellReporter(parts, ids),
      tellOperators(({ chat }) => chat.untold.voice),
    ]);
    const failed = told.filter((one) => one.status === 'rejected');
    for (const { reason: err } of failed) log.error({ ...ids, err }, 'somebody was not told of a lost voice');
    if (failed.length === told.length) throw new AggregateError(failed.map(({ reason }) => reason));
  };
}

/** The reporter read that this person was told. */
async function tellReporter(
  { store, names, notices, settings }: LostParts,
  { case: caseId, person }: { case: string; person: string },
): Promise<void> {
  const loaded = await store.load(caseId);
  if (!loaded?.subject.reporterId) return;
  const who = await names.of(person);
  await notices.tell(loaded.subject.reporterId, (language) => ({
    text: textIn(language).cases.voice.untold(who, loaded.subject.number, otherHelp(settings, language)),
  }));
}
