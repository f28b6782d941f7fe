export const chat = {
  greeting: (name: string) => (name ? `Hello, ${name}` : 'Hello'),
  helpTitle: 'This is what I can do',
  examples: [
    'What are the axes of the policy?',
    'They sent me from one counter to another, what is that?',
    'What do I do if I see a customer treated badly?',
  ],
  channelWelcome:
    'Hello, I am the bot of the Humanisation and Experience Policy. Mention me with a question and I answer with the words of the policy. To report a failure, write to me in private: what happened to a person is not told in a channel.',
  onlyInPrivate:
    'Let us talk about that in private, to take care of people. Open a one-to-one chat with me and write it there.',
  unknownAction: 'That option is no longer available. Write “help” to see what I can do.',
  emptyMessage: 'I could not read anything in your message. Tell me in words what you need, or write “help”.',
  cannotReadFile:
    'I received your file, but I cannot open files, pictures or voice notes yet, and I did not keep it. Tell me in words what happened; to report a failure, write “report”.',
  cannotReadSticker: 'Thank you. I only understand words: write what you need, or write “help”.',
  edited: 'I saw that you edited a message. I answer new messages: write it again and I will look at it.',
  reaction: 'Thank you for reacting. If something did not help, tell me in words and I will try another way.',
  outsider:
    'This bot is for the people who work in the organisation. If you are a customer or a partner, please use the usual service channels.',
  personal: 'Collaborator',
  setAside:
    'A task of the bot failed ten times and was set aside. Tell whoever runs the bot, and check with “cases” whether a deadline was left unattended.',
};
