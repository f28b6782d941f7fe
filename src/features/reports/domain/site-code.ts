/** The message that a printed code writes into the chat, and the place that it names. */
import type { Entry, Places } from '../../../platform/impact/cycle.js';
import { fold } from '../../../platform/text/fold.js';

type Catalogue = Pick<Places, 'sites' | 'services'>;

export const siteMessage = (site: Entry, service?: Entry): string =>
  `Reportar en ${site.name}${service ? `: ${service.name}` : ''}`;

/** Undefined for all that no code writes, word for word: what people write is read otherwise. */
export function placeIn(text: string, { sites, services }: Catalogue): string | undefined {
  const written = fold(text.trim());
  for (const site of sites) {
    if (!written.startsWith(fold(siteMessage(site)))) continue;
    if (written === fold(siteMessage(site))) return site.name;
    const service = services.find((each) => written === fold(siteMessage(site, each)));
    if (service) return `${site.name}, ${service.name}`;
  }
  return undefined;
}
