/** The certificate of attendance as a PDF. */
import { bogotaDay } from '../../../platform/calendar/days.js';
import { qrPicture } from '../../../platform/pictures/qr.js';
import { calendarDay, timeOfDay } from '../../../platform/text/dates.js';
import type { Attendee } from '../domain/attendee.js';
import type { Training } from '../domain/training.js';
import { type Language, textIn } from '../text/catalogue.js';

/** @param url of the page that checks it. */
export async function certificateDocument(
  { training, attendee }: { training: Training; attendee: Attendee },
  { organisation, code, url }: { organisation: string; code: string; url: URL },
  language: Language,
): Promise<Buffer> {
  // With its library of PDF.
  const { drawCertificate } = await import('../../../platform/documents/certificate.js');
  const text = textIn(language).certificates;
  const scanned = new URL(url);
  scanned.searchParams.set('code', code);
  return drawCertificate({
    language,
    title: text.documentTitle(training.title),
    organisation,
    heading: text.heading,
    certifies: text.certifies,
    attended: text.attended,
    name: attendee.name,
    training: training.title,
    facts: [...certificateFacts(training, language), { label: text.trainer, value: training.trainerName }],
    check: text.check(`${url.host}${url.pathname}`),
    code,
    qr: await qrPicture(scanned.href),
    issuedAt: new Date(training.closedAt),
  });
}

/** The day and the hours; no names. */
export function certificateFacts(training: Training, language: Language): { label: string; value: string }[] {
  const text = textIn(language).certificates;
  const [from, to] = [new Date(training.startsAt), new Date(training.endsAt)];
  const minutes = Math.round((to.getTime() - from.getTime()) / 60_000);
  return [
    { label: text.date, value: calendarDay(bogotaDay(from), language) },
    { label: text.time, value: text.hours(timeOfDay(from, language), timeOfDay(to, language), minutes) },
  ];
}
