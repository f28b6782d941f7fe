import type { Texts } from '../es.js';

export const myAttendance: Texts['myAttendance'] = {
  summary: 'Your attendance at trainings',
  attended: 'You attended',
  registered: 'Registered; the certificate is there once the trainer closes the registration',
  short: (least) => `You were in the meeting for less than ${least} minutes: it does not count as attended`,
  announced: 'It has not begun yet',
  open: 'It has begun: registration is open',
  asked: (when) => `Done, I write to you 15 minutes before. It begins on ${when}, Bogotá time.`,
  again: (when) =>
    `You asked for it before: I write to you 15 minutes before. It begins on ${when}, Bogotá time.`,
  late: 'That training begins in less than 15 minutes, has begun or was closed. I cannot remind you of it in time.',
};
