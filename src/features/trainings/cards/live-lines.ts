/** What the trainer's card says of the meeting that is tied to the training. */
import { horizonOf, type Period } from '../../../platform/storage/retention.js';
import { inWords } from '../../../platform/text/period.js';
import { cardCode } from '../domain/codes.js';
import { notedFrom } from '../domain/merging.js';
import { hasEnded, type Training } from '../domain/training.js';
import type { StoredStay } from '../store/meeting-store.js';
import { type Language, textIn } from '../text/catalogue.js';

/** Names on one line. */
const NAMES = 12;

interface Live {
  /** Whether who joins is noted at all. */
  isOn: boolean;
  stays: readonly StoredStay[];
  /** The names of those who were not recognised as people of the directory. */
  visitors: readonly string[];
  /** How long these are kept. */
  keptFor: Period;
}

/** That a meeting is tied, or how to tie the one in which the training is. */
export function liveFacts(training: Training, { isOn, stays }: Live, now: Date, language: Language) {
  const { meetings, trainings } = textIn(language);
  const { connected, notLeft, how, howByScreen } = meetings.live;
  const open = stays.filter(({ since }) => since !== undefined).length;
  const isOver = hasEnded(training, now);
  const canBeTied = training.state === 'open' && !isOver && /^https:/i.test(training.place);
  if (!isOn || (training.meetingId === '' && !canBeTied)) return [];
  const value =
    training.meetingId !== ''
      ? (isOver ? notLeft : connected)(open)
      : training.requiresCode
        ? howByScreen
        : how(cardCode(training.secret));
  return [{ label: trainings.fact.meeting, value }];
}

/** That nothing comes from the meeting, and who is not on the list. */
export function liveWarnings(
  training: Training,
  { isOn, stays, visitors, keptFor }: Live,
  now: Date,
  language: Language,
): string[] {
  const text = textIn(language).meetings;
  const hasHeard = visitors.length > 0 || stays.some(({ events }) => events.length > 0);
  // Of a meeting in which only people from outside were, nothing is left once their names are deleted.
  const mayHaveForgotten = horizonOf(keptFor, now) > notedFrom(training);
  const isSilent =
    isOn && training.meetingId !== '' && !hasHeard && !mayHaveForgotten && now > new Date(training.startsAt);
  const names = visitors.slice(0, NAMES).map((name) => name || text.live.nameless);
  const more = visitors.length - names.length;
  const listed = more > 0 ? text.andMore(names.join(', '), more) : names.join(', ');
  return [
    ...(isSilent ? [text.live.silent] : []),
    ...(visitors.length > 0 ? [text.live.visitors(listed, visitors.length, inWords(keptFor, language))] : []),
  ];
}
