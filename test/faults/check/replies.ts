/** Whatever the bot took with HTTP 200 has an answer that the person can read. */

import { textIn } from '../../../src/features/recognitions/text/catalogue.js';
import { FINISH_WITHIN_MS } from '../../../src/platform/delivery/times.js';
import { conversationOf, type EntryOf, entriesOf, type History } from '../history.js';
import { type Check, groupBy, lost, type Violation } from './violation.js';

/** What the bot says when it cannot do what it was asked. */
const APOLOGIES = (['es', 'en'] as const).flatMap((language) => {
  const { errors, chat } = textIn(language);
  return [...Object.values(errors), chat.tooFast, chat.unknownAction];
});

/** The titles of the form that a button opens, which a client without dialogs gets as a message. */
const titlesOf = (verb: string): string[] =>
  (['es', 'en'] as const).flatMap((language) => {
    const { cases, recognitions } = textIn(language);
    const { forms, commitments, voice } = cases;
    const titled: Partial<Record<string, { title: string }>> = {
      ...forms,
      ...commitments.forms,
      'commitment.add': forms.commit,
      'voice.answer': voice,
      'recognition.start': recognitions,
    };
    return titled[verb.replace('case.', '')]?.title ?? [];
  });

/** These buttons send no form: they open one wherever they stand. */
const ALWAYS_OPEN: readonly string[] = ['recognition.start'];

export const checkReplies: Check = (history) => {
  const taken = new Set(
    entriesOf(history, 'answered')
      .filter(({ status }) => status === 200)
      .map(({ activity }) => activity),
  );
  const left = new Set(entriesOf(history, 'left').map(({ person }) => person));
  const asked = entriesOf(history, 'said').filter(
    ({ delivery, way, activity, person }) =>
      delivery === 1 && way !== 'execute' && taken.has(activity) && !left.has(person),
  );
  const owed = asked.filter((said) => !mayBeLost(history, said));
  return [...groupBy(owed, ({ person }) => person)].flatMap(([person, all]) =>
    unansweredOf(all, sentTo(history, person)),
  );
};

function sentTo(history: History, person: string): EntryOf<'sent'>[] {
  return entriesOf(history, 'sent').filter(
    ({ conversation, shown }) => shown && conversation === conversationOf(person),
  );
}

/** Nobody waits longer for an answer: it is not sent any more when Teams has taken nothing for so long. */
const TOO_LATE_MS = 10 * 60_000;
/** Between two tries of an answer. */
const LONGEST_PAUSE_MS = 90_000;

/**
 * An answer waits in its process and in the queue. It is lost when both go before another process has taken it over: one
 * that dies takes it along, one that ends leaves it to the queue when it is told to, a while before it has ended.
 */
function mayBeLost(history: History, { at, activity }: EntryOf<'said'>): boolean {
  const had = entriesOf(history, 'said').filter((said) => said.activity === activity);
  const isSoon = (one: { at: number }) => one.at >= at && one.at < at + TOO_LATE_MS;
  const ended = entriesOf(history, 'killed', 'stopped').filter(
    (one) => isSoon(one) && had.some(({ instance }) => instance === one.instance),
  );
  return entriesOf(history, 'purged').some(
    (purge) =>
      isSoon(purge) && ended.some((end) => end.kind === 'killed' || end.at - FINISH_WITHIN_MS <= purge.at),
  );
}

/** No answer counts twice. An apology fits every question, so answers are given out such that most questions have one. */
function unansweredOf(asked: readonly EntryOf<'said'>[], sent: readonly EntryOf<'sent'>[]): Violation[] {
  const replies = sent.filter(({ arrived }) => arrived);
  const givenTo = new Map<EntryOf<'sent'>, EntryOf<'said'>>();
  const finds = (said: EntryOf<'said'>, tried = new Set<EntryOf<'sent'>>()): boolean =>
    replies.some((each) => {
      if (tried.has(each) || each.at < said.at || !answers(said, each)) return false;
      tried.add(each);
      const other = givenTo.get(each);
      if (other && !finds(other, tried)) return false;
      givenTo.set(each, said);
      return true;
    });
  const isReached = ({ at }: EntryOf<'said'>) =>
    replies.some((each) => each.at >= at && each.at < at + TOO_LATE_MS);
  const isTriedToTheEnd = (said: EntryOf<'said'>) =>
    sent.some(
      (each) =>
        !each.arrived && Math.abs(each.at - said.at - TOO_LATE_MS) <= LONGEST_PAUSE_MS && answers(said, each),
    );
  return asked
    .filter((said) => isReached(said) && !finds(said) && !isTriedToTheEnd(said))
    .map(({ verb, expects, person, activity }) =>
      lost(`"${verb || expects}" of ${person} was taken and never answered (${activity})`),
    );
}

/** Whoever told something before sees it in the review at once. */
const ALSO: Readonly<Record<string, readonly string[]>> = { 'Cuéntame qué pasó': ['Revisa y envía'] };

function answers(said: EntryOf<'said'>, { method, message, shown }: EntryOf<'sent'>): boolean {
  const { text = '', summary = '' } = shown ?? {};
  const isApology = APOLOGIES.some((apology) => text.includes(apology));
  const expected = [said.expects, ...(ALSO[said.expects] ?? [])];
  if (said.way === 'message')
    return method === 'post' && (isApology || expected.some((words) => text.includes(words)));
  // A click changes its card; a sentence comes as a message, and so does a form.
  if (method === 'update') return message === said.card;
  const isForm = (said.opensForm || ALWAYS_OPEN.includes(said.verb)) && titlesOf(said.verb).includes(summary);
  return isApology || shown?.isCard === false || isForm;
}
