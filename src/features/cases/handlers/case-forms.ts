/**
 * The forms of a case. They open in a dialog, so that an update of the card loses no typing. A client without dialogs gets
 * the form as a message of its own, which nothing replaces either.
 */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { severalOf } from '../../../platform/cards/inputs.js';
import { AppError } from '../../../platform/errors.js';
import { LEVELS } from '../../../platform/impact/assessment.js';
import type { Person } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { isFromForm, type Reply, readInput, say, showForm, type Turn } from '../../../turn.js';
import type { Completing } from '../cards/completing.js';
import { type Entered, formCard } from '../cards/form-card.js';
import { FORMS, type FormName, type FormSpec, formOf } from '../cards/forms.js';
import type { Case } from '../domain/case.js';
import type { Agreement } from '../domain/commitment.js';
import { asksForCommitment } from '../domain/commitment-commands.js';
import { OUTCOMES } from '../domain/event.js';
import { levelIn } from '../domain/level-words.js';
import { may } from '../domain/permissions.js';
import type { CaseService, CommandResult } from '../service/commands/case-service.js';
import { likelyAssignees } from '../service/people/likely-assignees.js';
import { likelyToCommit } from '../service/people/likely-to-commit.js';
import { agreementInputs } from './review-inputs.js';

export interface CaseFormParts extends Pick<FeatureContext, 'renderer' | 'recentDirectory' | 'everyone'> {
  service: CaseService;
  completing: Completing;
}

const written = z.string().catch('');
const entered = z.object({
  level: z.enum(LEVELS).optional().catch(undefined),
  outcomes: severalOf(OUTCOMES).catch([]),
  likely: z
    .string()
    .regex(/^[\w-]{0,100}$/)
    .catch(''),
});
const shortText = z.string().max(40).optional().catch(undefined);
const selects = z
  .object({ service: shortText, site: shortText, stage: shortText, priority: shortText })
  .transform((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)))
  .pipe(z.record(z.string(), z.string()));
const underway = z.object({ from: z.string().optional().catch(undefined) });

/** The form in which the level had to be confirmed first. */
function formIn({ input }: Turn): FormName | undefined {
  const { from } = underway.parse(input);
  return from === undefined ? undefined : formOf(from);
}

function saidIn(turn: Turn, name: FormName): Entered {
  const words = written.parse(turn.input[FORMS[name].input] ?? turn.input.reason);
  const selected = selects.parse(turn.input);
  const agreed = kindly(readInput(agreementInputs, turn), turn);
  return { ...readInput(entered, turn), words, selected, agreed };
}

/** A commitment that is not begun gets the kind that the outcome tells. */
function kindly(agreed: Agreement, { input }: Turn): Agreement {
  const isChosen = 'kind' in input || !String(input.outcomes).includes('development-plan');
  return isChosen ? agreed : { ...agreed, kind: 'pid' };
}

export class CaseForms {
  constructor(private readonly parts: CaseFormParts) {}

  /** Returns true for the button of a form. */
  isAsked(verb: string, turn: Turn): boolean {
    const { input } = turn;
    const name = formOf(verb);
    if (name === undefined) return false;
    const spec: FormSpec = FORMS[name];
    if ('msteams' in input) return true;
    // Some clients leave out an input that is empty.
    if (isFromForm(turn)) return false;
    // Accepting needs no words.
    return name !== 'accept' && ![spec.input, ...(spec.enough ?? []), 'reason'].some((id) => id in input);
  }

  async open(turn: Turn, viewer: Person, id: string, verb: string): Promise<Reply> {
    const loaded = await this.parts.service.view(id, viewer);
    const name = formOf(verb);
    if (!loaded || !name) throw new AppError('not-found');
    if (!may(loaded.subject, viewer, name)) throw new AppError('not-allowed');
    if (name === 'health' && !this.parts.completing.healthHours)
      return say(textIn(turn.language).cases.problem['health-off']);
    return this.#show(turn, viewer, name, loaded.subject, {});
  }

  /** The form with what somebody said in the chat: one tap does it. */
  filled(turn: Turn, viewer: Person, name: FormName, subject: Case, words: string): Promise<Reply> {
    const level = levelIn(turn.text);
    return this.#show(turn, viewer, name, subject, {
      entered: { ...saidIn(turn, name), words, ...(level && { level }) },
    });
  }

  /** The form with what was entered and what is wrong with it; undefined if it is of no use any more. */
  async again(
    turn: Turn,
    viewer: Person,
    { verb, loaded, refusal }: { verb: string } & Extract<CommandResult, { kind: 'refused' }>,
  ): Promise<Reply | undefined> {
    const name = formIn(turn) ?? formOf(verb);
    const isOfForm = isFromForm(turn) || (name !== 'accept' && refusal.startsWith('missing'));
    if (!name || !isOfForm || loaded.isAhead || refusal === 'not-allowed') return undefined;
    if (!may(loaded.subject, viewer, name)) return undefined;
    const { problem } = textIn(turn.language).cases;
    const told = refusal === 'not-in-this-state' ? problem.changedMeanwhile : problem[refusal];
    return this.#show(turn, viewer, name, loaded.subject, { problem: told, entered: saidIn(turn, name) });
  }

  /** The form from which the level was confirmed, with what was entered; undefined if it was not from a form. */
  async next(turn: Turn, viewer: Person, subject: Case): Promise<Reply | undefined> {
    const name = formIn(turn);
    if (!name || !may(subject, viewer, name)) return undefined;
    return this.#show(turn, viewer, name, subject, { entered: saidIn(turn, name) });
  }

  async #show(
    turn: Turn,
    viewer: Person,
    name: FormName,
    subject: Case,
    more: { problem?: string; entered?: Entered },
  ): Promise<Reply> {
    const { renderer, completing } = this.parts;
    const isClosing = name === 'close' && asksCommitment(subject, more.entered);
    const { title } = textIn(turn.language).cases.forms[name];
    const people = await this.#likely(name === 'commit' || isClosing ? 'commit' : name, subject, viewer);
    const card = formCard(
      renderer,
      {
        name,
        subject,
        standalone: !turn.inDialog,
        people,
        completing,
        asksCommitment: isClosing,
        today: bogotaDay(turn.now),
        ...more,
      },
      turn.language,
    );
    return showForm(turn, card, title);
  }

  async #likely(name: FormName, subject: Case, viewer: Person): Promise<Person[]> {
    const { recentDirectory, everyone } = this.parts;
    if (name === 'reassign') return likelyAssignees(recentDirectory, subject);
    return name === 'commit' ? likelyToCommit(await everyone(), viewer) : [];
  }
}

/** A closing shows the inputs of a commitment once its outcome asks for one, or one was begun. */
function asksCommitment(subject: Case, entered: Entered | undefined): boolean {
  if (!entered) return false;
  const { what, until, personId } = entered.agreed ?? {};
  return Boolean(what || until || personId) || asksForCommitment(subject, entered.outcomes);
}
