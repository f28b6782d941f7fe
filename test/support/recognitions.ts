import type { Sending } from '../../src/features/recognitions/domain/recognition.js';

/** What Ana sent to Berta at nine in the morning. */
export const SENT: Sending = {
  id: 'sending',
  senderId: 'ana',
  people: ['berta'],
  attribute: 'amabilidad',
  message: 'Acompañó a una señora hasta la puerta.',
  source: 'colleague',
  isPublic: false,
  state: 'sent',
  revision: 2,
  at: '2026-11-24T14:00:00.000Z',
};
