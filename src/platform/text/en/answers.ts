export const answers = {
  lead: 'This is what the policy says',
  source: (policy: string, version: string) =>
    `In quotation marks, the official text of the ${policy}, in Spanish as it was issued; the rest is explained by the bot. Content ${version}.`,
  /** Below a section that somebody puts into a chat. */
  quoted: (policy: string, version: string) =>
    `In quotation marks, the official text of the ${policy}. Content ${version}.`,
  overviewTitle: (policy: string) => `${policy}, in order`,
  openIntranet: 'Open the intranet',
  openLanding: 'Open the humanisation landing page',
  openDaruma: 'Open Daruma',
  exampleOf: (title: string) => `An example of **${title}**, in Spanish:`,
  noMoreExamples: (title: string) => `You have seen all examples of **${title}**. From the beginning:`,
  inOtherWords: (title: string) => `**${title}**, in other words:`,
  noSuchItem: (count: number) =>
    `There ${count === 1 ? 'is 1 part' : `are ${count} parts`} in that list. Tell me which one: the first, the second…`,
  noList: 'My last answer was not a list. Ask me about a part of the policy and we will look at it.',
  nearest: (title: string) => `Nearest in the policy: ${title}`,
  notFound: 'If it was a question about the policy, I did not find it: try other words.',
  notReportedYet:
    'Nothing has been reported yet. Tap the button to report on the card above, or write “report”.',
  offerFromChannel: 'You wrote it where others read along. I keep nothing of it unless you tap “Report it”.',
  offerSection: (title: string) => `The policy speaks of this in “${title}”.`,
  onlyTeamLearns:
    'That list belongs to the humanisation team, who look after the answers. If one did not help you, say so below it.',
  smallTalk: {
    greeting:
      'Hello! Ask me about the policy in your own words, or write “report” if you saw a failure. “Help” shows all that I can do.',
    thanks: 'You are welcome. I am here when you need me.',
    goodbye: 'See you soon. Thank you for taking care of the people you serve.',
    identity:
      'I am a bot, not a person. I answer with the words of the Humanisation and Experience Policy and help to report failures in service.',
    praise: 'Thank you! Can I help you with something else of the policy?',
    anger:
      'I am sorry that I did not help. Tell me in other words what you need; if it is a failure in service, write “report”.',
    other: 'All right. Ask me something about the policy, or write “help”.',
  },
};
