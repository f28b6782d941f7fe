/** The cards about a file of another channel: its mistakes, and its rows. */
import { z } from 'zod';
import { link, MAX_ACTIONS, plain, style, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import { type DataOf, defineTemplate } from '../../../platform/cards/template.js';
import type { Problem } from '../domain/source-file.js';
import type { Batch } from '../store/batches.js';
import { type Language, textIn } from '../text/catalogue.js';

export const linesTemplate = defineTemplate(
  'sources/source-lines',
  z.object({
    heading: plain,
    /** The name of the file; empty for none. */
    file: written,
    note: plain,
    lines: z.array(z.object({ label: plain, value: written, style })),
    end: plain,
    links: z.array(link).max(MAX_ACTIONS),
  }),
  { textIn },
);
type Lines = DataOf<typeof linesTemplate>['lines'];

/** A card has room for these, and corrections start with the first ones. */
const MOST_PROBLEMS = 50;

/** The row and the mistake of a problem. */
export function problemLine(problem: Problem, language: Language): string {
  return `${textIn(language).sources.row(problem.row)}: ${problemWords(problem, language)}`;
}

/** One problem, as a sentence. */
function problemWords({ why, column, value = '' }: Problem, language: Language): string {
  const text = textIn(language).sources;
  return text.problem[why](column ? text.column[column] : '', value);
}

export function problemsCard(
  renderer: Renderer,
  file: string,
  problems: readonly Problem[],
  language: Language,
): Card {
  const text = textIn(language).sources;
  const left = problems.length - MOST_PROBLEMS;
  const data = {
    heading: text.problems.heading(problems.length),
    file,
    note: text.problems.note,
    lines: problems.slice(0, MOST_PROBLEMS).map((problem) => ({
      label: text.row(problem.row),
      value: problemWords(problem, language),
      style: 'default' as const,
    })),
    end: left > 0 ? text.problems.more(left) : '',
    links: [],
  };
  return renderer.render(linesTemplate, data, language);
}

export function batchCard(renderer: Renderer, batch: Batch, language: Language): Card {
  const text = textIn(language).sources.batch;
  const { id, state, counts, done, fileName: file } = batch;
  const isNew = counts.total > counts.known;
  const discard = { title: text.discard, verb: 'sources.discard', id };
  const links = {
    ready: isNew ? [{ title: text.keep, verb: 'sources.keep', id }, discard] : [discard],
    keeping: [],
    kept: [{ title: text.review, verb: 'sources.triage', id: '' }],
    discarded: [],
  };
  const data = {
    heading: text.heading[state](counts.total, done),
    file,
    note: state === 'ready' && !isNew ? text.nothingNew : text.note[state],
    lines: state === 'discarded' ? [] : linesOf(batch, language),
    end: '',
    links: links[state],
  };
  return renderer.render(linesTemplate, data, language);
}

function linesOf({ counts }: Batch, language: Language): Lines {
  const { sources, cases } = textIn(language);
  const text = sources.batch;
  const line = (
    count: number,
    label: (count: number) => string,
    look: Lines[number]['style'] = 'default',
    value = '',
  ): Lines => (count === 0 ? [] : [{ label: label(count), value, style: look }]);
  const failures = (level: 'high' | 'medium' | 'low') => (count: number) =>
    text.failures(count, cases.level[level]);
  return [
    ...line(counts.urgent, text.urgent, 'attention', text.urgentWhy),
    ...line(counts.high, failures('high'), 'attention'),
    ...line(counts.medium, failures('medium'), 'warning'),
    ...line(counts.low, failures('low'), 'good'),
    ...line(counts.thanks, text.thanks, 'accent'),
    ...line(counts.known, text.known),
    ...line(counts.strangers, text.strangers),
  ];
}

export function alertCard(renderer: Renderer, urgent: number, language: Language): Card {
  const { title, body, review } = textIn(language).sources.alert;
  const links = [{ title: review, verb: 'sources.triage', id: '' }];
  return noticeCard(renderer, { title: title(urgent), body, links }, language);
}
