/** How sentences are put together in English. */

/** A sentence ends with one full stop. */
export const ended = (sentence: string) => (sentence.endsWith('.') ? sentence : `${sentence}.`);

export const figure = new Intl.NumberFormat('en-US');
