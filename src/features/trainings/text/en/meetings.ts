import type { Texts } from '../es.js';

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);
const minutes = (count: number) => (count === 1 ? '1 minute' : `${count} minutes`);

export const meetings: Texts['meetings'] = {
  oneByOne: 'Send me the attendance reports one at a time, so that you see what each of them adds.',
  tooLarge: 'This file is larger than 4 MB: it does not look like an attendance report of Teams.',
  notAReport:
    'I could not read this file as an attendance report of Teams. Download it from the “Attendance” tab of the meeting, and send it without opening or saving it in Excel.',
  noTrainings: 'You have no trainings yet to which I could add this report. Publish one with “training”.',
  gone: 'This report has been saved or discarded, or is older than a day. If you need it, send me the file again.',
  discardedTitle: 'I did not save the report',
  discarded: 'The list is as it was, and the file is not kept.',
  which: 'Which training is this report of?',
  choosing: {
    none: 'None of your trainings is at the date and time of the report.',
    several: 'Several of your trainings are at the date and time of the report.',
    other: '',
  },
  heading: (count) => `Meeting report: ${people(count)}`,
  otherDay: 'The date or time of the report is not the one of this training. Check that it is the right one.',
  added: (count) => `I add ${people(count)} to the list.`,
  listed: (count) =>
    count === 1
      ? '1 person is on the list already; I note the minutes.'
      : `${people(count)} are on the list already; I note the minutes.`,
  short: (count, least) =>
    count === 1
      ? `1 person was there for less than ${minutes(least)}: noted, and not counted as attended.`
      : `${people(count)} were there for less than ${minutes(least)}: noted, and not counted as attended.`,
  listedShortly: (count, least) =>
    count === 1
      ? `1 person registered and was there for less than ${minutes(least)}. The registration still counts; if it should not, remove it with “Correct the list”.`
      : `${people(count)} registered and were there for less than ${minutes(least)}. Their registrations still count; if they should not, remove them with “Correct the list”.`,
  removed: (count) => `You removed ${people(count)} by hand: not added again.`,
  nothingNew: 'This report is on the list already: nothing changes.',
  stay: (name, count) => `${name} (${count} min)`,
  person: (name, area, count) => [name, area, `${count} min`].filter(Boolean).join(' · '),
  byName: (count) =>
    count === 1
      ? 'I recognised 1 person by the name alone. Tick them if it is they:'
      : `I recognised ${count} people by the name alone. Tick those who are meant:`,
  byNameLeft: (count) =>
    `${count === 1 ? '1 is' : `${count} are`} not shown yet: save these and send the report again.`,
  unknown: (count) =>
    `I did not find ${people(count)} in the directory. Add who should be there later with “Correct the list”:`,
  andMore: (names, more) => `${names} and ${more} more`,
  kept: (added, short, least) =>
    [
      added === 0 ? 'Done, there was nobody new for the list.' : `Done, I added ${people(added)}.`,
      ...(short > 0
        ? [
            `${people(short)} with less than ${minutes(least)} ${short === 1 ? 'does' : 'do'} not count as attended.`,
          ]
        : []),
    ].join(' '),
  live: {
    off: 'Noting who joins the meeting is off; whoever administers the bot turns it on (MEETING_ATTENDANCE). Until then, send me the attendance report when the meeting is over.',
    noMeeting:
      'This is not the chat of a scheduled meeting, and I do not learn here who joins. Write the code in the chat of the meeting, or send me the attendance report when it is over.',
    over: 'This training is over, and whoever joins now is not put on the list. Send me the attendance report of the meeting.',
    tiedTo: 'Meeting tied to the training',
    tied: (title) => `Meeting tied: ${title}`,
    registering: (least, from) =>
      `From ${from === '' ? 'now' : from} on, until an hour after its end or until the list is closed, I note who joins with their account of the organisation, with the times of joining and leaving. ${
        least === 0
          ? 'Whoever is here during the training is put on the list of attendance.'
          : `Once they leave, whoever was here for ${minutes(least)} or more is put on the list of attendance.`
      }`,
    before:
      'Those who have joined before then are noted when they come back, or by the attendance report that the trainer sends.',
    outsiders: (period) =>
      `Of those whom I do not recognise in the directory I note only the name and when they joined, for the trainer to know that they are not on the list. I keep that for ${period} and delete it in the following night.`,
    moved: 'It was tied to another meeting before, which no longer counts.',
    readers: (announcesOther) =>
      announcesOther
        ? 'The trainer, whoever announced the training and the humanisation team see all of this.'
        : 'The trainer and the humanisation team see all of this.',
    untiedFrom: 'Meeting untied from the training',
    untied: (title) => `Meeting untied: ${title}`,
    untiedMeaning: 'For this training I no longer note who joins here. Who is on the list stays there.',
    movedAway: 'The training was tied to another meeting.',
    untiedHere: 'The meeting is no longer tied. Who is on the list stays there.',
    notTied: 'This training is not tied to this meeting.',
    connected: (count) =>
      count === 0
        ? 'tied'
        : `tied · ${count} of the people that I noted ${count === 1 ? 'is' : 'are'} still in it`,
    notLeft: (count) => (count === 0 ? 'tied' : `tied · I have not learned that ${people(count)} left`),
    how: (code) => `write “@Humanización ${code}” in its chat, and I note who joins`,
    howByScreen: 'write “@Humanización” and the code on the screen in its chat, and I note who joins',
    silent:
      'I have not learned who joins the meeting. The app may not be in the meeting with the permission OnlineMeetingParticipant.Read.Chat, or its subscription to the events of meetings may be missing; whoever administers the bot looks into it. Until then, send me the attendance report when the meeting is over.',
    visitors: (names, _count, period) =>
      `When they joined the meeting I did not recognise ${names} in the directory, so I did not put them on the list. Add those of the organisation who belong there with “Correct the list”. I keep this for ${period} and delete it in the following night.`,
    nameless: 'somebody without a name',
  },
};
