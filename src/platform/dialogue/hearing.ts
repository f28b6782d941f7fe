/** Decides whether a text does something to what is open, is about something new, or has to be asked about. Pure. */
import { type Act, NO_ACT, type ThingKind } from './acts.js';
import type { Thing } from './thing.js';

/** The probability of each act of a text, if this kind of thing is open; they and `none` add up to one. */
export type ReadActs = (text: string, on: ThingKind) => (name: Act | typeof NO_ACT) => number;

/** What can be done with a kind of thing. */
export interface Possible {
  on: ThingKind;
  of: string;
  act: Act;
  /** Acts on a thing that come to the same. */
  does: string;
  /** Returns true when the text names what would be done: one of a list, by its words. */
  isNamed?: ((text: string, thing: Thing, act: Act) => boolean) | undefined;
}

export interface Candidate {
  act: Act;
  thing: Thing;
  /** From 0 to 1, beside the other candidates and the reading that the text does none of this. */
  probability: number;
  /** From 0 to 1, if nothing but its thing were open. */
  alone: number;
}

/** How the text reads without what is open. */
export interface Fresh {
  /** How sure that is, from 0 to 1. */
  confidence: number;
  /** It is a question about the policy or the process, or something that cannot be an act. */
  isPlain: boolean;
  /** Small talk, or off topic: an act that speaks for itself is none of it. */
  isSmall: boolean;
}

export type Heard =
  | { kind: 'act'; candidate: Candidate; isSure: boolean }
  /** The likeliest ones, to be asked about. */
  | { kind: 'ask'; candidates: Candidate[] }
  | { kind: 'fresh' };

// Set on phrasings of writers who were left out; see docs/understanding.md.
/** Where something is open, most messages are about it; among the texts that the model learns from, few are. */
const ABOUT_WHAT_IS_OPEN = 4;
/** The next older thing is less likely meant by this factor. */
const OLDER = 0.7;
/** A text that names one of a list chooses it. */
const NAMED = 0.8;
const SURE = 0.6;
/** An act that says so much by itself is no new subject, unless that is surer still. */
const SPEAKS_FOR_ITSELF = 0.9;
/** From here on an act is possible: below, the text is about something new. */
const POSSIBLE = 0.3;
/** What says little by itself is heard when it is likelier than not. */
const VAGUE: readonly Act[] = ['not-it', 'lost', 'choose'];
const POSSIBLE_IF_VAGUE = 0.5;
/** Between two acts that are closer than this, the bot asks. */
const CLOSE = 0.08;
/** What cannot be taken back needs more, or it is shown once more before it is done. */
const DEEDS: readonly Act[] = ['send', 'drop', 'retract'];
const SURE_OF_DEED = 0.75;
/** A text that is plainly something new is no act below this. */
const SURE_AGAINST_FRESH = 0.7;
const SURE_FRESH = 0.85;

/** All that a text may do to what is open, the likeliest first. */
export function candidatesFor(
  text: string,
  things: readonly Thing[],
  possible: readonly Possible[],
  read: ReadActs,
): Candidate[] {
  const moments = [...new Set(things.map(({ at }) => at))];
  const weighed = things.flatMap((thing) => {
    // What one answer has left is of one age.
    const age = moments.indexOf(thing.at);
    const of = read(text, thing.kind);
    // An act that nothing here takes speaks against the thing.
    const all = ABOUT_WHAT_IS_OPEN * (1 - of(NO_ACT)) + of(NO_ACT);
    const here = possible.filter((one) => one.on === thing.kind && one.of === thing.of);
    return together(
      here.map(({ act, does, isNamed }) => {
        const likely = (of(act) * ABOUT_WHAT_IS_OPEN) / all;
        const weight = isNamed?.(text, thing, act) ? Math.max(likely, NAMED) : likely * OLDER ** age;
        return { act, does, thing, weight, alone: of(act) };
      }),
    );
  });
  const most = Math.max(
    1,
    weighed.reduce((total, { weight }) => total + weight, 0),
  );
  return weighed
    .map(({ act, thing, weight, alone }) => ({ act, thing, alone, probability: weight / most }))
    .sort((one, other) => other.probability - one.probability);
}

type Weighed = Omit<Candidate, 'probability'> & { does: string; weight: number };

/** Adds up the acts that come to the same; the likeliest of them stands for all. */
function together(acts: readonly Weighed[]): Weighed[] {
  const byDeed = new Map<string, Weighed>();
  for (const one of acts.toSorted((a, b) => b.weight - a.weight)) {
    const known = byDeed.get(one.does);
    byDeed.set(
      one.does,
      known ? { ...known, weight: known.weight + one.weight, alone: known.alone + one.alone } : one,
    );
  }
  return [...byDeed.values()];
}

export function hear(candidates: readonly Candidate[], { confidence, isPlain, isSmall }: Fresh): Heard {
  const [best] = candidates;
  // The same of two things of a feature is meant of what came last: to ask which would offer it twice.
  const second = candidates.find(({ act, thing }) => act !== best?.act || thing.of !== best.thing.of);
  if (!best || best.probability < (VAGUE.includes(best.act) ? POSSIBLE_IF_VAGUE : POSSIBLE))
    return { kind: 'fresh' };
  const isFreshSure = isPlain && confidence >= SURE_FRESH;
  const speaksForItself = best.alone >= SPEAKS_FOR_ITSELF;
  if (isFreshSure && best.probability < SURE_AGAINST_FRESH && !(isSmall && speaksForItself))
    return { kind: 'fresh' };
  const isSure = best.probability >= (DEEDS.includes(best.act) ? SURE_OF_DEED : SURE);
  if (!isSure && !speaksForItself && isPlain && confidence > best.probability) return { kind: 'fresh' };
  const isClose = second !== undefined && best.probability - second.probability < CLOSE;
  if (!isClose || isSure) return { kind: 'act', candidate: best, isSure };
  // What can be taken back is tried before what cannot.
  const harmless = [best, second].filter(({ act }) => !DEEDS.includes(act));
  const [only] = harmless;
  if (harmless.length === 1 && only) return { kind: 'act', candidate: only, isSure };
  return { kind: 'ask', candidates: [best, second] };
}
