import type { Attendee } from '../../src/features/trainings/domain/attendee.js';
import type { Training } from '../../src/features/trainings/domain/training.js';

/** A training from 9:00 to 11:00 in Bogotá; `changes` override its fields. */
export function aTraining(changes: Partial<Training> = {}): Training {
  return {
    id: '00000000-0000-4000-8000-00000000c0de',
    title: 'Política de Humanización',
    trainerId: 'teresa',
    trainerName: 'Teresa Capacitadora',
    createdBy: 'teresa',
    startsAt: '2026-11-24T14:00:00.000Z',
    endsAt: '2026-11-24T16:00:00.000Z',
    place: '',
    capacity: 0,
    leastMinutes: 0,
    requiresCode: false,
    state: 'open',
    closedAt: '',
    secret: 'a secret of the tests',
    screenSeed: '',
    screenKeyHash: '',
    serviceUrl: 'http://127.0.0.1/',
    conversationId: '19:general@thread.tacv2',
    meetingId: '',
    messageId: '',
    postedBy: '',
    checkMessageId: '',
    ...changes,
  };
}

export function anAttendee(at: number, changes: Partial<Attendee> = {}): Attendee {
  return {
    key: `person:00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    verified: true,
    name: `Persona ${at}`,
    area: 'Servicio',
    contact: `p${at}@demo.example`,
    at: '2026-11-24T14:30:00.000Z',
    means: 'typed',
    rotating: true,
    device: '',
    authorisation: '',
    ticket: '',
    seat: -1,
    ...changes,
  };
}
