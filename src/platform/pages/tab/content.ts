/** What a section of the page `/app` shows, as data; the layout draws it. */
import type { Person } from '../../people/person.js';
import type { Language } from '../../text/catalogue.js';

/** The reader of a section, and their request. */
export interface TabView {
  /** As the directory knows them now. */
  viewer: Person;
  language: Language;
  now: Date;
  /** The query of the address. Anybody may have written it. */
  query: URLSearchParams;
}

export interface TabSection {
  /** Its place in the address: `/app/ID`. */
  id: string;
  title: (language: Language) => string;
  /** A section a person may not open does not exist for them. */
  mayOpen(viewer: Person): boolean;
  /** Throws AppError, of which the page shows the sentence. */
  read(view: TabView): Promise<TabContent>;
}

export interface TabContent {
  /** What matters first, in a few sentences. */
  note?: string | undefined;
  choices?: readonly TabChoice[];
  blocks: readonly TabBlock[];
}

/** A choice above the section; it comes back in the query under its name. */
export interface TabChoice {
  name: string;
  label: string;
  options: readonly { value: string; title: string }[];
  /** The value of the option that is chosen. */
  value: string;
}

export type TabBlock = TabFigures | TabTable | TabChart;

/** Numbers with what each one is. */
export interface TabFigures {
  kind: 'figures';
  figures: readonly { title: string; value: string; detail?: string }[];
}

/** Rows that can be searched, sorted and leafed through. */
export interface TabTable {
  kind: 'table';
  /** Tells the tables of a section apart in the query. */
  id: string;
  title: string;
  columns: readonly { title: string; isNumber?: boolean }[];
  rows: readonly TabRow[];
  /** Shown when there are no rows. */
  empty: string;
  /** Below the table. */
  note?: string | undefined;
}

export interface TabRow {
  /** One for each column. */
  cells: readonly TabCell[];
  /** Where something can be decided: the chat with the bot, or a page. */
  link?: { title: string; url: string };
}

export interface TabCell {
  text: string;
  /** The sort key, if it is not the text. */
  sortBy?: string | number;
  tone?: 'good' | 'warning' | 'attention' | undefined;
}

/** A chart, with its table below. */
export interface TabChart {
  kind: 'chart';
  title: string;
  chart: ChartData;
  note?: string;
}

export type SeriesTone = 'good' | 'warning' | 'attention' | 'neutral';

export interface ChartData {
  /** `rows`: bars that lie, which have room for long names. `stacked`: columns; `lines`: the same over time. */
  shape: 'rows' | 'stacked' | 'lines';
  /** The name of the categories, as in the head of the table: «Mes». */
  by: string;
  categories: readonly string[];
  /** A value for each category; `hidden` where it may not be told, undefined where there is none. */
  series: readonly {
    name: string;
    values: readonly (number | 'hidden' | undefined)[];
    /** A colour that means something; without it, the next one of the page. */
    tone?: SeriesTone;
  }[];
  /** Added to each number: «%», «h». */
  unit?: string | undefined;
}
