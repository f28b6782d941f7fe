/** The buttons of a case: what a person most likely does next on the card, the rest behind "Más". */
import type { Catalogue } from '../../../platform/text/catalogue.js';
import { FORM_NAMES, type FormName, verbOf } from './forms.js';
import type { CaseAction } from './templates.js';

export interface Button {
  title: string;
  verb: string;
}

export interface CaseButtons {
  /** Done with one tap. */
  taps: Button[];
  /** Open a form. */
  forms: Button[];
  moreForms: Button[];
  /** For those who watch over the case. */
  teamForms: Button[];
}

/** With "Más", a card shows three. */
const MOST_SHOWN = 2;
/** What is shown on the card, if it can be done: the first two. */
const FIRST: readonly FormName[] = ['close', 'reply', 'contest', 'reopen', 'ask', 'add'];
const TEAM: readonly FormName[] = ['reassign', 'identify', 'hold', 'release'];

/** @param isLevelOpen the level has to be confirmed first. */
export function buttonsOf(
  can: Readonly<Record<CaseAction, boolean>>,
  isLevelOpen: boolean,
  text: Catalogue['cases'],
): CaseButtons {
  const taps = can.accept ? [{ title: text.accept, verb: 'case.accept' }] : [];
  const first: readonly FormName[] = isLevelOpen ? ['reclassify', ...FIRST] : FIRST;
  const shown = first.filter((name) => can[name]).slice(0, MOST_SHOWN - taps.length);
  const others = FORM_NAMES.filter((name) => can[name] && !shown.includes(name));
  const titled = (name: FormName) => ({
    title: name === 'reclassify' && isLevelOpen ? text.confirmLevel : text.forms[name].button,
    verb: verbOf(name),
  });
  return {
    taps,
    forms: shown.map(titled),
    moreForms: others.filter((name) => !TEAM.includes(name)).map(titled),
    teamForms: others.filter((name) => TEAM.includes(name)).map(titled),
  };
}
