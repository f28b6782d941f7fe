/** Hears what a text does to what is open between the person and the bot. */
import { type Act, NO_ACT, type ThingKind } from '../platform/dialogue/acts.js';
import {
  type Candidate,
  candidatesFor,
  type Fresh,
  type Heard,
  hear,
  type Possible,
  type ReadActs,
} from '../platform/dialogue/hearing.js';
import type { OpenThings } from '../platform/dialogue/open-things.js';
import type { Thing } from '../platform/dialogue/thing.js';
import type { Understanding } from '../platform/understanding/understand.js';
import { type ActRoute, isPersonal, type Meant, type OpenSource, type Turn } from '../turn.js';

export interface ConversingParts {
  things: Pick<OpenThings, 'of'>;
  readActs: ReadActs;
  routes: readonly ActRoute[];
  sources: readonly OpenSource[];
}

export interface Possibility {
  route: ActRoute;
  meant: Meant;
}

/** Of a text that may be an act, storage is asked. */
const PERHAPS = 0.2;
/** What stands in tables takes several requests: they are made when an act is likely. */
const LIKELY = 0.5;
const EXPECT_WORDS: readonly ThingKind[] = ['question', 'form', 'draft', 'lead'];
const PLAIN_PURPOSES = ['policy', 'tell'];

export class Conversing {
  readonly #kinds: readonly ThingKind[];
  readonly #possible: readonly Possible[];

  constructor(private readonly parts: ConversingParts) {
    this.#kinds = [...new Set(parts.routes.map(({ on }) => on))];
    this.#possible = possibleOf(parts.routes);
  }

  /** What may be meant, the likeliest first: one when that is sure, none when the text is about something new. */
  async hear(turn: Turn, understood: Understanding): Promise<{ likely: Possibility[]; isSure: boolean }> {
    const nothing = { likely: [], isSure: false };
    const text = turn.text;
    // What may tell of danger leaves a doubt.
    const plain = this.#routesFor(turn).filter(
      ({ plainly, evenInDoubt }) => (evenInDoubt || !understood.danger) && plainly?.(turn),
    );
    const isPlainOn = (kind: ThingKind) => plain.some(({ on }) => on === kind);
    const likely = this.#kinds.filter((kind) => isPlainOn(kind) || this.#mayBeActOn(kind, text));
    if (likely.length === 0) return nothing;
    const things = await this.#open(turn, likely, isPlainOn);
    const [latest] = things;
    if (!latest) return nothing;
    const route = plain.find(({ on, of }) => on === latest.kind && of === latest.of);
    const act = route?.plainly?.(turn);
    if (route && act)
      return { likely: [{ route, meant: { thing: latest, act, isSure: false } }], isSure: true };
    const candidates = candidatesFor(text, things, this.#possible, this.parts.readActs);
    const heard = hear(candidates, freshOf(understood));
    return { likely: this.#routesOf(heard), isSure: heard.kind === 'act' };
  }

  /** Words are expected of this person: a question, a form, a report or a case waits for them. */
  async isAsked(turn: Turn): Promise<boolean> {
    if (!isPersonal(turn)) return false;
    const shown = await this.parts.things.of(turn.actor.id, turn.now);
    if (shown.some(({ kind }) => EXPECT_WORDS.includes(kind))) return true;
    const sources = this.parts.sources.filter(({ kinds }) => kinds.includes('question'));
    try {
      const asked = await Promise.all(sources.map(({ find }) => find(turn)));
      return asked.flat().some(({ kind }) => kind === 'question');
    } catch {
      // Help does not wait for storage.
      return false;
    }
  }

  /** What somebody has chosen; undefined when it is not open any more. */
  async chosen(
    turn: Turn,
    { on, of, act }: Pick<ActRoute, 'on' | 'of'> & { act: Act },
  ): Promise<Possibility | undefined> {
    const thing = (await this.#open(turn, [on])).find((one) => one.kind === on && one.of === of);
    const route = thing && this.#routeOf(thing, act);
    return route && { route, meant: { thing, act, isSure: false } };
  }

  #routeOf({ kind, of }: Thing, act: Act): ActRoute | undefined {
    return this.parts.routes.find(
      (route) => route.on === kind && route.of === of && route.acts.includes(act),
    );
  }

  /** Where others read along, a text does nothing to a report, a case or a form, which are open in the own chat. */
  #routesFor(turn: Turn): readonly ActRoute[] {
    return this.parts.routes.filter(({ scope }) => scope === 'anywhere' || isPersonal(turn));
  }

  #mayBeActOn(kind: ThingKind, text: string, from = PERHAPS): boolean {
    return 1 - this.parts.readActs(text, kind)(NO_ACT) >= from;
  }

  /** What this person has open, the latest first. */
  async #open(
    turn: Turn,
    kinds: readonly ThingKind[],
    isPlainOn: (kind: ThingKind) => boolean = () => false,
  ): Promise<Thing[]> {
    const isLikely = (kind: ThingKind) =>
      kinds.includes(kind) && (isPlainOn(kind) || this.#mayBeActOn(kind, turn.text, LIKELY));
    const sources = this.parts.sources.filter(({ kinds: own }) => own.some(isLikely));
    const found = await Promise.all([
      this.parts.things.of(turn.actor.id, turn.now),
      ...(isPersonal(turn) ? sources.map(({ find }) => find(turn)) : []),
    ]);
    const routes = this.#routesFor(turn);
    const mayGoOn = ({ kind, of }: Thing) => routes.some((route) => route.on === kind && route.of === of);
    const latest = new Map<string, Thing>();
    for (const one of found
      .flat()
      .filter(mayGoOn)
      .sort((a, b) => (a.at < b.at ? 1 : -1))) {
      const key = `${one.kind} ${one.of}`;
      if (!latest.has(key)) latest.set(key, one);
    }
    return [...latest.values()];
  }

  #routesOf(heard: Heard): Possibility[] {
    if (heard.kind === 'fresh') return [];
    const found = heard.kind === 'act' ? [heard.candidate] : heard.candidates;
    const isSure = heard.kind === 'act' && heard.isSure;
    return found.flatMap(({ thing, act }: Candidate) => {
      const route = this.#routeOf(thing, act);
      return route ? [{ route, meant: { thing, act, isSure } }] : [];
    });
  }
}

/** Acts that come to the same have the same title. */
function possibleOf(routes: readonly ActRoute[]): Possible[] {
  return routes.flatMap(({ on, of, acts, titles, isNamed }) =>
    acts.map((act) => ({ on, of, act, does: titles('es')[act] ?? act, isNamed })),
  );
}

/** How the text reads without what is open. */
function freshOf({ purpose, confidence, asks, found, article }: Understanding): Fresh {
  const isAnswered = purpose === 'policy' && (found.outcome === 'answer' || article !== undefined);
  return {
    confidence: asks ? 0 : confidence,
    isPlain: isAnswered || !PLAIN_PURPOSES.includes(purpose),
    isSmall: purpose === 'smalltalk' || purpose === 'offtopic',
  };
}

/** The model is loaded when the first text needs it. */
export function actsReader(
  load: () => { distribution: (text: string, on: string) => (name: string) => number },
): ReadActs {
  let model: ReturnType<typeof load> | undefined;
  return (text, on) => {
    model ??= load();
    return model.distribution(text, on);
  };
}
