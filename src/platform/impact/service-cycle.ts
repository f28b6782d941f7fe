/** Service, site and stage of the cycle: the catalogues, and what the words of a narrative say of them. */
import { z } from 'zod';
import { ROOT } from '../root.js';
import { readYaml } from '../text/yaml-file.js';
import { type Cycle, type Entry, type Places, STAGES } from './cycle.js';
import { type Pattern, PatternIndex } from './patterns.js';
import { patterns } from './rules.js';
import { tokenize } from './tokens.js';

const FILE = `${ROOT}content/service-cycle.yaml`;

const described = z.strictObject({
  name: z.string().min(1).max(80),
  english: z.string().min(1).max(80).optional(),
  words: patterns,
});
const entries = z
  .array(described.extend({ id: z.string().regex(/^[a-z0-9-]{1,40}$/) }))
  .min(1)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'two entries have the same id');
const file = z.strictObject({
  services: entries,
  sites: entries,
  stages: z.strictObject(
    Object.fromEntries(STAGES.map((stage) => [stage, described])) as Record<
      (typeof STAGES)[number],
      typeof described
    >,
  ),
});

type Described<Id extends string> = Entry & { id: Id; words: readonly Pattern[] };

export class ServiceCycle implements Places {
  constructor(
    readonly services: readonly Described<string>[],
    readonly sites: readonly Described<string>[],
    readonly stages: readonly Described<(typeof STAGES)[number]>[],
  ) {
    this.#indexes = { services: indexOf(services), sites: indexOf(sites), stages: indexOf(stages) };
  }

  readonly #indexes: {
    services: PatternIndex<string>;
    sites: PatternIndex<string>;
    stages: PatternIndex<(typeof STAGES)[number]>;
  };

  /**
   * What the words say: each only where exactly one entry is spoken of, since a guess would be taken for a fact.
   * @param place as the reporter wrote it; it says the site before the narrative does.
   */
  saidIn(narrative: string, place: string): Cycle {
    const { services, sites, stages } = this.#indexes;
    return {
      service: only(services, narrative),
      site: only(sites, place) || only(sites, narrative),
      stage: only(stages, narrative),
    };
  }
}

/** @throws ContentError naming the file and line of the mistake. */
export function readServiceCycle(path = FILE): ServiceCycle {
  const { services, sites, stages } = readYaml(path, 'content/service-cycle.yaml', file);
  return new ServiceCycle(
    services,
    sites,
    STAGES.map((id) => ({ id, ...stages[id] })),
  );
}

const indexOf = <Id extends string>(list: readonly Described<Id>[]) =>
  new PatternIndex<Id>(list.flatMap(({ id, words }) => words.map((pattern) => ({ pattern, of: id }))));

function only<Id extends string>(index: PatternIndex<Id>, text: string): Id | '' {
  const found = new Set(index.find(tokenize(text)).map(({ of }) => of));
  const [first] = found;
  return found.size === 1 && first !== undefined ? first : '';
}
