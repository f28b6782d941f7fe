/** The cards about a meeting's attendance report: which training it belongs to, and what it adds. */
import { z } from 'zod';
import { choiceTitle, id, plain, style, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import { moment } from '../../../platform/text/dates.js';
import type { Matched, Merge, Standing } from '../domain/merging.js';
import type { Training } from '../domain/training.js';
import { type Language, textIn } from '../text/catalogue.js';
import { factsOf } from './training-words.js';

/** An option with people's words. */
const option = z.object({ title: choiceTitle, value: id });

export const meetingChooseTemplate = defineTemplate(
  'trainings/meeting-choose',
  z.object({ id, heading: plain, problem: plain, trainings: z.array(option), chosen: id }),
  { textIn },
);

export const meetingPreviewTemplate = defineTemplate(
  'trainings/meeting-preview',
  z.object({
    id,
    heading: plain,
    title: written,
    when: written,
    warning: plain,
    lines: z.array(z.object({ text: plain, names: written, style })),
    byName: z.array(option),
    byNameTitle: plain,
    byNameLeft: plain,
    unknownTitle: plain,
    unknown: written,
    canKeep: z.boolean(),
  }),
  { textIn },
);

/** Names on a line, and people to choose among: more does not fit on a phone, or into a card. */
const NAMES = 12;
export const MOST_BY_NAME = 50;

export function meetingChooseCard(
  renderer: Renderer,
  reportId: string,
  trainings: readonly Training[],
  why: 'none' | 'several' | 'other',
  language: Language,
): Card {
  const text = textIn(language).meetings;
  const data = {
    id: reportId,
    heading: text.which,
    problem: text.choosing[why],
    trainings: trainings.map(({ id: value, title, startsAt }) => ({
      title: `${title} · ${moment(new Date(startsAt), language)}`,
      value,
    })),
    chosen: trainings[0]?.id ?? '',
  };
  return renderer.render(meetingChooseTemplate, data, language);
}

/** @param isOfDay the report is of the time of the training. */
export function meetingPreviewCard(
  renderer: Renderer,
  reportId: string,
  training: Training,
  merge: Merge,
  isOfDay: boolean,
  language: Language,
): Card {
  const text = textIn(language).meetings;
  const { sure, byName, unknown } = merge;
  // Whoever is stored makes room for the next when the file comes again.
  const open = byName.filter(({ isNews }) => isNews);
  const left = open.length - MOST_BY_NAME;
  const [when] = factsOf(training, language);
  const data = {
    id: reportId,
    heading: text.heading(sure.length + byName.length + unknown.length),
    title: training.title,
    when: when?.value ?? '',
    warning: isOfDay ? '' : text.otherDay,
    lines: linesOf(training, sure.length > 0 || open.length > 0 ? sure : byName, language),
    byName: open.slice(0, MOST_BY_NAME).map(({ person, minutes }) => ({
      title: text.person(person.name, person.area, minutes),
      value: person.id,
    })),
    byNameTitle: text.byName(open.length),
    byNameLeft: left > 0 ? text.byNameLeft(left) : '',
    unknownTitle: unknown.length > 0 ? text.unknown(unknown.length) : '',
    unknown: namesIn(unknown, language),
    canKeep: open.length > 0 || sure.some(({ isNews }) => isNews),
  };
  return renderer.render(meetingPreviewTemplate, data, language);
}

/** What was recognised for certain, one line for each kind. */
function linesOf({ leastMinutes }: Training, sure: readonly Matched[], language: Language) {
  const text = textIn(language).meetings;
  const of = (standing: Standing) => sure.filter((matched) => matched.standing === standing);
  const [added, listed, short, shortly, removed] = (
    ['added', 'listed', 'short', 'listed-shortly', 'removed'] as const
  ).map(of) as [Matched[], Matched[], Matched[], Matched[], Matched[]];
  const line = (
    matched: readonly Matched[],
    words: string,
    look: 'default' | 'good' | 'warning',
    names: readonly string[] = [],
  ) => (matched.length > 0 ? [{ text: words, names: namesIn(names, language), style: look }] : []);
  const withMinutes = (matched: readonly Matched[]) =>
    matched.map(({ person, minutes }) => text.stay(person.name, minutes));
  const lines = [
    ...line(added, text.added(added.length), 'good'),
    ...line(listed, text.listed(listed.length), 'default'),
    ...line(short, text.short(short.length, leastMinutes), 'warning', withMinutes(short)),
    ...line(shortly, text.listedShortly(shortly.length, leastMinutes), 'warning', withMinutes(shortly)),
    ...line(
      removed,
      text.removed(removed.length),
      'default',
      removed.map(({ person }) => person.name),
    ),
  ];
  const isOld = sure.length > 0 && sure.every(({ isNews }) => !isNews);
  return isOld ? [{ text: text.nothingNew, names: '', style: 'default' as const }, ...lines] : lines;
}

function namesIn(names: readonly string[], language: Language): string {
  const more = names.length - NAMES;
  const shown = names.slice(0, NAMES).join(', ');
  return more > 0 ? textIn(language).meetings.andMore(shown, more) : shown;
}
