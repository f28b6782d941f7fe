/** The indicators on the page «mi página»: what matters first, and a theme with its charts and all its figures. */
import { bogotaMonth } from '../../../platform/calendar/days.js';
import { SPANS } from '../../../platform/figures/period.js';
import type { Count } from '../../../platform/figures/shown.js';
import type { TabBlock, TabChoice, TabSection, TabView } from '../../../platform/pages/tab/content.js';
import { monthChoice } from '../../../platform/pages/tab/month-choice.js';
import { number } from '../../../platform/text/numbers.js';
import { type Asked, askedByCard, askedInput, scopeCode } from '../cards/asked.js';
import { compositeOf, rateName } from '../cards/facts.js';
import { named, themesOf } from '../cards/figure-sheets.js';
import { findingWords } from '../cards/findings-words.js';
import { type IndicatorsView, scopeName } from '../cards/indicators-card.js';
import { daysOf } from '../cards/period-names.js';
import { scopeOf } from '../domain/permissions.js';
import type { Looking } from '../service/looking.js';
import { onlyForLeaders } from '../service/only-for-leaders.js';
import { type Language, textIn } from '../text/catalogue.js';
import { chartsOf } from './section-charts.js';
import { figureTable } from './section-table.js';

interface SectionParts {
  looking: Looking;
  titleOf: (sectionId: string) => string;
}

/** The names of the choices in the query. */
const SPAN = 'periodo';
const SCOPE = 'de';
const THEME = 'asunto';

export function indicatorSection({ looking, titleOf }: SectionParts): TabSection {
  return {
    id: 'indicadores',
    title: (language) => textIn(language).indicators.page.title,
    mayOpen: (viewer) => scopeOf(viewer) !== undefined,
    read: async (view) => {
      const { viewer, now, language, query } = view;
      const month = monthChoice(view);
      const input = askedInput.parse({ period: query.get(SPAN), scope: query.get(SCOPE), from: month.value });
      const asked = askedByCard(input, viewer, bogotaMonth(now));
      if (!asked) throw onlyForLeaders();
      const shown = await looking.look(viewer, asked);
      const { page } = textIn(language).indicators;
      const theme = themeChoice(shown, view);
      const sentences = findingWords(shown.view, shown.comparison, { titleOf, now, language });
      return {
        note: [...sentences, `${daysOf(shown.view, language)}.`].join(' '),
        choices: [
          theme,
          spanChoice(asked, language),
          { ...month, label: page.month },
          ...scopeChoice(shown, language),
        ],
        blocks: [
          ...rates(shown, language),
          ...chartsOf(theme.value, shown.view, language),
          figureTable(theme.value, shown, view),
        ],
      };
    },
  };
}

/** The first one where none was asked for, or one that the reader does not see. */
function themeChoice({ view: { figures } }: IndicatorsView, { query, language }: TabView): TabChoice {
  const { page, sheet } = textIn(language).indicators;
  const themes = themesOf({ figures });
  const options = themes.map((value) => ({ value, title: named(sheet.themes, value) }));
  const value = themes.find((one) => one === query.get(THEME)) ?? themes[0] ?? '';
  return { name: THEME, label: page.theme, options, value };
}

function spanChoice({ period }: Asked, language: Language): TabChoice {
  const { page } = textIn(language).indicators;
  const options = SPANS.map((value) => ({ value, title: page.spans[value] }));
  return { name: SPAN, label: page.span, options, value: period.span };
}

/** One scope alone is no choice. */
function scopeChoice({ asked, scopes }: IndicatorsView, language: Language): TabChoice[] {
  if (scopes.length < 2) return [];
  const { page } = textIn(language).indicators;
  const options = scopes.map((scope) => ({ value: scopeCode(scope), title: scopeName(scope, language) }));
  return [{ name: SCOPE, label: page.scope, options, value: scopeCode(asked.scope) }];
}

/** The parts of the humanización indicator, and figures for the role `protected` alone. */
function rates({ view, guarded }: IndicatorsView, language: Language): TabBlock[] {
  const { more, sheet, composite } = textIn(language).indicators;
  const figures = [
    ...(view.composite ? [{ title: composite, ...compositeOf(view.composite, language) }] : []),
    ...view.rates.map((rate) => ({
      title: rateName(rate.id, language),
      value: number(Math.round((100 * rate.of) / rate.among), language, '%'),
      detail: more.of(rate.of, rate.among),
    })),
    ...(guarded ? ['cases.protected', 'voice.retaliation'] : []).map((id) => ({
      title: named(sheet.figures, id),
      ...tileOf(guarded?.count(id), language),
    })),
  ];
  return figures.length > 0 ? [{ kind: 'figures', figures }] : [];
}

function tileOf(count: Count, language: Language): { value: string; detail?: string } {
  if (typeof count === 'number') return { value: number(count, language) };
  const { tab, indicators } = textIn(language);
  return { value: tab.chart.none, detail: indicators.hidden };
}
