/** Every acknowledged report is one case, of the person who told it, with what they told. */
import { entriesOf, type History, numbersIn, readByPeople } from '../history.js';
import type { Facts } from './facts.js';
import { numberOf } from './stories.js';
import { type Check, doubled, groupBy, lost, type Violation, wrong } from './violation.js';

const RECEIPT = /le avisé a[\s\S]*?(HUM-\d{4}-\d{6})/;

/** The reports that people were told are taken. */
export function acknowledgedIn(history: History): { person: string; number: string }[] {
  const told = readByPeople(history).flatMap(({ person, shown }) => {
    const number = RECEIPT.exec(shown.text)?.[1];
    return number === undefined ? [] : [{ person, number }];
  });
  return [...groupBy(told, ({ person, number }) => `${person} ${number}`).values()].flatMap(
    ([first]) => first ?? [],
  );
}

export const checkReports: Check = (history, facts) => [
  ...eachHasItsCase(history, facts),
  ...noneIsTwoCases(history, facts),
  ...noSentDraftIsLost(facts),
];

function eachHasItsCase(history: History, { cases }: Facts): Violation[] {
  const said = entriesOf(history, 'said');
  return acknowledgedIn(history).flatMap(({ person, number }) => {
    const [found] = cases.filter((one) => numberOf(one) === number);
    const report = found?.events[0];
    if (!found || report?.body.type !== 'reported')
      return [lost(`${number} was acknowledged and is no case`)];
    if (report.actorId !== person) return [wrong(`${number} is the case of somebody else`)];
    const { narrative } = report.body.report;
    return said.some(
      (told) => told.person === person && told.marker !== '' && narrative.includes(told.marker),
    )
      ? []
      : [lost(`${number} does not hold what was told`)];
  });
}

function noneIsTwoCases(history: History, { cases }: Facts): Violation[] {
  const numbers = [...groupBy(cases, numberOf)].filter(([, all]) => all.length > 1);
  const markers = new Set(entriesOf(history, 'said').map(({ marker }) => marker));
  markers.delete('');
  const narratives = cases.flatMap(({ events: [first] }) =>
    first?.body.type === 'reported' ? [first.body.report.narrative] : [],
  );
  const repeated = [...markers].filter(
    (marker) => narratives.filter((narrative) => narrative.includes(marker)).length > 1,
  );
  return [
    ...numbers.map(([number]) => doubled(`${number} is the number of several cases`)),
    ...repeated.map((marker) => doubled(`what was told once is several cases: ${marker}`)),
  ];
}

function noSentDraftIsLost({ sent, cases }: Facts): Violation[] {
  return sent
    .filter(({ id }) => !cases.some((one) => one.id === id && one.events.length > 0))
    .map(({ id }) => lost(`the draft ${id} is marked as sent, and is no case`));
}

/** Numbers that people read and that no case has. */
export const checkNumbers: Check = (history, { cases }) => {
  const known = new Set(cases.map(numberOf));
  const read = new Set(readByPeople(history).flatMap(({ shown }) => numbersIn(shown.text)));
  return [...read]
    .filter((number) => !known.has(number))
    .map((number) => lost(`${number} was shown and is no case`));
};
