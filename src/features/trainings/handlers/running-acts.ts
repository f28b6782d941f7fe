/** What trainers type about their training that runs or has just ended. Shows the card or form with the button; does nothing. */

import type { Act } from '../../../platform/dialogue/acts.js';
import type { Thing } from '../../../platform/dialogue/thing.js';
import type { ActRoute, Handler, OpenSource, Reply, Turn, VerbRoute } from '../../../turn.js';
import { mayAnnounce } from '../domain/permissions.js';
import type { Training } from '../domain/training.js';
import type { TrainingStore } from '../store/training-store.js';
import { textIn } from '../text/catalogue.js';
import { openTraining, TRAININGS, trainingIn } from './left-open.js';

export interface RunningActParts {
  trainings: Pick<TrainingStore, 'ofTrainer'>;
  verbs: readonly VerbRoute[];
}

/** What shows the button that does it. */
const SHOWN_BY: Readonly<Partial<Record<Act, string>>> = {
  missing: 'training.missing',
  count: 'training.manage',
  close: 'training.manage',
  add: 'training.correct',
  export: 'training.export',
  'tell-them': 'training.missing',
};
/** It is in hand from so long before its start until so long after its end. */
const BEFORE_MS = 30 * 60_000;
const AFTER_MS = 3 * 3_600_000;
/** Older than whatever was just said: as if it had been shown some minutes ago. */
const SHOWN_MS = 10 * 60_000;
/** Of a day, the latest first. */
const MOST = 8;

export class RunningActs {
  constructor(private readonly parts: RunningActParts) {}

  route(): ActRoute {
    return {
      on: 'training',
      of: TRAININGS,
      scope: 'personal',
      acts: Object.keys(SHOWN_BY) as Act[],
      titles: (language) => textIn(language).trainings.goingOn.running,
      handle: (turn, { thing, act }) => this.#show(turn, act, trainingIn(thing)),
    };
  }

  source(): OpenSource {
    return { kinds: ['training'], find: (turn) => this.#find(turn) };
  }

  async #show(turn: Turn, act: Act, id: string): Promise<Reply | undefined> {
    const reply = await this.#handlerOf(act)?.({ ...turn, input: { id } });
    return reply?.kind === 'append' ? { ...reply, kind: 'show' } : reply;
  }

  #handlerOf(act: Act): Handler | undefined {
    return this.parts.verbs.find(({ verb }) => verb === SHOWN_BY[act])?.handle;
  }

  /** The one that has begun last, else the one that begins next. */
  async #find(turn: Turn): Promise<Thing[]> {
    const { actor, now } = turn;
    if (!mayAnnounce(await turn.reader())) return [];
    const { trainings } = await this.parts.trainings.ofTrainer(actor.id, MOST);
    const inHand = trainings.filter((training) => isInHand(training, now.getTime()));
    const one = inHand.find(({ startsAt }) => Date.parse(startsAt) <= now.getTime()) ?? inHand.at(-1);
    return one ? [openTraining(one.id, new Date(now.getTime() - SHOWN_MS))] : [];
  }
}

const isInHand = ({ startsAt, endsAt }: Training, now: number) =>
  Date.parse(startsAt) - BEFORE_MS <= now && now <= Date.parse(endsAt) + AFTER_MS;
