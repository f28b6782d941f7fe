import { figure } from '../../../../platform/text/en/grammar.js';
import type { Texts } from '../es.js';

const people = (count: number) => (count === 1 ? '1 person' : `${figure.format(count)} people`);
const areIn = (count: number) => (count === 1 ? 'it is' : 'they are');

export const trainings: Texts['trainings'] = {
  onlyTrainers:
    'Posting trainings is for those with the role of trainer. If you need it, ask the humanisation team.',
  onlyTeamCovers:
    'The coverage is for the humanisation team. If you give trainings, “my trainings” shows who registered.',
  notFound: 'I did not find that training, or it is not yours.',
  noChannels: 'I am not in any channel yet. Have me added to the team you want to post in, and try again.',
  dialogTitle: 'New training',
  created: 'Done, I posted the card in the channel.',
  goingOn: {
    form: {
      send: 'Check the training and post it',
      correct: 'Change the training',
      add: 'Change the training',
      drop: 'Leave the training',
    },
    running: {
      missing: 'See who is missing in your training',
      count: 'See how many there are',
      close: 'Close the registration of your training',
      add: 'Correct the list of your training',
      export: 'Download the list of your training',
      'tell-them': 'Remind those who are missing',
    },
    left: 'All right, nothing was posted.',
  },
  problem: {
    notYet: 'It is not posted yet. Check it and press “Post”.',
    unclear: 'I could not tell what to change. Correct it here and post.',
    expired: 'This form has expired. Check what you wrote and send it again.',
    title: 'Write a title of at least 3 characters.',
    day: 'Choose the day of the training.',
    hours: 'Choose when it starts and when it ends.',
    capacity: 'Seats are a number from 1 to 20,000; leave it empty for no limit.',
    leastMinutes:
      'The least minutes are a number from 1 to the length of the training; leave it empty if any time counts.',
    'end-before-start': 'It ends before it starts. Correct the hours and post again.',
    'too-long': 'A training takes 12 hours at most. Check the hours.',
    past: 'That training would be over already. Check the day and the hours.',
    far: 'That date is more than a year away. Check the day.',
    trainer: 'The person you chose does not have the role of trainer. Choose another.',
    channel: 'Choose one of the channels where I am.',
    'not-a-member': 'You are not in that team. Choose a channel of a team of yours.',
    'cannot-post':
      'I could not post in that channel: perhaps I have not been added to the team. Have me added and post again; what you typed is still here.',
    elsewhere:
      'This training is posted in another channel already, and I did not post it again. To change it, choose that channel; to announce another one here, start a new one.',
    'in-doubt':
      'Teams did not confirm that the card was posted. Look in the channel: if it is there, do not post again, and find it in “my trainings”; if it is not, post again. What you wrote is still here.',
  },
  fact: {
    when: 'When',
    trainer: 'Trainer',
    place: 'Place',
    capacity: 'Seats',
    how: 'How',
    at: 'Time',
    meeting: 'Meeting',
  },
  when: (day, from, to) => `${day}, ${from} to ${to}`,
  channelName: (team, channel) => `${team} › ${channel}`,
  general: 'General',
  team: 'Team',
  joinMeeting: 'Join the meeting',
  withoutTeams: 'Without Teams: form',
  qrAlt: 'QR code that opens the page to register',
  state: { open: 'Registration open in the hours of the training', closed: 'Registration closed' },
  count: (count) => (count === 0 ? 'Nobody has registered yet' : `${people(count)} registered`),
  countOf: (count, capacity) =>
    `${people(count)} registered, of ${capacity === 1 ? '1 seat' : `${capacity} seats`}`,
  finalCount: (count) => (count === 0 ? 'Nobody registered their attendance' : `${people(count)} attended`),
  posted: (title) => `Training: ${title}`,
  means: {
    button: 'button of the card',
    typed: 'code through Teams',
    web: 'web form',
    trainer: 'added by the trainer',
    meeting: 'report of the meeting',
    joined: 'joined the meeting',
  },
  rotating: 'code of the screen',
  outside: 'away from the screen',
  verified: 'verified by Teams',
  declared: 'declared, not verified',
  byName: 'recognised by the name',
  minutes: (count) => `${count} min in the meeting`,
  since: (time, minutes) => `in the meeting since ${time}${minutes > 0 ? `, and ${minutes} min before` : ''}`,
  notLeft: (time, minutes) =>
    `${minutes > 0 ? `${minutes} min in the meeting; then ` : ''}joined at ${time}, and I have not learned of their leaving`,
  deviceUnknown: 'device unknown',
  how: (parts) => parts.join(' · '),
  outcome: {
    registered: 'Attendance registered',
    registeredAt: (time) => `Registered at ${time}, Bogotá time.`,
    already: 'You are on the list already',
    alreadyAt: (time) =>
      `Your attendance was registered at ${time}, Bogotá time. There is nothing else to do.`,
    early: 'It has not started yet',
    earlyUntil: (when) =>
      `Registration opens on ${when}, Bogotá time. Try again then: this attempt changes nothing.`,
    late: 'Registration is over',
    lateSince: (when) =>
      `One could register until ${when}, Bogotá time. If you were there, ask the trainer to add you.`,
    closed: 'Registration is closed',
    closedMeaning: 'The trainer has closed it. If you were there, ask them to add you.',
    full: 'All seats are taken',
    fullMeaning: 'There is no seat left in this training. Talk to the trainer.',
    'code-needed': 'The code of the screen is missing',
    'code-neededMeaning': 'In this training only the code on the screen counts; it changes every 20 seconds.',
    'code-expired': 'That code has changed',
    'code-expiredMeaning': 'Type the one shown on the screen now; each lasts 20 seconds.',
    'code-unknown': 'That code belongs to no open training',
    'code-unknownMeaning': 'Check the letters and digits on the screen and try again.',
    locked: 'Too many wrong codes',
    lockedMeaning: 'Take your time with the one on the screen now: the right one always works.',
  },
  askCode: 'Write “asistencia” and the code on the screen or on the card, for example: asistencia 7F3K2Q',
  desk: {
    require: 'Require the code',
    allow: 'Accept the button too',
    requiring: 'From now on only the code of the screen counts.',
    allowing: 'From now on the button of the card works too; those entries are marked.',
    closed: 'Registration closed. The card in the channel is updated in a moment.',
    alreadyClosed: 'Registration was closed already.',
    reopened: 'Registration is open again. The card in the channel is updated right away.',
    alreadyOpen: 'Registration was open already.',
    tooLateToReopen:
      'Registration can no longer be reopened: it is more than half an hour after the end. You can add somebody with “Correct the list”.',
    newScreen: 'Here is the new link. The one before no longer works.',
    more: (count) => `And ${people(count)} more: ${areIn(count)} in the export.`,
    sharedDevice: (names, more) =>
      `Registered from one and the same device: ${names}${more > 0 ? ` and ${more} more: ${areIn(more)} in the export` : ''}`,
    moreDevices: (count) =>
      count === 1
        ? '1 more device was shared: it is in the export'
        : `${count} more devices were shared: they are in the export`,
    unknownDevices: (count) =>
      count === 1
        ? '1 form came from an unknown device: nobody knows if it was shared'
        : `${count} forms came from unknown devices: nobody knows if they were shared`,
    outsideCount: (count) =>
      count === 1
        ? '1 entry was made without the code of the screen'
        : `${count} entries were made without the code of the screen`,
    declaredCount: (count) => `${people(count)} registered without Teams: what they told is not verified`,
    corrections: (count) =>
      count === 1 ? 'There is 1 correction by hand' : `There are ${count} corrections by hand`,
    shortStays: (names, more, least) =>
      `In the meeting for less than ${least} min, and not counted: ${names}${more > 0 ? ` and ${more} more: they are in the export` : ''}`,
    unendedStays: (names, more) =>
      `Without a known leaving of the meeting, and not counted: ${names}${more > 0 ? ` and ${more} more: they are in the export` : ''}. The attendance report tells how long each was there: send it to me.`,
    checkInDoubt:
      'Teams did not confirm that the questions were posted. Look in the channel before you post them again.',
    checkSent: 'I posted the three questions in the channel.',
    result: (number, title, right, all) => `Question ${number} (${title}): ${right} of ${all} were right`,
    tooFewAnswers: (count, least) =>
      `${count === 0 ? 'Nobody has answered yet' : `${people(count)} answered`}. Results show from ${least} on, so that nobody is singled out.`,
  },
  missing: {
    heading: (count) =>
      count === 0 ? 'Nobody of the channel is missing' : `${people(count)} of the channel missing`,
    body: (members) => `The channel has ${people(members)}, the trainer not counted.`,
    unknown: 'I could not read the members of the channel. Try again in a moment.',
    more: (count) => `And ${people(count)} more.`,
    reminding: (count) =>
      `I am writing to ${people(count)} in private. Nobody is written to twice for the same.`,
    allReminded: 'I have written to everybody who is missing. Nobody is written to twice for the same.',
    remindFrom: (when) =>
      `I do not write to them yet: registration opens on ${when}, Bogotá time. Try again then.`,
    remindOnceClosed:
      'I do not write to them: registration is over, and they could not register. Close it, and you can tell them that they are not on the list.',
  },
  reminder: {
    open: 'You have not registered for this training yet. If you are in it, register here.',
    closed:
      'Your attendance of this training was not registered. If you were there, ask the trainer to add you.',
    summary: (title) => `Attendance reminder: ${title}`,
    asked: (at) => `You asked me to remind you of this training: it begins at ${at}.`,
    coming: (title) => `Beginning soon: ${title}`,
  },
  files: { xlsx: 'Download Excel (XLSX)', csv: 'Download CSV' },
  correct: {
    added: (name) => `I added ${name}. The correction is on record.`,
    'added-over': (name) =>
      `I added ${name} beyond the seats, which are all taken. The correction is on record.`,
    removed: (name) => `I removed ${name}. The correction is on record.`,
    nobody: 'Choose the person, or type the document or e-mail with which they registered.',
    unknownPerson: 'I did not find that person in the directory.',
    notThere: 'That person is not on the list.',
    alreadyThere: 'That person is on the list already.',
    reason: 'Write the reason for the correction.',
  },
  check: {
    summary: 'Three questions on what you learned',
    number: (number) => `Question ${number}`,
    right: (title) => `✓ Right: ${title}`,
    wrong: (title) => `✗ It is from: ${title}`,
    notAttending: 'The questions are for those who registered. Register first.',
    incomplete: 'Answer all three questions and send again.',
    already: 'You had answered already; the first time counts. This is how it went:',
    received: 'Your answers are recorded; the first ones that you sent count.',
    score: (right) => `You were right on ${right} of 3. Thank you for answering.`,
  },
  coverage: {
    title: (month) => `Training coverage · ${month}`,
    summary: (trained, all, sessions) =>
      `${people(trained)} of ${all} in the directory attended one of ${sessions === 1 ? '1 training' : `${sessions} trainings`}.`,
    people: (trained, all) => `${trained} of ${all}`,
    noArea: 'No area',
    note: (declared) =>
      declared === 0
        ? 'Counts people, not attendances: whoever went to two trainings counts once.'
        : `Counts people, not attendances. Besides, ${people(declared)} registered without Teams, who ${declared === 1 ? 'is' : 'are'} not in the directory.`,
  },
  sheet: {
    name: 'Attendance',
    corrections: 'Corrections',
    columns: [
      'Name',
      'Area or organisation',
      'E-mail or document',
      'Date and time (Bogotá)',
      'How',
      'Verification',
      'Code of the screen',
      'Shared device',
      'Minutes in the meeting',
      'Counts as attended',
    ],
    correctionColumns: ['Date and time (Bogotá)', 'What', 'Person', 'Corrected by', 'Reason'],
    yes: 'yes',
    no: 'no',
    unknown: 'unknown',
    orMore: (minutes) => `${minutes} or more`,
    added: 'added',
    'added-over': 'added beyond the seats',
    removed: 'removed',
    verified: 'verified',
    declared: 'declared',
    byName: 'by the name',
    file: 'attendance',
  },
};
