import { figure } from '../../../../platform/text/en/grammar.js';

const counted = (count: number, one: string, many: string) =>
  `${figure.format(count)} ${count === 1 ? one : many}`;

/** "7 colleagues from 4 areas" */
const spread = (colleagues: number, areas: number) =>
  [
    counted(colleagues, 'colleague', 'colleagues'),
    ...(areas > 0 ? [`from ${counted(areas, 'area', 'areas')}`] : []),
  ].join(' ');

export const recognitionEvent = {
  only: 'The recognition event is prepared by the humanization team. With “my recognitions” you see yours.',
  title: 'Recognition event',
  candidateTitle: 'For the recognition event',
  listTitle: 'The list of the event',
  period: (from: string, until: string) => `From ${from} to ${until}`,
  spans: {
    month: ['This month', 'Last month'],
    quarter: ['This quarter', 'Last quarter'],
    semester: ['This half-year', 'Last half-year'],
    year: ['This year', 'Last year'],
  },
  otherDays: 'Other dates',
  wrongPeriod: 'Those dates do not work: choose from and until, in order, and a year at most.',
  shown: (people: number, thanks: number) =>
    `${counted(people, 'person', 'people')} with ${counted(thanks, 'recognition', 'recognitions')}.`,
  filtered: (filters: string) => `Only: ${filters}.`,
  order:
    'First those whom the most different people recognised; then from the most areas, and for the most attributes. The number of recognitions does not decide.',
  empty: {
    period: 'There are no recognitions in these dates of people who are still here. Try other dates.',
    filters: 'Nobody fits that in these dates. Try fewer filters.',
    page: 'There is nobody else.',
    list: 'The list is empty. Open somebody among the candidates and tap “Add to the list”.',
  },
  spread: (colleagues: number, areas: number, users: number) =>
    [
      ...(colleagues > 0 ? [spread(colleagues, areas)] : []),
      ...(users > 0 ? [counted(users, 'thank-you from users', 'thank-yous from users')] : []),
    ].join(' · '),
  noArea: 'No area',
  listed: '✓ On the list',
  list: (people: number) => `The list of the event (${figure.format(people)})`,
  facts: { spread: 'Who', attributes: 'For', sources: 'How it became known', total: 'In all' },
  total: (count: number) => counted(count, 'recognition', 'recognitions'),
  sources: {
    colleague: 'a colleague saw it',
    pqrs: 'PQRS',
    'development-platform': 'development platform',
    'mystery-shopper': 'mystery shopper',
  },
  since: (day: string, by: string) => `✓ On the list since ${day}, by **${by}**`,
  added: '✓ Now on the list of the event.',
  already: 'That person was on the list of the event already.',
  removed: 'No longer on the list of the event.',
  oneself: 'Somebody else of the team has to add you.',
  full: (most: number) => `The list has ${figure.format(most)} people already. Take somebody off first.`,
  goneTitle: 'That person is not there any more',
  goneBody: 'They have left the organisation, or have no recognitions in these dates any more.',
  goneFromList: (people: number) =>
    `${counted(people, 'person who was on the list is', 'people who were on the list are')} not shown: they left the organisation, or have no recognitions in these dates any more.`,
  readOnly:
    'The text quotes only what may be published: who wrote it agreed, who got it did not refuse, and it does not seem to name anybody else. Before you read it in public, ask them if they like the idea.',
  script: {
    who: (name: string, area: string) => (area === '' ? `${name}.` : `${name}, of ${area}.`),
    why: (from: string, until: string, colleagues: number, areas: number, users: number) => {
      const said = [
        ...(colleagues > 0 || users === 0 ? [`${spread(colleagues, areas)} recognised their work`] : []),
        ...(users > 0
          ? [users === 1 ? 'a user thanked them' : `users thanked them ${figure.format(users)} times`]
          : []),
      ];
      return `Between ${from} and ${until}, ${said.join(' and ')}.`;
    },
    attributes: (titles: string, count: number) =>
      count === 1
        ? `It was for this attribute of our humanization policy: ${titles}.`
        : `It was for these attributes of our humanization policy: ${titles}.`,
    policy: (attribute: string, behaviours: string) => `${attribute}, says the policy: “${behaviours}”`,
    title: (attribute: string) => `“${attribute}”`,
    told: 'This is how they told it:',
    quote: (words: string, who: string) => `“${words}” (${who})`,
    user: 'a user',
    somebody: 'somebody of the organisation',
    thanks: (name: string) => `Thank you, ${name}.`,
  },
  sheet: {
    title: 'Recognition event',
    file: 'recognition-event',
    head: {
      name: 'Name',
      area: 'Area',
      colleagues: 'Different colleagues',
      areas: 'Areas of those colleagues',
      users: 'Thank-yous from users',
      total: 'Recognitions in all',
      attributes: 'Attributes',
      sources: 'How it became known',
      listedAt: 'On the list since',
      listedBy: 'Added by',
      script: 'Text for the event',
    },
  },
  files: { xlsx: 'Excel (XLSX)', csv: 'Text (CSV)' },
  exported: {
    candidates: (period: string) => `Candidates. ${period}`,
    list: (period: string) => `The list of the event. ${period}`,
  },
};
