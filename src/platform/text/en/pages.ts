import type { Catalogue } from '../shape.js';

export const pages: Catalogue['pages'] = {
  policy: 'Humanisation and Experience Policy',
  failedTitle: 'We could not show this page',
  busyTitle: 'Too many requests',
  busy: 'Too many came from your network in a short time. Wait a moment and try again.',
  fileNotCleanedTitle: 'I cannot give you this file',
  fileBusyTitle: 'One moment, please',
  fileGoneTitle: 'The link has expired',
  fileGone: 'Ask for it again in Teams, on the card where it was.',
};
