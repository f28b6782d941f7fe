import type { News, Received } from '../es/cases.js';
import type { Helplines } from '../helplines.js';

/** A sentence ends with one full stop. */
const ended = (sentence: string) => (sentence.endsWith('.') ? sentence : `${sentence}.`);

const figure = new Intl.NumberFormat('en-US');

export const cases = {
  level: { low: 'low', medium: 'medium', high: 'high' },
  levelTitle: { low: '● LOW impact', medium: '◆ MEDIUM impact', high: '▲ HIGH impact' },
  proposedLevel: {
    low: '● Proposed impact: LOW',
    medium: '◆ Proposed impact: MEDIUM',
    high: '▲ Proposed impact: HIGH',
  },
  unconfirmedLevel: {
    low: '● LOW impact, to be confirmed',
    medium: '◆ MEDIUM impact, to be confirmed',
    high: '▲ HIGH impact, to be confirmed',
  },
  levelChoice: {
    low: 'Low: impersonal, unclear or distant treatment',
    medium: 'Medium: verbal aggression or swear words',
    high: 'High: threat, intimidation, physical aggression or harm',
  },
  clause: {
    personalizacion: 'service not personalised',
    informacion: 'lack of clear information',
    cercania: 'lack of closeness and empathy',
    agresion_verbal: 'verbal aggression',
    soez: 'swear words',
    intimidacion: 'intimidation',
    agresion_fisica: 'physical aggression',
    amenaza: 'threat',
    estabilidad_emocional: 'upsets emotional stability',
    salud: 'endangers health',
    integridad: 'violates integrity',
    seguridad: 'endangers safety',
  },
  willBeReviewed: 'Whoever handles the case will confirm this level first.',
  answerHere: {
    title: 'Shall I send it as the answer?',
    intro: (name: string, number: string) => `${name} asked you about case ${number}:`,
    withoutName: 'It goes without your name.',
    yes: 'Yes, send it',
    toThis: (number: string) => `Send it to ${number}`,
  },
  cancel: {
    draft: {
      title: 'I left your report unsent',
      body: 'Nobody has seen it. Unless you delete it, I keep it as a draft in case you want to go on later.',
    },
    resume: 'Go on with the report',
    discard: 'Delete it',
    sent: (number: string) => ({
      title: `Your report ${number} has been sent`,
      body: 'Nobody has accepted it yet. If it was a mistake, open it and withdraw it there, with a short reason.',
    }),
    open: 'Open the case',
    nothing: {
      title: 'There is nothing to cancel',
      body: 'You have no report in hand, and none that you just sent.',
    },
    menu: 'See what you can do',
  },
  care: {
    'self-harm': ({ emotional, emergency }: Helplines) => ({
      title: 'Life first: if you or somebody near you thinks of self-harm, get help now',
      lines: [
        `Line ${emotional}: somebody to listen and to support. Line ${emergency}: emergencies, if the danger is now.`,
        'Do not leave the person alone. The report can wait some minutes; the call cannot.',
      ],
    }),
    'sexual-violence': ({ violence, emergency, prosecutor }: Helplines) => ({
      title: 'If there was sexual harassment or violence, there is help: nobody has to face it alone',
      lines: [
        `Line ${violence}: advice for victims of violence. Line ${emergency}: emergencies.`,
        `The person may report it to the Fiscalía (line ${prosecutor}). By Ley 2365 of 2024 nobody may force them to meet or to settle with whoever attacked them.`,
      ],
    }),
    'child-at-risk': ({ child, emergency }: Helplines) => ({
      title: 'If a child or a teenager is at risk, call now',
      lines: [
        `Line ${child}: protection of children (ICBF). Line ${emergency}: emergencies, if the danger is now.`,
      ],
    }),
    any: ({ emergency, emotional, violence, child }: Helplines) => ({
      title: 'If somebody needs help now, call first',
      lines: [
        `Line ${emergency}: emergencies. ${emotional}: emotional support. ${violence}: advice on violence. ${child}: children at risk.`,
      ],
    }),
    'danger-now': ({ emergency }: Helplines) => ({
      title: 'If the danger is right now, get to safety first',
      lines: [`Line ${emergency}: emergencies. Tell the guards of your building too. Then tell me.`],
    }),
  },
  state: {
    reported: 'Reported, to be accepted',
    accepted: 'Accepted, in progress',
    rejected: 'Not accepted',
    withdrawn: 'Withdrawn',
    closed: 'Closed',
    /** A state of a later version of the bot. */
    unknown: 'Open it to see',
  },
  step: {
    reported: 'Reported',
    accepted: 'Accepted',
    rejected: 'Not accepted',
    withdrawn: 'Withdrawn',
    closed: 'Closed',
  },
  role: {
    superior: 'your immediate superior',
    deputy: 'who stands in for your superior',
    'next-superior': 'a superior further up than your immediate superior',
    assigned: 'the person whom the humanisation team named',
    humanization: 'the humanisation team',
    protected: 'those who receive protected cases',
  },
  roleOfAssignee: {
    superior: 'the immediate superior',
    deputy: 'who stands in for the superior',
    'next-superior': 'a superior further up',
    assigned: 'the person whom the humanisation team named',
    humanization: 'the humanisation team',
    protected: 'those who receive protected cases',
  },
  goneOn: (number: string, role: string) => ({
    title: `Case ${number} is no longer with you`,
    body: `It went to ${role}. There is nothing more for you to do about it.`,
  }),
  system: '',
  team: 'Humanisation team',
  protectors: 'Those who receive protected cases',
  protected: {
    why: {
      'sexual-violence':
        'Thank you for trusting me with this: since it is about sexual harassment or violence, it does not go through your line; only the people named above receive it, who listen, care and go along to wherever the person who was hurt decides, without investigating or confronting anybody.',
      child:
        'Thank you for caring: since a child may be at risk, it does not go through your line; only the people named above receive it, who care and go along, without investigating or confronting anybody.',
      'by-superior':
        'Thank you for trusting me with this: since a superior may be involved, it does not go through your line; only the people named above receive it, who listen, care and go along to wherever the person who was hurt decides, without investigating or confronting anybody.',
    },
    rightsTitle: 'You can also turn to',
    rights: {
      'sexual-violence': ({ prosecutor }: Helplines) =>
        `The prosecutor's office (line ${prosecutor}), if the person who was hurt wants to. Ley 2365 de 2024 gives them the right to protection, and forbids reprisals.`,
      child: ({ child, emergency }: Helplines) =>
        `Line ${child} (ICBF), or ${emergency} if the danger is now. Who knows of harm to a child has the duty to tell the authorities (Ley 1098 de 2006), and this report does not replace that.`,
      'by-superior': ({ prosecutor }: Helplines) =>
        `The workplace coexistence committee or the labour inspection (Ley 1010 de 2006, which protects from reprisals who reports harassment at work). If there were blows or threats, also the prosecutor's office (line ${prosecutor}).`,
    },
    upTheLine: 'I prefer that it goes up my line',
    notUpTheLine: 'I prefer the protected route',
    duty: 'Protected case: receive it, care, and refer with the consent of the person who was hurt. Do not investigate, confront nobody, and do not talk about it with their line.',
    unreceived: {
      reporter: ({ number }: News, others: string) =>
        `Nobody has received your case ${number} yet, and I am sorry that you have to wait. It is still protected and did not go up your line; I reminded those who can receive it. Meanwhile you can also turn to: ${others}.`,
      receiver: ({ number }: News, others: string) =>
        `Nobody has received the protected case ${number} in time. It goes up no line: receive it now. I told the reporter that they can also turn to: ${others}.`,
    },
    others: {
      emergency: (number: string) => `line ${number}, if there is danger now`,
      violence: (number: string) => `line ${number}, guidance after violence`,
    },
  },
  teamReason: {
    line: 'because I found nobody in your line who can handle it',
    chosen: 'as you chose',
    burst: 'because you have sent ten reports in the last hour',
  },
  involved: {
    superior: 'Is that person involved in what happened?',
    other: 'Is that person, or your immediate superior, involved in what happened?',
    line: 'Is that person, or anybody else in your line, involved in what happened?',
  },
  answer: { true: 'You said yes.', false: 'You said no.' },
  untilToday: (time: string) => `today before ${time}`,
  untilTomorrow: (time: string) => `tomorrow before ${time}`,
  untilDay: (day: string, time: string) => `before ${day} at ${time}`,
  dueToAnswer: (when: string) => `To be answered ${when}`,
  dueToClose: (when: string) => `To be closed ${when}`,
  overdueSince: (when: string) => `Overdue since ${when}`,
  soon: 'as soon as possible',
  receipt: {
    thanks: ({ name }: Received) => (name ? `Thank you, ${name}.` : 'Thank you for telling us.'),
    kind: ({ name }: Received) =>
      name
        ? `Thank you for telling us, ${name}. I am sorry that it happened, and you do not have to carry it alone.`
        : 'Thank you for telling us. I am sorry that it happened, and you do not have to carry it alone.',
    told: ({ who, due }: Received) =>
      due
        ? `I have told **${who}**, who has to answer you ${ended(due)} I write to you when they do.`
        : `I have told **${who}**. I write to you when they answer.`,
    protected: ({ who }: Received) =>
      `I have only told **${who}**; it does not go up your line. If nobody has received it within an hour, I tell you whom else to turn to.`,
    confidential: 'Nobody who attends to the case sees your name.',
  },
  openIntranet: 'Open the intranet',
  openLanding: 'Open the humanisation landing page',
  accept: 'Accept',
  confirmLevel: 'Confirm the level',
  seeCase: 'See the case',
  seeFiles: 'See files',
  whoReported: 'Whoever reported',
  undo: (time: string) => `Undo (until ${time})`,
  done: (number: string) => `Done · ${number}`,
  after: {
    accepted: 'I told whoever reported. When it is solved, close it and tell them what was done.',
    rejected: 'Whoever reported gets your reason. If they disagree, somebody else looks at it.',
    undone: 'The case is as it was before.',
    asked: 'I sent your question. I write to you when it is answered.',
    replied: 'I sent your answer to whoever attends to the case.',
    added: 'Whoever attends to the case can read it now.',
    reclassified: 'I told whoever reported which level it is.',
    escalated: 'I told whoever receives it.',
    reassigned: 'I told whoever receives it.',
    closed: 'Whoever reported gets your summary, and can reopen it within 15 business days.',
    withdrawn: 'The case is closed, and I told whoever attended to it.',
    contested: 'Somebody else looks at it now. I write to you when they answer.',
    reopened: 'I told whoever attends to it. I write to you when they answer.',
    held: 'The case is kept as long as the hold lasts.',
    released: 'The case is deleted when its time comes.',
    identified: 'You see the name in the case now. I told whoever reported, with your reason.',
  },
  /** The forms of a case, by command: their button, and the words on them. */
  forms: {
    accept: {
      button: 'Accept with a note',
      title: 'Accept the case',
      label: 'Your note to whoever reported',
      placeholder: 'For example: "Thank you for telling us, I speak with the team today".',
      required: '',
      submit: 'Accept',
      meaning: '',
    },
    reject: {
      button: 'Do not accept it',
      title: 'Do not accept the case',
      label: 'Why is it not one?',
      placeholder: 'Whoever reported reads this reason.',
      required: 'The reason is missing: whoever reported reads it.',
      submit: 'Do not accept',
      meaning: 'Whoever reported may disagree; then somebody else looks at it.',
    },
    ask: {
      button: 'Ask',
      title: 'Ask whoever reported',
      label: 'What do you need to know?',
      placeholder: 'It reaches them even if their name is withheld.',
      required: 'Write the question.',
      submit: 'Send the question',
      meaning: '',
    },
    reply: {
      button: 'Reply',
      title: 'Answer the question',
      label: 'Your answer',
      placeholder: 'Whoever attends to the case reads it.',
      required: 'Write the answer.',
      submit: 'Send the answer',
      meaning: '',
    },
    add: {
      button: 'Add something',
      title: 'Add to the case',
      label: 'What else happened, or came to your mind?',
      placeholder: '',
      required: 'Write what you want to add.',
      submit: 'Add',
      meaning: '',
    },
    reclassify: {
      button: 'Change the level',
      title: 'Level of impact',
      label: 'Reason (required if you change the level)',
      placeholder: '',
      required: '',
      submit: 'Save the level',
      meaning: '',
    },
    escalate: {
      button: 'Pass it to my superior',
      title: 'Pass the case to your superior',
      label: 'Why do you pass it on?',
      placeholder: '',
      required: 'The reason is missing.',
      submit: 'Pass the case on',
      meaning: '',
    },
    close: {
      button: 'Close the case',
      title: 'Close the case',
      label: 'Summary for whoever reported',
      placeholder: 'What was found, and what changes from now on.',
      required: 'The summary is missing: whoever reported reads it.',
      submit: 'Close the case',
      meaning: '',
    },
    withdraw: {
      button: 'Withdraw it',
      title: 'Withdraw the case',
      label: 'Why do you withdraw it? (optional)',
      placeholder: '',
      required: '',
      submit: 'Withdraw the case',
      meaning: 'The case is closed as it is, and its story says that it was you.',
    },
    contest: {
      button: 'I disagree',
      title: 'You disagree',
      label: 'Why do you disagree?',
      placeholder: '',
      required: 'Tell us why you disagree.',
      submit: 'Send',
      meaning: 'The case goes to somebody else than who did not accept it.',
    },
    reopen: {
      button: 'Reopen',
      title: 'Reopen the case',
      label: 'Why do you reopen it?',
      placeholder: '',
      required: 'Tell us why you reopen it.',
      submit: 'Reopen the case',
      meaning: '',
    },
    reassign: {
      button: 'Assign to somebody',
      title: 'Assign the case',
      label: 'Reason',
      placeholder: '',
      required: 'The reason is missing.',
      submit: 'Assign',
      meaning: '',
    },
    hold: {
      button: 'Legal hold',
      title: 'Legal hold',
      label: 'Why must it be kept?',
      placeholder: '',
      required: 'The reason is missing.',
      submit: 'Put the hold',
      meaning: '',
    },
    release: {
      button: 'Lift the hold',
      title: 'Lift the legal hold',
      label: 'Why is it lifted?',
      placeholder: '',
      required: 'The reason is missing.',
      submit: 'Lift the hold',
      meaning: '',
    },
    identify: {
      button: 'Learn who reported',
      title: 'Learn who reported',
      label: 'What do you need to know it for?',
      placeholder: '',
      required: 'The reason is missing.',
      submit: 'Learn who reported',
      meaning: 'It stays in the story of the case, and whoever reported is told this reason.',
    },
  },
  confirmFirst: 'Confirm the level of impact first:',
  reviewReason: {
    disagreement: '• The words and the account as a whole point to different levels.',
    discounted: '• There are grave words that are denied or supposed.',
    unclear: '• The account does not make the level clear, or it might be graver.',
    discrimination: '• There may be discrimination.',
    'less-severe': '• Whoever reported says that it was not so grave.',
  },
  watching: 'A case of high impact. The person assigned handles it; you are told so that you can stand by.',
  fact: {
    reporter: 'Reported by',
    assignee: 'Handled by',
    topic: 'Topic',
    place: 'Place',
    occurredOn: 'Happened on',
    source: 'Source',
    efforts: 'Effort of the customer',
    touches: 'Touches of the policy',
    hold: 'Legal hold',
    safety: 'Safety',
  },
  onHold: 'on: the case is kept',
  confidentialReporter: 'Name withheld',
  topic: { information: 'Information', behaviour: 'Behaviour' },
  source: {
    'moment-of-truth': 'Moment of truth',
    pqrs: 'Formal complaint (PQRS)',
    'mystery-shopper': 'Mystery shopper',
    landing: 'Humanisation landing page',
    indicator: 'Humanisation indicator',
    leader: 'Boss or team head',
  },
  effort: { emotional: 'emotional', cognitive: 'cognitive', time: 'time' },
  safety: {
    threat: 'there was a threat or intimidation',
    physical: 'there was aggressive physical contact',
    harm: "somebody's health or safety is at risk",
  },
  outcomeChoice: {
    conversation: 'Conversation held',
    standard: 'Standard of behaviour agreed',
    'development-plan': 'Commitment in the development plan (PID)',
    process: 'Process corrected',
    referred: 'Referred elsewhere (say where in the summary)',
    'not-a-failure': 'It was not a failure',
  },
  outcome: {
    conversation: 'conversation held',
    standard: 'standard of behaviour agreed',
    'development-plan': 'commitment in the individual development plan',
    process: 'process corrected',
    referred: 'referred elsewhere',
    'not-a-failure': 'not a failure',
  },
  event: {
    reported: 'Reported by ',
    burst:
      'The same person had sent more than ten reports in an hour; so the humanisation team receives it, and not their superior.',
    accepted: 'Accepted by ',
    rejected: 'Not accepted by ',
    asked: 'Question from ',
    replied: 'Answer from ',
    added: 'Information added by ',
    attached: 'File added by ',
    reclassified: (level: string) => `Impact ${level}, according to `,
    escalated: (to: string) => `Escalated to ${to} by `,
    reassigned: (to: string) => `Assigned to ${to} by `,
    climbed: (to: string) => `No answer in time: went to ${to}`,
    contested: (to: string) => `Went to ${to}; disagreeing: `,
    undone: 'Took back the last step: ',
    reminded: 'A reminder was sent',
    lapsed: 'Still not handled in time: told again',
    closed: (outcomes: string) => `Closed (${outcomes}) by `,
    withdrawn: 'Withdrawn by ',
    reopened: 'Reopened by ',
    held: 'Legal hold set by ',
    released: 'Legal hold lifted by ',
    identified: 'Learned who reported: ',
    undelivered: (to: string) => `A notice could not be delivered to ${to}`,
  },
  news: {
    accepted: ({ number, by }: News) => `**${by}** accepted your case ${number}.`,
    rejected: ({ number, by }: News) => `Your case ${number} was not accepted. **${by}** tells you why:`,
    asked: ({ number, by }: News) => `**${by}** asks you about your case ${number}:`,
    reclassified: ({ number, level, by }: News) => `**${by}** left your case ${number} at ${level} impact.`,
    escalated: ({ number, by, who }: News) => `**${by}** passed your case ${number} to **${who}**.`,
    reassigned: ({ number, by, who }: News) => `**${by}** assigned your case ${number} to **${who}**.`,
    climbed: ({ number, who }: News) =>
      `Nobody answered your case ${number} in time, so **${who}** attends to it now.`,
    closed: ({ number, by, outcomes }: News) => `**${by}** closed your case ${number}: ${outcomes}.`,
    identified: ({ number, by }: News) =>
      `**${by}**, of the humanisation team, learned your name in the confidential case ${number}. This is the reason:`,
    undone: ({ number, by }: News) =>
      `**${by}** took back the last step in your case ${number}, which is as it was before.`,
    replied: ({ number, by }: News) => `**${by}** answered your question about case ${number}:`,
    added: ({ number, by }: News) => `**${by}** added something to case ${number}:`,
    attached: ({ number, by }: News) => `**${by}** added a file to case ${number}.`,
    withdrawn: ({ number, by }: News) => `**${by}** withdrew case ${number}.`,
    reopened: ({ number, by }: News) => `**${by}** reopened case ${number}:`,
    reminded: ({ number, level }: News) =>
      `A reminder of case ${number}, of ${level} impact: it waits for your decision.`,
    lapsed: ({ number, level }: News) =>
      `Case ${number}, of ${level} impact, is still not answered, and there is nobody further up. Handle or assign it as soon as you can.`,
    undelivered: ({ number }: News) =>
      `A notice of case ${number} could not be delivered. The story of the case says to whom.`,
  },
  next: {
    accepted: ({ due }: News) => `They have to close it ${ended(due)} I write to you when they do.`,
    rejected: () => 'If you disagree, somebody else looks at it.',
    escalated: ({ due }: News) => `They have to answer you ${ended(due)}`,
    reassigned: ({ due }: News) => `They have to answer you ${ended(due)}`,
    climbed: ({ due }: News) => `They have to answer you ${ended(due)}`,
    closed: () => 'If it is not solved, you can reopen it within 15 business days.',
    reminded: ({ due }: News) => `To be answered ${ended(due)}`,
    reopened: ({ due }: News) => `To be closed ${ended(due)}`,
  },
  newsToHolder: {
    escalated: ({ number, level, by }: News) =>
      `**${by}** passed case ${number}, of ${level} impact, to you. It waits for your decision:`,
    reassigned: ({ number, level, by }: News) =>
      `**${by}** assigned case ${number}, of ${level} impact, to you. It waits for your decision:`,
    climbed: ({ number, level }: News) =>
      `Nobody answered case ${number}, of ${level} impact, in time, and it waits for your decision.`,
    contested: ({ number, level, by }: News) =>
      `**${by}** disagrees that case ${number}, of ${level} impact, was not accepted. It waits for your decision:`,
  },
  nextForHolder: {
    escalated: ({ due }: News) => `To be answered ${ended(due)}`,
    reassigned: ({ due }: News) => `To be answered ${ended(due)}`,
    climbed: ({ due }: News) => `To be answered ${ended(due)}`,
    contested: ({ due }: News) => `To be answered ${ended(due)}`,
  },
  unattended: 'There is a case that nobody of the humanisation team can attend to: check the roles.',
  summary: {
    new: (number: string, level: string) => `New case ${number}, ${level} impact`,
    updated: (number: string) => `Case ${number}`,
  },
  problem: {
    empty: 'Tell me what happened: the account is empty.',
    short: (missing: number) =>
      `Tell me a little more: at least ${missing} more ${missing === 1 ? 'character is' : 'characters are'} needed to understand what happened.`,
    long: (excess: number, most: number) =>
      `You went over by ${excess === 1 ? '1 character' : `${figure.format(excess)} characters`}; the most is ${figure.format(most)}. All of it is below: shorten it and go on.`,
    cut: (kept: number, most: number) =>
      `Your account is too long: the most is ${figure.format(most)} characters. Below are the first ${figure.format(kept)}; I did not keep the rest, but it is still in your message. Shorten it and go on.`,
    field: 'Check the details: one of them is not valid.',
    future: 'The date on which it happened cannot be in the future. Correct it and continue.',
    involvement:
      'One answer is missing before it can be sent: say whether the person whom the case would go to is involved in what happened.',
    recipientChanged:
      'I have not sent it yet, because somebody else receives it now. See below whom it goes to and, if you agree, send it.',
    superior:
      'I did not find the person whom you chose as superior, or their account is no longer active. Look them up again or leave it empty.',
    recipient:
      'That person cannot receive the report. Choose somebody who leads a team or who is in the humanisation team, or leave it empty.',
    confidentialRecipient:
      'With your name withheld, the report can only go to somebody in your line or to the humanisation team. Choose another person or leave it empty.',
    files:
      'Before you send it, see below what it says about your files, and decide whether they go like that.',
    'not-in-this-state': 'The case has changed: this is how it stands now.',
    changedMeanwhile:
      'The case changed while you were writing. What you wrote is still here: look at it and send it again.',
    'missing-reason': 'The reason is missing. Write it and try again.',
    'missing-outcome': 'Choose at least one thing that was done.',
    'missing-summary': 'The summary for the person who reported is missing.',
    'missing-words': 'The text is missing. Write it and try again.',
    'too-late-to-undo': 'It is too late to undo it: the two minutes have passed.',
    'same-level': 'The case already has that level, and it is confirmed.',
    unconfirmed: 'Confirm the level of impact first; then you can close the case.',
    'no-question': 'There is no question to answer.',
    'too-late':
      'The 15 business days for reopening it have passed. You can make a new report and mention this number.',
    'too-many-files': 'The case already has 5 files, which is the most.',
    'same-assignee': 'The case is already with that person.',
    'unknown-person': 'I cannot assign it to that person. Look for another.',
    'later-version': 'This case has news from a later version of the bot. For now, it can only be read.',
  },
  cancelled: {
    title: 'Report cancelled',
    body: 'Nothing was sent or kept. If you change your mind, you can start again at any time.',
    again: 'Start again',
  },
  draftGone: {
    title: 'This form is no longer open',
    body: 'The report was sent, was cancelled, or too much time has passed. Look at “My cases” to see whether it was sent, or start a new one.',
    mine: 'My cases',
    again: 'Start again',
  },
  list: {
    'cases.mine': {
      title: 'My cases',
      empty: 'You have not reported any case yet. Once you do, you follow it from here.',
    },
    'cases.inbox': { title: 'Inbox: what waits for you', empty: 'You have no cases to handle. Well done.' },
    'cases.team': { title: 'Team: open cases in your line', empty: 'Nobody in your line has open cases.' },
    'cases.all': { title: 'Cases of the month', empty: 'No cases were reported in this month.' },
  },
  export: {
    title: 'Export of cases',
    tab: 'Cases',
    file: { xlsx: 'Excel (XLSX)', csv: 'Text (CSV)' },
    months: (from: string, until: string) => (from === until ? from : `${from} to ${until}`),
    problem: 'Write the months like this: 2026-11, the first before the last, and 12 at most.',
    columns: [
      'Case',
      'Impact',
      'State',
      'Area (blank where fewer than 5 people work)',
      'Reported',
      'Accepted',
      'Closed',
      'Due',
      'Handled by',
      'Times it went up without an answer',
      'Topic',
      'Source',
      'Efforts',
      'Touches of the policy',
      'What was done',
    ],
    narrative: 'Account',
    cut: (most: number) =>
      `Only the first ${figure.format(most)} cases: there are more. Export in parts: fewer months, one level or one state.`,
  },
  /** For an administrator. */
  accesses: {
    recent: 'Accesses in the last 7 days',
    ofCase: (number: string) => `Accesses to case ${number}`,
    people: 'Who opened cases',
    opened: 'Who opened it',
    exports: 'Exports',
    exportsWithCase: 'Exports that may have held it',
    nobody: 'Nothing is on record.',
    noExports: 'None is on record.',
    did: {
      card: 'opened the case',
      file: 'opened a file',
      identity: 'learned who reported',
      export: 'exported it',
      review: 'reviewed these accesses',
      other: 'did something that this version of the bot does not know',
    },
    counted: {
      card: (count: number) => (count === 1 ? 'a case opened once' : `cases opened ${count} times`),
      file: (count: number) => (count === 1 ? '1 file' : `${count} files`),
      identity: (count: number) =>
        count === 1 ? '1 identity in confidence' : `${count} identities in confidence`,
      export: (count: number) => (count === 1 ? '1 export' : `${count} exports`),
      review: (count: number) => (count === 1 ? '1 review of accesses' : `${count} reviews of accesses`),
      other: (count: number) =>
        count === 1 ? '1 access of another kind' : `${count} accesses of another kind`,
    },
    level: (level: string) => `impact ${level}`,
    narratives: 'with the narratives',
    noSuchNumber: 'I found no case with that number whose accesses you may review.',
  },
  evidence: {
    title: (number: string) => `Files of case ${number}`,
    file: (number: number) => `File ${number}`,
    nowhere:
      'I received a file, but you have no open report and no recent case to add it to, so I did not keep it. Write “report” and send it again.',
    withDraft: 'I kept the file with the report that you are writing. It is sent when you confirm it.',
    withCase: (number: string) => `I added the file to case ${number}.`,
    closed:
      'The report or case that the file was for is no longer open, so I did not keep it. To tell it again, write “report” and send it once more.',
    busy: 'The case was changing and I could not add the file, so I did not keep it. Send it again.',
    laterVersion:
      'The case has news from a later version of the bot and can only be read for now, so I did not keep the file. Send it again later.',
    tooMany: 'A case takes 5 files at most: I did not keep the rest.',
    unnamed: 'A file',
    unclean: (count: number) => ({
      title: count === 1 ? 'That file might say who you are' : 'Those files might say who you are',
      body:
        count === 1
          ? 'I did not keep it. From that file I cannot remove what it may tell about you: who made it, when, where and with what. To attach it all the same, tap the button and send it again. If it is a picture, I can clean a screenshot of it.'
          : 'I did not keep them. From those files I cannot remove what they may tell about you: who made them, when, where and with what. To attach them all the same, tap the button and send them again. If they are pictures, I can clean screenshots of them.',
      allow: 'Attach all the same',
      decline: 'Do not attach',
    }),
    allowed: {
      title: 'Done: now send it again',
      body: 'For the next half hour, files that you send for this report and that I cannot clean are kept as they are.',
    },
    declined: {
      title: 'Done, I did not attach it',
      body: 'I kept nothing of that file. You can go on with your report.',
    },
    goesAsItIs: (count: number) =>
      count === 1
        ? 'One file goes as you sent it: I cannot remove what it may tell about you (who made it, when, where and with what).'
        : `${count} files go as you sent them: I cannot remove what they may tell about you (who made them, when, where and with what).`,
    problem: {
      'too-large': (name: string) => `“${name}” is larger than 10 MB and was not kept. Send a smaller one.`,
      'not-allowed': (name: string) =>
        `“${name}” is no picture, PDF, sound, film, Word or Excel file that I can keep.`,
    },
  },
  away: {
    oneDay: (day: string) => `on ${day}`,
    days: (from: string, until: string) => `from ${from} to ${until}`,
    understood: {
      days: (days: string) => `I understood: ${days}.`,
      from: (day: string) => `I understood: from ${day}. The last day is missing.`,
      until: (day: string) =>
        `I understood: until ${day}. I put today as the first day; change it if it is another.`,
    },
    saved: (days: string) =>
      `You already have an absence: ${days}. I keep only one: what you save now replaces it.`,
    set: {
      title: (days: string) => `Done: you are away ${days}`,
      notYet: (day: string) => `Before ${day} nothing changes: new cases still come to you.`,
      deputy: 'On those days, new cases go to whoever stands in.',
      deputyAway:
        'Whoever stands in is away too on at least one of those days: new cases then go to your superior or, if they cannot take them, to somebody further up.',
      noDeputy:
        'On those days, new cases go to your superior or, if they cannot take them, to somebody further up.',
      inHand:
        'Those that you have stay with you and their deadlines run: escalate them if you cannot handle them.',
      end: 'If you are back earlier or your plans change, write “I am back”.',
    },
    clear: 'I am back',
    cancel: 'Cancel the absence',
    restore: 'Set it again',
    back: {
      title: 'Welcome back',
      ended: (days: string) => `I removed your absence ${days}.`,
      none: 'You had no absence, so I changed nothing.',
      toYou: 'New cases come to you.',
      directory:
        'The directory shows you as away today, for example because of automatic replies in Outlook. As long as it does, new cases go to whoever stands in or to your superior.',
    },
    cancelled: { title: 'I cancelled your absence', body: (days: string) => `It was ${days}.` },
    problem: {
      from: 'Choose a first day that has not passed.',
      until: 'Choose a last day that has not passed.',
      order: 'The last day cannot be before the first.',
      deputy:
        'I did not find whoever stands in, or their account is no longer active. Look them up again or leave it empty.',
    },
  },
  confidentiality: {
    title: 'Who knows that you reported',
    paragraphs: [
      'It is not anonymous: Teams knows who writes, and whoever runs the bot can find out who reported. But you can ask that your name be kept confidential: tick it before you send the report. Nothing is sent until you confirm it.',
      '**Confidential:** whoever handles the case does not see your name; questions and answers go through me. The humanisation team may learn your identity if that is needed to protect you: they have to write down the reason, and I tell you.',
      '**Not confidential:** whoever handles the case and the humanisation team see your name. No report is shown in a channel.',
      '**Your files** get other names: archivo-1, archivo-2… In confidence, others get a clean copy: from pictures (JPG, PNG, WebP, GIF), PDF, Word and Excel files and sounds I remove the author, the place and the device. With HEIC pictures, films and files with a password or a digital signature I cannot: I tell you before I keep them, and they go only if you want it. What can be seen, read or heard in a file does not change.',
      '**If your superior is involved,** say so before you send the report, under "Change": the case does not go to that person.',
    ],
    protectedRoute:
      '**If you tell of sexual harassment or violence, of violence by a superior, or of harm to a child,** the report does not go through your line: only those of the humanisation team who have that task receive it (or all of the team, if they are fewer than two), and you see who before you send it. You may choose that it goes up your line.',
    limits:
      '**What I cannot promise:** your account is shown as you write it, so somebody might recognise you by what you tell; nor can I say how each person will react. If you are treated badly afterwards for having reported, that can be reported too.',
    report: 'Report a failure',
  },
  ofTeam: {
    all: 'The list of all cases belongs to the humanisation team. Those that you reported are in “my cases”, and those that you attend to in “inbox”.',
    export:
      'Exporting cases is for the humanisation team. With “my data” you can download those that you reported.',
    accesses:
      'Whoever runs the bot reviews the accesses. If you worry about who saw a case of yours, write “talk to a person”.',
  },
  noSuchNumber:
    'I did not find that case among those that you may see. The ones you reported are in “my cases”, and the ones you handle, in “inbox”.',
  nothingLikeThat: 'No case fits that filter.',
  reportedOn: (when: string) => `Reported on ${when}`,
};
