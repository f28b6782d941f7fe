/** Certificates of attendance: for those on the list of a closed training, as long as they are on it. */
import { type Attendee, personKey } from '../domain/attendee.js';
import { certificateCode, certificateHash, isSameName } from '../domain/certificate.js';
import type { Training } from '../domain/training.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { CertificateStore } from '../store/certificate-store.js';
import type { TrainingStore } from '../store/training-store.js';

export type Certificate =
  | { kind: 'good'; training: Training; attendee: Attendee }
  /** `open`: the trainer has not closed the list. `absent`: the person is not on it. */
  | { kind: 'open' | 'absent' };

export class Certificates {
  constructor(
    private readonly parts: {
      trainings: TrainingStore;
      attendance: AttendanceStore;
      certificates: CertificateStore;
    },
  ) {}

  /** What a person may have certified of a training. */
  async of(trainingId: string, personId: string): Promise<Certificate> {
    const { trainings, attendance } = this.parts;
    const training = await trainings.find(trainingId);
    const attendee = training && (await attendance.find(trainingId, personKey(personId)));
    if (!training || !attendee) return { kind: 'absent' };
    return training.state === 'open' ? { kind: 'open' } : { kind: 'good', training, attendee };
  }

  /** The code of a certificate, which can be checked from then on. Idempotent. */
  async issue(training: Training, { key }: Attendee): Promise<string> {
    const code = certificateCode(training, key);
    const certified = { trainingId: training.id, attendeeKey: key };
    await this.parts.certificates.keep(certificateHash(code), certified);
    return code;
  }

  /** The training, if the code is of a certificate of this person that is still good. */
  async check(code: string, name: string): Promise<Training | undefined> {
    const { trainings, attendance, certificates } = this.parts;
    const certified = await certificates.find(certificateHash(code));
    if (!certified) return undefined;
    const [training, attendee] = await Promise.all([
      trainings.find(certified.trainingId),
      attendance.find(certified.trainingId, certified.attendeeKey),
    ]);
    const isGood = training?.state === 'closed' && attendee && isSameName(attendee.name, name);
    return isGood ? training : undefined;
  }
}
