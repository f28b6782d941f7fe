import type { Texts } from '../es.js';

const length = (minutes: number) => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [
    ...(hours > 0 ? [hours === 1 ? '1 hour' : `${hours} hours`] : []),
    ...(rest > 0 ? [rest === 1 ? '1 minute' : `${rest} minutes`] : []),
  ].join(' and ');
};

export const certificates: Texts['certificates'] = {
  yours: 'Your certificate of attendance',
  download: 'Download the certificate',
  file: 'certificate',
  open: 'The certificate is there once the trainer has closed the registration. Ask for it again then.',
  absent:
    'You are not on the attendance list of that training, so there is no certificate. If you were there, ask the trainer to add you.',
  documentTitle: (training) => `Certificate of attendance: ${training}`,
  heading: 'Certificate of attendance',
  certifies: 'This is to certify that',
  attended: 'attended the training',
  date: 'Date',
  time: 'Hours',
  hours: (from, to, minutes) => `${from} to ${to}, Bogotá time (${length(minutes)})`,
  trainer: 'Trainer',
  check: (address) => `It is checked at ${address} with this code and the full name:`,
  page: {
    title: 'Check a certificate',
    lead: 'Type the code and the full name that stand on the certificate of attendance.',
    code: 'Code',
    codeHint: '26 letters and digits; hyphens and capitals do not matter.',
    codeProblem: 'Type the code.',
    name: 'Full name',
    nameHint: 'As on the certificate; accents and capitals do not matter.',
    nameProblem: 'Type the full name.',
    check: 'Check',
    match: 'It matches',
    matchMeaning: 'Code and name are those of a valid certificate. Compare these data with the paper.',
    of: 'What it certifies',
    training: 'Training',
    noMatch: 'It does not match',
    noMatchMeaning:
      'Code and name are not those of a valid certificate. Check that they are typed as on the certificate.',
    again: 'Check another one',
  },
};
