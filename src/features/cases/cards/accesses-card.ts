/** The cards for administrators: who opened and exported what, and when. */
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import type { DataOf } from '../../../platform/cards/template.js';
import type { Names } from '../../../platform/people/names.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { moment } from '../../../platform/text/dates.js';
import { ACCESS_KINDS, type Access, type Counted, type Exported } from '../domain/access.js';
import type { AccessPage } from '../store/accesses.js';
import { accessesTemplate } from './templates.js';

/** Older exports, and people who opened less, are not shown; the rows are kept. */
const MOST_LINES = 20;

type Section = DataOf<typeof accessesTemplate>['sections'][number];
type Line = Section['lines'][number];

export class AccessCards {
  constructor(private readonly parts: { names: Names; renderer: Renderer }) {}

  async ofCase(
    number: string,
    { entries, next = '', exports }: AccessPage & { exports?: Exported[] },
    language: Language,
  ): Promise<Card> {
    const text = textIn(language).cases.accesses;
    const latest = entries.toSorted((a, b) => b.at.localeCompare(a.at));
    const sections = [
      {
        heading: text.opened,
        empty: text.nobody,
        lines: await this.#lines(latest, (entry) => wordsOf(entry, language)),
      },
      ...(exports ? [await this.#exports(text.exportsWithCase, exports, language)] : []),
    ];
    return this.#render({ title: text.ofCase(number), sections, number, next }, language);
  }

  async recent(
    { people, exports }: { people: Counted[]; exports: Exported[] },
    language: Language,
  ): Promise<Card> {
    const text = textIn(language).cases.accesses;
    const countsOf = ({ counts }: Counted) =>
      ACCESS_KINDS.flatMap((what) => (counts[what] ? [text.counted[what](counts[what])] : [])).join(', ');
    const sections = [
      { heading: text.people, empty: text.nobody, lines: await this.#lines(people, countsOf) },
      await this.#exports(text.exports, exports, language),
    ];
    return this.#render({ title: text.recent, sections, number: '', next: '' }, language);
  }

  async #exports(heading: string, exports: readonly Exported[], language: Language): Promise<Section> {
    const { noExports } = textIn(language).cases.accesses;
    const lines = await this.#lines(exports, (one) => exportedIn(one, language));
    return { heading, empty: noExports, lines };
  }

  #lines<T extends { personId: string }>(
    entries: readonly T[],
    wordsFor: (entry: T) => string,
  ): Promise<Line[]> {
    const { names } = this.parts;
    return Promise.all(
      entries
        .slice(0, MOST_LINES)
        .map(async (entry) => ({ who: await names.of(entry.personId), what: wordsFor(entry) })),
    );
  }

  #render(data: DataOf<typeof accessesTemplate>, language: Language): Card {
    return this.parts.renderer.render(accessesTemplate, data, language);
  }
}

function wordsOf({ what, at }: Access, language: Language): string {
  const text = textIn(language).cases.accesses;
  return `${text.did[what]} · ${moment(new Date(at), language)}`;
}

function exportedIn({ at, filter }: Exported, language: Language): string {
  const { accesses, export: exporting, level, state } = textIn(language).cases;
  return [
    exporting.months(filter.from, filter.until),
    ...(filter.level ? [accesses.level(level[filter.level])] : []),
    ...(filter.state ? [state[filter.state]] : []),
    ...(filter.area ? [filter.area] : []),
    ...(filter.narratives ? [accesses.narratives] : []),
    moment(new Date(at), language),
  ].join(' · ');
}
