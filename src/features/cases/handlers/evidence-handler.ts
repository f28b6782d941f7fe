/** The replies to files that people send, and the links to the files of a case. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { filesTemplate } from '../../../platform/cards/shared-cards.js';
import { linkOf } from '../../../platform/delivery/tickets.js';
import { AppError } from '../../../platform/errors.js';
import { type Catalogue, textIn } from '../../../platform/text/catalogue.js';
import { append, type Reply, readInput, say, type Turn, type VerbRoute } from '../../../turn.js';
import type { CaseService } from '../service/case-service.js';
import type { EvidenceService, Kept } from '../service/evidence-service.js';

export interface EvidenceHandlerParts extends Pick<FeatureContext, 'tickets' | 'renderer' | 'publicUrl'> {
  evidence: EvidenceService;
  service: CaseService;
}

const target = z.object({ id: z.uuid() });

export class EvidenceHandler {
  constructor(private readonly parts: EvidenceHandlerParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'case.evidence', scope: 'personal', handle: (turn) => this.#links(turn) }];
  }

  async receive(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).cases.evidence;
    const kept = await this.parts.evidence.keep(turn);
    return say(kept ? linesOf(kept, text).filter(Boolean).join('\n\n') : text.nowhere);
  }

  async #links(turn: Turn): Promise<Reply> {
    const { service, evidence, tickets, renderer, publicUrl } = this.parts;
    const { id } = readInput(target, turn);
    const loaded = await service.view(id, await turn.person());
    if (!loaded) throw new AppError('not-found');
    const text = textIn(turn.language).cases.evidence;
    const files = await Promise.all(
      loaded.subject.evidence.map(async (file, at) => {
        const what = evidence.whatOf(id, file);
        const ticket = await tickets.issue({ personId: turn.actor.id, what });
        return { title: text.file(at + 1), name: file.name, url: linkOf(ticket, publicUrl()).href };
      }),
    );
    const title = text.title(loaded.subject.number);
    return append(renderer.render(filesTemplate, { title, files }, turn.language));
  }
}

function linesOf({ place, refused, problems }: Kept, text: Catalogue['cases']['evidence']): string[] {
  const words = { 'too-many': text.tooMany, closed: text.closed, busy: text.busy };
  const told = place?.kind === 'case' ? text.withCase(place.number) : place ? text.withDraft : '';
  return [
    told,
    ...refused.map(({ name, why }) => text.problem[why](name)),
    ...problems.map((problem) => words[problem]),
  ];
}
