/** Figures of a period as a card: the sentences that matter, the charts, and what to look at next. */
import { z } from 'zod';
import { bogotaMonth, FIRST_MONTH, shiftedMonth } from '../../../platform/calendar/days.js';
import { choice, choiceTitle, id, plain, written } from '../../../platform/cards/fields.js';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { type DataOf, defineTemplate } from '../../../platform/cards/template.js';
import type { Message } from '../../../platform/delivery/message.js';
import { SPANS } from '../../../platform/figures/period.js';
import type { Scope } from '../../../platform/figures/scope.js';
import type { Shown } from '../../../platform/figures/shown.js';
import type { FiguresView } from '../../../platform/figures/view.js';
import { monthName } from '../../../platform/text/dates.js';
import { type Language, textIn } from '../text/catalogue.js';
import { type Asked, scopeCode } from './asked.js';
import { charts, chartsOf } from './charts.js';
import { factsOf } from './facts.js';
import { type Comparison, findingWords } from './findings-words.js';
import { daysOf, periodTitle } from './period-names.js';

export const indicatorsTemplate = defineTemplate(
  'indicators/indicators',
  z.object({
    period: plain,
    of: written,
    days: plain,
    findings: z.array(plain),
    notes: z.array(plain),
    charts,
    facts: z.array(z.object({ label: plain, value: plain })),
    span: z.enum(SPANS),
    from: id,
    scope: id,
    months: z.array(choice),
    scopes: z.array(z.object({ title: choiceTitle, value: id })),
    /** It came by itself. */
    isNotice: z.boolean(),
    monthly: z.object({ title: plain, wish: id }),
  }),
  { textIn },
);

/** The months to choose from, the latest first; older ones are asked for in words. */
const MOST_MONTHS = 24;

export interface IndicatorsView {
  asked: Asked;
  view: FiguresView;
  comparison?: Comparison | undefined;
  /** Figures for the role `protected` alone. */
  guarded?: Shown | undefined;
  /** Whose figures the reader may choose; one alone is no choice. */
  scopes: readonly Scope[];
  /** The reader gets them each month. */
  isMonthly: boolean;
  /** It comes by itself. */
  isNotice?: boolean;
}

export interface IndicatorsParts {
  renderer: Renderer;
  titleOf: (sectionId: string) => string;
}

export function indicatorsMessage(
  { renderer, titleOf }: IndicatorsParts,
  { asked, view, comparison, guarded, scopes, isMonthly, isNotice = false }: IndicatorsView,
  now: Date,
  language: Language,
): Message {
  const text = textIn(language).indicators;
  const { period, scope } = asked;
  const data: DataOf<typeof indicatorsTemplate> = {
    period: text.ofPeriod(periodTitle(period, language)),
    of: scopeName(scope, language),
    days: daysOf(view, language),
    findings: findingWords(view, comparison, { titleOf, now, language }),
    notes: asked.notes.map((note) => text.note[note]),
    charts: chartsOf(view, titleOf, language),
    facts: factsOf(view, guarded, language),
    span: period.span,
    from: period.from,
    scope: scopeCode(scope),
    months: monthChoices(now, language),
    isNotice,
    monthly: isMonthly
      ? { title: text.monthly.stop, wish: 'off' }
      : { title: text.monthly.start, wish: 'on' },
    scopes:
      scopes.length > 1
        ? scopes.map((one) => ({ title: scopeName(one, language), value: scopeCode(one) }))
        : [],
  };
  return {
    card: renderer.render(indicatorsTemplate, data, language),
    summary: data.findings[0] ?? data.period,
  };
}

export function scopeName(scope: Scope, language: Language): string {
  const { scope: names } = textIn(language).indicators;
  if (scope.kind === 'area') return names.area(scope.area);
  return scope.kind === 'line' ? names.line : names.all;
}

function monthChoices(now: Date, language: Language): { title: string; value: string }[] {
  const last = bogotaMonth(now);
  return Array.from({ length: MOST_MONTHS }, (_, back) => shiftedMonth(last, -back))
    .filter((month) => month >= FIRST_MONTH)
    .map((value) => ({ title: monthName(value, language), value }));
}
