/** The replies to files that people send, and the links to the files of a case. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { filesTemplate, noticeCard } from '../../../platform/cards/shared-cards.js';
import { linkOf } from '../../../platform/delivery/tickets.js';
import { AppError } from '../../../platform/errors.js';
import { type Catalogue, textIn } from '../../../platform/text/catalogue.js';
import { append, type Reply, readInput, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import { fileName } from '../domain/evidence.js';
import type { CaseService } from '../service/case-service.js';
import type { EvidenceLinks } from '../service/evidence-links.js';
import type { EvidenceService, Kept } from '../service/evidence-service.js';

export interface EvidenceHandlerParts extends Pick<FeatureContext, 'tickets' | 'renderer' | 'publicUrl'> {
  evidence: EvidenceService;
  links: EvidenceLinks;
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
    if (!kept) return say(text.nowhere);
    return kept.unclean > 0 ? this.#ask(turn, kept) : say(linesOf(kept, text).join('\n\n'));
  }

  /** Asks whether to add files that cannot be cleaned. Nothing of them is kept: they are sent again. */
  #ask({ language }: Turn, kept: Kept): Reply {
    const text = textIn(language).cases.evidence;
    const { title, body, allow, decline } = text.unclean(kept.unclean);
    // A card shows no words of people in its own text, so it does not name the refused files.
    const refused = kept.refused.map((file) => ({ ...file, name: text.unnamed }));
    const links = [
      { title: allow, verb: 'evidence.allow', id: kept.id },
      { title: decline, verb: 'evidence.decline', id: kept.id },
    ];
    const lines = [...linesOf({ ...kept, refused }, text), body].join('\n\n');
    return show(noticeCard(this.parts.renderer, { title, body: lines, links }, language), title);
  }

  async #links(turn: Turn): Promise<Reply> {
    const { service, links, tickets, renderer, publicUrl } = this.parts;
    const { id } = readInput(target, turn);
    const loaded = await service.view(id, await turn.person());
    if (!loaded) throw new AppError('not-found');
    const { evidence, number } = loaded.subject;
    const text = textIn(turn.language).cases.evidence;
    const files = await Promise.all(
      evidence.map(async (file, at) => {
        const ticket = await tickets.issue({ personId: turn.actor.id, what: links.whatOf(id, file) });
        const url = linkOf(ticket, publicUrl()).href;
        return { title: text.file(at + 1), name: fileName(evidence, file), url };
      }),
    );
    return append(renderer.render(filesTemplate, { title: text.title(number), files }, turn.language));
  }
}

function linesOf({ place, refused, problems }: Kept, text: Catalogue['cases']['evidence']): string[] {
  const words = {
    'too-many': text.tooMany,
    closed: text.closed,
    busy: text.busy,
    'later-version': text.laterVersion,
  };
  const told = place?.kind === 'case' ? text.withCase(place.number) : place ? text.withDraft : '';
  return [
    told,
    ...refused.map(({ name, why }) => text.problem[why](name)),
    ...problems.map((problem) => words[problem]),
  ].filter(Boolean);
}
