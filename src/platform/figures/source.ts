/** A feature's figures: their definitions and the facts they count. */
import type { Retained } from '../storage/retention.js';
import type { Language } from '../text/catalogue.js';
import type { Scope } from './scope.js';

/** Who may read a figure at least: a leader of their line, the humanization team, or those with the role `protected`. */
export type Reader = 'leader' | 'team' | 'protected';

export interface FigureDefinition {
  /** The theme, a dot, and a name: `cases.reported`. */
  id: string;
  reader?: Reader;
  /**
   * `distinct`: people, each once in a month, a quarter and a year, with a cell for each: `trainings.trained~year`.
   * `latest`: how things stand in the last month of a period. Others add up.
   */
  kind?: 'distinct' | 'latest';
  /**
   * Small numbers of it tell of people: below the humanization team it is shown from five on, of whole quarters and
   * years. With reader `protected`, for everybody.
   */
  isGuarded?: boolean;
  /** Kept by day too, so that a running period can be compared with the same days of the one before. */
  isByDay?: boolean;
  dimensions?: readonly Dimension[];
}

export interface Dimension {
  id: string;
  /** Below the team, as a figure that is guarded. The values of a guarded dimension are part of its figure: each fact has one. */
  isGuarded?: boolean;
  isByDay?: boolean;
  /** Names a value for people; without it they read the value. */
  nameOf?: (value: string, language: Language) => string;
  /** All values that there are, for a guarded dimension whose values everybody knows. */
  values?: readonly string[];
}

/** A share of 0 to 1 that the composite indicator may weigh. */
export interface Component {
  id: string;
  /** A cell. */
  of: string;
  /** The cells that make the whole. */
  among: readonly string[];
}

/** Something that counts. */
export interface Fact {
  /** Where it counts. */
  scopes: readonly Scope[];
  /** `DD`, the day of the month in Bogotá. */
  day?: string;
  /** How much it adds, by cell: a figure, or figure, dimension and value between slashes. */
  cells: Readonly<Record<string, number>>;
  /** Durations in minutes, by figure, or by figure and level between slashes. */
  minutes?: Readonly<Record<string, readonly number[]>> | undefined;
}

export interface FigureSource {
  /** The first part of the ids of its figures. */
  theme: string;
  figures: readonly FigureDefinition[];
  components?: readonly Component[];
  /** How long the counted rows are kept. Older figures stay unchanged. */
  kept: Retained;
  /** It counts by the directory as it is now: months that are over are not counted again. */
  isOfToday?: boolean;
  /** Everything that counts in a month, `YYYY-MM` in Bogotá, by few requests. */
  factsOf(month: string): AsyncIterable<Fact>;
  /**
   * Everything that it counts, from what happened itself, where `factsOf` reads a projection of that.
   * @param saves whether it brings the projection up to date.
   */
  anew?(saves: boolean): AsyncIterable<FactOfMonth>;
}

export interface FactOfMonth {
  month: string;
  fact: Fact;
}
