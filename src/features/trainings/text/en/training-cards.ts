import type { Texts } from '../es.js';

type Cards = Texts['cards'];

export const trainingCards: Pick<
  Cards,
  | 'training-form'
  | 'training'
  | 'attendance'
  | 'training-desk'
  | 'meeting-choose'
  | 'meeting-preview'
  | 'meeting-tied'
  | 'my-attendance'
  | 'training-missing'
  | 'training-files'
  | 'training-correct'
  | 'training-check'
  | 'training-list'
  | 'coverage'
> = {
  'training-form': {
    title: 'New training',
    intro:
      'I post the card in the channel, with the link and the QR code to register. Hours are those of Bogotá.',
    name: 'Title',
    namePlaceholder: 'For example: Humanisation policy, group 3',
    nameRequired: 'Write a title of at least 3 characters.',
    trainer: 'Trainer',
    channel: 'Channel to post it in',
    channelRequired: 'Choose a channel.',
    day: 'Day',
    dayRequired: 'Choose the day.',
    startsAt: 'Starts',
    endsAt: 'Ends',
    hoursRequired: 'Choose the time.',
    place: 'Place or meeting link',
    placePlaceholder: 'Auditorium, 2nd floor, or https://…',
    capacity: 'Seats (empty: no limit)',
    capacityPlaceholder: 'For example: 40',
    leastMinutes: 'Least minutes in the Teams meeting (empty: any)',
    leastMinutesPlaceholder: 'For example: 30',
    requiresCode: 'Require the code shown on the screen',
    requiresCodeMeaning:
      'Then only those who see the screen can register: the code changes every 20 seconds. Otherwise the button of the card works too, and is marked.',
    create: 'Post',
  },
  training: {
    kind: 'Training · attendance',
    scan: 'Scan the QR with your phone, or write “attendance” to the bot and this code:',
    cardCodeMeaning: 'This code does not change; the entry is marked as made away from the screen.',
    codeNeeded: 'To register, type the code shown on the screen in the room; it changes every 20 seconds.',
    codeLabel: 'Code on the screen',
    codePlaceholder: '6 letters and digits',
    register: 'Register attendance',
  },
  attendance: {},
  'training-desk': {
    kind: 'Your training',
    screenMeaning:
      'Project this screen in the room: it shows the QR and the code that changes. The link is for you alone; “Screen” shows it again.',
    openScreen: 'Open the screen',
    newScreen: 'New link',
    newScreenMeaning:
      'The link of now stops working: what is projected with it ends, and you open the screen with the new one. Do it if somebody else got the link.',
    newScreenNow: 'Yes, change the link',
    warnings: 'To look at',
    attendees: 'Latest entries',
    results: 'Check of what was learned',
    refresh: 'Refresh',
    export: 'Export',
    missing: 'Who is missing',
    more: 'More',
    closeMeaning:
      'Nobody else can register. You can reopen it until half an hour after the end; later, you can add somebody by hand.',
    closeNow: 'Yes, close registration',
    reopen: 'Reopen registration',
    screen: 'Screen',
    correct: 'Correct the list',
    check: 'Ask 3 questions',
    untie: 'Untie the meeting',
    close: 'Close registration',
  },
  'meeting-choose': {
    training: 'Training',
    required: 'Choose the training.',
    look: 'See what it adds',
    discard: 'Do not save the report',
  },
  'meeting-preview': {
    keep: 'Save to the list',
    discard: 'Do not save',
    other: 'It is of another training',
    nothingKept: 'Nothing is saved until you confirm.',
  },
  'meeting-tied': { untie: 'Untie' },
  'my-attendance': {
    title: 'My attendance',
    coming: 'Coming',
    remind: 'Remind me',
    been: 'Where you have been',
    none: 'I found no attendance of yours in these months.',
    registerHow: 'To register, write to me “attendance” and the code that you see on the screen or the card.',
    certificate: 'Certificate',
    more: 'See earlier ones',
  },
  'training-missing': { remind: 'Remind them in private' },
  'training-files': {
    title: 'Attendance list',
    meaning:
      'The links work for 10 minutes and open personal data: do not pass them on. Keep the file where it belongs.',
  },
  'training-correct': {
    title: 'Correct the list',
    intro: 'Each correction is kept on record with your name, the time and the reason.',
    what: 'What is to be corrected?',
    add: 'Add somebody who was there',
    remove: 'Remove somebody who was not there',
    person: 'Person of the organisation',
    contact: 'Or the document or e-mail with which they registered without Teams (only to remove)',
    contactPlaceholder: 'For example: 1234567 or name@ally.com',
    reason: 'Reason',
    reasonPlaceholder: 'For example: her phone was out of battery; I saw her in the room.',
    reasonRequired: 'Write the reason: it is kept on record.',
    save: 'Save the correction',
    back: 'Back',
  },
  'training-check': {
    title: 'Three questions on what you learned',
    intro: 'The sentences are the policy’s. The trainer sees how many were right on each, without names.',
    which: 'Which part of the policy is this sentence from?',
    required: 'Choose an option.',
    send: 'Send answers',
  },
  'training-list': {
    title: 'My trainings',
    empty: 'You have not posted a training yet.',
    open: 'View',
    create: 'New training',
    more: 'View more',
  },
  coverage: { page: 'See on my page' },
};
