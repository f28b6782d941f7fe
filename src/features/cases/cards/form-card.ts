/** A form of a case. It opens in a dialog, or is a message of its own where a client has none. */
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { LEVELS, type Level } from '../../../platform/impact/assessment.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import type { Case } from '../domain/case.js';
import { type Agreement, COMMITMENT_KINDS } from '../domain/commitment.js';
import { isPossibleOutcome } from '../domain/commitment-commands.js';
import { OUTCOMES, type Outcome } from '../domain/event.js';
import { confirmButton, openLevelOf } from './case-buttons.js';
import { type Completing, selectsOf } from './completing.js';
import { caseFormTemplate } from './form-template.js';
import { FORMS, type FormName, type FormSpec, verbOf } from './forms.js';

/** What was entered before something was wrong with it. */
export interface Entered {
  words: string;
  level?: Level | undefined;
  outcomes: Outcome[];
  likely: string;
  /** By the id of the input. */
  selected: Readonly<Record<string, string>>;
  agreed?: Agreement;
}

export interface FormView {
  name: FormName;
  subject: Case;
  /** It is a message of its own. */
  standalone: boolean;
  problem?: string;
  entered?: Entered;
  /** To whom the case may be given, or who may commit. */
  people: readonly { id: string; name: string }[];
  completing: Completing;
  /** A closing asks for a commitment. */
  asksCommitment: boolean;
  /** `YYYY-MM-DD` in Bogotá. */
  today: string;
}

export function formCard(renderer: Renderer, view: FormView, language: Language): Card {
  const { name, subject, standalone, problem = '', entered, people, today, completing } = view;
  const text = textIn(language).cases;
  const card = textIn(language).cards.form;
  const spec: FormSpec = FORMS[name];
  const ofTakenIn: Readonly<Partial<Record<FormName, object>>> = text.takenIn.forms;
  const words = { ...text.forms[name], ...(subject.reporterId === undefined && ofTakenIn[name]) };
  const confirm = name === 'close' && subject.unconfirmed ? [confirmButton(openLevelOf(subject), text)] : [];
  const isOpen = confirm.length > 0;
  const isCommitment = spec.asks === 'commitment' || view.asksCommitment;
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
      spec.asks === 'outcomes'
        ? OUTCOMES.filter((value) => isPossibleOutcome(subject, value)).map((value) => ({
            title: text.outcomeChoice[value],
            value,
          }))
        : [],
    likely: entered?.likely ?? '',
    people: people.map((person) => ({ title: person.name, value: person.id })),
    selects: selectsOf(spec.asks, subject, { completing, selected: entered?.selected, language }),
    personInput: isCommitment ? 'who' : spec.asks === 'person' ? 'person' : '',
    peopleLabel: isCommitment ? card.who : card.likely,
    heading: view.asksCommitment ? card.commitment : '',
    asksWhat: isCommitment,
    what: entered?.agreed?.what ?? '',
    asksDay: isCommitment,
    until: entered?.agreed?.until ?? '',
    today,
    kind: entered?.agreed?.kind ?? 'standard',
    kinds: isCommitment
      ? COMMITMENT_KINDS.map((value) => ({ title: text.commitments.kindChoice[value], value }))
      : [],
    input: isCommitment && !view.asksCommitment ? '' : spec.input,
    label: words.label,
    placeholder: words.placeholder,
    required: spec.isOptional || isOpen ? '' : words.required,
    words: entered?.words ?? '',
    confirm,
    submit: words.submit,
  };
  return renderer.render(caseFormTemplate, data, language);
}
