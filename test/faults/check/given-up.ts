/** Only those who cannot be reached are given up, and somebody else learns of it. */
import { textIn } from '../../../src/platform/text/catalogue.js';
import { conversationOf, entriesOf, type History } from '../history.js';
import type { StoredEffect } from './effects.js';
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
  ...sendings.flatMap(({ id, outbox, recognitions }) =>
    givenUpIn(
      history,
      id,
      outbox,
      // The sender is told of the person; that a copy did not arrive, or that it is gone, is for nobody to know.
      ({ target }) =>
        !recognitions.some(({ personId, state }) => personId === target && state === 'sent') ||
        isTold(history, UNTOLD.recognition),
    ),
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

const HOLE = '§';
const UNTOLD = {
  commitment: (['es', 'en'] as const).map((language) => textIn(language).chat.untold.commitment),
  voice: (['es', 'en'] as const).map((language) => textIn(language).chat.untold.voice),
  recognition: (['es', 'en'] as const).map(
    (language) => textIn(language).recognitions.undelivered(HOLE).split(HOLE)[0]?.slice(0, -2) ?? '',
  ),
};

/** Those who run the bot are told, if any of them can be reached. */
const isTold = (history: History, texts: readonly string[]): boolean =>
  entriesOf(history, 'sent').some(({ shown }) => texts.some((text) => shown?.text.includes(text)));
