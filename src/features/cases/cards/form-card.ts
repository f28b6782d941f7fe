/** A form of a case. It opens in a dialog, or is a message of its own where a client has none. */
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { LEVELS, type Level } from '../domain/assessment.js';
import type { Case } from '../domain/case.js';
import { OUTCOMES, type Outcome } from '../domain/event.js';
import { confirmButton } from './case-buttons.js';
import { type Completing, selectsOf } from './completing.js';
import { FORMS, type FormName, type FormSpec, verbOf } from './forms.js';
import { caseFormTemplate } from './templates.js';

/** What was entered before something was wrong with it. */
export interface Entered {
  words: string;
  level?: Level;
  outcomes: Outcome[];
  likely: string;
  /** By the id of the input. */
  selected: Readonly<Record<string, string>>;
}

export interface FormView {
  name: FormName;
  subject: Case;
  /** It is a message of its own. */
  standalone: boolean;
  problem?: string;
  entered?: Entered;
  /** To whom the case may be given. */
  people: readonly { id: string; name: string }[];
  completing: Completing;
}

export function formCard(renderer: Renderer, view: FormView, language: Language): Card {
  const { name, subject, standalone, problem = '', entered, people, completing } = view;
  const text = textIn(language).cases;
  const spec: FormSpec = FORMS[name];
  const words = text.forms[name];
  const confirm = name === 'close' && subject.unconfirmed ? [confirmButton(subject.level, text)] : [];
  const isOpen = confirm.length > 0;
  const data = {
    id: subject.id,
    revision: subject.revision,
    verb: verbOf(name),
    standalone,
    title: words.title,
    problem: problem || (isOpen ? text.problem.unconfirmed : ''),
    quote: name === 'reply' ? (subject.question ?? '') : '',
    meaning: words.meaning,
    level: entered?.level ?? subject.level,
    levels: spec.asks === 'level' ? LEVELS.map((value) => ({ title: text.levelChoice[value], value })) : [],
    chosen: entered?.outcomes.join(',') ?? '',
    outcomes:
      spec.asks === 'outcomes' ? OUTCOMES.map((value) => ({ title: text.outcomeChoice[value], value })) : [],
    likely: entered?.likely ?? '',
    people: people.map((person) => ({ title: person.name, value: person.id })),
    asksPerson: spec.asks === 'person',
    selects: selectsOf(spec.asks, subject, { completing, selected: entered?.selected, language }),
    input: spec.input,
    label: words.label,
    placeholder: words.placeholder,
    required: spec.isOptional || isOpen ? '' : words.required,
    words: entered?.words ?? '',
    confirm,
    submit: words.submit,
  };
  return renderer.render(caseFormTemplate, data, language);
}
