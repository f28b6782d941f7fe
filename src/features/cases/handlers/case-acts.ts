/** What people type about a case: to one's own, and to one that waits for a decision. Shows a form filled in; decides nothing. */
import type { FeatureContext } from '../../../feature.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import type { Act } from '../../../platform/dialogue/acts.js';
import { replacedIn } from '../../../platform/dialogue/replaced.js';
import { wordsFor, wordsToAdd } from '../../../platform/dialogue/slots.js';
import type { Thing } from '../../../platform/dialogue/thing.js';
import type { Person } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { fold } from '../../../platform/text/fold.js';
import { sentences } from '../../../platform/text/sentences.js';
import { type ActRoute, type Meant, type OpenSource, type Reply, show, type Turn } from '../../../turn.js';
import { FORM_NAMES, type FormName } from '../cards/forms.js';
import type { Case } from '../domain/case.js';
import { may } from '../domain/permissions.js';
import type { CaseService } from '../service/commands/case-service.js';
import {
  CASES,
  caseIn,
  formIn,
  type Listed,
  leftForm,
  leftList,
  listIn,
  shortened,
} from '../service/left-open.js';
import type { CaseLists } from '../service/lists/case-lists.js';
import { chosenIn } from '../service/lists/choosing.js';
import type { LoadedCase } from '../store/case-store.js';
import type { CaseForms } from './case-forms.js';
import type { ShowCase } from './show-case.js';

export interface CaseActParts extends Pick<FeatureContext, 'renderer' | 'things'> {
  service: CaseService;
  caseLists: CaseLists;
  forms: CaseForms;
  showCase: ShowCase;
}

/** The forms that may do an act, the first one that is allowed; none: the case itself. */
const LEAD: Readonly<Partial<Record<Act, readonly FormName[]>>> = {
  accept: [],
  'ask-them': ['ask'],
  'tell-them': ['accept', 'ask'],
  close: ['close'],
  reject: ['reject'],
  'hand-over': ['reassign', 'escalate'],
  raise: ['reclassify'],
  why: [],
  'what-then': [],
  when: [],
  who: [],
  undo: [],
  lost: [],
};
const MINE: Readonly<Partial<Record<Act, readonly FormName[]>>> = {
  add: ['add'],
  correct: ['add'],
  complain: ['contest', 'reopen', 'add'],
  retract: ['withdraw'],
  raise: ['add'],
  undo: [],
  when: [],
  who: [],
  'what-then': [],
};
/** What is said of a form that is filled: its words change, and nothing is sent. */
const ON_FORM: readonly Act[] = ['add', 'correct'];
const MOST = 4;
/** How somebody begins who chooses one of a list. */
const OPENS = /^(y |a ver |ahora )*(abr\w*|muestr\w*|ver|el|la|ese|esa|open|show|the)\b/;

export class CaseActs {
  constructor(private readonly parts: CaseActParts) {}

  routes(): ActRoute[] {
    return [
      this.#route('lead', LEAD),
      this.#route('mine', MINE),
      {
        on: 'form',
        of: CASES,
        scope: 'personal',
        acts: ON_FORM,
        titles: (language) => textIn(language).cases.goingOn.form,
        plainly: ({ text }) => (wordsToAdd(text) === undefined ? undefined : 'add'),
        handle: (turn, meant) => this.#onForm(turn, meant),
      },
      {
        on: 'choices',
        of: CASES,
        scope: 'personal',
        acts: ['choose'],
        titles: (language) => ({ choose: textIn(language).cases.goingOn.seeCase }),
        handle: (turn, { thing }) => this.#open(turn, thing),
        isNamed: (text, thing) => {
          const { cases, openedId } = listIn(thing);
          return OPENS.test(fold(text)) && chosenIn(text, cases, openedId) !== undefined;
        },
      },
    ];
  }

