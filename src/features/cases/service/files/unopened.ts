/** Tells the reporter that others could not open a file, and what to send in its place. */
import type { FeatureContext } from '../../../../feature.js';
import { BoundedCache } from '../../../../platform/bounded-cache.js';
import { noticeCard } from '../../../../platform/cards/shared-cards.js';
import { type Evidence, fileName, tells } from '../../../../platform/cleaning/evidence.js';
import { steadyClock } from '../../../../platform/clock.js';
import { textIn } from '../../../../platform/text/catalogue.js';
import type { Case } from '../../domain/case.js';

/** Once a day for each file is enough. */
const TOLD = { entries: 1_000, ms: 24 * 3_600_000 };

export class Unopened {
  readonly #told = new BoundedCache<true>(steadyClock, TOLD);

  constructor(private readonly parts: Pick<FeatureContext, 'background' | 'notices' | 'renderer'>) {}

  tell({ id, number, reporterId, evidence }: Case, file: Evidence, why: 'not-cleaned' | 'unreadable'): void {
    if (reporterId === undefined || this.#told.known(file.id)) return;
    this.#told.set(file.id, true);
    const { background, notices, renderer } = this.parts;
    background.run('file not opened', () =>
      notices.tell(reporterId, (language) => {
        const text = textIn(language).cases;
        const { unopened, tells: words } = text.evidence;
        const title = unopened.title(number);
        const body = unopened[why](fileName(evidence, file), words[tells(file)]);
        const links = [{ title: text.seeFiles, verb: 'case.evidence', id }];
        return { card: noticeCard(renderer, { title, body, links }, language), summary: title };
      }),
    );
  }
}
