/** Gives a person the link to their page, in the private chat. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { prepareCharts } from '../../../platform/pages/tab/chart-svg.js';
import { append, type Reply, readInput, show, type Turn, type VerbRoute } from '../../../turn.js';
import { linkCard } from '../cards/link-card.js';
import { entryPath } from '../pages/paths.js';
import type { Sessions } from '../service/sessions.js';
import { textIn } from '../text/catalogue.js';

/** `id`: the section that opens first. */
const asked = z.object({ id: z.string().optional().catch(undefined) });

interface LinkParts extends Pick<FeatureContext, 'renderer' | 'publicUrl' | 'background'> {
  sessions: Sessions;
  /** The ids of the sections that there are. */
  sections: readonly string[];
}

export class LinkHandler {
  constructor(private readonly parts: LinkParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'app.open', scope: 'personal', handle: (turn) => this.give(turn) }];
  }

  async give(turn: Turn): Promise<Reply> {
    const { sessions, sections, renderer, publicUrl, background } = this.parts;
    const { id: section } = readInput(asked, turn);
    const key = await sessions.link(turn.actor.id);
    const url = new URL(entryPath(key), publicUrl());
    if (section !== undefined && sections.includes(section)) url.searchParams.set('parte', section);
    background.run('charts', prepareCharts);
    const card = linkCard(renderer, url.href, turn.language);
    const { title } = textIn(turn.language).cards.link;
    return turn.text === '' ? append(card, title) : show(card, title);
  }
}
