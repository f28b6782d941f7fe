/**
 * Who has authorised that their data is kept, in which version of the words, since when and how. Ley 1581 de 2012,
 * article 9, asks for prior and informed authorisation; Decreto 1377 de 2013, article 7, takes conduct that leaves
 * no doubt for one.
 */
import { z } from 'zod';
import { changeRow } from '../storage/change-row.js';
import type { Row, Tables } from '../storage/tables.js';
import type { DataProvider } from './data-provider.js';

/** `missing`: never given in the present version. `revoked`: taken back, and not given again. */
export type AuthorisationState = 'given' | 'missing' | 'revoked';

/** Goes with the words of the text catalogue; changed words need a new version. A test holds the two together. */
export const CONSENT_VERSION = '1';

/** By going on with a report whose card says so, or by the button that says it. */
export const CONSENT_WAYS = ['report', 'button'] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];

const grant = z.object({
  version: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  how: z.enum(CONSENT_WAYS),
  /** Empty while it holds. */
  revokedAt: z.string(),
});
export type Grant = z.infer<typeof grant>;
const consentRow = grant.extend({ history: z.string() });
const history = z.array(grant);

/** What a last grant comes to; `missing` also for one that was given to other words. */
export function stateOf(last: Grant | undefined): AuthorisationState {
  if (last?.revokedAt) return 'revoked';
  return last?.version === CONSENT_VERSION ? 'given' : 'missing';
}

const CONSENT = 'consent';
const TRIES = 5;

/** In the table `People`, partition `consent`, a row a person: the last grant, and those before it. */
export class Consents implements DataProvider {
  readonly name = 'consent';

  constructor(private readonly tables: Tables) {}

  /** The last grant, whether it was revoked or not. */
  async find(personId: string): Promise<Grant | undefined> {
    return (await this.#grants(personId)).at(-1);
  }

  async stateOf(personId: string): Promise<AuthorisationState> {
    return stateOf(await this.find(personId));
  }

  /** Returns the grant that holds: this one, or the one that was given before to the same words. */
  async grant(personId: string, how: ConsentWay, at: Date): Promise<Grant> {
    const made = { version: CONSENT_VERSION, at: at.toISOString(), how, revokedAt: '' };
    const grants = await this.#change(personId, (before) => {
      const last = before.at(-1);
      return stateOf(last) === 'given' ? before : [...before, made];
    });
    return grants.at(-1) ?? made;
  }

  /** False where there is none that holds. */
  async revoke(personId: string, at: Date): Promise<boolean> {
    let revoked = false;
    await this.#change(personId, (before) => {
      const last = before.at(-1);
      revoked = last?.revokedAt === '';
      return last && revoked ? [...before.slice(0, -1), { ...last, revokedAt: at.toISOString() }] : before;
    });
    return revoked;
  }

  async dataOf(personId: string): Promise<Grant[]> {
    return this.#grants(personId);
  }

  async #grants(personId: string): Promise<Grant[]> {
    return grantsIn((await this.tables.get('People', CONSENT, personId))?.row);
  }

  async #change(personId: string, change: (before: Grant[]) => Grant[]): Promise<Grant[]> {
    const key = { partitionKey: CONSENT, rowKey: personId };
    const decide = (stored: Row | undefined) => {
      const before = grantsIn(stored);
      const result = change(before);
      const last = result.at(-1);
      if (result === before || !last) return { result };
      return { result, row: { ...key, ...last, history: JSON.stringify(result.slice(0, -1)) } };
    };
    return changeRow(this.tables, 'People', key, decide, { tries: TRIES });
  }
}

/** All grants of a person, the last one last. */
function grantsIn(row: Row | undefined): Grant[] {
  if (!row) return [];
  const { history: earlier, ...last } = consentRow.parse(row);
  return [...history.parse(JSON.parse(earlier)), last];
}
