// NLP.js has no types; these cover the part that the benchmarks use.
declare module '@nlpjs/core' {
  export interface NlpProcess {
    settings: { autoSave: boolean; log: boolean };
    addLanguage(language: string): void;
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    export(): string;
    import(model: string): void;
    process(language: string, text: string): Promise<unknown>;
  }
  export function containerBootstrap(): Promise<{
    use(plugin: unknown): void;
    registerConfiguration(tag: string, settings: Record<string, unknown>): void;
    get(name: 'nlp'): NlpProcess;
  }>;
}
declare module '@nlpjs/lang-es' {
  export const LangEs: unknown;
}
declare module '@nlpjs/nlp' {
  export const Nlp: unknown;
}
