/** The buttons of a case: what a person most likely does next on the card, the rest behind "Más". */
import type { Level } from '../../../platform/impact/assessment.js';
import type { Catalogue } from '../../../platform/text/catalogue.js';
import { type Case, isHighAsked } from '../domain/case.js';
import { FORM_NAMES, type FormName, verbOf } from './forms.js';
import type { CaseAction } from './templates.js';

export interface Button {
  title: string;
  verb: string;
}

export interface CaseButtons {
  /** Done with one tap. */
  taps: Button[];
  /** Confirms the level as it stands, with one tap. */
  confirm: { title: string; level: Level }[];
  /** Open a form. */
  forms: Button[];
  moreForms: Button[];
  /** Complete what is known of the case. */
  detailForms: Button[];
  /** For those who watch over the case. */
  teamForms: Button[];
}

/** With "Más", a card shows three. */
const MOST_SHOWN = 2;
/** What is shown on the card, if it can be done: the first two. */
const FIRST: readonly FormName[] = ['close', 'reply', 'contest', 'reopen', 'ask', 'add', 'commit'];
const DETAILS: readonly FormName[] = ['place', 'health'];
const TEAM: readonly FormName[] = ['reassign', 'identify', 'hold', 'release'];

/** A level that has to be confirmed first. */
export interface OpenLevel {
  level: Level;
  /** The proposed level is lower, but the case may be high. The leader answers yes or no. */
  isHighAsked: boolean;
}

export const openLevelOf = (subject: Case): OpenLevel => ({
  level: subject.level,
  isHighAsked: isHighAsked(subject),
});

/** @param open undefined if no level has to be confirmed. */
export function buttonsOf(
  can: Readonly<Record<CaseAction, boolean>>,
  open: OpenLevel | undefined,
  text: Catalogue['cases'],
): CaseButtons {
  const taps = can.accept ? [{ title: text.accept, verb: 'case.accept' }] : [];
  const confirm = open ? [confirmButton(open, text)] : [];
  const first: readonly FormName[] = open ? ['reclassify', ...FIRST] : FIRST;
  // A yes without its no beside it would be no question.
  const room = open?.isHighAsked ? 1 : MOST_SHOWN - taps.length - confirm.length;
  const shown = first.filter((name) => can[name]).slice(0, room);
  const others = FORM_NAMES.filter((name) => can[name] && !shown.includes(name));
  const titled = (name: FormName) => ({ title: formTitle(name, open, text), verb: verbOf(name) });
  return {
    taps,
    confirm,
    forms: shown.map(titled),
    moreForms: others.filter((name) => ![...TEAM, ...DETAILS].includes(name)).map(titled),
    detailForms: others.filter((name) => DETAILS.includes(name)).map(titled),
    teamForms: others.filter((name) => TEAM.includes(name)).map(titled),
  };
}

export const formTitle = (name: FormName, open: OpenLevel | undefined, text: Catalogue['cases']): string =>
  name === 'reclassify' && open?.isHighAsked ? text.isNotHigh : text.forms[name].button;

export const confirmButton = (
  { level, isHighAsked }: OpenLevel,
  text: Catalogue['cases'],
): CaseButtons['confirm'][number] =>
  isHighAsked ? { title: text.isHigh, level: 'high' } : { title: text.confirmAs[level], level };
