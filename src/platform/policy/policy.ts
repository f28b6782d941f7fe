import { z } from 'zod';
import { ROOT } from '../root.js';
import { ContentError, readYaml } from '../text/yaml-file.js';

const FILE = `${ROOT}content/politica.es.yaml`;

const section = z.object({
  id: z.string().regex(/^[a-z-]+$/),
  title: z.string().min(1),
  title_given: z.boolean().default(true),
  parent: z.string().optional(),
  kind: z.literal('atributo').optional(),
  official: z.array(z.string().min(1)).default([]),
  facts: z.array(z.string().min(1)).default([]),
});

const file = z.object({
  policy: z.object({
    id: z.string(),
    title: z.string(),
    organisation: z.string(),
    locale: z.string(),
    trainer_named_in_deck: z.string(),
    version: z.string().min(1),
  }),
  sections: z.array(section).min(1),
});

/** A section of the policy: the organisation's wording and the lists of the deck. */
export interface Section {
  id: string;
  title: string;
  parentId?: string | undefined;
  /** Quoted verbatim. */
  official: string[];
  /** The items of the deck's lists, without those that are sections themselves. */
  facts: string[];
}

/** The policy from which the bot answers; the sections are in the order of the deck. */
export class Policy {
  readonly #byId: Map<string, Section>;

  constructor(
    readonly title: string,
    readonly trainer: string,
    /** The version of the content; answers cite it. */
    readonly version: string,
    readonly sections: readonly Section[],
  ) {
    this.#byId = new Map(sections.map((item) => [item.id, item]));
  }

  find(id: string): Section | undefined {
    return this.#byId.get(id);
  }

  childrenOf(id: string): Section[] {
    return this.sections.filter((item) => item.parentId === id);
  }

  siblingsOf(item: Section): Section[] {
    return item.parentId === undefined
      ? []
      : this.childrenOf(item.parentId).filter((other) => other.id !== item.id);
  }

  /** Returns the sections above, outermost first: an attribute's axis, for instance. */
  pathOf(item: Section): Section[] {
    const parent = item.parentId === undefined ? undefined : this.find(item.parentId);
    return parent ? [...this.pathOf(parent), parent] : [];
  }
}

/**
 * Reads the policy and checks that it is consistent.
 * @throws ContentError naming the error: a duplicate id, a parent that does not exist.
 */
export function readPolicy(path = FILE): Policy {
  const { policy, sections } = readYaml(path, 'content/politica.es.yaml', file);
  const ids = new Set<string>();
  for (const { id } of sections) {
    if (ids.has(id)) throw problem(`the id "${id}" stands twice`);
    ids.add(id);
  }
  for (const { id, parent } of sections) {
    if (parent !== undefined && !ids.has(parent)) {
      throw problem(`the parent "${parent}" of "${id}" does not exist`);
    }
  }
  const parents = new Map(sections.map(({ id, parent }) => [id, parent]));
  for (const { id } of sections) {
    const above = new Set<string>();
    for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) {
      if (above.has(at)) throw problem(`"${id}" stands above itself`);
      above.add(at);
    }
  }
  return new Policy(
    policy.title,
    policy.trainer_named_in_deck,
    policy.version,
    sections.map((item) => ({
      id: item.id,
      title: item.title,
      parentId: item.parent,
      official: item.official,
      facts: item.facts.filter((fact) => !ids.has(fact)),
    })),
  );
}

const problem = (what: string) => new ContentError([`content/politica.es.yaml:1: ${what}`]);
