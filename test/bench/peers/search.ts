/** Other search libraries, on the same passages. Each returns section ids, best first. */
import { containerBootstrap, type NlpProcess } from '@nlpjs/core';
import { LangEs } from '@nlpjs/lang-es';
import { Nlp } from '@nlpjs/nlp';
import { create, insertMultiple, search } from '@orama/orama';
import { stemmer } from '@orama/stemmers/spanish';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { fold, words } from '../../../src/platform/text/fold.js';

export interface Passage {
  section: string;
  text: string;
}

export interface Finder {
  name: string;
  find: (question: string) => string[] | Promise<string[]>;
}

export function miniSearch(passages: readonly Passage[], spanish: boolean): Finder {
  const terms = (text: string) => words(fold(text)).map((word) => (word.length > 3 ? stemmer(word) : word));
  const index = new MiniSearch<Passage & { id: number }>({
    fields: ['text'],
    storeFields: ['section'],
    ...(spanish && {
      tokenize: terms,
      processTerm: (term: string) => term,
      searchOptions: {
        prefix: (term: string) => term.length > 4,
        fuzzy: (term: string) => (term.length > 4 ? 0.2 : false),
      },
    }),
  });
  index.addAll(passages.map((passage, id) => ({ ...passage, id })));
  return {
    name: spanish ? 'MiniSearch, Spanish' : 'MiniSearch, default',
    find: (question) => distinct(index.search(question).map((result) => String(result.section))),
  };
}

export async function orama(passages: readonly Passage[]): Promise<Finder> {
  const db = create({
    schema: { text: 'string', section: 'string' } as const,
    components: { tokenizer: { language: 'spanish', stemming: true, stemmer } },
  });
  await insertMultiple(db, [...passages]);
  return {
    name: 'Orama, Spanish',
    find: async (question) => {
      const { hits } = await search(db, { term: question, properties: ['text'], limit: 50, threshold: 1 });
      return distinct(hits.map(({ document }) => document.section));
    },
  };
}

export async function lunrSpanish(passages: readonly Passage[]): Promise<Finder> {
  for (const name of ['stemmer.support', 'es']) {
    const { default: plugin } = (await import(`lunr-languages/lunr.${name}.js`)) as {
      default: (library: typeof lunr) => void;
    };
    plugin(lunr);
  }
  const { es } = lunr as unknown as { es: lunr.Builder.Plugin };
  const index = lunr(function () {
    this.use(es);
    this.field('text');
    for (const [id, { text }] of passages.entries()) this.add({ id, text });
  });
  return {
    name: 'lunr-es',
    find: (question) => {
      const term = words(question).join(' ');
      return distinct(index.search(term).map(({ ref }) => passages[Number(ref)]?.section ?? ''));
    },
  };
}

export async function nlpJs(passages: readonly Passage[]): Promise<Finder> {
  return finderOf(await trainedNlpJs(passages));
}

/** Loads a trained NLP.js model. `loading`: duration in milliseconds. */
export async function loadedNlpJs(
  passages: readonly Passage[],
): Promise<{ finder: Finder; loading: number }> {
  const model = (await trainedNlpJs(passages)).export();
  const started = performance.now();
  const nlp = await emptyNlpJs();
  nlp.import(model);
  return { finder: finderOf(nlp), loading: performance.now() - started };
}

async function emptyNlpJs(): Promise<NlpProcess> {
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangEs);
  // The defaults, but without a log line for each round of training.
  container.registerConfiguration('nlu-??', {
    keepStopwords: true,
    nonefeatureValue: 1,
    nonedeltaMultiplier: 1.2,
    spellCheck: false,
    spellCheckDistance: 1,
    filterZeros: true,
    log: false,
  });
  const nlp = container.get('nlp');
  nlp.settings.autoSave = false;
  nlp.settings.log = false;
  nlp.addLanguage('es');
  return nlp;
}

async function trainedNlpJs(passages: readonly Passage[]): Promise<NlpProcess> {
  const nlp = await emptyNlpJs();
  for (const { section, text } of passages) nlp.addDocument('es', text, section);
  await nlp.train();
  return nlp;
}

function finderOf(nlp: NlpProcess): Finder {
  return {
    name: 'NLP.js',
    find: async (question) => {
      const { classifications } = (await nlp.process('es', question)) as {
        classifications: { intent: string }[];
      };
      return classifications.map(({ intent }) => intent);
    },
  };
}

const distinct = (sections: readonly string[]) => [...new Set(sections)];
