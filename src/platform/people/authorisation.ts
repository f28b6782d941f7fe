import type { Language } from '../text/catalogue.js';

/** `missing`: never given in the present version. `revoked`: taken back, and not given again. */
export type AuthorisationState = 'given' | 'missing' | 'revoked';

/**
 * What a feature has to know before it keeps what somebody tells: Ley 1581 de 2012, article 9, asks for prior and
 * informed authorisation; Decreto 1377 de 2013, article 7, takes conduct that leaves no doubt for one.
 */
export interface Authorisation {
  stateOf(personId: string): Promise<AuthorisationState>;
  /** What has to be read before something is told, in Markdown. */
  words(language: Language): string;
  /** Notes that this person went on after having read it; once, however often it is noted. */
  record(personId: string, at: Date): Promise<void>;
}
