export const chat = {
  /** Teams' sensitivity label of messages with a case. */
  confidential: {
    name: 'Confidential',
    description:
      'It carries what was told of a case, and is for whoever receives it. Do not forward it or show it on a screen.',
  },
  channelWelcome:
    'Hello, I am the bot of the Humanisation and Experience Policy. Mention me with a question and I answer with the words of the policy. To report a failure, write to me in private: what happened to a person is not told in a channel.',
  onlyInPrivate:
    'Let us talk about that in private, to take care of people. Open a one-to-one chat with me and write it there.',
  /** In the dialog of a command from another chat. */
  lookInPrivate:
    'Go on in your chat with Humanización: what you wrote is there for you to check. Nothing has been sent yet.',
  noPrivateChat:
    'I could not write to you in private, and nothing was sent. Open the chat with Humanización once and try again.',
  /** Of a search over the message box. */
  nothingFound: 'I did not find that in the policy. Try another word, or a whole question.',
  /** What was told in a channel is offered as a report in private. */
  wroteInPrivate:
    'We talk about that in private, to take care of people. I wrote to you in your chat with me: you can report it from there.',
  unknownAction: 'That option is no longer available. Write “help” to see what I can do.',
  tooFast: 'I got many taps in a row and could not handle this one. Wait a moment and tap it again.',
  emptyMessage: 'I could not read anything in your message. Tell me in words what you need, or write “help”.',
  cannotReadFile:
    'I received your file, but I cannot open files, pictures or voice notes yet, and I did not keep it. Tell me in words what happened; to report a failure, write “report”.',
  cardFallback: 'This card needs a newer version of Teams. Write “help” and we go on from here.',
  cannotReadSticker: 'Thank you. I only understand words: write what you need, or write “help”.',
  choiceGone:
    'I no longer have that at hand, or somebody else wrote it. Write to me here what you need and I will look at it.',
  edited: 'I saw that you edited a message. I answer new messages: write it again and I will look at it.',
  reaction: 'Thank you for reacting. If something did not help, tell me in words and I will try another way.',
  outsider:
    'This bot is for the people who work in the organisation. If you are a customer or a partner, please use the usual service channels.',
  /** What the bot would do, for each intent. */
  choices: {
    report: 'Report something that happened',
    tell: 'Tell what happened, and report it',
    'cases.mine': 'See how my report goes',
    'commitments.mine': 'See commitments, mine or of my team',
    inbox: 'See the cases that wait for my decision',
    team: 'See the cases of my team',
    'cases.all': 'See all cases',
    indicators: 'See figures and indicators',
    export: 'Get the cases as a file',
    away: 'Say that I will be away',
    back: 'Say that I am back',
    attendance: 'Register my attendance',
    'attendance.mine': 'See my attendance and certificates',
    'training.new': 'Announce a training',
    'training.mine': 'See my trainings',
    recognise: 'Recognise somebody',
    'recognitions.mine': 'See my recognitions',
    practice: 'Get the practice of the day',
    privacy: 'See or correct my data',
    confidentiality: 'Know who learns of my report',
    person: 'Talk to a person',
    help: 'See what you can do',
    cancel: 'Leave it, cancel',
    language: 'Change the language',
    superior: 'Know who gets my reports',
    emergency: 'Know whom to call now',
    distress: 'Know who can help me',
    smalltalk: 'Just say hello',
    policy: 'Ask about the policy',
    offtopic: 'Something else',
  },
  personal: 'Collaborator',
  laterVersion:
    'A notice is waiting for a newer version of the bot and has not been sent yet. Please tell whoever runs the bot: once it is installed, the notice goes out by itself.',
  untold: {
    voice:
      'A message in confidence, from after a closing, did not reach one of the people who had to read it. Please check with whoever runs the bot that the people with the role for protected cases have it installed.',
    commitment:
      'The notice of a commitment did not reach somebody. Please tell whoever runs the bot: the log says which one.',
  },
  setAside:
    'A task of the bot failed ten times and was set aside. Tell whoever runs the bot, and check with “cases” whether a deadline was left unattended.',
};
