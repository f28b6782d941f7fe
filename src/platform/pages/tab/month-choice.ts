/** The choice of a month, above a section. */
import { bogotaMonth, FIRST_MONTH, shiftedMonth } from '../../calendar/days.js';
import { textIn } from '../../text/catalogue.js';
import { monthName } from '../../text/dates.js';
import type { TabChoice, TabView } from './content.js';

const MONTH = 'mes';
/** Months back that can be chosen. */
const MOST = 24;

/** The month that was asked for, `YYYY-MM`, is the choice's `value`; this month when none was. */
export function monthChoice({ query, now, language }: TabView): TabChoice {
  const thisMonth = bogotaMonth(now);
  const months = Array.from({ length: MOST }, (_, back) => shiftedMonth(thisMonth, -back)).filter(
    (month) => month >= FIRST_MONTH,
  );
  return {
    name: MONTH,
    label: textIn(language).tab.month,
    options: months.map((value) => ({ value, title: monthName(value, language) })),
    value: months.find((month) => month === query.get(MONTH)) ?? thisMonth,
  };
}
