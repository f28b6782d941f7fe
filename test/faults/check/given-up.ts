/** Only those who cannot be reached are given up, and somebody else learns of it. */
import { textIn } from '../../../src/features/recognitions/text/catalogue.js';
import { conversationOf, entriesOf, type History } from '../history.js';
import type { StoredEffect } from './effects.js';
import type { StoredSending } from './other-facts.js';
import { markersOf } from './recognitions.js';
import { storyOf } from './stories.js';
import { type Check, lost, type Violation } from './violation.js';

export const checkGivenUp: Check = (history, { cases, voices, sendings, practice }) => [
  ...cases.flatMap((one) => {
    const story = storyOf(one);
    const isOnRecord = ({ kind, target }: StoredEffect) =>
      kind === 'case.commitment'
        ? isTold(history, UNTOLD.commitment)
        : story.some(({ event: { body } }) => body.type === 'undelivered' && body.personId === target);
    return givenUpIn(history, one.id, one.outbox, isOnRecord);
  }),
  ...voices.flatMap(({ caseId, outbox }) =>
    // Nobody else learns that the reporter was not asked.
    givenUpIn(history, caseId, outbox, ({ kind }) => kind === 'voice.ask' || isTold(history, UNTOLD.voice)),
  ),
  ...sendings.flatMap((sending) =>
    givenUpIn(history, sending.id, sending.outbox, (row) => isSenderTold(history, sending, row)),
  ),
  // After three of them it is paused, which the person sees when they look.
  ...givenUpIn(history, 'the practice of the day', practice.outbox, () => true),
];

function givenUpIn(
  history: History,
  id: string,
  outbox: readonly StoredEffect[],
  isOnRecord: (row: StoredEffect) => boolean,
): Violation[] {
  const refusing = new Set(
    entriesOf(history, 'sent')
      .filter(({ status }) => status === 403)
      .map(({ conversation }) => conversation),
  );
  const parked = outbox.filter(({ status }) => status === 'parked');
  const early = parked.filter(({ target }) => !refusing.has(conversationOf(target)));
  const silent = parked.filter((row) => !isOnRecord(row));
  return [
    ...early.map(({ kind, target }) => lost(`${id}: ${kind} for ${target} was given up, who can be reached`)),
    ...silent.map(({ kind, target }) => lost(`${id}: ${kind} for ${target} was given up without a trace`)),
  ];
}

/**
 * The sender learns that the person did not get it. That a copy did not arrive, or a card that only changes, is for
 * nobody to know; nor what was taken back, or what the person had done something with before Teams refused it.
 */
function isSenderTold(history: History, sending: StoredSending, { target, seq }: StoredEffect): boolean {
  const { id, senderId, recognitions, outbox } = sending;
  const missed = recognitions.find(({ personId }) => personId === target);
  const isChange = outbox.some((row) => row.seq < seq);
  if (!missed || missed.state === 'undone' || isChange || senderId === '') return true;
  const markers = markersOf(history, sending);
  const refused = entriesOf(history, 'sent').find(
    ({ status, conversation, shown }) =>
      status === 403 &&
      conversation === conversationOf(target) &&
      markers.some((marker) => shown?.text.includes(marker)),
  );
  const isKnownToPerson =
    missed.state !== 'sent' &&
    entriesOf(history, 'said').some(
      ({ person, draft, at }) => person === target && draft.startsWith(id) && refused && at < refused.at,
    );
  return isKnownToPerson || isTold(history, UNTOLD.recognition, senderId);
}

const HOLE = '§';
const UNTOLD = {
  commitment: (['es', 'en'] as const).map((language) => textIn(language).chat.untold.commitment),
  voice: (['es', 'en'] as const).map((language) => textIn(language).chat.untold.voice),
  recognition: (['es', 'en'] as const).map(
    (language) => textIn(language).recognitions.undelivered(HOLE).split(HOLE)[0]?.slice(0, -2) ?? '',
  ),
};

/** This person is told, or those who run the bot, if any of them can be reached. */
const isTold = (history: History, texts: readonly string[], personId?: string): boolean =>
  entriesOf(history, 'sent').some(
    ({ shown, conversation }) =>
      (personId === undefined || conversation === conversationOf(personId)) &&
      texts.some((text) => shown?.text.includes(text)),
  );
