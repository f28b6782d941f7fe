/** Hands out the certificate of attendance to the person whose it is. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { filesTemplate } from '../../../platform/cards/shared-cards.js';
import { linkOf, type OpenedFile, type Ticket } from '../../../platform/delivery/tickets.js';
import { append, type Reply, readInput, say, type Turn, type VerbRoute } from '../../../turn.js';
import { certificateDocument } from '../cards/certificate-document.js';
import type { TrainingLinks } from '../cards/links.js';
import type { Certificates } from '../service/certificates.js';
import { textIn } from '../text/catalogue.js';

const target = z.object({ id: z.uuid() });
/** The parts of `what` in a ticket: `certificate:<id of the training>:<language>`. */
const opens = z.tuple([z.literal('certificate'), z.string(), z.enum(['es', 'en'])]);

interface CertificateParts extends Pick<FeatureContext, 'tickets' | 'publicUrl' | 'renderer'> {
  certifying: Certificates;
  links: TrainingLinks;
  organisation: string;
}

export class CertificateHandler {
  constructor(private readonly parts: CertificateParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'attendance.certificate', scope: 'personal', handle: (turn) => this.#offer(turn) }];
  }

  async #offer(turn: Turn): Promise<Reply> {
    const { certifying, tickets, publicUrl, renderer } = this.parts;
    const text = textIn(turn.language).certificates;
    const { id } = readInput(target, turn);
    const certificate = await certifying.of(id, turn.actor.id);
    if (certificate.kind !== 'good') return say(text[certificate.kind]);
    const what = `certificate:${id}:${turn.language}`;
    const ticket = await tickets.issue({ personId: turn.actor.id, what });
    const url = linkOf(ticket, publicUrl()).href;
    const files = [{ title: text.download, name: certificate.training.title, url }];
    return append(renderer.render(filesTemplate, { title: text.yours, files }, turn.language));
  }

  /** The file of a ticket; undefined for other tickets, or if the person is no longer on the list. */
  async open(ticket: Ticket): Promise<OpenedFile | undefined> {
    const { certifying, links, organisation } = this.parts;
    const parsed = opens.safeParse(ticket.what.split(':'));
    if (!parsed.success) return undefined;
    const [, id, language] = parsed.data;
    const certificate = await certifying.of(id, ticket.personId);
    if (certificate.kind !== 'good') return undefined;
    const code = await certifying.issue(certificate.training, certificate.attendee);
    const words = { organisation, code, url: links.certificate() };
    return {
      name: `${textIn(language).certificates.file}-${bogotaDay(new Date(certificate.training.startsAt))}.pdf`,
      type: 'application/pdf',
      content: await certificateDocument(certificate, words, language),
    };
  }
}
