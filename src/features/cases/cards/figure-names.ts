/** How the values are called by which cases are counted. */
import type { Dimension, FigureSource } from '../../../platform/figures/source.js';
import { type Cycle, NOWHERE, type Places } from '../../../platform/impact/cycle.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { cycleNames } from './completing.js';

interface Names {
  titleOf: (sectionId: string) => string;
  places: Places;
}

/** @returns the source, whose dimensions name their values. */
export function withNames(source: FigureSource, names: Names): FigureSource {
  const named = (dimension: Dimension): Dimension => ({
    ...dimension,
    nameOf: (value, language) => nameOf(dimension.id, value, names, language) || value,
  });
  const figures = source.figures.map(({ dimensions, ...figure }) => ({
    ...figure,
    ...(dimensions && { dimensions: dimensions.map(named) }),
  }));
  return { ...source, figures };
}

function nameOf(
  id: string,
  value: string,
  { titleOf, places }: Names,
  language: Language,
): string | undefined {
  const { cases } = textIn(language);
  const placed = (cycle: Partial<Cycle>) => cycleNames({ ...NOWHERE, ...cycle }, places, language).join('');
  const among = (texts: Readonly<Record<string, string>>) => texts[value];
  switch (id) {
    case 'axis':
    case 'attribute':
      return titleOf(value);
    case 'service':
      return placed({ service: value });
    case 'site':
      return placed({ site: value });
    case 'stage':
      return placed({ stage: value as Cycle['stage'] });
    case 'effort':
      return among(cases.effort);
    case 'source':
      return among(cases.source);
    case 'topic':
      return among(cases.topic);
    case 'outcome':
      return among(cases.outcome);
    case 'kind':
      return among(cases.commitments.kind);
    default:
      return among(cases.counted);
  }
}
