import { ended } from '../../../../platform/text/en/grammar.js';

/** Recognitions: what somebody did well. `**` marks what stands out. */
export const recognitions = {
  title: 'Recognise somebody',
  source: {
    colleague: 'I saw it or lived it',
    pqrs: 'A user said so in a petition or complaint (PQRS)',
    'development-platform': 'It is in the development platform',
    'mystery-shopper': 'A mystery shopper told it',
  },
  heard: {
    pqrs: 'a user said so in a PQRS',
    'development-platform': 'it is in the development platform',
    'mystery-shopper': 'a mystery shopper told it',
  },
  from: {
    colleague: (who: string) => `From **${who}**`,
    told: (who: string, heard: string) => `From **${who}**: ${heard}`,
    user: 'On behalf of a user',
  },
  summary: {
    own: 'You were recognised',
    copy: 'Somebody of your team was recognised',
    post: 'A recognition',
    preview: 'How your recognition will look',
    sent: 'Recognition sent',
    list: 'Recognitions',
  },
  goingOn: {
    acts: {
      send: 'See your recognition',
      correct: 'Change your recognition',
      add: 'Add it to your recognition',
      drop: 'Leave your recognition',
    },
    leave: {
      title: 'Shall I delete this recognition?',
      body: 'Nobody has got it. If you do not delete it, you can go on with it further up.',
      discard: 'Delete it',
    },
  },
  problem: {
    unclear: 'I could not tell what to change. Correct it here and see how it looks.',
    expired: 'This form has expired. Check what you wrote and send it again.',
    nobody: 'Whom do you want to recognise? Choose somebody of the list, or search by name.',
    'many-people': 'A recognition can go to five people at most.',
    attribute: 'The attribute is missing: what did it show?',
    'too-short': (length: number) =>
      `Tell a little more of what they did: at least 20 characters are needed, and it has ${length}.`,
    'too-long': (length: number) => `Please shorten it: 500 characters fit, and it has ${length}.`,
    offensive: 'These words may hurt whoever reads them. Say it in another way and I will gladly send it:',
    oneself: 'This is to recognise somebody else; you cannot send it to yourself.',
    again: (who: string, from: string) =>
      ended(`You recognised **${who}** less than a week ago. You can do it again from ${from}`),
    'too-many': (left: number, from: string) =>
      left === 0
        ? ended(`You recognised five people this week already. You can go on from ${from}`)
        : ended(`You have ${left} left this week. Choose fewer people, or do it from ${from}`),
    unknown: 'One of the people whom you chose is not in the directory. Remove them and search again.',
    guest:
      'One of the people whom you chose is a guest in Teams, and I can only write to those who work here.',
    left: (who: string) => `The account of **${who}** is disabled, so I cannot deliver anything to them.`,
    away: (who: string, until: string) =>
      `**${who}** is away until ${until}. Recognise them when they are back, so that they can enjoy it.`,
    sender: 'I cannot find you in the directory, so I cannot say who it comes from.',
    outdated: 'That message was changed after this preview. Use the latest one.',
  },
  preview: {
    title: 'How they will see it',
    titleSeveral: 'How each of them will see it',
    to: (who: string) => `To **${who}**`,
    toSeveral: (who: string) => `To **${who}**, each of them separately`,
    also: (who: string) => `**${who}** gets a copy.`,
    public: 'Whoever gets it decides if it is published in a channel of their team.',
    private: 'It is not published in any channel.',
    discarded: { title: 'Nothing was sent', body: 'I deleted what you had written.' },
  },
  receipt: {
    sent: (who: string) => `✓ Your recognition is for **${who}**`,
    until: (time: string) => ended(`I deliver it when it can no longer be undone, after ${time}`),
    undo: (time: string) => `Undo (until ${time})`,
    tooLate: 'The two minutes are over and the recognition was delivered. Whoever got it can take it away.',
    undone: '**It was sent to nobody.** This is what you had written:',
    correct: 'Correct and send',
    gone: { title: 'This recognition is no longer there', body: 'Whoever got it preferred not to keep it.' },
  },
  own: {
    title: 'You were recognised!',
    also: (who: string) => `**${who}** of your team was recognised too.`,
    askIn: (team: string) => `**Do you want to publish it in “${team}”?**`,
    ask: '**Do you want to publish it in a channel of your team?**',
    team: 'your team',
    published: (team: string) => `✓ You agreed to publish it in “${team}”.`,
    noPlace: 'I no longer find a channel of yours in which to publish it. It is still yours alone.',
    removed: {
      title: 'You took this recognition away',
      body: 'It is no longer in the lists or in the channel, and I deleted what it said.',
    },
  },
  picture: {
    heading: (organisation: string) => `${organisation} · Recognition`,
    alt: (attribute: string) => `Your recognition as a picture, to be kept: ${attribute}`,
  },
  copy: {
    one: (who: string) => `**${who}**, of your team, was recognised:`,
    several: (who: string) => `**${who}**, of your team, were recognised:`,
    gone: { title: 'This recognition is no longer there', body: 'Whoever got it preferred not to keep it.' },
  },
  post: (who: string) => `🌟 A recognition for **${who}**`,
  list: {
    title: {
      got: 'The recognitions that you got',
      given: 'The recognitions that you gave',
      team: 'The recognitions of your team',
    },
    empty: {
      got: 'You have none yet. Until one comes, whom would you give one to?',
      given: 'You have not recognised anybody yet. Tell me whom and what for, and I deliver it.',
      team: 'There is none in this period. What have you seen that is worth recognising?',
    },
    noMore: 'There are no more.',
    got: 'Those I got',
    given: 'Those I gave',
    team: 'Those of my team',
    to: (who: string) => `To **${who}**`,
    quarter: (quarter: string) =>
      `${['January to March', 'April to June', 'July to September', 'October to December'][Number(quarter.slice(6)) - 1] ?? ''} ${quarter.slice(0, 4)}`,
  },
  onlyLeaders: 'That list is for those who lead a team. With “my recognitions” you see yours.',
  undelivered: (who: string) =>
    `I could not deliver your recognition to ${who}: Teams does not let me write to them. If you can, tell them yourself.`,
  unposted: 'I could not publish your recognition in the channel. It is still yours, in “my recognitions”.',
};
