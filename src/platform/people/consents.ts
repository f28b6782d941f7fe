/**
 * Stores who has authorised the storage of their data, for which version of the text, when and how. Ley 1581
 * de 2012, article 9, requires prior and informed authorisation; Decreto 1377 de 2013, article 7, accepts
 * unequivocal conduct.
 */
import { z } from 'zod';
import { changeRow } from '../storage/change-row.js';
import type { Row, Tables } from '../storage/tables.js';
import type { DataProvider } from './data-provider.js';

/** `missing`: never given for the present version. `revoked`: withdrawn and not given again. */
export type AuthorisationState = 'given' | 'missing' | 'revoked';

/**
 * The version of the authorisation text in the catalogue; a changed text needs a new version. A test checks
 * this.
 */
export const CONSENT_VERSION = '1';

/** `report`: by continuing with a report whose card says so. `button`: by the button that says so. */
export const CONSENT_WAYS = ['report', 'button'] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];

const grant = z.object({
  version: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  how: z.enum(CONSENT_WAYS),
  /** Empty while the grant is valid. */
  revokedAt: z.string(),
});
export type Grant = z.infer<typeof grant>;
const consentRow = grant.extend({ history: z.string() });
const history = z.array(grant);

/** Returns the state after the last grant; a grant for another version of the text counts as `missing`. */
export function stateOf(last: Grant | undefined): AuthorisationState {
  if (last?.revokedAt) return 'revoked';
  return last?.version === CONSENT_VERSION ? 'given' : 'missing';
}

const CONSENT = 'consent';
const TRIES = 5;

/**
 * Stores one row for each person in the table `People`, partition `consent`: the last grant and the earlier
 * ones.
 */
export class Consents implements DataProvider {
  readonly name = 'consent';

  constructor(private readonly tables: Tables) {}

  /** Returns the last grant, revoked or not. */
  async find(personId: string): Promise<Grant | undefined> {
    return (await this.#grants(personId)).at(-1);
  }

  async stateOf(personId: string): Promise<AuthorisationState> {
    return stateOf(await this.find(personId));
  }

  /** Returns the valid grant: this one, or an earlier one for the same version of the text. */
  async grant(personId: string, how: ConsentWay, at: Date): Promise<Grant> {
    const made = { version: CONSENT_VERSION, at: at.toISOString(), how, revokedAt: '' };
    const grants = await this.#change(personId, (before) => {
      const last = before.at(-1);
      return stateOf(last) === 'given' ? before : [...before, made];
    });
    return grants.at(-1) ?? made;
  }

  /** Returns false when there is no grant to revoke. */
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

/** Returns all grants of a person, the latest at the end. */
function grantsIn(row: Row | undefined): Grant[] {
  if (!row) return [];
  const { history: earlier, ...last } = consentRow.parse(row);
  return [...history.parse(JSON.parse(earlier)), last];
}