  sources(): OpenSource[] {
    return [
      { kinds: ['lead'], find: (turn) => this.#inbox(turn) },
      { kinds: ['mine'], find: (turn) => this.#mine(turn) },
    ];
  }

  #route(on: 'lead' | 'mine', forms: typeof LEAD): ActRoute {
    return {
      on,
      of: CASES,
      scope: 'personal',
      acts: Object.keys(forms) as Act[],
      titles: (language) => {
        const text = textIn(language).cases;
        const titleOf = ([first]: readonly FormName[]) =>
          first ? text.forms[first].title : text.goingOn.seeCase;
        return Object.fromEntries(Object.entries(forms).map(([act, names]) => [act, titleOf(names)]));
      },
      handle: (turn, meant) => this.#handle(turn, meant, forms[meant.act] ?? []),
    };
  }

  async #handle(turn: Turn, { thing, act }: Meant, forms: readonly FormName[]): Promise<Reply | undefined> {
    const { service, showCase } = this.parts;
    const viewer = await turn.person();
    const id = caseIn(thing) || chosenIn(turn.text, listIn(thing).cases)?.id;
    const loaded = id ? await service.view(id, viewer) : undefined;
    if (!loaded) return this.#choose(turn, thing);
    const form = forms.find((name) => may(loaded.subject, viewer, name));
    if (form) return this.#fill(turn, viewer, loaded, form, act);
    return showCase(turn, loaded, viewer);
  }

  #fill(turn: Turn, viewer: Person, { subject }: LoadedCase, form: FormName, act: Act): Promise<Reply> {
    return this.#filled(turn, viewer, form, subject, wordsFor(act, turn.text));
  }

  #filled(turn: Turn, viewer: Person, name: FormName, subject: Case, words: string): Promise<Reply> {
    this.parts.things.note(turn.actor.id, [leftForm({ caseId: subject.id, name, words })], turn.now);
    return this.parts.forms.filled(turn, viewer, name, subject, words);
  }

  /** Undefined when the form is of no use any more. */
  async #onForm(turn: Turn, { thing }: Meant): Promise<Reply | undefined> {
    const { caseId, name, words } = formIn(thing);
    const viewer = await turn.person();
    const loaded = await this.parts.service.view(caseId, viewer);
    const form = FORM_NAMES.find((one) => one === name);
    if (!loaded || !form || !may(loaded.subject, viewer, form)) return undefined;
    return this.#filled(turn, viewer, form, loaded.subject, changed(words, turn.text));
  }

  /** Which of several cases is meant has to be said first. */
  #choose(turn: Turn, thing: Thing): Reply | undefined {
    const { title, body } = textIn(turn.language).cases.goingOn.which;
    const { cases } = listIn(thing);
    if (cases.length === 0) return undefined;
    this.parts.things.note(turn.actor.id, [leftList(cases)], turn.now);
    const links = cases.slice(0, MOST).map(({ id, number }) => ({ title: number, verb: 'case.view', id }));
    return show(noticeCard(this.parts.renderer, { title, body, links }, turn.language), title);
  }

  /** One of a list; undefined when none is named. */
  async #open(turn: Turn, thing: Thing): Promise<Reply | undefined> {
    const { service, showCase, things } = this.parts;
    const { cases, openedId } = listIn(thing);
    const chosen = chosenIn(turn.text, cases, openedId);
    const viewer = await turn.person();
    const loaded = chosen && (await service.view(chosen.id, viewer));
    if (!loaded) return undefined;
    const shown = await showCase(turn, loaded, viewer);
    things.note(turn.actor.id, [leftList(cases, loaded.subject.id)], turn.now);
    return shown;
  }

  async #inbox(turn: Turn): Promise<Thing[]> {
    const reader = await turn.reader();
    const { cases } = await this.parts.caseLists.inbox(reader, { size: MOST });
    const open = cases.filter(({ state }) => state === 'reported' || state === 'accepted');
    return thingOf('lead', open, turn);
  }

  async #mine(turn: Turn): Promise<Thing[]> {
    const { cases } = await this.parts.caseLists.mine(turn.actor, { size: 1 }, turn.now);
    return thingOf('mine', cases, turn);
  }
}

/** The words of a form with what is said of them. */
function changed(words: string, text: string): string {
  const right = replacedIn(words, text);
  return right ?? sentences(words, wordsToAdd(text) ?? text);
}

/** One is meant; which of several, has to be chosen. */
function thingOf(kind: 'lead' | 'mine', cases: readonly Listed[], { now }: Turn): Thing[] {
  const [first] = cases;
  if (!first) return [];
  // Older than whatever was just said: as if it had been shown some minutes ago.
  const at = new Date(now.getTime() - 10 * 60_000).toISOString();
  return [
    { kind, of: CASES, at, data: { caseId: cases.length === 1 ? first.id : '', cases: shortened(cases) } },
  ];
}
