/** What completes a case: where and when it happened, and whether it is a health claim. */
import type { HealthHours } from '../../../platform/calendar/step-times.js';
import { type Cycle, type Entry, isNowhere, isWhole, type Places } from '../../../platform/impact/cycle.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { moment } from '../../../platform/text/dates.js';
import type { Case } from '../domain/case.js';
import { PRIORITIES } from '../domain/event.js';
import { whenDue } from './due.js';
import type { FormSpec } from './forms.js';

/** What can be chosen. */
export interface Completing {
  places: Places;
  /** Undefined when there are no deadlines of health claims. */
  healthHours?: HealthHours | undefined;
}

interface Select {
  id: string;
  label: string;
  value: string;
  choices: { title: string; value: string }[];
}

/** The choices of a form; none for forms that ask something else. */
export function selectsOf(
  asks: FormSpec['asks'],
  { cycle, health }: Case,
  {
    completing: { places, healthHours },
    selected = {},
    language,
  }: { completing: Completing; selected?: Readonly<Record<string, string>> | undefined; language: Language },
): Select[] {
  const text = textIn(language).cases;
  if (asks === 'health') {
    const choices = PRIORITIES.map((value) => ({
      title: value === 'none' ? text.health.none : text.health.choice[value](healthHours?.[value] ?? 0),
      value,
    }));
    return [
      {
        id: 'priority',
        label: text.health.label,
        value: selected.priority ?? health?.priority ?? 'none',
        choices,
      },
    ];
  }
  if (asks !== 'place') return [];
  const select = (id: keyof Cycle, entries: readonly Entry[]): Select => ({
    id,
    label: text.place[id],
    value: selected[id] ?? cycle[id],
    choices: [
      { title: text.place.unknown, value: '' },
      ...entries.map((entry) => ({ title: nameOf(entry, language), value: entry.id })),
    ],
  });
  return [select('service', places.services), select('site', places.sites), select('stage', places.stages)];
}

/** "Farmacia · Sede Suba · Llegada", and whether it is only what the story says; empty if nothing is known. */
export function cycleWords({ cycle, isPlaced }: Case, places: Places, language: Language): string {
  if (isNowhere(cycle)) return '';
  const names = cycleNames(cycle, places, language).filter((name) => name !== '');
  return `${names.join(' · ')}${isPlaced ? '' : ` ${textIn(language).cases.place.proposed}`}`;
}

/** Service, site and stage; empty where it is not known, the id where the catalogue has it no more. */
export function cycleNames({ service, site, stage }: Cycle, places: Places, language: Language): string[] {
  return [
    nameIn(places.services, service, language),
    nameIn(places.sites, site, language),
    nameIn(places.stages, stage, language),
  ];
}

/** For who attends to the case, while something is missing. */
export const nudgeOf = ({ cycle }: Case, language: Language): string =>
  isWhole(cycle) ? '' : textIn(language).cases.place.nudge;

/** The deadline of a health claim; empty if it is none. */
export function healthDueOf({ health, dueAt }: Case, now: Date, language: Language): string {
  if (!health || dueAt === undefined) return '';
  const text = textIn(language).cases.health;
  const priority = text.priority[health.priority];
  const due = new Date(health.dueAt);
  return due <= now
    ? text.overdue(priority, moment(due, language))
    : text.due(priority, whenDue(health.dueAt, now, language));
}

function nameIn(entries: readonly Entry[], id: string, language: Language): string {
  const entry = entries.find((one) => one.id === id);
  return entry ? nameOf(entry, language) : id;
}

const nameOf = ({ name, english }: Entry, language: Language): string =>
  language === 'en' ? (english ?? name) : name;
